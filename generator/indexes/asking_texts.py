"""Questions about what the manual says of one procedure: what was learned, what steps make, what words mean."""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.indexes.glossary import definition_keys
from generator.indexes.lessons import ItemPlace
from generator.indexes.likeness import likeness, overlaps
from generator.indexes.question_maker import QuestionMaker, Told, is_kin
from generator.indexes.questions import Question, QuestionKind, mixed
from generator.model import ItemKind, PlacedStep
from generator.words import words_of

Path = tuple[int, ...]
"""The place of a step among those of its procedure."""
LONGEST_MEANING = 260
"""Of how many letters a meaning may be that is asked about."""


def text_questions(maker: QuestionMaker) -> Iterator[Question]:
    """Every question about what the manual says of a procedure beside its way and its doers.

    Args:
        maker: makes the questions of the procedure.
    """
    for place in maker.items:
        yield from _known(maker, place)
    outputs = {
        step.path: maker.read(step.step.output) for step in maker.placed.walk_steps() if step.step.output
    }
    for step in maker.steps:
        if step.path in outputs:
            yield from _documents(maker, step, outputs)
    yield from _meanings(maker)


def _known(maker: QuestionMaker, place: ItemPlace) -> Iterator[Question]:
    """Which step answers a question that people ask.

    Only of questions: which step a caution or a lesson stands at is how the page is laid out, no knowledge of the work.
    Nor of one that asks who, when or which data: the step at which that is told is no answer to it.
    Wrong are steps that it does not link to, and that have less in common with it than the step that it belongs to.
    """
    item, title = place.item, maker.read(place.item.item.title)
    step = maker.placed.step_with_id(place.steps[0]) if len(place.steps) == 1 else None
    if item.item.kind is not ItemKind.QUESTION or maker.telling.asks_for_another_thing(title):
        return
    if step is None or not maker.is_unique(step) or not likeness(title):
        return
    spoken_of = [step, *(each for each in maker.steps if f"{maker.placed.id}#{each.step.id}" in item.body)]
    whole, right = f"{title}\n{item.body}", maker.texts[step.path]
    others = [
        maker.texts[each.path]
        for each in maker.steps
        if not any(is_kin(each, known) for known in spoken_of)
        and maker.telling.shared(maker.texts[each.path], whole) < maker.telling.shared(right, whole)
    ]
    kind = QuestionKind.KNOWLEDGE
    wrong = mixed(f"{maker.placed.id}.{kind}.{item.id}", others)
    told = Told(title, {"title": title}, item=item.id)
    if question := maker.choice(kind, step, right, wrong, told):
        yield question


def _documents(maker: QuestionMaker, step: PlacedStep, said: Mapping[Path, str]) -> Iterator[Question]:
    """What one step is said to make: wrong is what others make, unless that may be meant too.

    Nor is it asked where the step's own texts or its kin speak of what is wrong.
    """
    right, own = likeness(said[step.path]), likeness(maker.texts[step.path])
    kin = [
        likeness(said[each.path])
        for each in maker.placed.walk_steps()
        if each.path in said and is_kin(each, step)
    ]
    kind = QuestionKind.DOCUMENT
    told = (own, likeness(maker.read(step.step.detail or "")), likeness(maker.read(step.step.output or "")))
    others = [
        text
        for each in maker.placed.walk_steps()
        if (text := said.get(each.path)) and not is_kin(each, step)
        if not any(overlaps(likeness(text), known) for known in kin)
        if not any(likeness(text) in known for known in told)
    ]
    if right and not any(overlaps(right, likeness(text)) for text in others):
        wrong = mixed(f"{maker.placed.id}.{kind}.{step.chart_key}", others)
        if question := maker.choice(kind, step, said[step.path], wrong, maker.told(step)):
            yield question


def _meanings(maker: QuestionMaker) -> Iterator[Question]:
    """Which of the words that a procedure defines means what."""
    definitions = maker.placed.procedure.definitions
    terms = [maker.read(each.term) for each in definitions]
    meanings = [maker.read(each.meaning) for each in definitions]
    times = Counter(map(likeness, meanings))
    for index, (term, meaning) in enumerate(zip(terms, meanings, strict=True)):
        if not likeness(meaning) or times[likeness(meaning)] > 1 or len(meaning) > LONGEST_MEANING:
            continue
        if maker.telling.is_mostly_told(term, meaning):
            continue
        others = [each for each in terms if likeness(each) and not overlaps(likeness(each), likeness(term))]
        identifier = f"{maker.placed.id}.{QuestionKind.MEANING}.{index + 1}"
        text = words_of("questions")["ask"][QuestionKind.MEANING].format(meaning=meaning)
        options = maker.options(identifier, QuestionKind.MEANING, meaning, term, mixed(identifier, others))
        if options is not None:
            anchor = f"definition-{definition_keys(maker.placed)[index]}"
            right = (options.index(term),)
            yield Question(
                identifier, QuestionKind.MEANING, text, options, right, maker.placed.id, anchor, anchor
            )
