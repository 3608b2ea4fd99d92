"""Rules about dates: their order, what they can be, and whether what is cited still holds."""

from collections.abc import Iterator
from datetime import timedelta

from pydantic_core import PydanticCustomError

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.approvals import APPROVALS
from generator.lint.rules.document_control import SIGNATURES
from generator.model import CalendarDate, Doubt, Path, ShapeKind, Standing, Status, doubt, leaves, parse_date
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
from generator.yamltext import as_mapping, as_text

FIRST_LIKELY_YEAR = 1850
"""Of the common era; the Thai offices and laws that a manual cites are younger."""
FARTHEST_LIKELY = timedelta(days=366 * 60)
_NOT_TO_COME = ("reviewed", "issued", "amended")


def read_date(data: object) -> CalendarDate | None:
    """The date that a text writes, or None when it writes none (another rule tells that)."""
    try:
        return parse_date(data) if isinstance(data, str) else None
    except PydanticCustomError:
        return None


def review_order(facts: ProjectFacts) -> Iterator[Problem]:
    """`reviewed-before-effective`: the last review is older than the procedure."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        data = as_mapping(document.data)
        effective, reviewed = read_date(data.get("effective")), read_date(data.get("reviewed"))
        if effective and reviewed and reviewed.last_day < effective.first_day:
            place = document.value_place(("reviewed",))
            yield found(
                "reviewed-before-effective", place, reviewed=data["reviewed"], effective=data["effective"]
            )


def validity_order(facts: ProjectFacts) -> Iterator[Problem]:
    """`validity-backwards`: a reference is valid to a day before the one from which it is valid."""
    catalogue = facts.project.only(FileKind.REFERENCES)
    for identifier, entry in as_mapping(catalogue.data).items() if catalogue is not None else ():
        valid = as_mapping(as_mapping(entry).get("valid"))
        start, end = read_date(valid.get("from")), read_date(valid.get("to"))
        if catalogue is not None and start and end and end.last_day < start.first_day:
            place = catalogue.value_place((identifier, "valid", "to"))
            yield found("validity-backwards", place, start=valid["from"], end=valid["to"])


def unlikely_dates(facts: ProjectFacts) -> Iterator[Problem]:
    """`unlikely-date`: centuries away, or a review or a signature that is still to come."""
    for document in facts.documents:
        for path, text in leaves(document.data, document.shape, ShapeKind.DATE):
            written = read_date(text)
            if written is None:
                continue
            is_far = written.first_day > facts.today + FARTHEST_LIKELY
            is_past = (
                path[-1] in _NOT_TO_COME
                or (document.kind is FileKind.KNOWLEDGE and path[-1] == "date")
                or (path[0] == "document_control" and path[1] in SIGNATURES)
                or (document.kind is FileKind.EDITION and path[0] == APPROVALS)
            )
            is_to_come = is_past and written.first_day > facts.today
            if is_far or is_to_come or written.year < FIRST_LIKELY_YEAR:
                variant = "to-come" if is_to_come and not is_far else ""
                yield found(
                    "unlikely-date",
                    document.value_place(path),
                    variant,
                    text=text,
                    year=written.buddhist_year,
                )


def outdated_citations(facts: ProjectFacts) -> Iterator[Problem]:
    """`reference-expired`, `reference-not-in-force`, `reference-amended-since-review`."""
    for document, pointer in facts.pointers:
        is_citation = document.kind is FileKind.PROCEDURE and pointer.points_at == "reference"
        if is_citation and pointer.path[0] != "source":
            yield from _outdated(facts, document, pointer.path, pointer.identifier.strip())


def _outdated(facts: ProjectFacts, document: ProjectFile, path: Path, identifier: str) -> Iterator[Problem]:
    """What no longer holds of one citation; nothing of a procedure that is out of use."""
    entry = facts.entry(FileKind.REFERENCES, identifier)
    if not entry or as_text(as_mapping(document.data).get("status")) == Status.RETIRED:
        return
    title, replacement = as_text(entry.get("title")), as_text(entry.get("replaced_by"))
    end = as_mapping(entry.get("valid")).get("to")
    standing = Standing(
        status=as_text(entry.get("status")) or None,
        is_replaced=bool(replacement),
        end=read_date(end),
        amended=read_date(entry.get("amended")),
    )
    for reviewed, key in _reviews(facts, document):
        why = doubt(standing, read_date(reviewed), facts.today)
        if why is None:
            continue
        place = document.value_place(path)
        if why is Doubt.AMENDED:
            details = {"id": identifier, "title": title, "amended": entry["amended"], "reviewed": reviewed}
            yield found("reference-amended-since-review", place, key, **details)
        elif why is Doubt.EXPIRED:
            yield found(
                "reference-expired", place, id=identifier, title=title, end=end, suggestion=replacement
            )
        else:
            details = {"id": identifier, "title": title, "suggestion": replacement}
            yield found("reference-not-in-force", place, why.value, **details)
        return


def _reviews(facts: ProjectFacts, document: ProjectFile) -> Iterator[tuple[object, str]]:
    """When a procedure was last looked through, and the key that says so: in each edition that shows it.

    An edition's own beginning holds for procedures that state none. Nothing is given once where nothing is stated.
    """
    data = as_mapping(document.data)
    stated = _stated_review(document)
    if stated is not None:
        yield data[stated], "" if stated == "reviewed" else stated
        return
    yield None, ""
    if as_text(data.get("status")) == Status.PLANNED:
        return
    for edition in facts.project.of_kind(FileKind.EDITION):
        if _begins_with(facts, edition, document):
            yield as_mapping(edition.data).get("effective"), "edition"


def _stated_review(document: ProjectFile) -> str | None:
    """The key that says when a procedure was last looked through; None when it does not say."""
    data = as_mapping(document.data)
    return next((key for key in ("reviewed", "effective") if data.get(key)), None)


def _begins_with(facts: ProjectFacts, edition: ProjectFile, document: ProjectFile) -> bool:
    """Whether an edition's beginning is that of a procedure that states none, and no change of the edition does."""
    if document.edition:
        return document.edition == edition.id
    edited = facts.edits.get((edition.id, document.id))
    is_dated = edited is not None and edited.document is not None and _stated_review(edited.document)
    return not is_dated and edition.id in facts.editions_of.get(document.id, ())
