"""A procedure as instructions in the words of schema.org: its steps, how long it takes, what it uses and cites."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.document import last_change, procedure_uri
from generator.indexes import cited_references
from generator.model import Amount, Duration, PlacedProcedure, PlacedStep, ProcedureTime, plain_text
from generator.words import present_language
from generator.writers.publication import Publication

Data = dict[str, Any]
_OF_DATE = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_OF_DAY = {"hour": "H", "minute": "M", "second": "S"}
"""How ISO 8601 writes units of time. It knows no days on which offices work: times in these are told in words alone."""


def how_to(publication: Publication, placed: PlacedProcedure) -> Data:
    """A procedure that has steps.

    Args:
        publication: the edition.
        placed: a procedure of it.
    """
    url, changed = publication.url(procedure_uri(placed)), last_change(placed, publication.changed)
    read = publication.addresses.read
    return _stated(
        {
            "@type": "HowTo",
            "@id": f"{url}#top",
            "url": url,
            "name": read(placed.title),
            "description": read(placed.procedure.summary) if placed.procedure.summary else None,
            "inLanguage": present_language(),
            "dateModified": changed.iso() if changed else None,
            "publisher": {
                "@type": "GovernmentOrganization",
                "name": plain_text(publication.manual.edition.office),
            },
            "totalTime": _total_time(placed),
            "supply": list(_supplies(publication, placed)),
            "citation": list(_citations(publication, placed)),
            "step": [
                _step(publication, step, url, position) for position, step in enumerate(placed.steps, 1)
            ],
        }
    )


def _step(publication: Publication, placed: PlacedStep, page: str, position: int) -> Data:
    """A step; one with steps of its own is a section. What is done at the same time has no place in an order."""
    read, detail = publication.addresses.read, placed.step.detail
    name = read(placed.step.text)
    return _stated(
        {
            "@type": "HowToSection" if placed.steps else "HowToStep",
            "position": None if placed.is_branch else position,
            "name": name,
            "text": publication.addresses.read_rich(detail) if detail else name,
            "url": f"{page}#{placed.anchor}",
            "itemListOrder": "https://schema.org/ItemListUnordered" if placed.step.is_fork else None,
            "itemListElement": [
                _step(publication, child, page, number) for number, child in enumerate(placed.steps, 1)
            ],
        }
    )


def _supplies(publication: Publication, placed: PlacedProcedure) -> Iterator[Data]:
    """What is used up: the forms that are filled in, the documents that who asks for a service brings."""
    manual, read = publication.manual, publication.addresses.read
    own = [*placed.procedure.forms, *(form for step in placed.walk_steps() for form in step.step.forms)]
    names = [manual.forms[form].title for form in own]
    service = placed.procedure.service
    names += [each.name for each in service.documents or ()] if service else []
    for name in dict.fromkeys(map(read, names)):
        yield {"@type": "HowToSupply", "name": name}


def _citations(publication: Publication, placed: PlacedProcedure) -> Iterator[Data]:
    """The laws, rules and handbooks that it is done by: no tools, which are things that one works with."""
    for reference in cited_references(placed):
        found = publication.manual.references[reference]
        yield _stated(
            {"@type": "CreativeWork", "name": publication.addresses.read(found.title), "url": found.url}
        )


def _total_time(placed: PlacedProcedure) -> str | None:
    """How long it takes at most, where it says so itself, or each step that somebody waits for does; in ISO 8601."""
    service = placed.procedure.service
    if service and service.total_time:
        return _iso_duration(service.total_time)
    longest = ProcedureTime(placed).longest
    is_all = longest.steps and not (longest.outside or longest.windows or longest.silent or longest.per)
    return None if longest.is_open or not is_all else _iso_amounts(longest.most)


def _iso_duration(duration: Duration) -> str | None:
    is_whole = duration.is_countable and not (duration.per or duration.is_open)
    return _iso_amounts(duration.most) if is_whole else None


def _iso_amounts(amounts: Sequence[Amount]) -> str | None:
    """Amounts as ISO 8601 writes them; None where it cannot."""
    units = [each.unit for each in amounts]
    if not units or not {*units} <= {*_OF_DATE, *_OF_DAY} or ("week" in units and len(units) > 1):
        return None
    dates, days = (
        "".join(
            f"{each.amount.normalize():f}{letters[each.unit]}" for each in amounts if each.unit in letters
        )
        for letters in (_OF_DATE, _OF_DAY)
    )
    return f"P{dates}{'T' if days else ''}{days}"


def _stated(facts: Data) -> Data:
    """What is stated of some facts."""
    return {key: value for key, value in facts.items() if value not in (None, [])}
