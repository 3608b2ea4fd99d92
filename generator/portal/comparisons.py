"""What is compared of one procedure: who has which text, and what differs between them.

Few texts are each compared with each. Of many, those that came about in the same way are shown once, against the base.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.document import Target
from generator.model import BASE, plain_text
from generator.portal.collecting import Collection
from generator.portal.overview import NAMES_SHOWN, page_in_edition
from generator.portal.versions import MOST_GROUPS, Specimen, VersionGroup
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class Holder:
    """An edition that has a text: its name, and the procedure's page there."""

    name: str
    target: Target


@dataclass(frozen=True, slots=True)
class Holders:
    """Who has one text.

    Attributes:
        is_base: whether the shared text is among them.
        note: what else there is to say of it.
        shown: the first editions.
        rest: the others.
        rest_words: how many those are, in words.
    """

    is_base: bool
    note: str
    shown: tuple[Holder, ...]
    rest: tuple[Holder, ...]
    rest_words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts to be compared.

    Attributes:
        number: of the pair on its page, from 1.
        before: the one.
        after: the other.
        before_name: what the one is called.
        after_name: what the other is called.
        command: what shows the same on the command line.
    """

    number: int
    before: Specimen
    after: Specimen
    before_name: str
    after_name: str
    command: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a page that compares one procedure says.

    Attributes:
        title: the procedure's, as plain text.
        lead: how many have it, and how many texts there are, in words.
        holders: the texts, each with who has it.
        note: how the page compares many texts; empty when there are few.
        pairs: the texts to be compared, that of two editions first.
        left_out: what is not shown, in words; empty when everything is.
        commands: what shows it on the command line.
    """

    title: str
    lead: str
    holders: tuple[Holders, ...]
    note: str
    pairs: tuple[Pair, ...]
    left_out: str
    commands: tuple[str, ...]


def comparison_of(collection: Collection, identifier: str) -> Comparison:
    """What is compared of one procedure that an edition has."""
    return _Comparisons(collection, identifier).all()


class _Comparisons:
    """The comparisons of one procedure."""

    def __init__(self, collection: Collection, identifier: str) -> None:
        self._editions, self._identifier = collection.editions, identifier
        self._versions = collection.procedures[identifier]
        self._words = words_of("portal")["procedure"]

    def all(self) -> Comparison:
        """The whole page."""
        return self._of_few() if self._versions.is_few else self._of_many()

    def _of_few(self) -> Comparison:
        """Each text is compared with each: those of editions first, then the base's with them."""
        versions = self._versions.all
        pairs = [*combinations([each for each in versions if each.editions], 2)]
        pairs += [(versions[0], each) for each in versions[1:] if not versions[0].editions]
        return Comparison(
            title=plain_text(self._versions.title),
            lead=self._lead(),
            holders=tuple(self._holders(VersionGroup([each]), "") for each in versions if each.editions),
            note="",
            pairs=tuple(self._pairs((VersionGroup([one]), VersionGroup([other])) for one, other in pairs)),
            left_out="",
            commands=(),
        )

    def _of_many(self) -> Comparison:
        """Each way of changing the base is compared with the base (or with the text that most editions have)."""
        groups = self._versions.groups
        reference = next((group for group in groups if group.is_base), groups[0])
        others = [group for group in groups if group is not reference]
        shown = [group for group in others if group.specimen][:MOST_GROUPS]
        left_out = [group for group in others if group not in shown]
        editions = sum(len(group.editions) for group in left_out)
        return Comparison(
            title=plain_text(self._versions.title),
            lead=self._lead(),
            holders=tuple(
                self._holders(group, self._words["values_only"] if group.is_base else "")
                for group in groups
                if group.editions
            ),
            note=self._words["group_note"].format(reference=self._name(reference)),
            pairs=tuple(self._pairs((reference, group) for group in shown)),
            left_out=self._words["left_out"].format(ways=len(left_out), editions=editions)
            if left_out
            else "",
            commands=tuple(self._command(reference, group) for group in left_out[:1]),
        )

    def _lead(self) -> str:
        """How many editions have the procedure, and how many texts of it there are."""
        versions, editions = self._versions, self._versions.editions
        first = next(each for each in versions.all if each.editions)
        key = "lead_base" if first.is_base else "lead_same"
        if len(editions) == 1:
            key = "lead_one"
        elif not versions.is_few:
            key = "lead_many"
        elif versions.count > 1:
            key = "lead"
        name = self._editions[editions[0]].name
        return str(self._words[key].format(editions=len(editions), versions=versions.count, edition=name))

    def _holders(self, group: VersionGroup, note: str) -> Holders:
        """Who has the texts of a group."""
        holders = [
            Holder(self._editions[each].name, page_in_edition(self._editions[each], self._identifier))
            for each in group.editions
        ]
        shown = len(holders) if len(holders) <= NAMES_SHOWN + 1 else NAMES_SHOWN
        is_base = any(version.is_base for version in group.versions)
        return Holders(
            is_base=is_base,
            note=note,
            shown=tuple(holders[:shown]),
            rest=tuple(holders[shown:]),
            rest_words=words_of("portal")["count"]["more"].format(count=len(holders) - shown),
        )

    def _pairs(self, pairs: Iterable[tuple[VersionGroup, VersionGroup]]) -> Iterator[Pair]:
        """The pairs of which both texts were kept."""
        number = 0
        for one, other in pairs:
            if (before := one.specimen) and (after := other.specimen):
                number += 1
                names = self._name(one), self._name(other)
                yield Pair(number, before, after, *names, self._command(one, other))

    def _name(self, group: VersionGroup) -> str:
        """What the texts of a group are called: by their first edition, and how many more have them."""
        if not group.editions or (group.is_base and not self._versions.is_few):
            return str(words_of("portal")["edition"]["base"])
        name = self._editions[group.editions[0]].name
        if more := len(group.editions) - 1:
            name = f"{name} {words_of('portal')['count']['more'].format(count=more)}"
        return f"{name} ({words_of('portal')['edition']['base']})" if group.versions[0].is_base else name

    def _command(self, one: VersionGroup, other: VersionGroup) -> str:
        """What compares two texts on the command line."""
        before, after = (group.editions[0] if group.editions else BASE for group in (one, other))
        if not self._versions.is_few and one.is_base:
            before = BASE
        return str(self._words["command"].format(before=before, after=after, procedure=self._identifier))
