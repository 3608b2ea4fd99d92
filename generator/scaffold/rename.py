"""``khumue rename``: an id becomes another in every file that uses it, and is noted so that what led to it leads on.

Everything is changed in its place and judged before any of it is written; then all of it is written or nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.lint import judge, linked_texts
from generator.model import RetiredKind, Retirement
from generator.overlay import Edits, all_edits
from generator.problems import Problem, has_errors
from generator.project import FileKind, Found, Project, as_revised, read_project
from generator.scaffold.messages import EditingError
from generator.scaffold.rename_names import require_good_new, require_known_old
from generator.scaffold.renamed_approvals import renewed_approvals
from generator.scaffold.renamed_changes import changed_changes
from generator.scaffold.renamed_links import entries_of_navigation, links_in
from generator.scaffold.renamed_values import values_in_links
from generator.scaffold.renaming import RenameError, Renaming, uses_in
from generator.scaffold.retiring import RETIRED, noted
from generator.scaffold.rewriting import Rewrite, rewritten
from generator.storage import NotWrittenError, read_bytes, replace_together
from generator.today import build_day
from generator.validation import Validator
from generator.words import words_of
from generator.yamltext import SourceText, decode


class BrokenProjectError(EditingError):
    """Nothing was renamed, as the project has errors, or would have some.

    Attributes:
        problems: what is wrong, in order.
    """

    part = RenameError.part

    def __init__(self, reason: str, problems: list[Problem]) -> None:
        """Carry what is wrong."""
        super().__init__(reason)
        self.problems = problems

    @property
    def is_wrong_usage(self) -> bool:
        """The reasons lie in the files."""
        return False


@dataclass(frozen=True, slots=True)
class Renamed:
    """What was renamed.

    Attributes:
        files: the files that changed (or would), by where they stood, relative to the root.
        moved: by where files stood, where they stand.
        report: what to tell the editor, in Thai, several lines.
    """

    files: tuple[str, ...]
    moved: dict[str, str]
    report: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written: contents by where the files stand now, what moves, and how often the id stands in each."""

    contents: dict[str, bytes]
    moved: dict[str, Found]
    counts: dict[str, int]


def rename_id(root: Path, kind: RetiredKind, old: str, new: str, is_trial: bool = False) -> Renamed:
    """Give a thing another id, wherever it is named.

    Args:
        root: the folder that holds `procedures/`.
        kind: what the id names.
        old: the id; of a step with that of its procedure, ``budget-request#approve``.
        new: what it is to be; of a step with or without that of its procedure.
        is_trial: whether to tell what would be done, and write nothing.

    Returns:
        What was changed, and what to tell the editor.

    Raises:
        RenameError: when there is no such thing, the new id cannot be its, or a use cannot be changed in its place.
        BrokenProjectError: when the project has errors. In both cases nothing is written.
    """
    project = read_project(root)
    edits = all_edits(project)
    problems = judge(project, Validator(project), edits)
    if has_errors(problems):
        raise BrokenProjectError("broken-project", [each for each in problems if has_errors([each])])
    renaming = require_known_old(project, edits, kind, old, new)
    require_good_new(root, project, edits, renaming)
    plan = _plan(root, project, edits, renaming)
    _require_sound(project, plan)
    if not is_trial:
        _write(root, plan)
    moved = {file: found.file for file, found in plan.moved.items()}
    report = "\n".join(_report(plan, moved, renaming, is_trial))
    return Renamed(tuple(plan.contents), moved, report)


def _plan(root: Path, project: Project, edits: Edits, renaming: Renaming) -> _Plan:
    """Everything that is to be written."""
    rewrites = set(_uses(project, edits, renaming))
    moved = _moved(project, renaming)
    before = {file: read_bytes(root, file) for file in {*(each.file for each in rewrites), *moved}}
    after = as_revised(project, _contents(project, before, rewrites), moved, {})
    rewrites |= set(changed_changes(project, after, renaming))
    before |= {each.file: read_bytes(root, each.file) for each in rewrites if each.file not in before}
    contents = _contents(project, before, rewrites)
    renewed = set(renewed_approvals(project, as_revised(project, contents, moved, {})))
    if renewed:
        rewrites |= renewed
        before |= {each.file: read_bytes(root, each.file) for each in renewed}
        contents = _contents(project, before, rewrites)
    has_noted = project.only(FileKind.RETIRED) is not None
    of_retired = read_bytes(root, RETIRED.file) if has_noted else None
    retired = Retirement(renaming.kind, renaming.old_address, renaming.new_address)
    contents[RETIRED.file] = noted(project, of_retired, retired, build_day(), RenameError)
    counts: dict[str, int] = {}
    for each in rewrites:
        counts[each.file] = counts.get(each.file, 0) + (each.text == renaming.new)
    return _Plan(contents, moved, counts)


def _uses(project: Project, edits: Edits, renaming: Renaming) -> Iterator[Rewrite]:
    """Every place where the id stands, but for the addresses of changes."""
    written = {each.uri for each in project.published}
    pages = {page: now for page, now in renaming.pages(project).items() if page not in written}
    changed = [each.document for each in edits.values() if each.document is not None]
    for document in (*project.documents, *changed):
        if document.kind is not FileKind.RETIRED:
            yield from uses_in(document, renaming, pages)
    for text in linked_texts(project):
        yield from links_in(text, renaming, pages, written)
    yield from entries_of_navigation(project, renaming, pages)
    yield from values_in_links(project, renaming)


def _moved(project: Project, renaming: Renaming) -> dict[str, Found]:
    """The files whose name is the id, by where they stand now."""
    if renaming.kind is not RetiredKind.PROCEDURE:
        return {}
    return {
        each.source.file: Found(
            f"{each.source.file.rpartition('/')[0]}/{renaming.new}.yml",
            each.kind,
            renaming.new,
            each.area,
            each.edition,
        )
        for each in project.of_kind(FileKind.PROCEDURE)
        if each.id == renaming.old
    }


def _contents(project: Project, before: dict[str, bytes], rewrites: Iterable[Rewrite]) -> dict[str, bytes]:
    """The contents of the files with everything changed."""
    sources: dict[str, SourceText] = {each.source.file: each.source for each in project.documents}
    sources |= {page.source.file: page.source for page in project.pages}
    if project.site is not None:
        sources[project.site.source.file] = project.site.source
    changed = [
        file for file, content in before.items() if decode(file, content)[0].text != sources[file].text
    ]
    if changed:
        raise RenameError("changed-meanwhile", file=changed[0])
    by_file: dict[str, list[Rewrite]] = {file: [] for file in before}
    for each in rewrites:
        by_file[each.file].append(each)
    return {file: rewritten(before[file], sources[file], of_file) for file, of_file in by_file.items()}


def _require_sound(project: Project, plan: _Plan) -> None:
    """Refuse what would leave the project with an error: it had none."""
    is_new = project.only(FileKind.RETIRED) is None
    added = {RETIRED: plan.contents[RETIRED.file]} if is_new else {}
    after = as_revised(project, plan.contents, plan.moved, added)
    problems = judge(after, Validator(after), all_edits(after))
    if has_errors(problems):
        raise BrokenProjectError("would-break", [each for each in problems if has_errors([each])])


def _write(root: Path, plan: _Plan) -> None:
    """Write all of it, or nothing."""
    places = {file: plan.moved[file].file if file in plan.moved else file for file in plan.contents}
    contents = {_itself(root, places[file]): content for file, content in plan.contents.items()}
    try:
        replace_together(root, contents, plan.moved)
    except NotWrittenError as failure:
        raise RenameError("not-written", file=failure.file, reason=failure.reason) from failure


def _itself(root: Path, file: str) -> str:
    """A file without the links of the file system that lead to it, which stay."""
    path, top = (root / file).resolve(), root.resolve()
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else file


def _report(plan: _Plan, moved: dict[str, str], renaming: Renaming, is_trial: bool) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(RenameError.part)["report"]
    for file in sorted(plan.counts):
        count = plan.counts[file]
        yield said["file" if count else "followed"].format(file=file, count=count)
    for file, place in sorted(moved.items()):
        yield said["moved"].format(file=file, place=place)
    yield said["noted"].format(file=RETIRED.file)
    done = said["would-rename" if is_trial else "renamed"]
    yield done.format(kind=said["kinds"][renaming.kind], old=renaming.old_address, new=renaming.new_address)
    if not is_trial:
        yield said["next"]
