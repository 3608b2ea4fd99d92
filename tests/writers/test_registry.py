"""What is made for programs: lists, documents, data, feeds; findable, valid, and the same each time."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from generator.charts.flow import chart_keys
from generator.document import ROLE_CHARTS, documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model.retired_ids import FormerIds
from generator.writers.atom import NAMESPACE
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import markdown_files
from generator.writers.plain_markdown import plain_markdown
from generator.writers.registry import made_uris
from generator.writers.sitemaps import sitemap_files
from tests.document.test_every_text import ANY_TEXT
from tests.support.auditing import examples
from tests.support.every_field import every_field_manual
from tests.support.showcase import SHOWCASE_DAY, showcase_manual
from tests.writers.publishing import PLAN, SITE, Made, made
from tests.writers.test_atom import ATOM, assert_is_atom

LINK = re.compile(r"^- \[[^\]]+\]\([^)\s]+\)(: .+)?$")


@pytest.fixture(scope="module")
def showcase() -> Made:
    """What is made of the showcase."""
    return made(showcase_manual(), changed={f"procedures/{PLAN}.yml": date(2025, 6, 1)})


def test_llms_txt_has_the_shape_of_its_format(showcase: Made) -> None:
    """One title, one summary, then sections of nothing but links (llmstxt.org)."""
    lines = showcase.files["llms.txt"].splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert sum(line.startswith("# ") for line in lines) == 1
    first_section = next(number for number, line in enumerate(lines) if line.startswith("## "))
    for line in filter(None, lines[first_section:]):
        assert line.startswith("## ") or LINK.match(line), line
    assert "## Optional" in lines


def test_llms_txt_names_every_procedure_and_only_what_is_there(showcase: Made) -> None:
    named = re.findall(r"\]\(([^)\s]+)\)", showcase.files["llms.txt"])
    uris = [address.removeprefix(SITE) for address in named]
    assert {f"{PLAN}.md", "people/leave.md", "terms.md", "changes.xml", "llms-full.txt"} <= set(uris)
    assert set(uris) <= {*showcase.files, "manual.json", "manual.schema.json"}


def test_llms_full_txt_is_all_that_procedures_say_below_their_addresses(showcase: Made) -> None:
    full = showcase.files["llms-full.txt"]
    for uri in (f"{PLAN}.md", "terms.md", "about/mission.md"):
        assert f"<{SITE}{uri}>\n\n{showcase.files[uri].strip()}\n" in full
    assert f"<{SITE}roles/director.md>" not in full


def test_the_documents_are_those_of_the_export_but_for_the_charts(showcase: Made) -> None:
    exported = markdown_files(Indexes(showcase_manual(), SHOWCASE_DAY), {})
    for uri in ("roles/director.md", "terms.md", "references/index.md"):
        assert showcase.files[uri] == exported[f"docs/{uri}"]
    documents = {uri for uri in showcase.files if uri.endswith(".md")}
    assert documents == {name.removeprefix("docs/") for name in exported if name.startswith("docs/")}


def test_a_procedures_data_names_all_it_needs_and_keeps_to_the_schema(showcase: Made) -> None:
    schema = json.loads(manual_files(showcase_manual(), {})["manual.schema.json"])
    whole = json.loads(manual_files(showcase_manual(), {})["manual.json"])
    validator = Draft202012Validator({**schema["$defs"]["procedure_file"], "$defs": schema["$defs"]})
    for procedure in (each for area in whole["areas"] for each in area["procedures"]):
        data = json.loads(showcase.files[procedure["data"]])
        validator.validate(data)
        assert data["procedure"] == procedure
        assert procedure["markdown"] in showcase.files
        assert data["$schema"] == "../manual.schema.json#/$defs/procedure_file"
        roles = {role["id"] for role in data["roles"]}
        assert {step["role"] for step in procedure["steps"] if step["role"]} <= roles
        references = {reference["id"] for reference in data["references"]}
        assert set(procedure["references"]) <= references


def test_an_areas_data_is_its_part_of_the_whole(showcase: Made) -> None:
    schema = json.loads(manual_files(showcase_manual(), {})["manual.schema.json"])
    whole = json.loads(showcase.files["manual.json"])
    validator = Draft202012Validator({**schema["$defs"]["area_file"], "$defs": schema["$defs"]})
    for area in whole["areas"]:
        data = json.loads(showcase.files[f"{area['id']}/index.json"])
        validator.validate(data)
        assert data["area"] == area
        assert data["$schema"] == "../manual.schema.json#/$defs/area_file"


def test_manual_json_names_the_lists_and_feeds(showcase: Made) -> None:
    data = json.loads(showcase.files["manual.json"])
    assert {(each["url"], each["type"]) for each in data["files"]} >= {
        ("llms.txt", "text/plain"),
        ("llms-full.txt", "text/plain"),
        ("changes.xml", "application/atom+xml"),
    }


def test_the_feed_tells_when_procedures_changed_by_stable_names(showcase: Made) -> None:
    root = assert_is_atom(showcase.files["changes.xml"])
    entries = root.findall(f"{ATOM}entry")
    first = entries[0]
    assert first.findtext(f"{ATOM}updated") == "2025-06-01T00:00:00+07:00"
    assert first.find(f"{ATOM}link").get("href") == f"{SITE}{PLAN}/"  # type: ignore[union-attr]  # checked above
    moved = made(showcase_manual(), "https://other.example/").files["changes.xml"]
    names = {each.text for each in root.iter(f"{{{NAMESPACE}}}id")}
    assert {each.text for each in assert_is_atom(moved).iter(f"{ATOM}id")} == names
    titles = [each.findtext(f"{ATOM}title") for each in entries]
    assert not any("ลา" in str(title) for title in titles), "a planned procedure has nothing to read"


def test_without_an_address_there_is_no_feed_and_links_are_relative() -> None:
    machine = made(showcase_manual(), "")
    assert {link.uri for link in machine.head(f"{PLAN}.md").links} == {f"{PLAN}.md", f"{PLAN}.json"}
    assert "changes.xml" not in machine.files
    assert f"]({PLAN}.md)" in machine.files["llms.txt"]


def test_the_same_manual_gives_the_same_bytes() -> None:
    assert made(showcase_manual()).files == made(showcase_manual()).files


@given(ANY_TEXT)
@settings(max_examples=examples(25), deadline=None)
def test_nothing_that_is_written_ends_a_script_or_breaks_a_file(text: str) -> None:
    manual = every_field_manual(lambda field: f"{text}</script><!-- {field}")
    dated = {"procedures/area/sample.yml": date(2025, 1, 1)}
    machine = made(replace(manual), changed=dated)
    pages = machine.publication.documents
    for page in pages:
        data = machine.head(page.uri).data
        assert not set(data) & set("<>&\u2028\u2029")
        assert not data or json.loads(data)
    assert_is_atom(machine.files["changes.xml"])
    lines = machine.files["llms.txt"].splitlines()
    assert sum(line.startswith("# ") for line in lines) == 1


def test_the_maps_of_all_sites_are_listed() -> None:
    files = sitemap_files("https://a.example/m/", ["north", "south"])
    root = ET.fromstring(files["sitemaps.xml"].encode())  # noqa: S314 - our own
    assert [each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == [
        "https://a.example/m/sitemap.xml",
        "https://a.example/m/north/sitemap.xml",
        "https://a.example/m/south/sitemap.xml",
    ]
    assert "Sitemap: https://a.example/m/sitemaps.xml" in files["robots.txt"]
    assert sitemap_files("", ["north"]) == {}


@pytest.fixture(scope="module")
def plain_pages() -> Mapping[str, str]:
    """The pages of the showcase as Markdown, where every chart is on the site."""
    indexes = Indexes(showcase_manual(), SHOWCASE_DAY)
    charts = {(placed.id, key) for placed in indexes.manual.procedures() for key in chart_keys(placed)}
    charts |= {(ROLE_CHARTS, each.role) for each in indexes.overviews}
    book = open_book(indexes, charts)
    return plain_markdown(tuple(documents_of(book)), book.addresses)


def test_no_heading_of_a_page_stands_over_nothing(plain_pages: Mapping[str, str]) -> None:
    for uri, text in plain_pages.items():
        lines = [line for line in text.split("\n") if line.strip() and not line.startswith("<a id=")]
        depths = [len(line) - len(line.lstrip("#")) if line.startswith("#") else 7 for line in (*lines, "# ")]
        bare = [line for line, (own, below) in zip(lines, pairwise(depths), strict=True) if below <= own < 7]
        assert not bare, uri


def test_pages_without_drawings_tell_the_flow_in_words(plain_pages: Mapping[str, str]) -> None:
    page = plain_pages[f"{PLAN}.md"]
    told = page.partition("## ผังการปฏิบัติงาน\n")[2].partition("\n## ")[0].strip().split("\n")
    assert told[:2] == ["- ผังนี้มี 4 ขั้นตอน เริ่มที่ขั้นตอนที่ 1", "- ขั้นตอนที่ 1 ถึงขั้นตอนที่ 2 ทำตามลำดับ แล้วไปขั้นตอนที่ 3"]
    assert "![" not in page
    assert "- ในด้าน" in plain_pages["roles/planning-group.md"]


def test_the_register_names_what_it_makes_and_nothing_else() -> None:
    for site_url in (SITE, ""):
        for manual in (showcase_manual(), every_field_manual(lambda name: name)):
            everything = made(manual, site_url)
            assert made_uris(everything.publication) == everything.uris


def test_what_programs_are_told_first_is_what_the_home_page_promises() -> None:
    text = next(text for uri, text in made(showcase_manual(), "").files.items() if uri == "llms.txt")
    assert ": ดูว่างานหนึ่งทำอย่างไร ใครรับผิดชอบ" in text
    assert "{" not in text.partition("\n## ")[0]


def test_files_beside_pages_that_had_another_name_stand_there_too(showcase: Made) -> None:
    """A calendar that somebody subscribed to, data that a program reads: nothing leads these on."""
    manual = showcase_manual()
    role, form = next(iter(manual.roles)), next(iter(manual.forms))
    former = FormerIds.of(
        (
            ("procedure", "former-plan", PLAN.rpartition("/")[2]),
            ("role", "former-role", role),
            ("form", "former-form", form),
        )
    )
    renamed = made(replace(manual, former=former))
    files = renamed.files
    twins = {uri for uri in files if "/former-" in uri and not uri.endswith("/index.html")}
    now = {f"roles/{role}.": "roles/former-role.", f"{PLAN}.": "budget/former-plan."}
    assert {"budget/former-plan.json", "budget/former-plan.md", "budget/former-plan.table.html"} <= twins
    assert "roles/former-role.ics" in twins
    for one, other in now.items():
        beside = [uri for uri in showcase.files if uri.startswith(one)]
        assert {uri.replace(one, other) for uri in beside} <= twins
        assert all(files[uri] == files[uri.replace(one, other)] for uri in beside)
    assert twins <= made_uris(renamed.publication)
    assert twins.isdisjoint(made_uris(showcase.publication))
