"""A language is one more set of files: what is made in a toy language has no Thai but the editors' and the model's."""

import json
import re
from pathlib import Path

from generator.charts import draw_charts
from generator.diagnostics import render_text
from generator.diff.comparing import compare_manuals
from generator.diff.html_report import render_html
from generator.document.addresses import TERMS
from generator.document.compose import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.indexes.involvement import work_by_role
from generator.indexes.role_overviews import role_overviews
from generator.model.base import Frozen
from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.edition import Area, Edition, Settings
from generator.model.ends import NamedEnd
from generator.model.knowledge_item import KnowledgeItem
from generator.model.learning_path import LearningPath, Stop
from generator.model.presentation import choice_words, presented_fields
from generator.model.procedure import Procedure
from generator.model.shapes import fields_of, models_within, record
from generator.search.index import Vocabulary, index_text
from generator.words import languages_from, speaking, words_of
from generator.writers.export_markdown import markdown_files
from generator.writers.feeds import feed_files
from generator.writers.heads import Heads
from generator.writers.pieces import place_pieces
from generator.writers.publication import Publication
from tests.document.manuals import TODAY
from tests.support.every_field import every_field_manual
from tests.support.site_pages import build_pages
from tests.words.toy import THAI, TOY, in_toy, toy_shelf

AUTHORED = "เนื้อหาของความรู้ ดู"
"""What the manual below says in Thai: the body of its item of knowledge."""


def without_thai_of_others(text: str) -> str:
    """A text without what editors wrote and without the titles of the model's fields."""
    models: tuple[type[Frozen], ...] = (
        *models_within(record(Procedure)),
        Reference,
        Role,
        Form,
        Term,
        KnowledgeItem,
        LearningPath,
        Stop,
        Area,
        Edition,
        Settings,
    )
    within = {each for model in models for each in models_within(record(model))}
    titles = {field.title for model in within for field in fields_of(model).values()}
    titles |= {
        word for field in presented_fields(NamedEnd) for word in choice_words(field.description).values()
    }
    for known in sorted({AUTHORED, *titles}, key=len, reverse=True):
        parted = "(?:<[^<>]*>)*".join(map(re.escape, known))  # a name may hold places where lines break
        text = re.sub(parted, "", text)
    return text


def test_pages_charts_and_exports_are_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    manual = every_field_manual(lambda field: f"text {field}")
    with languages_from(toy_shelf(tmp_path)), speaking(TOY):
        charts = draw_charts(manual, overviews=role_overviews(manual, work_by_role(manual).values()))
        pages = build_pages(manual, {key: chart.svg for key, chart in charts.items()}, TODAY)
        made = {
            page.uri: f"{page.title} {page.meta} {place_pieces(page.markdown, page.pieces)}" for page in pages
        }
        made |= {f"{key}": chart.standalone_svg for key, chart in charts.items()}
        made |= markdown_files(Indexes(manual, TODAY), charts)
        assert render_text([]).strip() == in_toy(words_of("problems", "th")["clean"])
    for name, text in made.items():
        assert not THAI.search(without_thai_of_others(text)), name
    for said in (words_of("charts")["start"], words_of("document")["section"]["chart"]):
        assert any(in_toy(said) in text for text in made.values())


def test_programs_are_told_the_language_that_is_spoken(tmp_path: Path) -> None:
    manual = every_field_manual(lambda field: f"text {field}")
    with languages_from(toy_shelf(tmp_path)), speaking(TOY):
        book = open_book(Indexes(manual, TODAY), changed={"procedures/area/sample.yml": TODAY})
        publication = Publication(book, tuple(documents_of(book)), site_url="https://a.example/")
        head = Heads(publication).head
        things = [thing for uri in ("area/sample.md", TERMS) for thing in about(head(uri).data)]
        told = [thing["inLanguage"] for thing in things if thing["@type"] != "GovernmentService"]
        feeds = feed_files(publication).values()
        report = render_html(compare_manuals(manual, manual), {})
        index = json.loads(index_text([], Vocabulary()))
    assert told == [TOY] * 2
    assert feeds
    assert all(f'xml:lang="{TOY}"' in feed for feed in feeds)
    assert f'<html lang="{TOY}">' in report
    assert index["config"]["lang"] == [TOY]


def about(data: str) -> list[dict[str, str]]:
    """What a page's JSON-LD tells the language of."""
    return [thing for thing in json.loads(data)["@graph"] if "inLanguage" in thing]


def test_afterwards_everything_is_thai_again(tmp_path: Path) -> None:
    manual = every_field_manual(lambda field: f"text {field}")
    before = build_pages(manual, {}, TODAY)
    with languages_from(toy_shelf(tmp_path)), speaking(TOY):
        assert build_pages(manual, {}, TODAY) != before
    assert build_pages(manual, {}, TODAY) == before
