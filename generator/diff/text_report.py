"""What differs, as text for a terminal: signs say all that colours say."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import visible
from generator.diff.differences import (
    Difference,
    FieldDifference,
    ItemDifference,
    ListDifference,
    ManualComparison,
    ProcedureComparison,
    ProcedureName,
    StepDifference,
)
from generator.diff.report_words import (
    drift_phrases,
    regrouped_label,
    step_label,
    stretch_name,
    stretches,
    summary,
)
from generator.diff.runs import RunKind, Sort, TextDifference
from generator.words import words_of

_SIGNS = {Sort.ADDED: "+", Sort.REMOVED: "-", Sort.CHANGED: "~", Sort.MOVED: "↕", Sort.SAME: "="}
_BRACKETS = {RunKind.ADDED: ("{+", "+}"), RunKind.REMOVED: ("[-", "-]"), RunKind.SAME: ("", "")}
_CODES = {Sort.ADDED: "32", Sort.REMOVED: "31", Sort.CHANGED: "33", Sort.MOVED: "34"}
_RUN_CODES = {RunKind.ADDED: "32;4", RunKind.REMOVED: "31;4"}
_BOLD = "1"
_INDENT = "  "


def text_report(comparison: ManualComparison, colour: bool = False) -> str:
    """A comparison as text.

    Args:
        comparison: of two editions.
        colour: whether the terminal shows colours.

    Returns:
        Lines that each end with a line feed. Texts are as authored, on lines of their own where they have several;
        what a terminal would obey is made visible.
    """
    return "".join(f"{line.rstrip()}\n" for line in _Report(comparison, colour).lines())


def runs_text(text: TextDifference, colour: bool = False) -> str:
    """The runs of a text in reading order, those of one side in brackets unless there are no others.

    Args:
        text: the text.
        colour: whether the terminal shows colours.
    """
    parts = []
    has_brackets = text.sort is Sort.CHANGED
    for run in text.runs:
        left, right = _BRACKETS[run.kind] if has_brackets else ("", "")
        shown = "\n".join(map(visible, run.text.split("\n")))
        whole = f"{left}{shown}{right}"
        parts.append(painted(_RUN_CODES[run.kind], whole, colour) if run.kind in _RUN_CODES else whole)
    return "".join(parts)


def painted(code: str, text: str, colour: bool) -> str:
    """A text in a colour of the terminal, where that shows colours."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


class _Report:
    """Writes one report."""

    def __init__(self, comparison: ManualComparison, colour: bool) -> None:
        self._comparison = comparison
        self._colour = colour

    def lines(self) -> Iterator[str]:
        said, comparison = words_of("diff"), self._comparison
        names = {"before": comparison.before.name, "after": comparison.after.name}
        yield self._paint(
            _BOLD, said["title"].format_map({key: visible(name) for key, name in names.items()})
        )
        for sort, side in ((Sort.REMOVED, comparison.before), (Sort.ADDED, comparison.after)):
            name = said["edition"].format(name=visible(side.name), id=side.id)
            yield _INDENT + self._marked(sort, said["only"].format(edition=name))
        yield _INDENT + "   ".join(
            self._marked(sort, said["sort"][sort]) for sort in (Sort.CHANGED, Sort.MOVED)
        )
        yield ""
        yield said["same_manuals"] if comparison.is_same else summary(comparison)
        yield from self._values()
        if comparison.areas:
            yield from ("", *self._list(comparison.areas, 0))
        for procedures, sort, side in (
            (comparison.only_before, Sort.REMOVED, comparison.before),
            (comparison.only_after, Sort.ADDED, comparison.after),
        ):
            yield from self._only(procedures, sort, side.name)
        for procedure in comparison.differing:
            yield from ("", *self._procedure(procedure))

    def _values(self) -> Iterator[str]:
        if self._comparison.values:
            yield from ("", words_of("diff")["heading"]["values"])
        for value in self._comparison.values:
            yield from self._text(_INDENT + f"{value.name}: ", value.text)

    def _only(self, procedures: Iterable[ProcedureName], sort: Sort, edition: str) -> Iterator[str]:
        for index, name in enumerate(procedures):
            if index == 0:
                yield from ("", words_of("diff")["heading"]["only"].format(edition=visible(edition)))
            yield _INDENT + self._marked(sort, f"{name.number} {visible(name.title)} ({name.id})")

    def _procedure(self, procedure: ProcedureComparison) -> Iterator[str]:
        said, before, after = words_of("diff"), procedure.before, procedure.after
        number = after.number
        if before.number != number:
            number = said["number_pair"].format(before=before.number, after=number)
        title = f"{number} {visible(after.title)} ({procedure.id})"
        yield self._paint(f"{_BOLD};{_CODES[Sort.CHANGED]}", f"{_SIGNS[Sort.CHANGED]} {title}")
        yield _INDENT + ", ".join(drift_phrases(procedure.drift))
        yield from self._steps(procedure)
        yield from self._roles(procedure)
        for key, differences in (("fields", procedure.differences), ("records", procedure.records)):
            if differences:
                yield _INDENT + words_of("diff")["heading"][key]
            yield from self._differences(differences, 2)

    def _steps(self, procedure: ProcedureComparison) -> Iterator[str]:
        said = words_of("diff")
        if procedure.differing_steps:
            yield _INDENT + said["heading"]["steps"]
            for each in procedure.regrouped:
                start = _INDENT * 2 + self._marked(Sort.CHANGED, regrouped_label(each))
                yield from self._text(f"{start}: ", each.text)
            for is_same, steps in stretches(procedure.steps):
                if is_same:
                    yield f"{_INDENT * 2}{_SIGNS[Sort.SAME]} {stretch_name(steps)}"
                else:
                    yield from self._step(steps[0])

    def _roles(self, procedure: ProcedureComparison) -> Iterator[str]:
        said = words_of("diff")
        if procedure.roles:
            yield _INDENT + said["heading"]["roles"]
        for role in procedure.roles:
            counts = said["counts"].format(before=role.before, after=role.after)
            yield f"{_INDENT * 2}{visible(role.title)} {said['column']['counts']} {counts}"
            for sort, numbers in ((Sort.REMOVED, role.lost), (Sort.ADDED, role.gained)):
                if numbers:
                    listed = said["step"]["list"].format(numbers=said["number_separator"].join(numbers))
                    yield _INDENT * 3 + self._marked(sort, listed)

    def _step(self, step: StepDifference) -> Iterator[str]:
        name = step_label(step)
        if step.is_moved and step.sort is Sort.CHANGED:
            name = f"{name} ({words_of('diff')['moved_too']})"
        yield from self._text(_INDENT * 2 + self._marked(step.sort, name) + ": ", step.text)
        yield from self._differences(step.differences, 3)

    def _differences(self, differences: Iterable[Difference], depth: int) -> Iterator[str]:
        for difference in differences:
            if isinstance(difference, FieldDifference):
                start = _INDENT * depth + self._marked(difference.sort, f"{difference.title}: ")
                yield from self._text(start, difference.text)
            else:
                yield from self._list(difference, depth)

    def _list(self, difference: ListDifference, depth: int) -> Iterator[str]:
        yield _INDENT * depth + self._marked(Sort.CHANGED, difference.title)
        for item in difference.items:
            yield from self._item(item, depth + 1)
        if difference.same:
            same = words_of("diff")["same_items"].format(count=difference.same)
            yield f"{_INDENT * (depth + 1)}{_SIGNS[Sort.SAME]} {same}"

    def _item(self, item: ItemDifference, depth: int) -> Iterator[str]:
        start = _INDENT * depth + self._marked(item.sort, "")
        detail = words_of("diff")["detail"]
        if item.detail is None or not item.detail.runs:
            yield from self._text(start, item.text)
        else:
            whole = detail.format(text=self._runs(item.text), detail=self._runs(item.detail))
            yield from self._indented(start, whole)
        if item.sort is Sort.MOVED:
            moved = words_of("diff")["items_moved"].format(before=item.before, after=item.after)
            yield _INDENT * (depth + 1) + moved

    def _text(self, start: str, text: TextDifference) -> Iterator[str]:
        yield from self._indented(start, self._runs(text))

    def _runs(self, text: TextDifference) -> str:
        return runs_text(text, self._colour)

    @staticmethod
    def _indented(start: str, text: str) -> Iterator[str]:
        """A text after its start; its further lines one level deeper than that."""
        first, *others = text.split("\n")
        yield start + first
        margin = " " * (len(start) - len(start.lstrip()) + 2 * len(_INDENT))
        yield from (margin + line for line in others)

    def _marked(self, sort: Sort, text: str) -> str:
        """A text after the sign of a sort."""
        return self._paint(_CODES[sort], f"{_SIGNS[sort]} {text}")

    def _paint(self, code: str, text: str) -> str:
        return painted(code, text, self._colour)
