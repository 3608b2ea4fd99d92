"""The views of learning paths: each stop with its words and links."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.document.addresses import (
    FORMS,
    HOME,
    MISSION,
    ONBOARDING,
    REFERENCES,
    ROLES,
    TERMS,
    Target,
    area_uri,
    entry_uri,
    procedure_uri,
)
from generator.document.names import Named, StepName, named, named_role, step_name
from generator.indexes.learning import PathStop, Reason, RolePath, StopKind
from generator.model.catalogue import RoleKind
from generator.model.manual import Manual
from generator.words import words_of

_MADE = {
    HOME: "home",
    MISSION: "mission",
    REFERENCES: "references",
    ROLES: "roles",
    FORMS: "forms",
    TERMS: "terms",
    ONBOARDING: "onboarding",
}
"""Pages without an author that a stop may lead to, by their names among the labels ``site``."""


@dataclass(frozen=True, slots=True)
class WordLink:
    """A word, as authored, its abbreviation, and its place in the glossary; no target where it has none."""

    term: str
    short: str | None
    target: Target | None


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop as the page shows it; texts are as authored.

    Attributes:
        number: its place, counting from 1.
        key: what a browser remembers it by.
        kind: what sort of stop it is.
        label: the same in words.
        name: the procedure or page that it leads to.
        step: the one step that it leads to.
        steps: the role's steps in a procedure, or what a checkpoint asks for.
        words: the words that it names.
        checkpoint: what an author wants to be proved.
        why: why it is there, as authored.
        reason: why it is there, when it is computed, in words.
    """

    number: int
    key: str
    kind: str
    label: str
    name: Named | None
    step: StepName | None
    steps: tuple[StepName, ...]
    words: tuple[WordLink, ...]
    checkpoint: str | None
    why: str | None
    reason: str | None

    @property
    def fragment(self) -> str:
        """The HTML id of the stop."""
        return f"stop-{self.number}"


@dataclass(frozen=True, slots=True)
class PathCard:
    """A path among others: its name (a role's title, or as authored), what it is for, how many stops it has."""

    title: str
    target: Target
    role: Named
    summary: str | None
    stop_count: str


@dataclass(frozen=True, slots=True)
class PathGroup:
    """Computed paths of one kind of roles."""

    key: str
    title: str
    paths: tuple[PathCard, ...]


class PathViews:
    """Makes the views of one manual's paths."""

    def __init__(self, manual: Manual, words: Mapping[str, Target]) -> None:
        """Prepare to make views.

        Args:
            manual: the manual.
            words: where words are explained, by their full forms.
        """
        self._manual, self._words = manual, words
        self._pages = {
            uri: Named("", words_of("document")["site"][name], Target(uri)) for uri, name in _MADE.items()
        }
        for area in manual.areas:
            self._pages[area_uri(area.id)] = Named(area.number, area.title, Target(area_uri(area.id)))
        self._pages |= {procedure_uri(placed): named(placed) for placed in manual.procedures()}

    def title(self, path: RolePath) -> str:
        """What a path is called, as authored or by its role."""
        role = named_role(self._manual, path.role).title
        wording: str = words_of("document")["onboarding"]["computed_title"]
        return wording.format(role=role) if path.title is None else path.title

    def card(self, path: RolePath) -> PathCard:
        """A path as the list of paths shows it; a computed one by the name of its role."""
        role = named_role(self._manual, path.role)
        count = words_of("document")["onboarding"]["stop_count"].format(count=len(path.stops))
        return PathCard(path.title or role.title, Target(path_uri(path)), role, path.summary, count)

    def groups(self, paths: tuple[RolePath, ...]) -> tuple[PathGroup, ...]:
        """Paths by the kinds of their roles, in the order of the kinds."""
        by_kind: dict[RoleKind, list[PathCard]] = defaultdict(list)
        for path in paths:
            by_kind[self._manual.roles[path.role].kind].append(self.card(path))
        titles = words_of("document")["role_kind"]
        return tuple(
            PathGroup(kind.value, titles[kind.value], tuple(by_kind[kind]))
            for kind in RoleKind
            if by_kind[kind]
        )

    def stops(self, path: RolePath) -> tuple[StopView, ...]:
        """The stops of a path."""
        return tuple(self._stop(number, stop) for number, stop in enumerate(path.stops, 1))

    def _stop(self, number: int, stop: PathStop) -> StopView:
        placed, is_step = stop.procedure, stop.kind is StopKind.STEP
        links = tuple(step_name(placed, step) for step in stop.steps) if placed else ()
        return StopView(
            number=number,
            key=stop.key,
            kind=stop.kind.value,
            label=words_of("document")["stop_kind"][stop.kind.value],
            name=self._name(stop),
            step=links[0] if is_step else None,
            steps=() if is_step else links,
            words=tuple(WordLink(each.term, each.short, self._words.get(each.term)) for each in stop.words),
            checkpoint=stop.checkpoint,
            why=None if self._is_why_the_name(stop) else stop.why,
            reason=_reason(stop),
        )

    def _name(self, stop: PathStop) -> Named | None:
        if stop.procedure is not None:
            return named(stop.procedure)
        if stop.kind is not StopKind.PAGE:
            return None
        return self._pages.get(stop.page) or Named("", stop.why or stop.page, Target(stop.page))

    def _is_why_the_name(self, stop: PathStop) -> bool:
        """Whether the reason already stands as the name of an authored page, whose own title nobody knows here."""
        return stop.kind is StopKind.PAGE and stop.page not in self._pages


def path_uri(path: RolePath) -> str:
    """The page of a path: ``onboarding/group-director.md``."""
    return entry_uri(ONBOARDING, path.id)


def _reason(stop: PathStop) -> str | None:
    if stop.reason is None:
        return None
    count = len(stop.words) if stop.reason is Reason.WORDS else len(stop.steps)
    wording: str = words_of("document")["stop_reason"][stop.reason.value]
    return wording.format(count=count, all=stop.step_count)
