"""YAML that libyaml cannot read to its end: what the author did is found out, told, and mended where that is certain.

A mended copy, always as long as the text so that places stay true, is parsed again: one run then tells every such
mistake of a file. Only mends that keep all content are made; after any other mistake the file is left alone.
"""

import re
from dataclasses import dataclass

from generator.diagnostics import found
from generator.problems import Problem
from generator.yamltext.complaints import Complaint, Slip
from generator.yamltext.composer import Composition, compose
from generator.yamltext.slips import find_slip
from generator.yamltext.source import SourceText

MOST_MENDS = 50
"""How many mistakes of one file are mended before its reading is given up."""

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?= |$).*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of parsing a file.

    Attributes:
        composition: its tree.
        text: what gave the tree: the text or a mended copy.
        problems: what is wrong with its syntax and structure.
        told: where something stands of which all that is wrong is told already.
    """

    composition: Composition
    text: str
    problems: list[Problem]
    told: set[int]

    @property
    def is_whole(self) -> bool:
        """Whether the file was read to its end, so that rules about its content make sense."""
        return self.composition.failure is None and not self.composition.is_cut_short


def parse(source: SourceText, text: str) -> Parsed:
    """Parse a text, mending and going on as long as mistakes can be mended.

    Args:
        source: the file, for places and quotations.
        text: its text without characters that YAML refuses; as long as the file's.

    Returns:
        The tree and all problems; never raises.
    """
    conflicts = merge_conflicts(source, text)
    if conflicts:
        return Parsed(Composition(is_cut_short=True), text, conflicts, set())
    problems: list[Problem] = []
    told: set[int] = set()
    composition = compose(source, text)
    while composition.failure is not None and len(problems) < MOST_MENDS:
        slip = find_slip(Complaint.of(text, composition))
        if source.line_number(slip.start) in map(source.line_number, told):
            break
        problems.append(_told(source, slip))
        if not slip.mends:
            break
        told.add(slip.start)
        text = _mended(text, slip)
        composition = compose(source, text)
    return Parsed(composition, text, [*problems, *composition.problems], told | composition.told)


def merge_conflicts(source: SourceText, text: str, start: int = 0) -> list[Problem]:
    """The lines by which version control marks what two people changed, from an index of a text on."""
    return [found("merge-conflict", source.place(*match.span())) for match in _CONFLICT.finditer(text, start)]


def _told(source: SourceText, slip: Slip) -> Problem:
    """The problem that a slip is."""
    place = source.place(slip.start, max(slip.end, slip.start + 1))
    return found(slip.rule, place, slip.variant, **slip.details)


def _mended(text: str, slip: Slip) -> str:
    """The text with a letter that means nothing in place of each cause of the mistake."""
    for index in slip.mends:
        text = f"{text[:index]}_{text[index + 1 :]}"
    return text
