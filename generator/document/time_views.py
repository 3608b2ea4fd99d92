"""What durations come to, in words, and as facts of a page: a sum, of how many steps it is, and what is not in it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from itertools import groupby

from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import Blocks, Fact, Facts, Paragraph
from generator.document.common_blocks import separated
from generator.document.inlines import Inlines, Link, Words
from generator.document.names import named_role
from generator.document.texts import Texts, words
from generator.model import (
    Amount,
    Manual,
    PlacedProcedure,
    ProcedureTime,
    Service,
    TimeSum,
    base_unit,
    is_within,
    presented_field,
)
from generator.thai import thai_duration
from generator.words import words_of


def time_words(time: TimeSum) -> str:
    """A sum in words: ``3 วันทำการ กับ 45 นาที``, ``30–45 นาที``."""
    said = words_of("document")["time"]
    if not time.most:
        key = "at_once" if time.steps else "only_windows" if time.windows else "no_amount"
        return str(said[key])
    bound, least, most = "", time.least, time.most
    if time.is_open and time.least:
        bound, most = "at_least", time.least
    elif time.is_limit:
        bound, least = "at_most", time.most
    told = _range_words(least, most)
    for key in (bound, "about" * time.is_rough):
        told = said[key].format(time=told) if key else told
    return told


def time_blocks(manual: Manual, texts: Texts, placed: PlacedProcedure, time: ProcedureTime) -> Blocks:
    """The times of a procedure: of all its steps, on its longest way where that is another, of each of its roles.

    Of a service, what it promises and its longest way, where that promise does not surely hold it: who asks for it goes
    one way, so that a sum of all ways would only contradict what the office promised.
    """
    said = words_of("document")["time"]
    if placed.procedure.service is not None:
        return _of_service(placed, placed.procedure.service, time)
    total = time_words(time.total)
    facts = [Fact(words(said["total"]), (words(total),))]
    if time.longest.steps and time_words(time.longest) != total:
        facts.append(_longest(time))
    roles = dict.fromkeys(each for step in placed.walk_steps() for each in step.roles)
    sums = {role: time.of_role(role) for role in roles}
    stating = {role: each for role, each in sums.items() if each.steps}
    if len(stating) > 1:
        values = tuple(_of_role(manual, texts, role, each) for role, each in stating.items())
        facts.append(Fact(words(said["roles"]), values, name="facts__wide"))
    return _told(placed, facts, time.total)


def _of_service(placed: PlacedProcedure, service: Service, time: ProcedureTime) -> Blocks:
    """What a service promises, and its longest way."""
    if service.total_time is not None:
        title = presented_field(Service, "total_time").title
        promised = Fact(words(title), (words(thai_duration(service.total_time)),))
        is_kept = not time.longest.steps or is_within(time.longest, service.total_time)
        return _told(
            placed, [promised] if is_kept else [promised, _longest(time)], None if is_kept else time.longest
        )
    total = time_words(time.total)
    if time_words(time.longest) != total:
        return _told(placed, [_longest(time)], time.longest)
    return _told(placed, [Fact(words(words_of("document")["time"]["total"]), (words(total),))], time.total)


def _longest(time: ProcedureTime) -> Fact:
    said, total = words_of("document")["time"], time.total
    is_whole = not (total.silent or total.outside or total.windows)
    note = said["longest_note" if is_whole else "longest_known_note"]
    return Fact(words(said["longest"]), (words(time_words(time.longest)), words(note)))


def _told(placed: PlacedProcedure, facts: list[Fact], time: TimeSum | None) -> Blocks:
    """Facts, and below them of what a sum is and what is not in it."""
    stated_as = (
        "stated" if time is None or time.count == ProcedureTime(placed).total.count else "stated_on_way"
    )
    notes = (*_of_what(time, stated_as), *_outside(placed, time)) if time else ()
    note = (Paragraph(separated(notes, " · "), "times__note"),) if notes else ()
    return (Facts(words_of("document")["time"]["facts"], tuple(facts), "facts facts--times"), *note)


def role_fact(time: TimeSum) -> Fact:
    """What all steps of a role take; which of them are not in it, the pages of their procedures tell."""
    return Fact(words(words_of("document")["time"]["own"]), (words(time_words(time)), *_of_what(time)))


def _of_what(time: TimeSum, stated_as: str = "stated") -> Iterator[Inlines]:
    """Of how many steps a sum is, and of what."""
    said = words_of("document")["time"]
    if time.silent:
        stated = time.count - len(time.silent)
        yield words(said[stated_as].format(stated=stated, count=time.count))
    for what in time.per:
        yield words(said["per"].format(what=what))
    if time.is_limit and not time.is_open:
        yield words(said["limits"])


def _outside(placed: PlacedProcedure, time: TimeSum) -> Iterator[Inlines]:
    """The steps that are not in a sum, as links."""
    said = words_of("document")["time"]
    calls = tuple(step for step in time.silent if step.step.call)
    for key, steps in (("outside", time.outside), ("windows", time.windows), ("calls", calls)):
        links = [
            (
                Link(
                    Target(procedure_uri(placed), step.anchor), words(said["step"].format(number=step.number))
                ),
            )
            for step in steps
        ]
        if links:
            yield (Words(f"{said[key]} "), *separated(links))


def _of_role(manual: Manual, texts: Texts, role: str, time: TimeSum) -> Inlines:
    before, after = words_of("document")["time"]["of_role"].split("{role}")
    behind = after.format(time=time_words(time))
    return (*words(before), *texts.named(named_role(manual, role)), *words(behind))


def _range_words(least: tuple[Amount, ...], most: tuple[Amount, ...]) -> str:
    """Amounts, or two of them as a range; those whose units do not follow from one another are told apart."""
    said = words_of("document")["time"]
    lower, upper = _by_base(least), _by_base(most)
    if lower.keys() - upper.keys():
        return str(said["from_to"].format(least=_range_words(least, least), most=_range_words(most, most)))
    parts = (_range_of_one(lower.get(base, ()), amounts) for base, amounts in upper.items())
    return reduce(lambda one, other: said["and"].format(one=one, other=other), parts)


def _by_base(amounts: tuple[Amount, ...]) -> dict[str, tuple[Amount, ...]]:
    """Amounts by the smallest unit that they consist of, in their order."""
    return {base: tuple(each) for base, each in groupby(amounts, lambda amount: base_unit(amount.unit))}


def _range_of_one(least: tuple[Amount, ...], most: tuple[Amount, ...]) -> str:
    """As `_range_words`, of amounts that can be added; in short where both are of one and the same unit."""
    said = words_of("document")["time"]
    if least == most:
        return " ".join(map(_amount_words, most))
    if len(least) == len(most) == 1 and least[0].unit == most[0].unit:
        numbers = {"least": _number(least[0].amount), "most": _number(most[0].amount)}
        return str(said["range"].format(**numbers, unit=_unit_word(most[0])))
    begins = " ".join(map(_amount_words, least)) or said["at_once"]
    return str(said["from_to"].format(least=begins, most=" ".join(map(_amount_words, most))))


def _amount_words(amount: Amount) -> str:
    told: str = words_of("document")["time"]["amount"].format(
        amount=_number(amount.amount), unit=_unit_word(amount)
    )
    return told


def _unit_word(amount: Amount) -> str:
    word: str = words_of("document")["unit_name"][amount.unit]
    return word


def _number(amount: Decimal) -> str:
    """A number without an exponent or idle zeros."""
    return f"{amount.normalize():f}"
