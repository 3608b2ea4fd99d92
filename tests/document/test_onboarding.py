"""The pages that teach the work: whole pages as they come out, and what each stop and question leads to."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import Field

from generator.model.base import Text
from generator.model.learning_path import LearningPath, Stop
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedPath
from generator.words import words_of
from generator.writers.page import Page
from generator.writers.pieces import place_pieces
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.goldens import assert_golden
from tests.support.showcase import SHOWCASE_DAY, showcase_manual
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

GOLDEN = Path(__file__).parent / "golden"
SCRIPTS = Path(__file__).parents[2] / "generator" / "site" / "scripts"
PATHS = ("index", "new-director", "committee")


def pages_of(manual: Manual) -> dict[str, Page]:
    """The pages of a manual by uri."""
    return {page.uri: page for page in build_pages(manual, {}, TODAY)}


@pytest.mark.parametrize("name", PATHS)
def test_page(name: str) -> None:
    uri = f"onboarding/{name}.md"
    page = next(page for page in build_pages(showcase_manual(), {}, SHOWCASE_DAY) if page.uri == uri)
    assert_golden(GOLDEN / uri.replace("/", "-"), place_pieces(page.markdown, page.pieces))


def test_a_path_knows_its_file_and_says_what_it_is_for() -> None:
    page = pages_of(showcase_manual())["onboarding/new-director.md"]
    assert page.source == "procedures/onboarding/new-director.yml"
    assert page.meta["description"] == "ผู้อำนวยการคนใหม่ – เรียนจบแล้วพิจารณาแผนได้"


def test_every_role_that_acts_has_its_path_on_the_list_and_the_home_page_leads_there() -> None:
    pages = pages_of(showcase_manual())
    listed = set(re.findall(r'href="([a-z-]+)\.md"', html_of(pages["onboarding/index.md"])))
    made = {uri.split("/")[1].removesuffix(".md") for uri in pages if uri.startswith("onboarding/")}
    assert listed == made - {"index"}
    assert 'class="hero__start"><a href="onboarding/index.md"' in html_of(pages["index.md"])


def test_a_manual_without_steps_teaches_nothing() -> None:
    manual = manual_of(placed(status="planned", steps=[]))
    pages = pages_of(manual)
    assert not any(uri.startswith("onboarding/") for uri in pages)
    assert "hero__start" not in html_of(pages["index.md"])


def test_every_link_of_a_path_leads_to_a_page_and_a_place_that_are_there() -> None:
    pages = pages_of(showcase_manual())
    ids = {
        uri: set(re.findall(r'\bid="([^"]+)"|#([a-z0-9-]+) ?[\w-]*}', html_of(page)))
        for uri, page in pages.items()
    }
    anchors = {uri: {name for pair in found for name in pair if name} for uri, found in ids.items()}
    for uri, page in pages.items():
        if uri.startswith("onboarding/") and uri != "onboarding/index.md":
            for target, fragment in re.findall(r'href="\.\./\.\./([^"#]*)(?:#([^"]*))?"', html_of(page)):
                found = next(
                    (each for each in (f"{target[:-1]}.md", f"{target}index.md") if each in pages), None
                )
                assert found or target == "about/foreword/", target
                assert not fragment or fragment in anchors[found or ""], (target, fragment)


def test_questions_stand_on_the_procedures_page_with_their_answers_folded_away() -> None:
    html = html_of(pages_of(showcase_manual())["budget/spending-plan.md"])
    assert html.count('class="question"') == html.count('<details class="question__answer">') == 3
    (heading,) = re.findall(r'<h2 [^>]*id="fold-self-check"[^>]*>', html)
    assert "data-search-exclude" in heading


def test_a_stop_at_a_page_without_a_known_title_is_called_by_its_reason() -> None:
    written = {
        "title": "ก",
        "role": "group",
        "stops": [{"page": "about/x.md"}, {"page": "about/y.md", "why": "รู้"}],
    }
    path = PlacedPath("first", "procedures/onboarding/first.yml", LearningPath.model_validate(written))
    html = html_of(pages_of(replace(manual_of(placed()), paths=(path,)))["onboarding/first.md"])
    assert re.findall(r"data-stop-link>(.*?)</a>", html) == ["about/x.md", "รู้"]
    assert html.count(">รู้<") == 1


def test_a_field_of_a_path_or_a_stop_without_a_place_of_its_own_is_said_behind_its_label() -> None:
    class WiderStop(Stop):
        hazard: Text | None = Field(default=None, title="ข้อควรระวัง")

    class WiderPath(LearningPath):
        hint: Text | None = Field(default=None, title="คำแนะนำ")
        stops: tuple[WiderStop, ...] = Field(title="จุด")

    stop = {"checkpoint": "อธิบายได้", "hazard": "อย่ารีบ"}
    learning = WiderPath.model_validate({"title": "ก", "role": "group", "hint": "ถามได้", "stops": [stop]})
    path = PlacedPath("first", "procedures/onboarding/first.yml", learning)
    pages = pages_of(replace(manual_of(placed()), paths=(path,)))
    seen = visible_text(html_of(pages["onboarding/first.md"]))
    assert "คำแนะนำ: ถามได้" in seen
    assert "อธิบายได้ ข้อควรระวัง: อย่ารีบ" in seen


def test_the_scripts_say_every_word_that_is_for_them_and_no_other() -> None:
    said = {
        "learning_script": "",
        "self_check_script": (SCRIPTS / "self-check.js").read_text(encoding="utf-8"),
    }
    for name in ("learning-path.js", "learning-bar.js"):
        said["learning_script"] += (SCRIPTS / name).read_text(encoding="utf-8")
    for topic, script in said.items():
        assert set(re.findall(r"words\.(\w+)", script)) == set(words_of("document")[topic]), topic


def test_no_script_writes_html_or_holds_thai() -> None:
    for path in (*SCRIPTS.glob("learning-*.js"), SCRIPTS / "self-check.js"):
        script = path.read_text(encoding="utf-8")
        assert "innerHTML" not in script, path
        assert not re.search("[\u0e01-\u0e5b]", script), path


def test_what_the_scripts_are_told_is_data() -> None:
    manual = showcase_manual()
    html = html_of(pages_of(manual)["onboarding/new-director.md"])
    (told,) = re.findall(r"data-learning-path='([^']*)'", html)
    data = json.loads(told)
    assert (data["edition"], data["path"]) == (manual.edition_id, "new-director")
    assert data["words"] == words_of("document")["learning_script"]
