"""Nothing that an editor writes is lost or read as code: on the built site and in its search index."""

import json
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.model.base import Frozen
from generator.model.edition import Area
from generator.model.ends import NamedEnd
from generator.model.markup import BadLink, parse_markup, plain_text
from generator.model.presentation import presented_fields
from generator.model.procedure import Procedure, Step
from generator.model.procedure_parts import Definition
from generator.site.build import build_site
from generator.thai import without_borders
from tests.support.hostile import HOSTILE
from tests.support.sharing import SharedRun
from tests.support.visible import one_line, visible_text

TEXTS = [
    text.replace("${}", "$")
    for text in HOSTILE
    if not any(isinstance(segment, BadLink) for segment in parse_markup(text))
]
"""All but what the reading refuses: links to nowhere and values without a name."""


def texts(model: type[Frozen], text: str) -> dict[str, object]:
    """The same text in every field of a model that holds texts."""
    return {
        field.key: [text] if field.is_list else text for field in presented_fields(model) if field.is_text
    }


def sub_step(text: str) -> dict[str, object]:
    """A step below another, which no phase may begin with."""
    return {key: said for key, said in texts(Step, text).items() if key != "phase"}


def project_files() -> Mapping[str, object]:
    """A project that says every hostile text in every place where a procedure can say one."""
    everything = " ".join(text for text in TEXTS if "\n" not in text)
    return {
        "manual.yml": {
            "title": everything,
            "group": everything,
            "publisher": everything,
            "default_edition": "sample",
        },
        "editions/sample.yml": {
            "office": everything,
            "areas": [{"id": "area", "procedures": ["hostile"]}],
            "changes": {
                "hostile": [
                    {"add": "definitions", "with": {"term": "คำ", "meaning": text}, "reason": text}
                    for text in TEXTS
                ]
            },
        },
        "catalogue/roles.yml": {"actor": {"title": everything, "kind": "unit"}},
        "catalogue/references.yml": {"law": {"type": "act", "title": everything, "note": everything}},
        "area/_area.yml": texts(Area, everything),
        "area/hostile.yml": {
            **texts(Procedure, everything),
            "owner": "actor",
            "objective": TEXTS,
            "scope": TEXTS,
            "definitions": [texts(Definition, text) for text in TEXTS],
            "references": ["law"],
            "steps": [{**texts(Step, text), "steps": [sub_step(text)]} for text in TEXTS],
            "ends": [{**texts(NamedEnd, text), "id": f"end-{at}"} for at, text in enumerate(TEXTS)],
        },
    }


@pytest.fixture(scope="session")
def hostile_site(shared_run: SharedRun) -> Path:
    """The site of the hostile project."""
    return shared_run.folder_of("hostile", _build)


def _build(site: Path) -> None:
    root = site.with_name("project")
    for name, content in project_files().items():
        path = root / "procedures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML
    (root / "docs").mkdir()
    settings = "site_name: x\nsite_url: https://a.example/\ntheme: {name: material, font: false}\n"
    plugins = "plugins: [search, thai_search, procedures]\nmarkdown_extensions: [attr_list]\n"
    (root / "mkdocs.yml").write_text(settings + plugins, encoding="utf-8")
    build_site(root, site)


def test_every_text_is_on_its_page(hostile_site: Path) -> None:
    seen = visible_text((hostile_site / "area/hostile/index.html").read_text(encoding="utf-8"))
    for text in TEXTS:
        shown = one_line(plain_text(text))
        assert seen.count(shown) >= 2 * len(texts(Step, text)), text


def indexed(site: Path, beginning: str) -> str:
    """What the search index says of the entries whose location begins so, as plain text."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    entries = [entry for entry in index["docs"] if entry["location"].startswith(beginning)]
    said = " ".join(f"{entry['title']} {entry['text']} {entry.get('linked', '')}" for entry in entries)
    return one_line(without_borders(said))


def test_every_text_is_in_the_search_index(hostile_site: Path) -> None:
    found = indexed(hostile_site, "area/hostile/")
    for text in TEXTS:
        assert one_line(plain_text(text)) in found, text


def test_every_reason_of_a_change_is_in_the_search_index(hostile_site: Path) -> None:
    found = indexed(hostile_site, "area/hostile/#changes").replace(" ", "")  # line breaks part words
    for text in TEXTS:
        assert one_line(plain_text(text)).replace(" ", "") in found, text


def test_every_text_is_in_the_data(hostile_site: Path) -> None:
    data = json.loads((hostile_site / "manual.json").read_text(encoding="utf-8"))
    procedure = data["areas"][0]["procedures"][0]
    assert procedure["objective"] == [text.strip() for text in TEXTS]
    assert [step["detail"] for step in procedure["steps"]] == [text.strip() for text in TEXTS]
    assert [change["reason"] for change in procedure["changes"]] == [text.strip() for text in TEXTS]


def test_titles_are_text_wherever_the_theme_shows_them(hostile_site: Path) -> None:
    """In the window's title, header, navigation, foot and attributes: nothing there becomes an element."""
    page = (hostile_site / "area/hostile/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    title = unescape(page.partition("<title>")[2].partition("</title>")[0])
    assert title.startswith("1.1 <script>alert(1)</script>")
    assert "</title></td></table>" in title
