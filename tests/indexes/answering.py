"""Answers the questions of the self-check from the manual alone, without the code that made them."""

import unicodedata
from collections.abc import Iterator

from generator.indexes.questions import Question, QuestionKind
from generator.model.manual import Manual, PlacedProcedure, PlacedStep
from generator.model.markup import ProcedureLink, parse_markup, plain_text
from generator.model.procedure import Step

Path = tuple[int, ...]
THE_END: Path = ()


def look(text: str) -> str:
    """A text as somebody who reads fast sees it."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    seen = "".join(
        each for each in folded if each.isalnum() or unicodedata.combining(each) or each in "\u0e31\u0e4d"
    )
    for digit in range(10):
        seen = seen.replace(chr(0x0E50 + digit), str(digit))
    return seen


def read(text: str, manual: Manual) -> str:
    """An authored text without its markup."""
    said = []
    for segment in parse_markup(text):
        title = manual.title_of(segment.procedure) if isinstance(segment, ProcedureLink) else None
        said.append(segment.text or plain_text(title or ""))
    return " ".join("".join(said).split())


def true_options(question: Question, manual: Manual) -> list[str]:
    """The options of a choice that somebody could defend with the manual in hand."""
    placed = manual.procedure(question.procedure)
    assert placed is not None
    match question.kind:
        case QuestionKind.WHO | QuestionKind.DECIDES:
            defended = set(_doers(_step(question.about, placed), placed, manual))
        case QuestionKind.TAKES_OVER:
            defended = set(_takers(question, placed, manual))
        case QuestionKind.DUTY:
            defended = set(_duties(question, placed, manual))
        case QuestionKind.AFTER:
            defended = set(_what_comes_next(question, placed, manual))
        case QuestionKind.KNOWLEDGE:
            defended = set(_where_it_belongs(question, placed, manual))
        case QuestionKind.DOCUMENT:
            defended = set(_what_is_made(question, placed, manual))
        case QuestionKind.MEANING:
            defended = {
                look(read(each.term, manual))
                for each in placed.procedure.definitions
                if look(read(each.meaning, manual)) == look(told_by_the_question(question, manual))
            }
        case _:
            raise AssertionError(question)
    return [option for option in question.options if look(option) in defended]


def offered_here(question: Question, manual: Manual) -> set[str]:
    """Everything that the procedure of a question says of the sort of thing that it offers: nothing is of elsewhere."""
    placed = manual.procedure(question.procedure)
    assert placed is not None
    steps = [each.step for each in placed.walk_steps()]
    match question.kind:
        case QuestionKind.WHO | QuestionKind.DECIDES | QuestionKind.TAKES_OVER:
            named = " ".join(
                look(read(text, manual)) for step in steps for text in (step.text, step.detail or "")
            )
            keys = {
                role
                for each in placed.walk_steps()
                for role in (*each.roles, *each.step.consulted, *each.step.informed, each.step.accountable)
            }
            keys |= {
                key
                for key, role in manual.roles.items()
                if any(
                    look(read(name, manual)) in named for name in (role.title, role.short or "") if look(name)
                )
            }
            keys.add(placed.procedure.owner)
            known = [manual.roles[key] for key in keys if key and key in manual.roles]
            return {look(read(role.title, manual)) for role in known}
        case QuestionKind.DOCUMENT:
            return {look(read(step.output, manual)) for step in steps if step.output}
        case QuestionKind.MEANING:
            return {look(read(each.term, manual)) for each in placed.procedure.definitions}
        case _:
            ends = {
                look(_end_words()),
                *(look(_end_words(read(each.text, manual))) for each in placed.procedure.ends),
            }
            return {look(read(step.text, manual)) for step in steps} | ends


def told_by_the_question(question: Question, manual: Manual) -> str:
    """What a question says in words of the manual: its texts in quotation marks, or the role that it names."""
    if question.kind is QuestionKind.DUTY:
        placed = manual.procedure(question.procedure)
        assert placed is not None
        return read(manual.roles[_step(question.about, placed).role].title, manual)
    return " ".join(part.split("”")[0] for part in question.text.split("“")[1:])


def _step(anchor: str, placed: PlacedProcedure) -> PlacedStep:
    return next(each for each in placed.walk_steps() if each.anchor == anchor)


def _doers(asked_about: PlacedStep, placed: PlacedProcedure, manual: Manual) -> Iterator[str]:
    """The names of everybody who does a step that reads like the one asked about."""
    asked = look(read(asked_about.step.text, manual))
    for each in placed.walk_steps():
        if look(read(each.step.text, manual)) == asked:
            step = each.step
            related = {*step.consulted, *step.informed, *((step.accountable,) if step.accountable else ())}
            related &= manual.roles.keys()
            for doer in manual.roles.keys() & set(each.roles):
                related |= _related(doer, manual) | _possible(doer, placed, manual)
            for role in (manual.roles[key] for key in related):
                yield from (look(read(name, manual)) for name in (role.title, role.short) if name)


def _takers(question: Question, placed: PlacedProcedure, manual: Manual) -> Iterator[str]:
    """Who does any step that may be entered next, or anything at the same time as the one asked about.

    So may be said of whoever is named by the step, or by one that may be entered next. Whoever does the step just named
    counts among them, as nobody may be offered them: that they do not take it over needs no manual.
    """
    walk, step = Walk(placed.procedure.steps), _step(question.about, placed)
    yield from (look(read(manual.roles[key].title, manual)) for key in step.roles if key in manual.roles)
    by_path = {each.path: each for each in placed.walk_steps()}
    for place in walk.ways(step.path):
        entered = walk.entered(place)
        if entered != THE_END:
            yield from _doers(by_path[entered], placed, manual)
        for each in (step, *((by_path[entered],) if entered != THE_END else ())):
            said = look(read(each.step.text, manual))
            for role in manual.roles.values():
                names = [look(read(name, manual)) for name in (role.title, role.short) if name]
                if any(name and name in said for name in names):
                    yield from names
    for each in placed.walk_steps():
        if placed.flow.are_at_the_same_time(each, step):
            yield from _doers(each, placed, manual)


def _duties(question: Question, placed: PlacedProcedure, manual: Manual) -> Iterator[str]:
    """The steps that somebody could say the role does."""
    role = manual.roles[_step(question.about, placed).role]
    for each in placed.walk_steps():
        if look(read(role.title, manual)) in set(_doers(each, placed, manual)):
            yield look(read(each.step.text, manual))


def _where_it_belongs(question: Question, placed: PlacedProcedure, manual: Manual) -> Iterator[str]:
    """The steps that an item names or links to, with those around and inside them."""
    item = next(each for each in manual.knowledge if each.id == question.item)
    named = {step for procedure, step in item.places() if procedure == placed.id}
    linked = {
        each.step.id for each in placed.walk_steps() if f"procedure:{placed.id}#{each.step.id})" in item.body
    }
    found = [each.path for each in placed.walk_steps() if each.step.id and each.step.id in named | linked]
    for each in placed.walk_steps():
        if any(each.path[: len(path)] == path or path[: len(each.path)] == each.path for path in found):
            yield look(read(each.step.text, manual))


def _possible(role: str, placed: PlacedProcedure, manual: Manual) -> set[str]:
    """Everybody who may be the doer, be of it or have it among them, for all that names and units tell."""
    acting = {acts for step in placed.walk_steps() for acts in step.roles}
    doer = manual.roles.get(role)
    found: set[str] = set()
    for key, each in manual.roles.items() if doer else ():
        assert doer is not None
        one, other = look(read(doer.title, manual)), look(read(each.title, manual))
        lost = [who for who in (doer, each) if who.kind == "person" and not who.part_of]
        both = sorted((doer.kind.value, each.kind.value))
        if one in other or other in one or (lost and both == ["person", "unit"]):
            found.add(key)
        if lost and both == ["person", "person"] and key not in acting:
            found.add(key)
    return found


def _related(role: str, manual: Manual) -> set[str]:
    """A role, all that it is a part of, and all that is a part of it."""
    found = {role}
    for _ in manual.roles:
        found |= {
            key
            for key, each in manual.roles.items()
            if each.part_of in found and key not in _above(role, manual)
        }
    return found | _above(role, manual)


def _above(role: str, manual: Manual) -> set[str]:
    """All that a role is a part of."""
    found: set[str] = set()
    for _ in manual.roles:
        found |= {str(manual.roles[key].part_of) for key in {role, *found} if manual.roles[key].part_of}
    return found


def _what_is_made(question: Question, placed: PlacedProcedure, manual: Manual) -> Iterator[str]:
    """What the step makes, and what the steps around and inside it make."""
    step = _step(question.about, placed)
    for each in placed.walk_steps():
        is_near = each.path[: len(step.path)] == step.path or step.path[: len(each.path)] == each.path
        if is_near and each.step.output:
            yield look(read(each.step.output, manual))


class Walk:
    """The flow of a procedure, worked out again from what its steps say."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        """Note every step by its path."""
        self.steps: dict[Path, Step] = {}
        self._note(steps, ())

    def _note(self, steps: tuple[Step, ...], above: Path) -> None:
        for index, step in enumerate(steps):
            self.steps[(*above, index)] = step
            self._note(step.steps, (*above, index))

    def entered(self, path: Path) -> Path:
        """The step that is really done first when one is entered."""
        while path != THE_END and self.steps[path].steps:
            path = (*path, 0)
        return path

    def target(self, go: str) -> Path | None:
        """Where a `go` leads; None when nobody knows."""
        found = [path for path, step in self.steps.items() if step.id == go]
        return THE_END if go == "end" else (found[0] if found else None)

    def after(self, path: Path) -> Path | None:
        """The next step after one that says nothing; None when it is up to the step around it."""
        following = (*path[:-1], path[-1] + 1)
        if following in self.steps:
            return following
        return None if len(path) > 1 else THE_END

    def ways(self, path: Path) -> Iterator[Path]:
        """Every step that may be entered right after one is done; the end is the empty path."""
        step = self.steps[path]
        goes = [outcome.go for outcome in step.outcomes] or [step.go]
        for go in goes:
            yield from self.way(path, go)

    def way(self, path: Path, go: str | None, seen: frozenset[Path] = frozenset()) -> Iterator[Path]:
        """Where one way out leads: several places when a step around it decides."""
        place = self.after(path) if go is None else self.target(go)
        if place is not None:
            yield place
        elif go is None and path[:-1] not in seen:
            parent = self.steps[path[:-1]]
            for each in [outcome.go for outcome in parent.outcomes] or [parent.go]:
                yield from self.way(path[:-1], each, seen | {path[:-1]})


def _what_comes_next(question: Question, placed: PlacedProcedure, manual: Manual) -> Iterator[str]:
    """The step that is entered next, whatever it is a part of and begins with; or that the work ends."""
    walk, step = Walk(placed.procedure.steps), _step(question.about, placed)
    label = question.text.split("“")[-1].split("”")[0]
    outcomes = [each for each in step.step.outcomes if look(read(each.label, manual)) == look(label)]
    for outcome in outcomes:
        ends = [each.text for each in placed.procedure.ends if each.id == outcome.go]
        yield from (look(_end_words(read(text, manual))) for text in ends)
        for place in walk.way(step.path, outcome.go):
            if place == THE_END:
                yield look(_end_words())
                continue
            around = [place[: length + 1] for length in range(len(place))]
            inside = [walk.entered(place)[: length + 1] for length in range(len(walk.entered(place)))]
            for path in (*around, *inside):
                yield look(read(walk.steps[path].text, manual))


def _end_words(text: str = "ไม่มีขั้นตอนต่อ") -> str:
    return f"จบงาน {text}"


def is_the_only_order(question: Question, manual: Manual) -> bool:
    """Whether every way through the procedure passes the steps in the order that is called right, and some passes all.

    Walks every state of a walk: where it is, and which of the steps in question it passed last.
    """
    placed = manual.procedure(question.procedure)
    assert placed is not None
    walk = Walk(placed.procedure.steps)
    by_text = {look(read(step.text, manual)): path for path, step in walk.steps.items()}
    order = [by_text[look(question.options[index])] for index in question.right]
    start = (walk.entered((0,)), -1)
    waiting, seen = [start], {start}
    has_passed_all = False
    while waiting:
        path, passed = waiting.pop()
        if path in order:
            place = order.index(path)
            if place != 0 and passed != place - 1:
                return False
            passed = place
            has_passed_all = has_passed_all or place == len(order) - 1
        for following in walk.ways(path):
            state = (walk.entered(following), passed)
            if following != THE_END and state not in seen:
                seen.add(state)
                waiting.append(state)
    return has_passed_all
