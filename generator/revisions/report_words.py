"""Sentences that every report of changes has in common: what it comes to, and whom and what it touches."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from generator.diff import ProcedureName, RunKind, Sort, TextDifference, WordRun
from generator.model import Matter
from generator.revisions.alike import LEAST_ALIKE, Told, told_once
from generator.revisions.report import ChangeReport, LostPointer, OfficeChange
from generator.revisions.sentences import shortened
from generator.revisions.vocabulary import EntryChange, ManualChanges, ProcedureChange, RoleChange, Statement
from generator.thai import general_segmenter
from generator.words import words_of

_MOST_NAMES = 5
_MOST_OFFICES = 8
_COUNTS = ("count_new", "count_cut", "count_changed", "count_moved", "count_wording", "count_unread")
_CONTEXT = 40
"""In characters: how much of what is the same is shown beside a change."""
_CUT = " … "
_WORDS = (Matter.WORDS, Matter.RECORD)


def verdict(report: ChangeReport) -> list[str]:
    """What a report comes to, in a few sentences, the first of which says whether duties changed."""
    said = words_of("revisions")["report"]
    if report.is_same and report.has_errors:
        return [said["same_read"]]
    if report.is_same:
        return [said["same_laid_out" if report.laid_out else "same"]]
    if report.is_wording and not report.has_errors:
        weighty = sum(bool(each.notes) for each in _all_statements(report))
        return [said["wording_weighty"].format(count=weighty) if weighty else said["wording"]]
    duties = len(report.duties)
    files = [said["count_files"].format(count=len(report.files))] if report.files else []
    gone = [said["offices_gone"].format(count=report.offices_gone)] if report.offices_gone else []
    none = [] if gone else [said["no_duties_read" if report.has_errors else "no_duties"]]
    first = [said["duties"].format(count=duties)] if duties else none
    weighty = sum(each.matter is Matter.WORDS and bool(each.notes) for each in _all_statements(report))
    to_read = [said["weighty"].format(count=weighty)] if weighty else []
    return [*first, *gone, *to_read, *counts(report.main), *files]


def counts(changed: ManualChanges) -> Iterator[str]:
    """How many procedures are new, gone, changed, moved or reworded, and how many areas and other things changed."""
    said = words_of("revisions")["report"]
    found = [_count_key(each) for each in changed.procedures]
    for key in _COUNTS:
        if key in found:
            yield said[key].format(count=found.count(key))
    for key, others in (
        ("count_areas", changed.areas.items if changed.areas is not None else ()),
        ("count_values", changed.values),
        ("count_entries", changed.entries),
    ):
        if others:
            yield said[key].format(count=len(others))


def _count_key(change: ProcedureChange) -> str:
    """As what a procedure is counted."""
    if change.is_incomplete and (change.before is None or change.after is None):
        return "count_unread"
    if change.is_wording:
        return "count_wording"
    keys = {Sort.ADDED: "count_new", Sort.REMOVED: "count_cut", Sort.MOVED: "count_moved"}
    return keys.get(change.sort, "count_changed")


def by_matter(changed: ManualChanges, with_words: bool = False) -> Iterator[tuple[Matter, list[Told]]]:
    """Everything that changed, what matters most first; what many procedures have in common once.

    Args:
        changed: what became of a manual.
        with_words: whether to tell too what is only worded otherwise in procedures, or tells of their pages.
    """
    order = {matter: index for index, matter in enumerate(Matter)}
    told = [
        (each, statement)
        for each in changed.changed
        for statement in each.statements
        if _is_told_first(each, statement) or (with_words and isinstance(each, ProcedureChange))
    ]
    told.sort(key=lambda pair: order[pair[1].matter])
    for matter, group in groupby(told, key=lambda pair: pair[1].matter):
        yield matter, told_once(list(group))


def _is_told_first(changed: ProcedureChange | EntryChange, statement: Statement) -> bool:
    """Whether a statement is told among what matters: not what is only worded otherwise, nor what new things say."""
    is_of_both = isinstance(changed, ProcedureChange) or changed.sort is Sort.CHANGED
    return is_of_both and statement.matter not in _WORDS


def alike_head(told: Told) -> str:
    """In how many procedures the same changed."""
    return str(words_of("revisions")["report"]["alike"].format(count=f"{told.count:,}"))


def alike_places(told: Told) -> Iterator[tuple[ProcedureChange | EntryChange, str]]:
    """The procedures in which the same changed, each with its number, its title and the numbers of its steps."""
    said = words_of("revisions")["report"]
    for changed, numbers in told.places():
        name = where(changed)
        yield (
            changed,
            said["role_step"].format(procedure=name, numbers=", ".join(numbers)) if numbers else name,
        )


def where(changed: ProcedureChange | EntryChange) -> str:
    """What a statement is about: a procedure by number and title, another thing by its kind and title."""
    if isinstance(changed, ProcedureChange):
        return f"{changed.name.number} {changed.name.title}".strip()
    return f"{words_of('revisions')['kind'][changed.kind]} {changed.title}"


def role_lines(
    roles: Iterable[RoleChange], names: dict[str, ProcedureName]
) -> Iterator[tuple[str, list[str]]]:
    """Which roles do or answer for other steps: the title, and what each does, and answers for, more and no more."""
    said = words_of("revisions")["report"]
    for role in roles:
        parts = []
        for part in ("gained", "lost", "answers", "answers_no_more"):
            steps = getattr(role, part)
            if steps:
                groups = [(key, [*group]) for key, group in groupby(steps, key=lambda each: each[0])]
                shown = groups if len(groups) < LEAST_ALIKE else groups[:_MOST_NAMES]
                listed = [
                    said["role_step"].format(
                        procedure=names[procedure].title, numbers=", ".join(number for _, number in group)
                    )
                    for procedure, group in shown
                ]
                if len(groups) > len(shown):
                    listed[-1] += " " + said["more_procedures"].format(count=len(groups) - len(shown))
                parts.append(said[part].format(steps=", ".join(listed)))
        yield role.title, parts


def office_lines(offices: Sequence[OfficeChange]) -> Iterator[str]:
    """Which offices are reached, those alike together, and how; what changes for one alone is told elsewhere."""
    said = words_of("revisions")["report"]
    for key in ("shared", "unknown"):
        alike: dict[tuple[ProcedureName, ...], list[str]] = {}
        for office in offices:
            alike.setdefault(getattr(office, key), []).append(office.name)
        for procedures, names in alike.items():
            listed, more = ", ".join(names[:_MOST_OFFICES]), len(names) - _MOST_OFFICES
            some = said["more_offices"].format(names=listed, count=more) if more > 0 else listed
            if procedures:
                yield said[f"office_{key}"].format(
                    name=some, count=len(procedures), procedures=titles(procedures)
                )
    for office in offices:
        yield from _office_lines(office)


def _office_lines(office: OfficeChange) -> Iterator[str]:
    """What becomes of one office otherwise than of others."""
    said = words_of("revisions")["report"]
    if office.sort is Sort.REMOVED:
        yield said["office_cut"].format(name=office.name)
    if office.sort is Sort.ADDED:
        yield said["office_new_own" if office.changed else "office_new"].format(
            name=office.name,
            count=len(office.placed),
            procedures=titles(office.placed),
            own=len(office.changed),
            changed=titles((*dict.fromkeys(office.changed),)),
        )
    if office.is_unread:
        yield said["office_unread"].format(name=office.name)
    if office.untouched:
        yield said["office_untouched"].format(name=office.name, procedures=titles(office.untouched))
    if office.outdated:
        yield said["office_outdated"].format(
            name=office.name,
            edition=office.id,
            count=len(office.outdated),
            procedures=titles((*dict.fromkeys(office.outdated),)),
        )


def titles(names: Sequence[ProcedureName]) -> str:
    """The titles of procedures, some of them where there are many."""
    listed = ", ".join(shortened(each.title) for each in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return listed
    return f"{listed} {words_of('revisions')['report']['more_procedures'].format(count=more)}"


def pointer_line(pointer: LostPointer) -> str:
    """What pointed at what is gone, and whether it still does."""
    said = words_of("revisions")["pointer"]
    what = said[pointer.kind].format(name=pointer.name)
    return str(said["left" if pointer.is_left else "mended"].format(what=what, target=pointer.target))


def entry_title(entry: EntryChange) -> str:
    """What became of a thing beside the procedures, as a heading without its name."""
    said = words_of("revisions")
    if entry.renamed_from is not None and not entry.statements:
        key = "entry_renamed"
    else:
        key = {Sort.ADDED: "entry_new", Sort.REMOVED: "entry_cut"}.get(entry.sort, "entry_changed")
    return str(said["report"][key].format(kind=said["kind"][entry.kind]))


def worded(changed: ProcedureChange | EntryChange) -> list[Statement]:
    """What is only worded otherwise in a procedure or another thing, or tells of its page: all else was told first."""
    return [each for each in changed.statements if each.matter in _WORDS]


def in_focus(text: TextDifference) -> TextDifference:
    """A text of which only a part changed, without most of the long stretches that are the same."""
    if not (text.before and text.after):
        return text
    last = len(text.runs) - 1
    return TextDifference(
        tuple(
            WordRun(_focused(run.text, index > 0, index < last), run.kind)
            if run.kind is RunKind.SAME
            else run
            for index, run in enumerate(text.runs)
        )
    )


def _focused(text: str, is_behind: bool, is_before: bool) -> str:
    """The beginning of a stretch that stands behind a change, and the end of one that stands before one."""
    edges = _CONTEXT * (is_behind + is_before)
    if len(text) <= edges + _CONTEXT:
        return text
    start = _between_words(text[: 2 * _CONTEXT], _CONTEXT)[0] if is_behind else 0
    rest = max(len(text) - 2 * _CONTEXT, 0)
    end = rest + _between_words(text[rest:], len(text) - rest - _CONTEXT)[1] if is_before else len(text)
    return f"{text[:start].rstrip()}{_CUT}{text[end:].lstrip()}"


def _between_words(text: str, place: int) -> tuple[int, int]:
    """The last place before a place, and the first behind it, at which a word ends."""
    ends = list(accumulate(map(len, general_segmenter().words(text))))
    last = max((each for each in ends if each <= place), default=0)
    return last, min((each for each in ends if each >= place), default=len(text))


def _all_statements(report: ChangeReport) -> Iterator[Statement]:
    for changed in (report.main, *(each.own for each in report.offices if each.own is not None)):
        yield from (statement for _, statement in changed.statements())
