"""What the fields of a procedure answer to kinds of questions: who, by which law, how long, what if it is refused."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.charts import reading_text
from generator.document import time_words
from generator.indexes import cited_references, used_forms
from generator.model import (
    Form,
    Manual,
    PlacedProcedure,
    PlacedStep,
    Procedure,
    Reference,
    Tone,
    plain_text,
    presented_field,
    procedure_time,
)
from generator.search.questions import Answer
from generator.thai import thai_duration, tone_of
from generator.words import words_of

WHO, DECIDES, WHOM, FIRST = "who", "who-decides", "whom", "first"
LAW, FORM, TIME, OUTCOME = "law", "form", "time", "outcome"
"""The kinds of questions; the part ``searching`` of the words says how they are asked."""
_MOST = 8
"""How many things of a kind an answer names; the place that it leads to has them all."""


def answers_of(manual: Manual, placed: PlacedProcedure) -> list[Answer]:
    """What the page of a procedure answers.

    Args:
        manual: the manual.
        placed: a procedure of it.

    Returns:
        For each kind of question one answer of the page, without lines where no field says anything; and one of each
        decision, which says what follows when it does not go well, or does not.
    """
    steps = "steps" if placed.procedure.steps else "top"
    laws = _titles(manual, manual.references, cited_references(placed))
    forms = _titles(manual, manual.forms, used_forms(placed))
    times = list(_times(placed))
    places = {place for place, _ in times if place}
    return [
        Answer(WHO, steps, tuple(_who(manual, placed))),
        Answer(LAW, "references" if laws else steps, laws, is_own=True),
        Answer(FORM, "forms" if forms else steps, forms, is_own=True),
        Answer(
            TIME,
            min(places) if len(times) == 1 and places else steps,
            tuple(line for _, line in times),
            is_own=bool(times),
        ),
        Answer(OUTCOME, steps, ()),
        *(Answer(TIME, place, (), place) for place in sorted(places)),
        *_outcomes(placed),
        *_handed_on(placed),
        *(Answer(FIRST, step.anchor, (), step.anchor) for step in islice(placed.walk_steps(), 1)),
    ]


def _outcomes(placed: PlacedProcedure) -> Iterator[Answer]:
    """The decisions that say what follows when it does not go well, and those that do not say it."""
    for step in placed.walk_steps():
        is_told = any(tone_of(each) is Tone.BAD for each in step.step.outcomes)
        if is_told or step.step.is_decision or _begins(DECIDES, step):
            yield Answer(OUTCOME, step.anchor, (), step.anchor, is_silent=not is_told)
            yield Answer(DECIDES, step.anchor, (), step.anchor)


def _handed_on(placed: PlacedProcedure) -> Iterator[Answer]:
    """The steps that hand something on, or of which somebody is told."""
    for step in placed.walk_steps():
        if step.step.informed or _begins(WHOM, step):
            yield Answer(WHOM, step.anchor, (), step.anchor)


def _begins(kind: str, step: PlacedStep) -> bool:
    """Whether a step begins with words that answer a kind of question."""
    return plain_text(step.step.text).startswith(tuple(words_of("searching")["begins"][kind]))


def kinds_held(manual: Manual) -> frozenset[str]:
    """The kinds of things asked for of which the manual has any at all."""
    held = {LAW: manual.references, FORM: manual.forms}
    return frozenset(kind for kind, entries in held.items() if entries)


def _who(manual: Manual, placed: PlacedProcedure) -> Iterator[str]:
    """Who owns the work, then whom its steps name."""
    owner = placed.procedure.owner
    if owner is not None and owner in manual.roles:
        yield _told(presented_field(Procedure, "owner").title, (_role(manual, owner),))
    named = [each for step in placed.walk_steps() if not step.is_role_default for each in step.roles]
    acting = [_role(manual, each) for each in dict.fromkeys(named) if each in manual.roles]
    if acting:
        yield _told(words_of("document")["meta"]["taking_part"], acting)


def _role(manual: Manual, identifier: str) -> str:
    return reading_text(manual.roles[identifier].title, manual)


def _titles(
    manual: Manual, catalogue: Mapping[str, Form] | Mapping[str, Reference], identifiers: Sequence[str]
) -> tuple[str, ...]:
    """The titles of entries of a catalogue; how many there are beside the first."""
    titles = [reading_text(catalogue[each].title, manual) for each in identifiers if each in catalogue]
    more = (words_of("searching")["more"].format(count=len(titles) - _MOST),) if len(titles) > _MOST else ()
    return (*titles[:_MOST], *more)


def _times(placed: PlacedProcedure) -> Iterator[tuple[str, str]]:
    """How long it takes and how often it is done, each with the place that says so."""
    procedure, said = placed.procedure, words_of("document")["time"]
    if procedure.service and procedure.service.total_time:
        yield "", thai_duration(procedure.service.total_time)
    elif time := procedure_time(placed):
        yield "", _told(said["total"], (time_words(time.total),))
    for each in procedure.schedule:
        yield "", _told(presented_field(Procedure, "schedule").title, (each.text,))
    for step in placed.walk_steps():
        for line in _times_of_step(step):
            yield step.anchor, _told(words_of("document")["time"]["step"].format(number=step.number), (line,))


def _times_of_step(step: PlacedStep) -> Iterator[str]:
    if step.step.duration:
        yield thai_duration(step.step.duration)
    for each in step.step.schedule:
        yield each.text


def _told(label: str, values: Sequence[str]) -> str:
    told: str = words_of("document")["step"]["labelled"].format(title=label)
    return f"{told} {', '.join(values)}"
