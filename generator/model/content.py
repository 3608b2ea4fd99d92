"""What a procedure tells its readers, and its fingerprint: the same as long as they are told the same.

The content is made of every field that the models declare, so that a new one counts by itself, but for what tells of
the document instead of the work: fields with `is_record`, the status, and ids, which are only addresses. Where the
procedure stands in its edition and how its file is written are no part of it. Exactly how both are made, so that other
programs can do it too: ``docs/engineering/approval.md``.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from generator.model.base import Frozen
from generator.model.calendar import CalendarDate, Duration
from generator.model.presentation import Manner, PresentedField, presented_fields
from generator.model.procedure import END, STEP_LISTS, Procedure, Step
from generator.model.rich_reading import read_rich_text
from generator.model.rich_text import rich_words
from generator.model.schedule import Schedule
from generator.model.stated_none import NONE_WORD, StatedNone

FINGERPRINT_LENGTH = 16
"""In hexadecimal digits."""
MARK_LENGTH = 8
"""Of the mark of a part, which is only ever compared with an earlier one of the same part."""

Content = dict[str, Any]
"""Objects, lists and texts; nothing else, so that programs of any language write it alike."""
Titles = Mapping[tuple[str, str], str]
"""What the entries of the catalogues are called, by sort (``role``, ``reference``, ``form``) and id."""

_END_NAMED = "end {number}"
_NOT_TOLD = frozenset(("status",))
"""Fields of a procedure that say how far its document has come; a draft that is published says what it said."""


def procedure_content(procedure: Procedure, titles: Titles) -> Content:
    """What a procedure tells its readers.

    Args:
        procedure: with the values of its edition filled in and the edition's changes made.
        titles: of the entries that it may name; one that is not there is told by its id.

    Returns:
        By the attributes of the models, what stands in them, empty and default ones left out: texts in one form,
        entries of catalogues by their titles, ways by the numbers of the steps that they lead to.
    """
    return _Telling(titles, dict(_targets(procedure))).record(procedure, _NOT_TOLD)


def procedure_fingerprint(procedure: Procedure, titles: Titles) -> str:
    """The short name of what a procedure tells its readers; for what is taken see `procedure_content`."""
    return content_fingerprint(procedure_content(procedure, titles))


def content_fingerprint(content: Content) -> str:
    """A short name of a content.

    Returns:
        The first `FINGERPRINT_LENGTH` hexadecimal digits of the SHA-256 of its canonical form in UTF-8.
    """
    return sha256(canonical_json(content).encode()).hexdigest()[:FINGERPRINT_LENGTH]


def content_marks(content: Content) -> dict[str, str]:
    """Short names of what each field of a procedure tells, its steps aside: they say where a difference is.

    Args:
        content: of the procedure, see `procedure_content`.

    Returns:
        By the attributes of the model, the first `MARK_LENGTH` digits of the fingerprint of what stands there.
    """
    return {name: _mark(told) for name, told in content.items() if name not in STEP_LISTS}


def step_mark(step: Step, titles: Titles, names: Mapping[str, str] | None = None) -> str:
    """A short name of what a step tells, the steps below it aside, wherever it stands.

    Ways count by the ids of the steps to which they lead: steps that only have other numbers now tell the same.

    Args:
        step: of a procedure with the values of its edition filled in and the edition's changes made.
        titles: of the entries that it may name.
        names: by which names ids count that were called otherwise before.
    """
    return _mark(_Telling(titles, names or {}).record(step, STEP_LISTS))


def _mark(told: object) -> str:
    return content_fingerprint({"": told})[:MARK_LENGTH]


def canonical_json(content: Content) -> str:
    """A content as the one text that is compared: JSON without spaces, keys sorted, texts in Unicode's form NFC."""
    return json.dumps(_composed(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _composed(value: Any) -> Any:  # noqa: ANN401 - anything in a content
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(each) for each in value]
    return {key: _composed(each) for key, each in value.items()}


class _Telling:
    """Tells records of one procedure."""

    def __init__(self, titles: Titles, targets: Mapping[str, str]) -> None:
        self._titles, self._targets = titles, targets

    def record(self, record: Frozen, left_out: Collection[str] = ()) -> Content:
        """What a thing says, by its fields, but for some of them."""
        return {
            field.name: self._field(field, value)
            for field, default in _told_fields(type(record))
            if field.name not in left_out and _is_said(value := field.of(record), default)
        }

    def _field(self, field: PresentedField, value: Any) -> object:  # noqa: ANN401 - the value of any field
        if isinstance(value, StatedNone):
            return NONE_WORD
        return [self._value(field, each) for each in value] if field.is_list else self._value(field, value)

    def _value(self, field: PresentedField, value: object) -> object:
        match value:
            case CalendarDate():
                return value.iso()
            case Duration() | Schedule():
                return _folded(value.text)
            case Frozen():
                return self.record(value)
        return self._text(field, value.value if isinstance(value, StrEnum) else str(value))

    def _text(self, field: PresentedField, text: str) -> str:
        if field.points_at == "step":
            return self._targets.get(text, text)
        if field.points_at:
            text = self._titles.get((field.points_at, text), text)
        return "\n".join(_lines(text)) if field.is_rich else _folded(text)


@cache
def _told_fields(model: type[Frozen]) -> tuple[tuple[PresentedField, object], ...]:
    """The fields of a model that tell of the work, with what they hold by default."""
    return tuple(
        (field, model.model_fields[field.name].get_default(call_default_factory=True))
        for field in presented_fields(model)
        if not field.is_record and not _is_address(field)
    )


def _is_address(field: PresentedField) -> bool:
    """Whether it only names the thing for others: the id of a step or of an end."""
    return field.name == "id" and field.manner is Manner.ADDRESS


def _is_said(value: object, default: object) -> bool:
    """Whether something is more than nothing, or than what is there by default, as in a field that came later."""
    return isinstance(value, StatedNone) or (value not in (None, "", ()) and value != default)


def _targets(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Where ways may lead: the number of each step that has an id, the position of each end, and the end of all."""
    yield END, END
    yield from (
        (end.id, _END_NAMED.format(number=number)) for number, end in enumerate(procedure.ends, start=1)
    )
    yield from _numbers(procedure.steps)


def _numbers(steps: Iterable[Step], above: str = "") -> Iterator[tuple[str, str]]:
    for position, step in enumerate(steps, start=1):
        number = f"{above}{position}"
        if step.id:
            yield step.id, number
        yield from _numbers((*step.steps, *step.parallel), f"{number}.")


def _folded(text: str) -> str:
    """A text in one line, white space counting once."""
    return " ".join(text.split())


def _lines(text: str) -> Iterator[str]:
    """A text of several blocks, line by line, with nothing of how it is written but its blocks and their order."""
    for line in rich_words(read_rich_text(text)).split("\n"):
        words = _folded(line)
        if words:
            indent = line[: len(line) - len(line.lstrip(" "))]
            yield f"{indent}{words}"
