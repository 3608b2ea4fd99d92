"""Rules about document control: shared codes, and histories and signatures that contradict each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pydantic_core import PydanticCustomError

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import CalendarDate, Status, parse_date
from generator.numerals import to_arabic_digits
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
from generator.yamltext import as_list, as_mapping, as_text

CONTROL, REVISIONS = "document_control", "revisions"
SIGNATURES = ("prepared", "reviewed", "approved")
"""Who puts a document forward, in the order in which they do."""

_NUMBER = re.compile(r"\D*(\d+(?:\.\d+)*)\D*")


def shared_codes(facts: ProjectFacts) -> Iterator[Problem]:
    """`same-document-code`: two procedures of an edition have one code; one that is out of use keeps its own."""
    with_code: dict[str, list[ProjectFile]] = {}
    for document in facts.project.of_kind(FileKind.PROCEDURE):
        with_code.setdefault(_code(document), []).append(document)
    for document in facts.of_kind(FileKind.PROCEDURE):
        known = _of_its_edition(facts, document) if document.is_edited else with_code.get(_code(document), ())
        other = next((each for each in known if _may_meet(document, each)), None)
        if other is not None and _code(document):
            place = document.value_place((CONTROL, "code"))
            yield found("same-document-code", place, code=_said(document, "code"), file=other.source.file)


def _of_its_edition(facts: ProjectFacts, document: ProjectFile) -> Iterator[ProjectFile]:
    """Where an edition changed a procedure's code, the procedures that have the new one in that edition."""
    code = _code(document)
    if code and code != _code(document.joined[0]):
        for each in facts.project.known_to(document.edition, FileKind.PROCEDURE):
            now = facts.procedure(each.id, document.edition)
            if now is not None and _code(now) == code:
                yield each


def revision_of_history(facts: ProjectFacts) -> Iterator[Problem]:
    """`revision-differs`: the revision is not the newest of the history."""
    for document, control in _controls(facts):
        revision, newest = as_text(control.get("revision")), _newest(_numbers(control))
        if revision.strip() and newest and not _is_same(revision, newest):
            place = document.value_place((CONTROL, "revision"))
            yield found("revision-differs", place, revision=revision.strip(), newest=newest.strip())


def order_of_history(facts: ProjectFacts) -> Iterator[Problem]:
    """`revisions-out-of-order`: a number stands twice, or numbers or dates go up and down; once for each history."""
    for document, control in _controls(facts):
        numbers, dates = _numbers(control), _dates(control)
        at = _repeated(numbers)
        if at is not None:
            place = document.value_place((CONTROL, REVISIONS, at, "number"))
            yield found("revisions-out-of-order", place, "repeated", number=numbers[at].strip())
        elif (at := _turning([_key(each) for each in numbers])) is not None:
            place = document.value_place((CONTROL, REVISIONS, at, "number"))
            before = numbers[at - 1].strip()
            yield found("revisions-out-of-order", place, number=numbers[at].strip(), before=before)
        elif (at := _backwards(numbers, dates)) is not None:
            place = document.value_place((CONTROL, REVISIONS, at, "date"))
            yield found("revisions-out-of-order", place, "date", number=numbers[at].strip())


def order_of_signatures(facts: ProjectFacts) -> Iterator[Problem]:
    """`signed-backwards`: who signs later did so on a day before."""
    for document, control in _controls(facts):
        signed = [(key, as_text(as_mapping(control.get(key)).get("date"))) for key in SIGNATURES]
        dated = [(key, text, day) for key, text in signed if (day := _date(text))]
        for (before, earlier, first), (key, text, second) in pairwise(dated):
            if second.last_day < first.first_day:
                place = document.value_place((CONTROL, key, "date"))
                yield found("signed-backwards", place, key=key, date=text, before=before, earlier=earlier)


def _controls(facts: ProjectFacts) -> Iterator[tuple[ProjectFile, Mapping[str, object]]]:
    """The procedures that state document control, with what they state."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if control := as_mapping(as_mapping(document.data).get(CONTROL)):
            yield document, control


def _code(document: ProjectFile) -> str:
    """The code of a procedure as codes are compared; empty of one that is out of use."""
    is_retired = as_text(as_mapping(document.data).get("status")).strip() == Status.RETIRED
    return "" if is_retired else "".join(_said(document, "code").casefold().split())


def _said(document: ProjectFile, key: str) -> str:
    return as_text(as_mapping(as_mapping(document.data).get(CONTROL)).get(key)).strip()


def _may_meet(document: ProjectFile, other: ProjectFile) -> bool:
    """Whether two are different procedures of one edition, of which the other comes first in the project."""
    if other.id == document.id:
        return False
    is_together = not other.edition or not document.edition or other.edition == document.edition
    return is_together and (document.is_edited or other.source.file < document.source.file)


def _numbers(control: Mapping[str, object]) -> list[str]:
    return [as_text(as_mapping(each).get("number")) for each in as_list(control.get(REVISIONS))]


def _dates(control: Mapping[str, object]) -> list[CalendarDate | None]:
    return [_date(as_text(as_mapping(each).get("date"))) for each in as_list(control.get(REVISIONS))]


def _date(text: str) -> CalendarDate | None:
    """A date; None for what is none, as another rule tells that."""
    try:
        return parse_date(text) if text.strip() else None
    except PydanticCustomError:
        return None


def _key(number: str) -> tuple[int, ...] | None:
    """By what revisions are ordered: ``02`` and ``ครั้งที่ ๒`` alike; None of numbers of another kind (``2/2566``)."""
    match = _NUMBER.fullmatch(to_arabic_digits(number))
    return tuple(map(int, match[1].split("."))) if match else None


def _is_same(one: str, other: str) -> bool:
    keys = _key(one), _key(other)
    return keys[0] == keys[1] if None not in keys else "".join(one.split()) == "".join(other.split())


def _newest(numbers: Sequence[str]) -> str:
    """The newest of a history: of the highest number; empty where that cannot be known."""
    keyed = [(key, number) for number in numbers if (key := _key(number)) is not None]
    return max(keyed)[1] if keyed and len(keyed) == len(numbers) else ""


def _repeated(numbers: Sequence[str]) -> int | None:
    """Where a number stands that stood before."""
    seen: set[object] = set()
    for at, number in enumerate(numbers):
        name = _key(number) or "".join(number.split())
        if name in seen:
            return at
        seen |= {name} if name else set()
    return None


def _turning(keys: Sequence[tuple[int, ...] | None]) -> int | None:
    """Where numbers that went up go down, or the other way round; histories begin with the oldest or the newest."""
    known = [key for key in keys if key is not None]
    if len(known) < len(keys):
        return None
    rises = [one < other for one, other in pairwise(known)]
    return next((at + 1 for at, rise in enumerate(rises) if rise != rises[0]), None)


def _backwards(numbers: Sequence[str], dates: Sequence[CalendarDate | None]) -> int | None:
    """The first revision whose date lies before that of a lower one beside it."""
    keys = [_key(number) for number in numbers]
    for at in range(1, len(keys)):
        one, other, key, before = dates[at], dates[at - 1], keys[at], keys[at - 1]
        if one is None or other is None or key is None or before is None:
            continue
        later, earlier = (one, other) if key > before else (other, one)
        if later.last_day < earlier.first_day:
            return at
    return None
