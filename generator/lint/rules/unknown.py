"""A name of something that is not there: told in one way wherever it stands, with how to add what is named.

A name that is a slip is told with the one that was meant, and still how to add a new one: a role that is new must not
become the role that is spelled nearest.
"""

import re
from typing import NamedTuple

from generator.diagnostics import found, slip_of
from generator.lint.facts import MOST_LISTED, ProjectFacts
from generator.model import IDENTIFIER_PATTERN, PROCEDURE_SCHEME, RetiredKind, to_identifier
from generator.problems import Problem
from generator.project import CATALOGUE_OF, FileKind, ProjectFile, WrittenPage
from generator.yamltext import TextSpan, as_mapping

_ENDINGS_OF_FILES = re.compile(r"\.(?:ya?ml|md|html)$")
"""What stands behind the id of a procedure in the names of its file and its page."""
SORTS = (*CATALOGUE_OF, "procedure", "area", "edition")
"""What has ids that other files name; each has a rule ``unknown-<sort>``."""


class Became(NamedTuple):
    """What became of an id that is not there.

    Attributes:
        now: what is written instead; None when it was never there, or nothing took its place.
        gone: itself, where nothing took its place.
        elsewhere: of a step that belongs to another procedure now, its whole address.
    """

    now: str | None
    gone: str | None
    elsewhere: str | None = None


def unknown(
    facts: ProjectFacts,
    sort: str,
    name: str,
    document: ProjectFile | WrittenPage,
    place: TextSpan,
    area: str = "",
) -> Problem:
    """An id that names nothing.

    Args:
        facts: about the project.
        sort: of what is named, one of `SORTS`.
        name: what was written.
        document: the file in which it stands.
        place: where.
        area: in which it would stand; by default that of the file.
    """
    known = facts.names(document.scope)[sort] or {}
    suggestion, listed = facts.guess(sort, name, known)
    now, gone, _ = became(facts, sort, name)
    return found(
        f"unknown-{sort}",
        place,
        id=name,
        suggestion=suggestion,
        title=known.get(suggestion, "") if suggestion else None,
        new=_address(area or document.area, name) if sort == "procedure" else None,
        known=listed,
        now=now,
        gone=gone,
    )


def became(facts: ProjectFacts, kind: str, identifier: str) -> Became:
    """What became of an id that is not there.

    Args:
        facts: about the project.
        kind: what the id would name.
        identifier: it; of a step with that of its procedure.
    """
    now = facts.former.now(kind, identifier)
    return Became(now or None, identifier if now == "" else None)


def step_became(facts: ProjectFacts, procedure: str, step: str) -> Became:
    """As `became`, of a step of a procedure."""
    told = became(facts, RetiredKind.STEP, f"{procedure}#{step}")
    within, _, name = (told.now or "").partition("#")
    if not name or within == procedure:
        return Became(name or None, told.gone)
    return Became(None, None, told.now)


def unknown_step(
    facts: ProjectFacts,
    step: str,
    identifiers: list[str],
    document: ProjectFile,
    place: TextSpan,
    part: str,
) -> Problem:
    """A step that its procedure does not have.

    Args:
        facts: about the project.
        step: the id that none of its steps has.
        identifiers: those that they have; one that is no id is told where it stands, and not meant here.
        document: the file of the procedure.
        place: where the step is named.
        part: what names the step there, and can be left out.
    """
    told = step_became(facts, document.id, step)
    identifiers = [each for each in identifiers if IDENTIFIER_PATTERN.fullmatch(each)]
    return found(
        "unknown-step",
        place,
        id=step,
        procedure=document.id,
        suggestion=slip_of(step, identifiers),
        known=", ".join(list(dict.fromkeys(identifiers))[:MOST_LISTED]),
        file=document.source.file,
        part=part,
        now=told.now,
        gone=told.gone,
        elsewhere=told.elsewhere,
    )


def linked_procedure(facts: ProjectFacts, target: str, scope: str) -> str | None:
    """How a link should be written that means a procedure by its id alone, its file, or its title; None of others.

    Args:
        facts: about the project.
        target: what the link says.
        scope: the edition in which it stands; empty for what all share.
    """
    known = facts.names(scope)["procedure"] or {}
    way, sign, step = target.partition("#")
    name = way.removesuffix("/index.html").rstrip("/").rpartition("/")[2]
    stem = _ENDINGS_OF_FILES.sub("", name)
    named = stem if stem in known else next((each for each in known if known[each] == target.strip()), None)
    return f"{PROCEDURE_SCHEME}:{named}{sign}{step}" if named else None


def new_term(facts: ProjectFacts, term: str) -> str:
    """An id for a new entry of the catalogue of terms."""
    catalogue = facts.project.only(FileKind.TERMS)
    taken = as_mapping(catalogue.data) if catalogue is not None else {}
    first = to_identifier(term) or "term"
    return next(
        each for number in range(1, len(taken) + 3) if (each := _numbered(first, number)) not in taken
    )


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _address(area: str, name: str) -> str | None:
    """What to give to the command that starts a procedure, if one can have such a name."""
    return f"{area}/{name}" if area and IDENTIFIER_PATTERN.fullmatch(name) else None
