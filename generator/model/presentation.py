"""What outputs need to know of a field, said once where the field is declared.

A field's title and description stand in its declaration; how its values are presented follows from its type, so that
``hazard: Text | None = Field(default=None, title=…)`` is labelled prose everywhere. Where the type says too little,
`Presented` in the field's annotation says more.
"""

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.model.base import ONE_OR_SEVERAL, Frozen, PointsAt, RichText, Text
from generator.model.calendar import AuthoredDate, AuthoredDuration, AuthoredInterval
from generator.model.matter import Matter
from generator.model.rich_reading import read_rich_text
from generator.model.schedule_grammar import AuthoredSchedule
from generator.model.stated_none import MAY_BE_NONE, NONE_WORD, StatedNone
from generator.words import words_of


class Manner(StrEnum):
    """How the values of a field are presented."""

    NAME = "name"
    """What the thing is called or says first: a title, a term, a step's text."""
    HEADING = "heading"
    """A heading over the thing and those after it, until another has one."""
    LEAD = "lead"
    """Prose that needs no label, right below the name."""
    PROSE = "prose"
    """Prose under its label; what every authored text is by default."""
    POINTS = "points"
    """A list of texts under its title; what every list of texts is by default."""
    FACT = "fact"
    """A short labelled value: a date, a duration, a choice, one id."""
    COLUMN = "column"
    """A column of its own in the table of steps."""
    FLOW = "flow"
    """Where a step leads."""
    LINKS = "links"
    """A list of ids, shown as what they name."""
    PART = "part"
    """Things with fields of their own."""
    TABLE = "table"
    """Things with fields of their own, a row of a table for each."""
    PHONE = "phone"
    """A telephone number, with a link that dials it, beside its label."""
    WEB = "web"
    """An address of the web that readers see, as a link beside its label."""
    ADDRESS = "address"
    """Never shown as text itself: ids, urls, keys."""


EXPLAINED_MANNERS = frozenset({Manner.LEAD, Manner.PROSE, Manner.POINTS, Manner.COLUMN})
"""Texts of these are explained unless their field says otherwise."""
_WORDED = EXPLAINED_MANNERS | {Manner.NAME, Manner.HEADING}
_MATTERS_OF_IDS = {"role": Matter.DOER, "form": Matter.DOCUMENT, "reference": Matter.LAW, "step": Matter.FLOW}


_CHOICE = re.compile(r"([a-z][a-z0-9/-]*) \(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Presented:
    """What a field's annotation says where the type of its values says too little; None leaves it to the type.

    Attributes:
        manner: how its values are presented.
        is_explained: whether words of the glossary are explained where a page first uses them there.
        is_looked_through: whether the glossary counts the words that are used there; by default where they
            are explained.
        is_record: whether it tells of the page rather than of the work.
        matter: what a difference in it is about.
    """

    manner: Manner | None = None
    is_explained: bool | None = None
    is_looked_through: bool | None = None
    is_record: bool = False
    matter: Matter | None = None


@dataclass(frozen=True, slots=True)
class PresentedField:
    """A field as outputs present it.

    Attributes:
        owner: the name of the model's class.
        name: the attribute of the model.
        key: what authors write.
        declared_title: its title in Thai, as the model declares it.
        description: what authors are told of it, in Thai; perhaps empty.
        manner: how its values are presented.
        is_text: whether its values are texts that readers see, one or a list.
        is_rich: whether these may be more than one paragraph.
        is_list: whether it holds any number of values.
        points_at: what its ids name (``role``, ``form`` …), else None.
        model: the model of its things with fields of their own, else None; of an id that may be written with more, too.
        is_explained: as in `Presented`.
        is_looked_through: as in `Presented`.
        is_record: as in `Presented`.
        matter: as in `Presented`; by default as the type of its values has it.
        may_be_none: whether the word `none` may stand in place of its list.
    """

    owner: str
    name: str
    key: str
    declared_title: str
    description: str
    manner: Manner
    is_text: bool
    is_rich: bool
    is_list: bool
    points_at: str | None
    model: type[Frozen] | None
    is_explained: bool
    is_looked_through: bool
    is_record: bool
    matter: Matter
    may_be_none: bool = False

    @property
    def title(self) -> str:
        """Its title for readers, in the language that is spoken."""
        return shown_title(self.owner, self.name, self.declared_title)

    def of(self, record: Frozen) -> Any:  # noqa: ANN401 - the value of any field
        """Its value in an instance of the model."""
        return getattr(record, self.name)

    def word_of(self, choice: StrEnum) -> str:
        """What readers see of one of its choices: the word that its description gives it; without one, itself.

        In other languages than Thai it is the word of the part ``choices``.
        """
        if told := words_of("choices"):
            return str(told.get(type(choice).__name__, {}).get(choice.value, choice.value))
        return choice_words(self.description).get(choice.value, choice.value)

    @property
    def word_of_none(self) -> str:
        """What readers see where it is stated that there is nothing: the word that its description gives it.

        In other languages than Thai it is the word of the part ``choices``.
        """
        if told := words_of("choices"):
            return str(told[StatedNone.__name__].get(f"{self.owner}.{self.name}", NONE_WORD))
        return choice_words(self.description).get(NONE_WORD, NONE_WORD)

    def is_stated(self, record: Frozen) -> bool:
        """Whether an instance of the model says something here, if only that there is nothing."""
        value = self.of(record)
        return bool(value) or isinstance(value, StatedNone)

    def texts(self, record: Frozen) -> tuple[str, ...]:
        """The texts that it holds in an instance of the model; none where it is no text or nothing is given."""
        value = self.of(record)
        if not self.is_text or not value:
            return ()
        return tuple(value) if self.is_list else (value,)

    def wordings(self, record: Frozen) -> tuple[str, ...]:
        """As `texts`, of rich ones each paragraph, item and cell by itself."""
        texts = self.texts(record)
        if not self.is_rich:
            return texts
        return tuple(line.text for text in texts for line in read_rich_text(text).lines() if line.text)


@cache
def presented_fields(model: type[Frozen]) -> tuple[PresentedField, ...]:
    """The fields of a model, in its order."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(_presented(name, hints[name], model) for name in model.model_fields)


@cache
def presented(model: type[Frozen], *manners: Manner) -> tuple[PresentedField, ...]:
    """The fields of a model that are presented in one of some manners, in its order."""
    return tuple(field for field in presented_fields(model) if field.manner in manners)


@cache
def presented_field(model: type[Frozen], name: str) -> PresentedField:
    """One field of a model, by its attribute.

    Raises:
        KeyError: when the model has no such field.
    """
    return {field.name: field for field in presented_fields(model)}[name]


def shown_title(model: str, name: str, declared: str) -> str:
    """The title of a field for readers: as it is declared in Thai, in other languages that of the part ``fields``.

    Args:
        model: the name of the model's class.
        name: the attribute.
        declared: the title in the declaration, also where a language has none for it.
    """
    return str(words_of("fields").get(model, {}).get(name, declared))


@cache
def choice_words(description: str) -> Mapping[str, str]:
    """What the choices of a field mean, by what authors write, as its description says: ``draft (ร่าง)``."""
    return dict(_CHOICE.findall(description))


def without_presentation(annotation: object) -> object:
    """An annotation without its `Presented`."""
    metadata = getattr(annotation, "__metadata__", ())
    kept = tuple(mark for mark in metadata if not isinstance(mark, Presented))
    if len(kept) == len(metadata):
        return annotation
    origin = get_args(annotation)[0]
    return operator.getitem(Annotated, (origin, *kept)) if kept else origin


def _presented(name: str, annotation: object, model: type[Frozen]) -> PresentedField:
    info = model.model_fields[name]
    said = next((mark for mark in info.metadata if isinstance(mark, Presented)), Presented())
    annotation = without_presentation(annotation)
    value, is_list = _held(annotation)
    points_at = next((mark.kind for mark in _marks(value) if isinstance(mark, PointsAt)), None)
    held = get_args(value)[0] if points_at and get_args(value) else value
    record = held if isinstance(held, type) and issubclass(held, Frozen) else None
    manner = said.manner or _manner(value, is_list)
    is_text = (value in (Text, RichText) and manner is not Manner.ADDRESS) or manner is Manner.WEB
    is_explained = is_text and manner in EXPLAINED_MANNERS if said.is_explained is None else said.is_explained
    return PresentedField(
        owner=model.__name__,
        name=name,
        key=info.alias or name,
        declared_title=info.title or name,
        description=info.description or "",
        manner=manner,
        is_text=is_text,
        is_rich=is_text and value == RichText,
        is_list=is_list,
        points_at=points_at,
        model=record,
        is_explained=is_explained,
        is_looked_through=is_explained if said.is_looked_through is None else said.is_looked_through,
        is_record=said.is_record,
        matter=Matter.RECORD if said.is_record else said.matter or _matter(value, points_at, manner),
        may_be_none=MAY_BE_NONE in _marks(annotation),
    )


def _held(annotation: object) -> tuple[object, bool]:
    """The type of the values that a field holds, and whether it holds any number of them."""
    if ONE_OR_SEVERAL in _marks(annotation) or MAY_BE_NONE in _marks(annotation):
        return _held(get_args(annotation)[0])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _held(next(each for each in arguments if each is not NoneType))
    if origin is tuple:
        return _held(arguments[0])[0], True
    if origin is dict:
        return _held(arguments[1])[0], True
    return annotation, False


def _marks(annotation: object) -> tuple[object, ...]:
    marks: tuple[object, ...] = getattr(annotation, "__metadata__", ())
    return marks


def _manner(value: object, is_list: bool) -> Manner:
    """How values of a type are presented unless their field says otherwise."""
    if value in (Text, RichText):
        return Manner.POINTS if is_list else Manner.PROSE
    if any(isinstance(mark, PointsAt) for mark in _marks(value)):
        return Manner.LINKS if is_list else Manner.FACT
    if value in (AuthoredDate, AuthoredDuration, AuthoredInterval, AuthoredSchedule):
        return Manner.FACT
    if isinstance(value, type) and issubclass(value, StrEnum):
        return Manner.FACT
    return Manner.PART if isinstance(value, type) and issubclass(value, Frozen) else Manner.ADDRESS


def _matter(value: object, points_at: str | None, manner: Manner) -> Matter:
    """What a difference in values of a type is about unless their field says otherwise."""
    if points_at is not None:
        return _MATTERS_OF_IDS.get(points_at, Matter.LINK)
    if manner is Manner.FLOW:
        return Matter.FLOW
    if value in (AuthoredDuration, AuthoredInterval, AuthoredSchedule):
        return Matter.TIME
    is_text = value in (Text, RichText)
    return Matter.WORDS if is_text and manner in _WORDED else Matter.PROMISE
