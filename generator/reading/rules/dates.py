"""Rules about dates: their order, what they can be, and whether what is cited still holds."""

from collections.abc import Iterator
from datetime import timedelta

from pydantic_core import PydanticCustomError

from generator.model.calendar import CalendarDate, parse_date
from generator.model.catalogue import ReferenceStatus
from generator.problems import Problem
from generator.reading.documents import Document, Kind
from generator.reading.findings import found
from generator.reading.rules.knowledge import Knowledge, as_mapping, as_text
from generator.reading.shapes import ShapeKind
from generator.reading.walking import Path, leaves

FIRST_LIKELY_YEAR = 1850
"""Of the common era; the Thai offices and laws that a manual cites are younger."""
FARTHEST_LIKELY = timedelta(days=366 * 60)
_NO_LONGER_IN_FORCE = (ReferenceStatus.REPLACED, ReferenceStatus.REPEALED)
_NOT_TO_COME = ("reviewed", "issued")


def read_date(data: object) -> CalendarDate | None:
    """The date that a text writes, or None when it writes none (another rule tells that)."""
    try:
        return parse_date(data) if isinstance(data, str) else None
    except PydanticCustomError:
        return None


def review_order(knowledge: Knowledge) -> Iterator[Problem]:
    """`reviewed-before-effective`: the last review is older than the procedure."""
    for document in knowledge.of_kind(Kind.PROCEDURE):
        data = as_mapping(document.data)
        effective, reviewed = read_date(data.get("effective")), read_date(data.get("reviewed"))
        if effective and reviewed and reviewed.last_day < effective.first_day:
            place = document.value_place(("reviewed",))
            yield found(
                "reviewed-before-effective", place, reviewed=data["reviewed"], effective=data["effective"]
            )


def validity_order(knowledge: Knowledge) -> Iterator[Problem]:
    """`validity-backwards`: a reference is valid to a day before the one from which it is valid."""
    catalogue = knowledge.project.only(Kind.REFERENCES)
    for identifier, entry in as_mapping(catalogue.data).items() if catalogue is not None else ():
        valid = as_mapping(as_mapping(entry).get("valid"))
        start, end = read_date(valid.get("from")), read_date(valid.get("to"))
        if catalogue is not None and start and end and end.last_day < start.first_day:
            place = catalogue.value_place((identifier, "valid", "to"))
            yield found("validity-backwards", place, start=valid["from"], end=valid["to"])


def unlikely_dates(knowledge: Knowledge) -> Iterator[Problem]:
    """`unlikely-date`: centuries away, or a review or a signature that is still to come."""
    for document in knowledge.documents:
        for path, text in leaves(document.data, document.shape, ShapeKind.DATE):
            written = read_date(text)
            if written is None:
                continue
            is_far = written.first_day > knowledge.today + FARTHEST_LIKELY
            is_to_come = path[-1] in _NOT_TO_COME and written.first_day > knowledge.today
            if is_far or is_to_come or written.year < FIRST_LIKELY_YEAR:
                variant = "to-come" if is_to_come and not is_far else ""
                yield found(
                    "unlikely-date",
                    document.value_place(path),
                    variant,
                    text=text,
                    year=written.buddhist_year,
                )


def outdated_citations(knowledge: Knowledge) -> Iterator[Problem]:
    """`reference-expired` and `reference-not-in-force`: a procedure cites what no longer holds."""
    for document, pointer in knowledge.pointers:
        is_citation = document.kind is Kind.PROCEDURE and pointer.points_at == "reference"
        if is_citation and pointer.path[0] != "source":
            yield from _outdated(knowledge, document, pointer.path, pointer.identifier.strip())


def _outdated(knowledge: Knowledge, document: Document, path: Path, identifier: str) -> Iterator[Problem]:
    """What no longer holds of one citation."""
    entry = knowledge.entry(Kind.REFERENCES, identifier)
    if not entry:
        return
    title, replacement = as_text(entry.get("title")), as_text(entry.get("replaced_by"))
    status = as_text(entry.get("status"))
    end = as_mapping(entry.get("valid")).get("to")
    last = read_date(end)
    if status in _NO_LONGER_IN_FORCE:
        place = document.value_place(path)
        yield found(
            "reference-not-in-force", place, status, id=identifier, title=title, suggestion=replacement
        )
    elif last is not None and last.last_day < knowledge.today:
        place = document.value_place(path)
        yield found("reference-expired", place, id=identifier, title=title, end=end, suggestion=replacement)
