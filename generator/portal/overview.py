"""What the overview shows: which editions and procedures, in which order, and how they are named."""

from collections.abc import Sequence

from generator.document import COMPARISONS, Target
from generator.portal.collecting import Collection
from generator.portal.offices import office_groups
from generator.portal.summaries import EditionSummary
from generator.portal.versions import Versions
from generator.words import words_of

OVERVIEW = COMPARISONS

NAMES_SHOWN = 6
"""How many editions are named where they are many; the others are counted."""


def in_home_order(collection: Collection) -> list[EditionSummary]:
    """The editions as the home page has them."""
    groups = office_groups(collection.editions.values())
    return [collection.editions[card.id] for group in groups for card in group.cards]


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


def lone_procedures(collection: Collection) -> list[str]:
    """The ids of the procedures that only one edition has: those of the base first, then those that it brought."""
    return [
        identifier for identifier, versions in collection.procedures.items() if len(versions.editions) == 1
    ]


def is_everywhere_the_same(versions: Versions) -> bool:
    """Whether all editions that have a procedure, of which there are several, have one text: the base's, if any."""
    return (
        len(versions.editions) > 1
        and versions.count == 1
        and all(each.drift.is_same for each in versions.all if each.editions)
    )


def names_in_words(names: Sequence[str]) -> str:
    """Some names, the first of them in full and the rest counted."""
    shown = names if len(names) <= NAMES_SHOWN + 1 else names[:NAMES_SHOWN]
    rest = len(names) - len(shown)
    more = words_of("portal")["count"]["more"].format(count=rest) if rest else ""
    return f"{', '.join(shown)} {more}".strip()


def page_in_edition(edition: EditionSummary, procedure: str) -> Target:
    """The page of a procedure on an edition's own site."""
    return Target(edition.placed[procedure].uri, root=f"{edition.id}/")


def _is_compared(versions: Versions) -> bool:
    count = len(versions.editions)
    return count > 1 or (count == 1 and versions.base is not None and len(versions.all) > 1)
