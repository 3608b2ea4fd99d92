"""Questions about who does what in one procedure."""

from collections.abc import Iterator

from generator.indexes.question_maker import QuestionMaker, Told, is_kin
from generator.indexes.questions import Question, QuestionKind, mixed
from generator.model import PlacedStep


def role_questions(maker: QuestionMaker) -> Iterator[Question]:
    """Every question about who does what; what somebody else than the procedure's owner does comes first.

    Args:
        maker: makes the questions of the procedure.
    """
    for step in sorted(maker.steps, key=lambda step: step.role == maker.placed.procedure.owner):
        right = None if step.steps else maker.doers.title(step)
        if right is None:
            continue
        kind = QuestionKind.DECIDES if step.step.is_decision else QuestionKind.WHO
        if question := maker.choice(
            kind, step, right, maker.doers.others(step, maker.placed), maker.told(step)
        ):
            yield question
        if question := _duty(maker, step, right):
            yield question


def _duty(maker: QuestionMaker, step: PlacedStep, role: str) -> Question | None:
    """Which step is a role's own: wrong are steps that certainly are not its."""
    not_theirs = [
        maker.texts[each.path]
        for each in maker.steps
        if not each.steps
        and not is_kin(each, step)
        and maker.doers.title(each)
        and role in maker.doers.others(each, maker.placed)
    ]
    wrong = mixed(f"{maker.placed.id}.{QuestionKind.DUTY}.{step.chart_key}", not_theirs)
    told = Told(role, {"role": role})
    return maker.choice(QuestionKind.DUTY, step, maker.texts[step.path], wrong, told)
