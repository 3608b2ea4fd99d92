"""What became of the things beside the procedures: catalogues, areas, knowledge, learning paths, the office itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diff import (
    FieldComparer,
    Names,
    ProcedureName,
    Sort,
    TextMeasure,
    name_of,
    procedure_name,
    whole_difference,
)
from generator.model import (
    Area,
    Edition,
    Frozen,
    Manual,
    Matter,
    PlacedKnowledge,
    PlacedPath,
    PresentedField,
    Settings,
    named_by,
    plain_text,
    presented_fields,
)
from generator.revisions.declared import Stated
from generator.revisions.renaming import Renaming
from generator.revisions.vocabulary import EntryChange, Statement, Unseen
from generator.revisions.weight import Weighing
from generator.words import words_of

_CATALOGUES: Mapping[str, Callable[[Manual], Mapping[str, Frozen]]] = {
    "role": lambda manual: manual.roles,
    "reference": lambda manual: manual.references,
    "form": lambda manual: manual.forms,
    "term": lambda manual: manual.terms,
}
_OTHERS: Mapping[str, Callable[[Manual], Mapping[str, Frozen]]] = {
    "area": lambda manual: {each.id: Area(title=each.title, summary=each.summary) for each in manual.areas},
    "knowledge": lambda manual: {each.id: each.item for each in manual.knowledge},
    "path": lambda manual: {each.id: each.learning for each in manual.paths},
    "edition": lambda manual: {} if manual.is_base else {manual.edition_id: manual.edition},
    "settings": lambda manual: {"manual": manual.settings},
}
_ABOUT: Mapping[str, Mapping[Matter, Matter]] = {
    "role": {Matter.WORDS: Matter.DOER, Matter.PROMISE: Matter.DOER},
    "reference": {Matter.WORDS: Matter.LAW, Matter.PROMISE: Matter.LAW},
    "form": {Matter.WORDS: Matter.DOCUMENT, Matter.PROMISE: Matter.DOCUMENT},
    "term": {Matter.WORDS: Matter.MEANING, Matter.PROMISE: Matter.MEANING},
    "knowledge": {Matter.DOER: Matter.RECORD, Matter.PROMISE: Matter.RECORD},
    "path": {Matter.DOER: Matter.LINK, Matter.PROMISE: Matter.LINK},
}
"""What differences in an entry are about, where that is not what they are about in a procedure: a law's title."""
_COMPARED_ELSEWHERE: Mapping[type[Frozen], frozenset[str]] = {
    Area: frozenset({"title"}),
    Edition: frozenset({"areas", "changes", "values"}),
    Settings: frozenset({"values"}),
}
"""The fields of the office and of the manual that show in procedures, areas and values."""
_MINOR: Mapping[str, frozenset[str]] = {
    "role": frozenset({"note", "short", "kind"}),
    "reference": frozenset({"note", "url"}),
    "form": frozenset({"note"}),
    "term": frozenset({"synonyms"}),
}
"""What of an entry only says more about it, and does not change what it is."""
_OF_FILES = frozenset({"knowledge", "path"})
"""What has a file of its own; what it points at and is there no more is told as such."""
_BROKEN_AS_A_WHOLE = frozenset({"area", "settings"})
"""Of what nothing is known where its file has errors."""
_TOLD_ELSEWHERE = frozenset({"area", "edition", "settings"})
"""What is told to be new or gone by the list of areas, or of offices."""


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """Finds out what became of everything beside the procedures.

    Attributes:
        before: the state before, by the ids after.
        after: the state after.
        renaming: which ids became which.
        unseen: what is there and cannot be read.
        names: the titles of what ids name.
        fields: compares fields.
        measure: compares texts.
        weighing: tells what in a text is to be looked at.
    """

    before: Manual
    after: Manual
    renaming: Renaming
    unseen: Unseen
    names: Names
    fields: FieldComparer
    measure: TextMeasure
    weighing: Weighing

    def all(self) -> Iterator[EntryChange]:
        """Everything that changed, catalogues first."""
        for kind, of in (*_CATALOGUES.items(), *_OTHERS.items()):
            yield from self._of_kind(kind, of(self.before), of(self.after))

    def _of_kind(
        self, kind: str, before: Mapping[str, Frozen], after: Mapping[str, Frozen]
    ) -> Iterator[EntryChange]:
        for identifier in (*after, *(each for each in before if each not in after)):
            one, other = before.get(identifier), after.get(identifier)
            renamed = self.renaming.before(kind, identifier)
            if (one is other and renamed is None) or self._is_untold(kind, identifier, one, other):
                continue
            sides = [self._readable(each) if kind in _OF_FILES else each for each in (one, other)]
            statements = tuple(self._statements(kind, identifier, *sides))
            shown = other or one
            if (
                not statements and renamed is None and one is not None and other is not None
            ) or shown is None:
                continue
            sort = Sort.CHANGED if one is not None and other is not None else _one_sided(one)
            yield EntryChange(
                kind,
                identifier,
                plain_text(name_of(shown)) or identifier,
                sort,
                statements,
                tuple(self._users(kind, identifier)),
                renamed,
            )

    def _is_untold(self, kind: str, identifier: str, one: Frozen | None, other: Frozen | None) -> bool:
        """Whether it is not known if something is new or gone, or what became of it is told elsewhere."""
        if kind in _BROKEN_AS_A_WHOLE and self.unseen.is_broken(kind, identifier):
            return True
        if one is not None and other is not None:
            return kind in _OF_FILES and _file_of(identifier, self.after) in self.unseen.unchanged
        missing, there = (self.unseen.before, self.after) if one is None else (self.unseen.after, self.before)
        if kind in _CATALOGUES:
            return f"{kind}:" in missing or f"{kind}:{identifier}" in missing
        return kind in _TOLD_ELSEWHERE or _file_of(identifier, there) in missing

    def _readable(self, entry: Frozen | None) -> Frozen | None:
        """An entry without parts that lead to what cannot be read: where that is, a manual does not hold them."""
        if entry is None:
            return None
        parts = {
            field.name: tuple(
                each
                for each in field.of(entry)
                if not any(self.unseen.holds(name) for name in named_by(each, "procedure"))
            )
            for field in presented_fields(type(entry))
            if field.model is not None and isinstance(field.of(entry), tuple)
        }
        return entry.model_copy(update=parts)

    def _statements(
        self, kind: str, identifier: str, one: Frozen | None, other: Frozen | None
    ) -> Iterator[Statement]:
        """What changed in an entry; of an item of knowledge its text too, which is no field."""
        shown = other or one
        if shown is None:
            return
        model = type(shown)
        stated = Stated(model, "", (None, None), self.weighing, _ABOUT.get(kind, {}))
        for field in presented_fields(model):
            if field.name not in _COMPARED_ELSEWHERE.get(model, ()):
                found = [each for each in self.fields.compare(field, one, other) if each is not None]
                told = [statement for each in found for statement in stated.of(each)]
                yield from (
                    self._about(kind, each) for each in told or self._unshown(field, one, other, stated)
                )
        if kind == "knowledge":
            yield from self._body(identifier, stated)

    def _unshown(
        self, field: PresentedField, one: Frozen | None, other: Frozen | None, stated: Stated
    ) -> Iterator[Statement]:
        """What changed in a field that readers see only in what it does: the address of a file, a page to read."""
        if one is None or other is None or field.of(one) == field.of(other):
            return
        name = self.names.of(field.points_at) if field.points_at else str
        before, after = (
            name(value) if (value := field.of(each)) and isinstance(value, str) else ""
            for each in (one, other)
        )
        text = whole_difference(before, after)
        sort = Sort.CHANGED if text.is_same else text.sort
        yield stated.statement(stated.matter(field.key), sort, field.title, text, field.key)

    @staticmethod
    def _about(kind: str, statement: Statement) -> Statement:
        """A statement about an entry, which says what it is, or only more of it."""
        is_minor = statement.field in _MINOR.get(kind, ())
        return replace(statement, matter=Matter.WORDS) if is_minor else statement

    def _body(self, identifier: str, stated: Stated) -> Iterator[Statement]:
        bodies = [
            next((each.body for each in manual.knowledge if each.id == identifier), "")
            for manual in (self.before, self.after)
        ]
        if bodies[0].strip() != bodies[1].strip():
            text = self.measure.text(bodies[0].strip(), bodies[1].strip())
            yield stated.statement(Matter.WORDS, text.sort, words_of("revisions")["body"], text, "body")

    def _users(self, kind: str, identifier: str) -> Iterator[ProcedureName]:
        """The procedures that name an entry in either state."""
        if kind not in _CATALOGUES:
            return
        now, before = (
            {
                each.id: procedure_name(each)
                for each in manual.procedures()
                if identifier in named_by(each.procedure, kind)
            }
            for manual in (self.after, self.before)
        )
        unread = self.unseen.users.get((kind, identifier), ())
        yield from sorted((*now.values(), *unread), key=_place) if unread else now.values()
        yield from (name for key, name in before.items() if key not in now)


def _place(name: ProcedureName) -> list[int]:
    return [int(each) for each in name.number.split(".")]


def _one_sided(before: Frozen | None) -> Sort:
    return Sort.ADDED if before is None else Sort.REMOVED


def _file_of(identifier: str, manual: Manual) -> str:
    """The file of an item of knowledge or of a learning path."""
    placed: list[PlacedKnowledge | PlacedPath] = [*manual.knowledge, *manual.paths]
    return next((each.path for each in placed if each.id == identifier), "")
