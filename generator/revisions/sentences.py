"""What changed, in sentences: a line for each procedure, as histories, feeds and commits tell it."""

from itertools import accumulate

from generator.diff import Sort, TextDifference
from generator.model import Matter, Step, presented_field
from generator.revisions.regrouped import MERGED, SPLIT
from generator.revisions.steps import STEPS
from generator.revisions.vocabulary import ProcedureChange, Statement
from generator.thai import can_end, general_segmenter
from generator.words import words_of

_OUTCOMES = presented_field(Step, "outcomes").key
_MOST_CLAUSES = 3
_LONGEST_VALUE = 60
_BEFORE_A_CHANGE = 20
"""In characters: how much of what two long texts begin with is told of each, so that what differs is."""
_CUT = "…"


def one_line(change: ProcedureChange, most: int = _MOST_CLAUSES) -> str:
    """What became of a procedure, on one line: what matters most first.

    Args:
        change: what became of it.
        most: how many things are told; how many more there are is said.

    Returns:
        Plain text in the language that is spoken: ``ตัดขั้นตอนที่ 5 รายงานต่อ สพฐ.; ขั้นตอนที่ 3 เปลี่ยนผู้รับผิดชอบ …``.
    """
    said = words_of("revisions")["line"]
    worded = [each for each in change.statements if each.matter is Matter.WORDS]
    clauses = [
        _clause(each) for each in change.statements if each.matter not in (Matter.WORDS, Matter.RECORD)
    ]
    if worded and (clauses or len(worded) > 1):
        clauses.append(said["wording"].format(count=len(worded)))
    elif worded:
        clauses.append(_clause(worded[0]))
    clauses += (_clause(each) for each in change.statements if each.matter is Matter.RECORD)
    if len(clauses) > most:
        clauses = [*clauses[:most], said["more"].format(count=len(clauses) - most)]
    if change.is_incomplete:
        clauses.append(said["incomplete"])
    return str(said["separator"].join(clauses) or said["same"])


def _clause(statement: Statement) -> str:
    """One thing that changed, as a part of a sentence."""
    said = words_of("revisions")["line"]
    before, after = map(shortened, _told_apart(statement.text))
    key = _of_a_step(statement) or _of_a_procedure(statement)
    if key is not None:
        names = {"place": statement.place, "what": statement.what, "text": after or before}
        return str(said[key].format(**names, before=before, after=after))
    of = said["of"].format(place=statement.place) if statement.place else said["alone"]
    key = statement.sort.value
    if statement.sort is Sort.MOVED and before == after:
        key = "ordered"
    elif statement.sort is Sort.CHANGED and (
        statement.matter is Matter.WORDS or (statement.matter is Matter.RECORD and _CUT in before + after)
    ):
        key = "worded"  # of a long note two pieces, cut out of sentences, tell nothing
    elif statement.matter is Matter.RECORD and statement.sort is Sort.ADDED:
        key = "recorded"  # a date that is stated from now on: since when it is out of use
    return str(said[key].format(what=statement.what, of=of, before=before, after=after)).strip()


def _told_apart(text: TextDifference) -> tuple[str, str]:
    """Both sides of a text; of long ones that begin alike, only from shortly before where they differ."""
    before, after = text.before_text, text.after_text
    pairs = enumerate(zip(before, after, strict=False))
    alike = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))
    if before == after or max(len(before), len(after)) <= _LONGEST_VALUE or alike <= _BEFORE_A_CHANGE:
        return before, after
    ends = accumulate(map(len, general_segmenter().words(before)))
    start = next(place for place in ends if place >= alike - _BEFORE_A_CHANGE)
    return (f"{_CUT}{before[start:]}", f"{_CUT}{after[start:]}") if start <= alike else (before, after)


def _of_a_step(statement: Statement) -> str | None:
    """The words for a step as a whole; None for anything else."""
    of_part = {f"{STEPS}/id": "step_id", SPLIT: "step_split", MERGED: "step_merged"}.get(statement.field)
    if of_part is not None:
        return of_part
    if statement.field == _OUTCOMES and statement.sort in (Sort.ADDED, Sort.REMOVED):
        return "outcome"  # what is said of it begins with that it is new, or gone
    if statement.field != STEPS:
        return None
    keys = {Sort.ADDED: "step_added", Sort.REMOVED: "step_cut", Sort.MOVED: "step_moved"}
    return keys.get(statement.sort) or ("step_other" if statement.matter is Matter.CUT else None)


def _of_a_procedure(statement: Statement) -> str | None:
    """The words for a procedure as a whole; None for anything else."""
    if statement.place or statement.field not in {"title", "area", "id"}:
        return None
    if statement.field == "title":
        return {Sort.ADDED: "procedure_new", Sort.REMOVED: "procedure_cut"}.get(statement.sort)
    return "procedure_moved" if statement.field == "area" else "procedure_id"


def shortened(text: str, longest: int = _LONGEST_VALUE) -> str:
    """A text on one line, no longer than some letters, cut between words; between clusters in a word that is longer."""
    written = " ".join(text.split())
    if len(written) <= longest:
        return written
    begun = written[: longest + _LONGEST_VALUE]  # a word that is cut here ends behind the place
    ends = accumulate(map(len, general_segmenter().words(begun)))
    end = max((place for place in ends if place < longest), default=0)
    end = end or next((place for place in range(longest - 1, 0, -1) if can_end(written, place)), longest - 1)
    return written[:end].rstrip() + _CUT
