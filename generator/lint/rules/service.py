"""Rules about services: telephone numbers, amounts, lists that are left empty, and the time that is promised."""

import re
from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import (
    Flow,
    Manner,
    Path,
    Procedure,
    Shape,
    ShapeKind,
    fields_of,
    place_steps,
    record,
    time_beyond,
)
from generator.phones import phone_parts
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
from generator.yamltext import as_list, as_mapping, as_text

_SERVICE = fields_of(Procedure)["service"].key
_BARE_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙,.]*")
_OPENING = "${"


def services(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-phone`, `amount-without-unit`, `time-too-short`, and `empty-list` of what may be `none`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if as_mapping(document.data).get(_SERVICE):
            yield from _phones(document)
            yield from _amounts(document)
            yield from _empty_lists(document)
            yield from _promised_time(facts, document)


def presented_texts(
    data: object, shape: Shape, manner: Manner, path: Path = ()
) -> Iterator[tuple[Path, str]]:
    """The texts of the fields of one manner in the data of a file, each with its path."""
    if isinstance(data, list) and shape.item is not None:
        for index, each in enumerate(data):
            yield from presented_texts(each, shape.item, manner, (*path, index))
    elif isinstance(data, dict) and shape.model is not None:
        for key, field in fields_of(shape.model).items():
            if key in data and field.manner is manner and isinstance(data[key], str):
                yield (*path, key), data[key]
            elif key in data:
                yield from presented_texts(data[key], field.shape, manner, (*path, key))


def _phones(document: ProjectFile) -> Iterator[Problem]:
    """`bad-phone`: what is no number, or not surely one."""
    for path, text in presented_texts(document.data, record(Procedure), Manner.PHONE):
        at = 0
        for part in phone_parts(text):
            if not part.is_between and not part.dialled and _OPENING not in text:
                place = document.text_place(path, at, len(part.text))
                lost = part.without_zero
                yield found("bad-phone", place, "zero" if lost else "", text=part.text, suggestion=lost)
            at += len(part.text)


def _amounts(document: ProjectFile) -> Iterator[Problem]:
    """`amount-without-unit`: a number alone does not say of what."""
    fees = as_mapping(as_mapping(document.data).get(_SERVICE)).get("fees")
    for index, fee in enumerate(as_list(fees)):
        amount = as_text(as_mapping(fee).get("amount")).strip()
        if _BARE_NUMBER.fullmatch(amount):
            place = document.value_place((_SERVICE, "fees", index, "amount"))
            yield found("amount-without-unit", place, amount=amount)


def _empty_lists(document: ProjectFile) -> Iterator[Problem]:
    """`empty-list`: an empty list says neither what there is nor, by the word `none`, that there is nothing."""
    model = fields_of(Procedure)[_SERVICE].shape.model
    service = as_mapping(as_mapping(document.data)[_SERVICE])
    for key, field in fields_of(model).items() if model is not None else ():
        if field.shape.kind is ShapeKind.LIST and service.get(key) == []:
            place = document.key_place((_SERVICE, key))
            variant = "none" if field.shape.may_be_none else "item"
            yield found("empty-list", place, variant, key=key, title=field.title)


def _promised_time(facts: ProjectFacts, document: ProjectFile) -> Iterator[Problem]:
    """`time-too-short`: the steps take longer than the service promises."""
    procedure = facts.model_of(document)
    if procedure is None or procedure.service is None or procedure.service.total_time is None:
        return
    promised = procedure.service.total_time
    flow = Flow(place_steps(procedure), (end.id for end in procedure.ends))
    beyond = time_beyond(promised, flow)
    if beyond is not None:
        place = document.value_place((_SERVICE, "total_time"))
        variant = "limit" if beyond.is_limit else ""
        yield found("time-too-short", place, variant, promised=promised.text, needed=beyond.needed)
