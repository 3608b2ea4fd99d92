"""The view of the overview: how far each edition is from the shared text, procedure by procedure, and their values."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diff.differences import Drift
from generator.diff.report_words import percent
from generator.document.addresses import HOME, Target, comparison_uri
from generator.model.markup import plain_text
from generator.portal.collecting import Collection
from generator.portal.offices import office_groups
from generator.portal.summaries import EditionSummary
from generator.portal.versions import Versions
from generator.words import words_of

NAMES_SHOWN = 6
"""How many editions are named where they are many; the others are counted."""

TEXTS_SHOWN = 12
"""How many texts of one value stand open; the others can be opened."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in the table: how many procedures of each sort it has, and how far it is from the shared text."""

    id: str
    name: str
    target: Target
    placed: int
    own: int
    left_out: int
    planned: int
    changed: int
    drift: Drift
    share: str


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """A procedure in the list.

    Attributes:
        number: of its column in the picture; 0 when it has none.
        title: as plain text.
        target: its comparison; None when there is nothing to compare.
        editions: in how many editions it is.
        versions: how many texts these have.
        differing: how many of them differ from the base; None for a procedure that the base has not.
        most: the share that differs in the edition that differs most, in words; empty when none does.
        most_name: that edition.
    """

    number: int
    title: str
    target: Target | None
    editions: int
    versions: int
    differing: int | None
    most: str
    most_name: str


@dataclass(frozen=True, slots=True)
class Named:
    """Some editions by name, and how many more there are, in words."""

    names: tuple[str, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ValueText:
    """What a value is in some editions."""

    text: str
    editions: Named


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value by name, and its texts; that of most editions first."""

    name: str
    texts: tuple[ValueText, ...]
    rest: tuple[ValueText, ...]
    count: str


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A procedure that only one edition has: its title, the edition's name, and its page there."""

    title: str
    edition: str
    target: Target


def in_order(collection: Collection) -> list[EditionSummary]:
    """The editions as the home page has them."""
    groups = office_groups(collection.editions.values())
    return [collection.editions[card.id] for group in groups for card in group.cards]


def edition_rows(editions: Sequence[EditionSummary]) -> list[EditionRow]:
    """The table of all editions."""
    return [_edition_row(each) for each in editions]


def compared_procedures(collection: Collection) -> list[str]:
    """The ids of the procedures that a page compares: in several editions, or in one and unlike the base."""
    return [identifier for identifier, versions in collection.procedures.items() if _is_compared(versions)]


def charted_procedures(collection: Collection) -> list[str]:
    """The ids of the base's procedures that an edition has: the columns of the picture, in the base's order."""
    return [
        identifier
        for identifier, versions in collection.procedures.items()
        if versions.base and versions.editions
    ]


def procedure_rows(collection: Collection) -> list[ProcedureRow]:
    """The procedures in the picture's order, then the editions' own that more than one has."""
    columns = {identifier: number for number, identifier in enumerate(charted_procedures(collection), 1)}
    compared = set(compared_procedures(collection))
    rows = []
    for identifier in dict.fromkeys([*columns, *compared_procedures(collection)]):
        target = Target(comparison_uri(identifier)) if identifier in compared else None
        rows.append(_procedure_row(collection, identifier, columns.get(identifier, 0), target))
    return rows


def own_rows(collection: Collection) -> list[OwnRow]:
    """The procedures that only one edition has and the base has not."""
    return [
        OwnRow(
            title=plain_text(versions.title),
            edition=collection.editions[versions.editions[0]].name,
            target=page_in_edition(collection.editions[versions.editions[0]], identifier),
        )
        for identifier, versions in collection.procedures.items()
        if not versions.base and len(versions.editions) == 1
    ]


def value_rows(editions: Sequence[EditionSummary]) -> list[ValueRow]:
    """The values by name, each with the editions that have it as one text or another."""
    by_text: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for edition in editions:
        for name, text in edition.values.items():
            by_text[name][text].append(edition.name)
    return [_value_row(name, by_text[name]) for name in sorted(by_text)]


def named(names: Sequence[str]) -> Named:
    """Some names, the first of them in full and the rest counted."""
    shown = names if len(names) <= NAMES_SHOWN + 1 else names[:NAMES_SHOWN]
    rest = len(names) - len(shown)
    return Named(tuple(shown), words_of("portal")["count"]["more"].format(count=rest) if rest else "")


def page_in_edition(edition: EditionSummary, procedure: str) -> Target:
    """The page of a procedure on an edition's own site."""
    return Target(f"{edition.id}/{edition.placed[procedure].uri}")


def _is_compared(versions: Versions) -> bool:
    count = len(versions.editions)
    return count > 1 or (count == 1 and versions.base is not None and len(versions.all) > 1)


def _edition_row(edition: EditionSummary) -> EditionRow:
    drift = edition.drift
    return EditionRow(
        id=edition.id,
        name=edition.name,
        target=Target(f"{edition.id}/{HOME}"),
        placed=len(edition.placed),
        own=edition.own,
        left_out=len(edition.left_out),
        planned=edition.planned,
        changed=edition.changed_procedures,
        drift=drift,
        share=percent(drift.share),
    )


def _procedure_row(
    collection: Collection, identifier: str, number: int, target: Target | None
) -> ProcedureRow:
    versions = collection.procedures[identifier]
    differing = [version for version in versions.all if version.editions and not version.drift.is_same]
    most = max(differing, key=lambda version: version.drift.share, default=None)
    return ProcedureRow(
        number=number,
        title=plain_text(versions.title),
        target=target,
        editions=len(versions.editions),
        versions=versions.count,
        differing=sum(len(version.editions) for version in differing) if versions.base else None,
        most=percent(most.drift.share) if most else "",
        most_name=collection.editions[most.editions[0]].name if most else "",
    )


def _value_row(name: str, editions: dict[str, list[str]]) -> ValueRow:
    ordered = sorted(editions.items(), key=lambda each: (-len(each[1]), each[0]))
    texts = tuple(ValueText(text, named(names)) for text, names in ordered)
    count = words_of("portal")["overview"]["value_texts"].format(count=len(texts))
    shown = min(len(texts), TEXTS_SHOWN)
    return ValueRow(name, texts[:shown], texts[shown:], count)
