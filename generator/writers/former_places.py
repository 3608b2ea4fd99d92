"""The places on pages that were called by ids which were given up, told to the page, whose script leads on.

A page that is still there, or that is led to from where it stood, knows its places by the ids of today: rows and
charts of steps, what a procedure cites, the work of a role in a procedure.
"""

from collections.abc import Iterator, Mapping

from generator.charts import has_own_chart
from generator.document import (
    FORMS,
    KNOWLEDGE,
    REFERENCES,
    RESPONSIBILITIES,
    ROLES,
    TERMS,
    Target,
    entry_fragment,
    entry_uri,
)
from generator.model import PlacedProcedure, RetiredKind, named_by
from generator.writers.publication import Publication

_WITH_ENTRIES = (ROLES, RESPONSIBILITIES, REFERENCES, FORMS, TERMS)
"""The pages on which places are called by the ids of entries of the catalogues."""
_CITED = (RetiredKind.REFERENCE, RetiredKind.FORM)
"""The sorts of entries that stand on a procedure's page by their ids."""
_STEP = "#"
_ROW, _CHART, _PROCESS = "step-{}", "chart-{}", "process-{}"
"""How the row of a step is called, and what shows the steps inside it; `PlacedStep.anchor` is so made."""
_WORK, _OF_PROCEDURE = "work-{}", "procedure-{}"
"""How a procedure is called on the page of a role, and among the knowledge."""


def former_places(publication: Publication, uri: str) -> Mapping[str, str]:
    """Where links lead on to that name places on a page as they were called before, by what these were called.

    Args:
        publication: the edition's pages.
        uri: of the page.
    """
    placed = publication.procedures.get(uri)
    if placed is not None:
        found = (*_of_steps(publication, placed), *_cited(publication, uri, placed))
    elif uri in _WITH_ENTRIES:
        kinds = (each for each in RetiredKind if each not in (RetiredKind.PROCEDURE, RetiredKind.STEP))
        found = tuple(place for kind in kinds for place in _entries(publication, uri, kind))
    else:
        found = tuple(_of_procedures(publication, uri))
    return {before: publication.addresses.link(uri, target) for before, target in found}


def _of_steps(publication: Publication, placed: PlacedProcedure) -> Iterator[tuple[str, Target]]:
    """The rows of steps and the charts inside them."""
    for before, now in publication.manual.former.steps():
        procedure, _, step = now.partition(_STEP)
        target = publication.addresses.procedure_target(procedure, step)
        if not before.startswith(f"{placed.id}{_STEP}") or target is None:
            continue
        old = before.rpartition(_STEP)[2]
        yield _ROW.format(old), target
        there = publication.manual.procedure(procedure)
        aimed = there.step_with_id(step) if there is not None else None
        if aimed is not None and has_own_chart(aimed):
            for pattern in (_CHART, _PROCESS):
                yield pattern.format(old), Target(target.uri, pattern.format(aimed.chart_key))


def _entries(publication: Publication, uri: str, kind: RetiredKind) -> Iterator[tuple[str, Target]]:
    """The entries of one sort that a page holds by their ids."""
    for each, old, now in publication.manual.former.successors():
        if now and each == kind:
            yield entry_fragment(kind, old), Target(uri, entry_fragment(kind, now))


def _cited(publication: Publication, uri: str, placed: PlacedProcedure) -> Iterator[tuple[str, Target]]:
    """The laws and forms that a procedure's page names."""
    for kind in _CITED:
        here = {entry_fragment(kind, each) for each in named_by(placed.procedure, kind)}
        yield from (each for each in _entries(publication, uri, kind) if each[1].fragment in here)


def _of_procedures(publication: Publication, uri: str) -> Iterator[tuple[str, Target]]:
    """The procedures on the page of a role, and on that of all knowledge."""
    manual = publication.manual
    role = next((each for each in manual.roles if entry_uri(ROLES, each) == uri), "")
    pattern = _WORK if role else _OF_PROCEDURE if uri == KNOWLEDGE else ""
    for kind, old, now in manual.former.successors() if pattern else ():
        placed = manual.procedure(now) if kind == RetiredKind.PROCEDURE else None
        if placed is not None and (not role or _has_part(publication, role, placed)):
            yield pattern.format(old), Target(uri, pattern.format(now))


def _has_part(publication: Publication, role: str, placed: PlacedProcedure) -> bool:
    """Whether a role's page has a procedure: it is named in it, or its steps say in words that it is told or asked."""
    rows = publication.book.indexes.matrix.rows
    in_words = any(role in row.cells for row in rows if row.procedure.id == placed.id)
    return in_words or role in named_by(placed.procedure, "role")
