"""What the text of a step states of roles: that its actor approves, or that it reports to a role or asks one.

A deliberately narrow reading: only words of the part ``responsibility``, only the full or short name of a role exactly
as the catalogue has it, only where a name begins right after such words and ends there. Everything else says nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Kind, Manual, PlacedStep, plain_text
from generator.words import typed_words


@dataclass(frozen=True, slots=True)
class Wording:
    """How a text names whom a step concerns.

    Attributes:
        kinds: the kinds of steps in which it counts.
        verbs: what is done; a joint must follow somewhere behind, and then the role's name.
        joined_verbs: likewise, but the name follows at once.
        joints: what stands between a verb with its object and a role's name.
        not_verbs: what only begins like a verb.
    """

    kinds: tuple[Kind, ...]
    verbs: tuple[str, ...]
    joined_verbs: tuple[str, ...]
    joints: tuple[str, ...]
    not_verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponsibilityWords:
    """The part ``responsibility``, which says what each is."""

    approves: tuple[str, ...]
    not_approves: tuple[str, ...]
    judges: tuple[str, ...]
    informed: Wording
    consulted: Wording
    followed_by: tuple[str, ...]


def _words() -> ResponsibilityWords:
    return typed_words("responsibility", ResponsibilityWords)


def is_approval(placed: PlacedStep) -> bool:
    """Whether a step's words say that whoever acts in it approves something.

    Its text begins with a verb of approval, or it begins with one of judging and a way out with one of approval. That
    the flow divides in a step says nothing: whether a file is complete is no approval.
    """
    words, text = _words(), _begun(placed.step.text)
    if approval := _longest(words.approves, text):
        return len(approval) > len(_longest(words.not_approves, text))
    return text.startswith(words.judges) and any(
        _begun(outcome.label).startswith(words.approves) for outcome in placed.step.outcomes
    )


def _longest(words: tuple[str, ...], text: str) -> str:
    """The longest of the words with which a text begins; empty for none."""
    return max(filter(text.startswith, words), key=len, default="")


def _begun(text: str) -> str:
    """A text as its beginning is read."""
    return plain_text(text).strip().lower()


class StatedRoles:
    """Finds the roles of a manual that the texts of steps name."""

    def __init__(self, manual: Manual) -> None:
        """Note the names of the manual's roles; a name that two of them share says nothing."""
        owners: dict[str, set[str]] = {}
        for identifier, role in manual.roles.items():
            for name in filter(None, (role.title, role.short)):
                owners.setdefault(plain_text(name), set()).add(identifier)
        # A longer name is tried first: one may be the beginning of another.
        self._names: Mapping[str, str] = {
            name: next(iter(found))
            for name, found in sorted(owners.items(), key=lambda pair: -len(pair[0]))
            if len(found) == 1
        }

    def informed(self, placed: PlacedStep) -> tuple[str, ...]:
        """The roles that a step reports to, in the order of its text; not its own."""
        return self._named(placed, _words().informed)

    def consulted(self, placed: PlacedStep) -> tuple[str, ...]:
        """The roles that a step asks, in the order of its text; not its own."""
        return self._named(placed, _words().consulted)

    def _named(self, placed: PlacedStep, wording: Wording) -> tuple[str, ...]:
        kind = Kind.DECISION if placed.step.is_decision else placed.step.kind
        if kind not in wording.kinds:
            return ()
        text = plain_text(placed.step.text)
        found = (self._role_at(text, place) for place in _places_of_names(text, wording))
        return tuple(dict.fromkeys(role for role in found if role and role not in placed.roles))

    def _role_at(self, text: str, place: int) -> str | None:
        """The role whose whole name stands at a place of a text."""
        for name, role in self._names.items():
            if text.startswith(name, place):
                rest = text[place + len(name) :]
                return role if _ends_a_name(rest) else None
        return None


def _places_of_names(text: str, wording: Wording) -> Iterator[int]:
    """Where a name may begin: right behind a joint that has a verb before it, or right behind a joined verb."""
    for word in wording.not_verbs:
        text = text.replace(word, "\0" * len(word))
    places = {end for verb in wording.joined_verbs for end in _ends(text, verb)}
    first = min((end for verb in wording.verbs for end in _ends(text, verb)), default=None)
    if first is not None:
        places |= {end for joint in wording.joints for end in _ends(text, joint) if end - len(joint) >= first}
    yield from sorted(places)


def _ends(text: str, part: str) -> Iterator[int]:
    """Where each occurrence of a part ends in a text."""
    place = text.find(part)
    while place >= 0:
        yield place + len(part)
        place = text.find(part, place + 1)


def _ends_a_name(rest: str) -> bool:
    """Whether what follows a name is not its continuation."""
    return not rest or not rest[0].isalnum() or rest.startswith(_words().followed_by)
