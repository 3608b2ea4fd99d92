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
from generator.model import Amount, Manual, PlacedProcedure, ProcedureTime, TimeSum, base_unit
from generator.words import words_of


def time_words(time: TimeSum) -> str:
    """A sum in words: ``3 วันทำการ กับ 45 นาที``, ``30–45 นาที``."""
    said = words_of("document")["time"]
    if not time.most:
        told: str = said["at_once" if time.steps else "no_amount"]
        return told
    told = _range_words(time.least, time.most)
    return said["at_least"].format(time=told) if time.is_open else told


def time_blocks(manual: Manual, texts: Texts, placed: PlacedProcedure, time: ProcedureTime) -> Blocks:
    """The times of a procedure: of all its steps, on its longest way where that is another, of each of its roles."""
    said = words_of("document")["time"]
    total = time_words(time.total)
    facts = [Fact(words(said["total"]), (words(total),))]
    longest = time_words(time.longest)
    if time.longest.steps and longest != total:
        facts.append(Fact(words(said["longest"]), (words(longest), words(said["longest_note"]))))
    roles = dict.fromkeys(each for step in placed.walk_steps() for each in step.roles)
    sums = {role: time.of_role(role) for role in roles}
    stating = {role: each for role, each in sums.items() if each.steps}
    if len(stating) > 1:
        values = tuple(_of_role(manual, texts, role, each) for role, each in stating.items())
        facts.append(Fact(words(said["roles"]), values, name="facts__wide"))
    notes = (*_of_what(time.total), *_outside(placed, time.total))
    note = (Paragraph(separated(notes, " · "), "times__note"),) if notes else ()
    return (Facts(said["facts"], tuple(facts), "facts facts--times"), *note)


def role_fact(time: TimeSum) -> Fact:
    """What all steps of a role take; which of them are not in it, the pages of their procedures tell."""
    return Fact(words(words_of("document")["time"]["own"]), (words(time_words(time)), *_of_what(time)))


def _of_what(time: TimeSum) -> Iterator[Inlines]:
    """Of how many steps a sum is, and of what."""
    said = words_of("document")["time"]
    if time.silent:
        stated = time.count - len(time.silent)
        yield words(said["stated"].format(stated=stated, count=time.count))
    for what in time.per:
        yield words(said["per"].format(what=what))


def _outside(placed: PlacedProcedure, time: TimeSum) -> Iterator[Inlines]:
    """The steps that are not in a sum, as links."""
    said = words_of("document")["time"]
    if time.outside:
        links = (
            (
                Link(
                    Target(procedure_uri(placed), step.anchor), words(said["step"].format(number=step.number))
                ),
            )
            for step in time.outside
        )
        yield (Words(f"{said['outside']} "), *separated(links))


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
