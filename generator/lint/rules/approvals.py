"""Rules about the approvals of an edition: whether they are for what its procedures tell now.

Who approved and when, other rules judge: `unknown-role`, `unknown-procedure`, `unlikely-date`.
"""

import re
from collections.abc import Iterator, Mapping

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import Approval, CalendarDate, Path, fill_known_values, procedure_fingerprint
from generator.problems import Problem
from generator.project import CATALOGUE_OF, FileKind, ProjectFile
from generator.yamltext import as_list, as_mapping, as_text

APPROVALS = "approvals"
"""The key under which an edition's file has them."""


def approvals(facts: ProjectFacts) -> Iterator[Problem]:
    """`approval-outdated`, `approval-without-fingerprint`, `bad-fingerprint`, `approval-unplaced`; `repeated-name`."""
    for edition in facts.of_kind(FileKind.EDITION):
        titles: dict[tuple[str, str], str] = {}
        seen: set[str] = set()
        for position, written in enumerate(as_list(as_mapping(edition.data).get(APPROVALS))):
            entry = as_mapping(written)
            if as_text(entry.get("procedure")).strip() and entry.get("role") and entry.get("date"):
                titles = titles or _titles(facts, edition.id)
                name = as_text(entry["procedure"]).strip()
                if name in seen:
                    place = edition.value_place((APPROVALS, position, "procedure"))
                    yield found("repeated-name", place, id=name)
                seen.add(name)
                yield from _judged(facts, edition, position, entry, titles)


def _judged(
    facts: ProjectFacts,
    edition: ProjectFile,
    position: int,
    entry: Mapping[str, object],
    titles: Mapping[tuple[str, str], str],
) -> Iterator[Problem]:
    """What is wrong with one approval."""
    procedure = as_text(entry["procedure"]).strip()
    document = facts.procedure(procedure, edition.id)
    if document is None:
        return  # told by `unknown-procedure`
    place = (APPROVALS, position, "procedure")
    if edition.id not in facts.editions_of.get(procedure, ()):
        if facts.are_editions_readable:
            yield found("approval-unplaced", edition.value_place(place), id=procedure, edition=edition.id)
        return
    model, stated = facts.model_of(document, edition.id), as_text(entry.get("fingerprint")).strip()
    command = _command(edition.id, entry)
    if not stated:
        yield found("approval-without-fingerprint", edition.value_place(place), id=procedure, command=command)
    elif not Approval.is_fingerprint(stated):
        at = edition.value_place((APPROVALS, position, "fingerprint"))
        yield found("bad-fingerprint", at, text=stated, command=command)
    elif model is not None and procedure_fingerprint(model, titles) != stated:
        at = edition.value_place((APPROVALS, position, "fingerprint"))
        today = CalendarDate(year=facts.today.year, month=facts.today.month, day=facts.today.day)
        now = f"{today.buddhist_year}{today.iso()[4:]}"
        renewal = _command(edition.id, {**entry, "date": now, "order": ""})
        yield found(
            "approval-outdated", at, id=procedure, date=as_text(entry["date"]).strip(), command=renewal
        )


def approved_fingerprints(facts: ProjectFacts, edition: ProjectFile) -> Iterator[tuple[Path, str, str]]:
    """The approvals of an edition that state a fingerprint: where, it, and that of what the procedure tells now."""
    titles: dict[tuple[str, str], str] = {}
    for position, written in enumerate(as_list(as_mapping(edition.data).get(APPROVALS))):
        entry = as_mapping(written)
        stated = as_text(entry.get("fingerprint")).strip()
        document = facts.procedure(as_text(entry.get("procedure")).strip(), edition.id) if stated else None
        model = facts.model_of(document, edition.id) if document is not None else None
        if model is not None:
            titles = titles or _titles(facts, edition.id)
            yield (APPROVALS, position, "fingerprint"), stated, procedure_fingerprint(model, titles)


def _titles(facts: ProjectFacts, edition: str) -> dict[tuple[str, str], str]:
    """What the entries of the catalogues are called in an edition."""
    names, values = facts.names(edition), facts.values.get(edition, {})
    return {
        (sort, identifier): fill_known_values(title, values)
        for sort in CATALOGUE_OF
        for identifier, title in (names[sort] or {}).items()
    }


def _command(edition: str, entry: Mapping[str, object]) -> str:
    """The command that records an approval, as an entry has it."""
    role = entry["role"]
    roles = [as_text(each).strip() for each in role] if isinstance(role, list) else [as_text(role).strip()]
    date, order = as_text(entry.get("date")).strip(), as_text(entry.get("order")).strip()
    return " ".join(
        (
            f"khumue approve {as_text(entry['procedure']).strip()}",
            *(f"--by {each}" for each in roles),
            f"--date {_argument(date)}",
            *((f"--order {_argument(order)}",) if order else ()),
            f"--edition {edition}",
        )
    )


def _argument(text: str) -> str:
    """A text as one word of a command line."""
    return '"{}"'.format(text.replace('"', r"\"")) if re.search(r'[\s"]', text) else text
