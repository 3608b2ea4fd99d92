"""Questions about the way of the work: what comes after an outcome, who takes over, in which order steps stand."""

from collections.abc import Iterator

from generator.indexes.chains import Follower, following, ordered_chains
from generator.indexes.likeness import likeness
from generator.indexes.question_maker import QuestionMaker, Told, is_kin
from generator.indexes.questions import Question, QuestionKind, mixed
from generator.model import PlacedStep
from generator.words import words_of


def flow_questions(maker: QuestionMaker) -> Iterator[Question]:
    """Every question about the way of the work through a procedure.

    Args:
        maker: makes the questions of the procedure.
    """
    for step in maker.steps:
        yield from _afters(maker, step)
    for step in maker.steps:
        if question := _takes_over(maker, step):
            yield question
    yield from _orders(maker)


def _afters(maker: QuestionMaker, step: PlacedStep) -> Iterator[Question]:
    """What comes straight after each outcome; those that lead elsewhere than to the next step first."""
    labels = [likeness(maker.read(each.label)) for each in step.step.outcomes]
    for index, outcome in sorted(enumerate(step.step.outcomes), key=lambda each: each[1].go is None):
        is_one_of_a_kind = bool(labels[index]) and labels.count(labels[index]) == 1
        if is_one_of_a_kind and (question := _after(maker, step, index, maker.read(outcome.label))):
            yield question


def _after(maker: QuestionMaker, step: PlacedStep, index: int, label: str) -> Question | None:
    follower = following(maker.placed.flow, step, index)
    if follower is None or (follower.step is not None and not maker.is_unique(follower.step)):
        return None
    said = words_of("questions")
    named = maker.placed.end_with_id(step.step.outcomes[index].go)
    end = said["end_as"].format(text=maker.read(named.text)) if named else said["end"]
    if maker.is_said(end):
        return None
    right = maker.texts[follower.step.path] if follower.step else end
    wrong = [end] if follower.step else []
    others = [maker.texts[each.path] for each in _wrong_followers(maker, step, follower)]
    wrong += mixed(f"{maker.placed.id}.{step.chart_key}.{index}", others)
    text = maker.texts[step.path]
    told = Told(f"{text}\n{label}", {"step": text, "label": label}, index)
    return maker.choice(QuestionKind.AFTER, step, right, wrong, told)


def _wrong_followers(maker: QuestionMaker, step: PlacedStep, follower: Follower) -> list[PlacedStep]:
    """Steps that the flow does not come to next.

    Neither the right one nor what it is part of or begins with; nor what runs at the same time as the step asked
    about, as that may well be done next; nor that step itself, which is just done.
    """
    return [
        each
        for each in maker.steps
        if (follower.step is None or not is_kin(each, follower.step))
        and not is_kin(each, step)
        and not maker.placed.flow.are_at_the_same_time(each, step)
    ]


def _takes_over(maker: QuestionMaker, step: PlacedStep) -> Question | None:
    """Who takes the work over from a step with one way out: somebody who does not act in it, by name.

    Nobody whom either step names is wrong: what is presented to somebody goes to them as well. Nor is the doer of the
    step that is done: who hands something on does not take it over, which needs no manual.
    """
    if step.step.outcomes or step.steps or _runs_beside_others(maker, step):
        return None
    follower = following(maker.placed.flow, step, 0)
    taking = follower.step if follower else None
    if taking is None or taking.steps or taking.role in step.roles or _runs_beside_others(maker, taking):
        return None
    right = maker.doers.title(taking)
    if right is None or not maker.doers.are_apart(taking.role, step.roles):
        return None
    handing_on = [maker.read(role.title) for key in step.roles if (role := maker.manual.roles.get(key))]
    naming = "\n".join((maker.texts[step.path], maker.texts[taking.path], *handing_on))
    wrong = maker.doers.others(taking, maker.placed, naming)
    return maker.choice(QuestionKind.TAKES_OVER, step, right, wrong, maker.told(step), taking)


def _runs_beside_others(maker: QuestionMaker, step: PlacedStep) -> bool:
    """Whether something else is done at the same time."""
    flow = maker.placed.flow
    return any(flow.are_at_the_same_time(step, each) for each in maker.placed.walk_steps())


def _orders(maker: QuestionMaker) -> Iterator[Question]:
    """Stretches of steps of which each comes after the one before, and the manual says what makes it so.

    Nothing is asked of what goes the way that all official work goes: one needs no manual to put it in order.
    """

    def is_handed_on(before: PlacedStep, after: PlacedStep) -> bool:
        """Whether other hands take the work over, or the later step works on what the earlier one made."""
        if not set(before.roles) & set(after.roles):
            return True
        made = maker.telling.words(maker.read(before.step.output or ""))
        return bool(made) and made <= maker.telling.words(maker.texts[after.path])

    for stretch in ordered_chains(maker.placed.flow, maker.is_unique, is_handed_on):
        identifier = f"{maker.placed.id}.{QuestionKind.ORDER}.{stretch[0].chart_key}"
        right = [maker.texts[step.path] for step in stretch]
        if maker.telling.is_usual_course(right):
            continue
        options = mixed(identifier, right)
        if list(options) in (right, right[::-1]):
            options = (*options[1:], options[0])
        first = stretch[0]
        yield Question(
            identifier,
            QuestionKind.ORDER,
            words_of("questions")["ask"][QuestionKind.ORDER],
            options,
            tuple(options.index(text) for text in right),
            maker.placed.id,
            first.anchor,
            first.anchor,
            first.number,
            first.role,
            in_order=tuple(step.anchor for step in stretch),
        )
