"""How a rule states what it found: a rule's id, a place and details become a `Problem` in Thai.

The words stand in ``rules/<rule>.yml``; a rule's file is read only when the rule has found something.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Protocol

from generator.data_files import data_paths, read_data
from generator.diagnostics.quotations import quotation
from generator.problems import Location, Problem, Severity

RULES = Path(__file__).parent / "rules"
_ASKS = "ต้องการเขียน “{suggestion}”"
_SAYS = "เขียนเป็น {suggestion}"
_OF_VALUES = "content"
"""The group of the rules that find a value wrong, in whose place their suggestion goes."""
"""How a hint begins that asks whether what stands at the place was meant to be something else."""


class Locatable(Protocol):
    """Where something was found, as `generator.yamltext` knows it."""

    @property
    def location(self) -> Location:
        """File, line and column."""

    @property
    def line_text(self) -> str | None:
        """The line that is shown; None where there is none."""


@dataclass(frozen=True, slots=True)
class RuleWording:
    """What a finding says.

    Attributes:
        message: the template of the sentence that says what is wrong.
        hints: templates of what to write instead; the first whose details are all known is used.
    """

    message: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its catalogue file describes it.

    Attributes:
        id: the name of its file.
        group: the id of its chapter in the author's reference.
        severity: of all that it finds.
        title: its name, in Thai.
        explanation: why it is a rule and what to do, in Thai, for an author who knows Word.
        wording: what it says; a rule may say it differently for different causes.
        mends: whether ``khumue check --fix`` mends what it finds, where what was meant is sure.
        variants: those other ways by name.
        example: its pass and fail files, see ``rules/README.md``.
    """

    id: str
    group: str
    severity: Severity
    title: str
    explanation: str
    wording: RuleWording
    mends: bool = False
    variants: Mapping[str, RuleWording] = field(default_factory=dict)
    example: Mapping[str, Any] = field(default_factory=dict)


@cache
def rule(identifier: str) -> Rule:
    """Read one rule of the catalogue.

    Raises:
        OSError: when the catalogue has no such rule.
    """
    entry = read_data(RULES / f"{identifier}.yml")
    variants = {name: _wording(variant, entry) for name, variant in entry.get("variants", {}).items()}
    return Rule(
        id=identifier,
        group=entry["group"],
        severity=Severity(entry["severity"]),
        title=entry["title"],
        explanation=entry["explanation"].strip(),
        wording=_wording(entry, entry),
        mends=entry.get("mends", False),
        variants=variants,
        example=entry.get("example", {}),
    )


def rule_ids() -> tuple[str, ...]:
    """The ids of all rules, in alphabetical order."""
    return tuple(path.stem for path in data_paths(RULES, "*.yml"))


def found(identifier: str, place: Locatable, variant: str = "", **details: object) -> Problem:
    """State that a rule found something.

    Args:
        identifier: the rule's id.
        place: where.
        variant: which of the rule's wordings fits; empty for its own.
        details: what the templates name; authored text among it is shortened and its invisible characters shown.

    Returns:
        The problem, worded.
    """
    described = rule(identifier)
    wording = described.variants[variant] if variant else described.wording
    texts = {name: "" if value is None else quotation(str(value)) for name, value in details.items()}
    known = {name: text for name, text in texts.items() if text}
    template = next((hint for hint in wording.hints if _names(hint) <= known.keys()), "")
    is_guess = template.startswith(_ASKS) or (template == _SAYS and described.group == _OF_VALUES)
    return Problem(
        rule=identifier,
        location=place.location,
        message=wording.message.format_map(texts),
        hint=template.format_map(known),
        severity=described.severity,
        line_text=place.line_text,
        guess=str(details["suggestion"]) if is_guess else None,
    )


def mendable(problem: Problem, repair: str | None) -> Problem:
    """A problem of which it is sure what to write at its place instead; as it was where that is not sure.

    Raises:
        ValueError: when its rule does not say that it mends.
    """
    if repair is None:
        return problem
    if not rule(problem.rule).mends:
        raise ValueError(problem.rule)
    return replace(problem, repair=repair)


def _names(template: str) -> set[str]:
    """The details that a template needs."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def _wording(entry: Mapping[str, Any], fallback: Mapping[str, Any]) -> RuleWording:
    """The wording of a rule or of one of its variants; what a variant leaves out is the rule's own."""
    hints = entry.get("hints", fallback.get("hints", ()))
    return RuleWording(entry.get("message", fallback["message"]), tuple(hints))
