"""What a build of a site needs in many places is made once: counted over the showcase, from its manual to its files."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.charts import draw_charts
from generator.charts.drawing import draw_for_paper, draw_inline
from generator.charts.flow import charts_of
from generator.charts.layout import lay_out
from generator.document.addresses import Addresses
from generator.document.blocks import Document
from generator.document.explaining import Explainer
from generator.document.neighbours import alone
from generator.document.texts import Texts
from generator.indexes.asking import Quiz
from generator.indexes.glossary import Glossary
from generator.indexes.indexes import Indexes
from generator.indexes.involvement import work_by_role
from generator.indexes.learning import paths_of
from generator.indexes.question_maker import QuestionMaker
from generator.indexes.responsibilities import responsibility_matrix
from generator.indexes.role_overviews import role_overviews
from generator.indexes.status import manual_status
from generator.indexes.uses import citations, taken_from
from generator.model.flow import Flow
from generator.search.document_passages import document_passages
from generator.search.index import index_text
from generator.site.build import write_site
from generator.site.composing import SiteSetting, edition_content
from generator.site.settings import load_settings
from generator.storage import write_missing
from generator.thai.segmentation import segmenter_for
from generator.writers.markdown import MarkdownWriter
from generator.writers.site_markdown import SiteMarkdown
from tests.support.showcase import SHOWCASE_DAY, copy_showcase, read_showcase

MANUAL = read_showcase()
WITH_STEPS = {id(placed.steps): placed.id for placed in MANUAL.procedures() if placed.steps}

Made = Counter[tuple[str, Any]]
"""How often something was made: its kind, and which of it."""

OF_A_BUILD: tuple[Callable[..., Any], ...] = (
    lay_out,
    work_by_role,
    role_overviews,
    responsibility_matrix,
    manual_status,
    paths_of,
    citations,
    taken_from,
    index_text,
    segmenter_for,
)
"""Functions of which a build calls each once."""

OF_A_MANUAL: tuple[type, ...] = (Addresses, Explainer, Glossary, Indexes, Quiz)
"""Classes of which a build makes one each."""
OF_PAGES_AND_TABLES: tuple[type, ...] = (Texts,)
"""Those of which it makes one for the pages, one for the tables."""


class Counting:
    """Counts, until the patch is undone, how often things are made."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Begin with nothing."""
        self.made: Made = Counter()
        self._patch = patch

    def calls(self, function: Callable[..., Any], which: Callable[..., object] = lambda *_: None) -> None:
        """Count the calls of a function, whatever module of ours has imported it."""
        counted = self._counted(function.__name__, function, which)
        for name, module in list(sys.modules.items()):
            if name.startswith("generator.") and getattr(module, function.__name__, None) is function:
                self._patch.setattr(module, function.__name__, counted)

    def instances(self, made: type, which: Callable[..., object] = lambda *_: None) -> None:
        """Count the instances of a class."""
        self.method(made, "__init__", made.__name__, which)

    def method(self, owner: object, name: str, kind: str, which: Callable[..., object]) -> None:
        """Count the calls of what an object holds."""
        self._patch.setattr(owner, name, self._counted(kind, getattr(owner, name), which))

    def _counted(
        self, kind: str, function: Callable[..., Any], which: Callable[..., object]
    ) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes
            self.made[kind, which(*arguments)] += 1
            return function(*arguments, **named)

        return counted


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """How often everything was made in one build of the showcase, in this one process."""
    folder = tmp_path_factory.mktemp("once")
    root = copy_showcase(folder / "project")
    with pytest.MonkeyPatch.context() as patch:
        counting = Counting(patch)
        for function in OF_A_BUILD:
            counting.calls(function)
        for each in (*OF_A_MANUAL, *OF_PAGES_AND_TABLES):
            counting.instances(each)
        counting.instances(Flow, lambda _flow, steps, *_rest: WITH_STEPS.get(id(steps), "no steps"))
        counting.instances(QuestionMaker, lambda _maker, _manual, placed, *_rest: placed.id)
        counting.instances(Document, lambda _document, uri, *_rest: uri)
        counting.calls(draw_inline, lambda laid_out, *_rest: (laid_out.graph.procedure, laid_out.graph.key))
        counting.calls(
            draw_for_paper, lambda laid_out, *_rest: (laid_out.graph.procedure, laid_out.graph.key)
        )
        counting.calls(charts_of, lambda placed, *_rest: placed.id)
        counting.method(vars(Document)["blocks"], "func", "blocks", lambda document: document.uri)
        counting.method(MarkdownWriter, "document", "Markdown", lambda writer, made: (type(writer), made.uri))
        counting.calls(document_passages, lambda document, *_rest: document.uri)
        config, plugin = load_settings(root)
        content = edition_content(MANUAL, SiteSetting(alone(MANUAL), {}, [MANUAL.edition_id]))
        write_site(config, plugin, content, folder / "site")
        write_missing(folder / "site", content.more_files({}))
        yield counting.made


def of(made: Made, kind: str) -> dict[Any, int]:
    """How often each of a kind was made."""
    return {which: count for (name, which), count in made.items() if name == kind}


@pytest.mark.parametrize(
    "kind", [*(each.__name__ for each in OF_A_BUILD), *(each.__name__ for each in OF_A_MANUAL)]
)
def test_what_all_share_is_made_once(made: Made, kind: str) -> None:
    assert of(made, kind) == {None: 1}


@pytest.mark.parametrize("kind", [each.__name__ for each in OF_PAGES_AND_TABLES])
def test_pages_and_tables_make_one_each(made: Made, kind: str) -> None:
    assert of(made, kind) == {None: 2}


@pytest.mark.parametrize(
    "kind",
    [
        "QuestionMaker",
        "charts_of",
        "draw_inline",
        "draw_for_paper",
        "Flow",
        "Document",
        "blocks",
        "document_passages",
    ],
)
def test_each_is_made_once(made: Made, kind: str) -> None:
    counts = of(made, kind)
    assert counts
    assert {which: count for which, count in counts.items() if count != 1} == {}


def test_nothing_is_left_out_of_the_count(made: Made) -> None:
    charts = draw_charts(MANUAL, overviews=Indexes(MANUAL, SHOWCASE_DAY).overviews)
    assert set(of(made, "draw_inline")) == set(charts)
    assert set(of(made, "Flow")) >= set(WITH_STEPS.values())
    assert set(of(made, "charts_of")) >= set(WITH_STEPS.values())
    assert set(of(made, "QuestionMaker")) == {placed.id for placed in MANUAL.procedures()}
    assert set(of(made, "blocks")) == set(of(made, "document_passages")) == set(of(made, "Document"))


@pytest.mark.parametrize("writer", [SiteMarkdown, MarkdownWriter])
def test_the_markdown_of_a_page_is_written_once_for_each_use(
    made: Made, writer: type[MarkdownWriter]
) -> None:
    written = {which: count for which, count in of(made, "Markdown").items() if which[0] is writer}
    assert {uri for _, uri in written} == set(of(made, "Document"))
    assert set(written.values()) == {1}
