"""Questions about who does what in one procedure."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.indexes.question_maker import QuestionMaker, Told, is_kin
from generator.indexes.questions import Question, QuestionKind, mixed
from generator.model import PlacedStep


class _Done(NamedTuple):
    """A step that one role does: by whom, and the titles of roles that certainly do not."""

    step: PlacedStep
    doer: str
    others: tuple[str, ...]


def role_questions(maker: QuestionMaker) -> Iterator[Question]:
    """Every question about who does what; what somebody else than the procedure's owner does comes first.

    Args:
        maker: makes the questions of the procedure.
    """
    done = [
        _Done(step, doer, tuple(maker.doers.others(step, maker.placed)))
        for step in maker.steps
        if not step.steps and (doer := maker.doers.title(step))
    ]
    for each in sorted(done, key=lambda each: each.step.role == maker.placed.procedure.owner):
        kind = QuestionKind.DECIDES if each.step.step.is_decision else QuestionKind.WHO
        if question := maker.choice(kind, each.step, each.doer, each.others, maker.told(each.step)):
            yield question
        if question := _duty(maker, each, done):
            yield question


def _duty(maker: QuestionMaker, own: _Done, done: list[_Done]) -> Question | None:
    """Which step is a role's own: wrong are steps that certainly are not its."""
    not_theirs = [
        maker.texts[each.step.path]
        for each in done
        if own.doer in each.others and not is_kin(each.step, own.step)
    ]
    wrong = mixed(f"{maker.placed.id}.{QuestionKind.DUTY}.{own.step.chart_key}", not_theirs)
    told = Told(own.doer, {"role": own.doer})
    return maker.choice(QuestionKind.DUTY, own.step, maker.texts[own.step.path], wrong, told)
