"""In another language than Thai nothing is said in Thai but what editors wrote, whatever fields a manual has."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.charts import draw_charts
from generator.diff.comparing import Comparer
from generator.diff.html_report import render_html
from generator.diff.json_report import json_report
from generator.diff.text_report import text_report
from generator.document.compose import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.indexes.involvement import work_by_role
from generator.indexes.role_overviews import role_overviews
from generator.model.edition import Language
from generator.model.manual import Manual
from generator.model.speech import speaking_as
from generator.words import DEFAULT, languages
from generator.writers.export_markdown import markdown_files
from generator.writers.heads import Heads
from generator.writers.pieces import place_pieces
from generator.writers.publication import Publication
from generator.writers.registry import linked_files, written_files
from tests.document.manuals import TODAY
from tests.support.every_field import BODY, every_field_manual
from tests.support.site_pages import build_pages
from tests.words.toy import THAI

OTHERS = [language for language in languages() if language != DEFAULT]
AUTHORED = re.escape(BODY.partition("[")[0].strip())
IN_THAI_AS_WELL = r'"thai":"[^"]*"'
"""What programs are told in Thai whatever the language: dates."""


def manual_in(language: str, text: str = "text") -> Manual:
    manual = every_field_manual(lambda field: f"{text} {field}")
    return replace(manual, settings=manual.settings.model_copy(update={"language": Language(language)}))


def made_of(manual: Manual) -> Iterator[tuple[str, str]]:
    """All that is made of a manual as text, each with what it is."""
    charts = draw_charts(manual, overviews=role_overviews(manual, work_by_role(manual).values()))
    yield from ((f"{key}", chart.standalone_svg) for key, chart in charts.items())
    for page in build_pages(manual, {key: chart.svg for key, chart in charts.items()}, TODAY):
        yield f"page {page.uri}", f"{page.title} {page.meta} {place_pieces(page.markdown, page.pieces)}"
    yield from markdown_files(Indexes(manual, TODAY), charts).items()
    book = open_book(Indexes(manual, TODAY), charts, {"procedures/area/sample.yml": TODAY})
    publication = Publication(book, tuple(documents_of(book)), charts, "https://a.example/")
    linked = linked_files(publication)
    files = {**linked, **dict(written_files(publication, linked))}
    yield from ((uri, text) for uri, text in files.items() if isinstance(text, str))
    head = Heads(publication).head
    yield from ((f"head of {document.uri}", head(document.uri).data) for document in publication.documents)


@pytest.mark.parametrize("language", OTHERS)
def test_pages_charts_exports_and_tables(language: str) -> None:
    manual = manual_in(language)
    with speaking_as(manual.settings):
        made = dict(made_of(manual))
    for name, text in made.items():
        assert not THAI.search(re.sub(f"{AUTHORED}|{IN_THAI_AS_WELL}", "", text)), name
    assert f'"language":"{language}"' in made["manual.json"]
    assert f'"language":"{language}"' in made["area/sample.json"]


@pytest.mark.parametrize("language", OTHERS)
def test_comparisons(language: str) -> None:
    before, after = manual_in(language), manual_in(language, "other")
    with speaking_as(before.settings):
        comparison = Comparer(before, after).compare()
        reports = (text_report(comparison), json_report(comparison), render_html(comparison, {}))
    for report in reports:
        assert not THAI.search(report.replace(BODY, ""))
    assert f'<html lang="{language}">' in reports[-1]


@pytest.mark.parametrize("language", [DEFAULT, *OTHERS])
def test_another_name_says_its_language_and_is_kept_everywhere(language: str) -> None:
    manual = manual_in(language)
    with speaking_as(manual.settings):
        made = dict(made_of(manual))
        report = json_report(Comparer(manual, manual_in(language, "other")).compare())
    page = made["page area/sample.md"]
    assert re.search(r'text translation-title.*\n\{ .translation lang="lo" \}', page)
    for name in ("translation-title", "translation-summary"):
        assert f"text {name}" in page
        assert f"text {name}" in made["manual.json"]
        assert name in report  # word by word
