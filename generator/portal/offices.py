"""The offices as the home page has them: every edition, in groups that can be looked through on a phone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.document import HOME, Target
from generator.portal.summaries import EditionSummary
from generator.thai import SortKey, thai_sort_key
from generator.words import words_of

FEW_OFFICES = 8
"""Up to so many editions are cards in one list; more get a filter."""

MANY_OFFICES = 40
"""More than so many are grouped by the first letters of their names."""

_KIND_PATTERN = re.compile(r"[^\s.]{1,6}\.(?:[^\s.]{1,6}\.)*")
"""The abbreviation that a short name begins with: ``สพป.``."""


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """An edition to choose: its names, facts in words, and where it leads."""

    id: str
    name: str
    office: str
    year: str
    facts: tuple[str, ...]
    target: Target


@dataclass(frozen=True, slots=True)
class OfficeGroup:
    """Editions that stand together; heading and id are empty for a group that needs none."""

    id: str
    heading: str
    letter: str
    cards: tuple[OfficeCard, ...]


def office_groups(editions: Iterable[EditionSummary]) -> list[OfficeGroup]:
    """The editions in groups, each in the order of a dictionary.

    Args:
        editions: the editions.

    Returns:
        One group without a heading for up to `MANY_OFFICES`; of more, a group for each kind of office (the
        abbreviation that their short names begin with) and first letter.
    """
    ordered = sorted(editions, key=_order)
    cards = [office_card(each) for each in ordered]
    if len(cards) <= MANY_OFFICES:
        return [OfficeGroup("", "", "", tuple(cards))] if cards else []
    groups: list[OfficeGroup] = []
    for (kind, letter), members in groupby(cards, key=lambda card: _place(card.name)):
        heading = f"{kind} {letter}".strip()
        groups.append(OfficeGroup(f"offices-{len(groups) + 1}", heading, letter, tuple(members)))
    return groups


def office_card(edition: EditionSummary) -> OfficeCard:
    """An edition as it is chosen."""
    words = words_of("portal")["edition"]
    others = len(edition.placed) - edition.published - edition.planned
    counts = (("published", edition.published), ("unpublished", others), ("planned", edition.planned))
    facts = [words[key].format(count=count) for key, count in counts if count]
    return OfficeCard(
        id=edition.id,
        name=edition.short,
        office=edition.office if edition.office != edition.short else "",
        year=edition.year,
        facts=tuple(facts),
        target=Target(HOME, root=f"{edition.id}/"),
    )


def _order(edition: EditionSummary) -> tuple[str, str, SortKey, str]:
    return (*_place(edition.short), thai_sort_key(_own_part(edition.short)), edition.id)


def _place(name: str) -> tuple[str, str]:
    """The kind of an office and the letter under which a dictionary has its name."""
    kind = _KIND_PATTERN.match(name)
    letters, *_ = thai_sort_key(_own_part(name))
    return (kind[0] if kind else "", letters[0][-1].upper() if letters else "")


def _own_part(name: str) -> str:
    """A name without the abbreviation that it shares with others."""
    kind = _KIND_PATTERN.match(name)
    rest = name[kind.end() :].strip() if kind else name.strip()
    return rest or name
