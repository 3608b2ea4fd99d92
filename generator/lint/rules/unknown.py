"""A name of something that is not there: told in one way wherever it stands, with how to add what is named.

A name that is a slip is told with the one that was meant, and still how to add a new one: a role that is new must not
become the role that is spelled nearest.
"""

from generator.diagnostics import found, slip_of
from generator.lint.facts import MOST_LISTED, ProjectFacts
from generator.model import IDENTIFIER_PATTERN, to_identifier
from generator.problems import Problem
from generator.project import FileKind, ProjectFile, WrittenPage
from generator.yamltext import TextSpan, as_mapping

SORTS = ("role", "reference", "form", "procedure", "area", "edition")
"""What has ids that other files name; each has a rule ``unknown-<sort>``."""


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
    return found(
        f"unknown-{sort}",
        place,
        id=name,
        suggestion=suggestion,
        title=known.get(suggestion, "") if suggestion else None,
        new=_address(area or document.area, name) if sort == "procedure" else None,
        known=listed,
    )


def unknown_step(
    procedure: str, step: str, identifiers: list[str], document: ProjectFile, place: TextSpan, part: str
) -> Problem:
    """A step that its procedure does not have.

    Args:
        procedure: the id of the procedure.
        step: the id that none of its steps has.
        identifiers: those that they have.
        document: the file of the procedure.
        place: where the step is named.
        part: what names the step there, and can be left out.
    """
    return found(
        "unknown-step",
        place,
        id=step,
        procedure=procedure,
        suggestion=slip_of(step, identifiers),
        known=", ".join(list(dict.fromkeys(identifiers))[:MOST_LISTED]),
        file=document.source.file,
        part=part,
    )


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
