"""The chart of a procedure as it is on the desk, and where in its file each of its symbols comes from."""

from collections.abc import Callable
from pathlib import Path

from generator.assembly import Editions
from generator.charts import Chart, LayoutError, draw_charts
from generator.desk.refusals import refused
from generator.desk.session import Session, Texts
from generator.desk.telling import Json
from generator.document import procedure_uri
from generator.model import Manual, PlacedProcedure, plain_text, speaking_as
from generator.words import words_of

PageMaker = Callable[[Path, str, str], str | None]
"""From a project's root, an edition and the uri of a document to the page that readers will see: one document that
loads nothing; None where there is none."""


def told_chart(session: Session, files: Texts, edition: str, procedure: str) -> Json:
    """The charts of a procedure with drafts over the project.

    Args:
        session: the project.
        files: the drafts.
        edition: the id of the edition in which it is shown.
        procedure: its id.

    Returns:
        ``svg`` of its own chart, ``charts`` of all with those of its steps, ``steps`` from the ids of steps to what
        stands for them in the drawing, and ``places`` from places in the file to the same. While a mistake keeps it
        from being drawn ``svg`` is None, and ``reason`` says so.

    Raises:
        Refusal: when there is no such edition.
    """
    with session.read(files) as editions:
        manual = require_manual(editions, edition)
        placed = manual.procedure(procedure) if manual is not None else None
        if manual is None or placed is None:
            return {"svg": None, "charts": [], "steps": {}, "places": [], "reason": _undrawn("broken")}
        try:
            with speaking_as(manual.settings):
                charts = [*draw_charts(manual, {procedure}, segmenter=session.segmenter(manual)).values()]
                svgs = [each.svg for each in charts]
        except LayoutError as error:
            return {"svg": None, "charts": [], "steps": {}, "places": [], "reason": str(error)}
        return _told(placed, charts, svgs)


def require_manual(editions: Editions, edition: str) -> Manual | None:
    """An edition, assembled; None while its own file or the settings are broken.

    Raises:
        Refusal: when there is no such edition.
    """
    if edition not in editions.ids:
        raise refused("no-edition", 404, edition=edition, known=", ".join(editions.ids))
    return editions.manual(edition)


def _told(placed: PlacedProcedure, charts: list[Chart], svgs: list[str]) -> Json:
    steps = list(placed.walk_steps())
    return {
        "svg": next((svg for chart, svg in zip(charts, svgs, strict=True) if not chart.key), None),
        "charts": [
            {"key": chart.key, "title": plain_text(chart.title), "svg": svg}
            for chart, svg in zip(charts, svgs, strict=True)
        ],
        "steps": {each.step.id: each.anchor for each in steps if each.step.id},
        "places": [
            {"path": list(each.data_path), "number": each.number, "anchor": each.anchor} for each in steps
        ],
    }


def told_page(session: Session, files: Texts, edition: str, procedure: str, make: PageMaker) -> Json:
    """The page of a procedure as readers will see it, with drafts over the project.

    Args:
        session: the project.
        files: the drafts.
        edition: the id of the edition in which it is shown.
        procedure: its id.
        make: makes such pages.

    Returns:
        ``html``, a document that loads nothing and runs nothing; None with the ``reason`` where there is none.
    """
    with session.read(files) as editions:
        manual = require_manual(editions, edition)
        placed = manual.procedure(procedure) if manual is not None else None
        html = make(session.root, edition, procedure_uri(placed)) if placed is not None else None
    return {"html": html or None, **({} if html else {"reason": _undrawn("no-page")})}


def _undrawn(reason: str) -> str:
    said: str = words_of("desk")["undrawn"][reason]
    return said
