"""``khumue upgrade``: a manual that an earlier state of the program laid out gets the files that this one writes.

What nobody changed is replaced. What somebody changed stays: the difference is shown, and the new file put beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path
from re import MULTILINE
from re import compile as pattern

from generator.diagnostics import visible
from generator.project import manual_language, read_project
from generator.scaffold.init import HOSTS, default_answers, files_laid_out
from generator.scaffold.laid_out import KnownStates, Written, is_filled_in, is_kept_up, is_page, known_states
from generator.scaffold.messages import EditingError
from generator.scaffold.program import installed_from, is_program_address
from generator.storage import NotWrittenError, bytes_there, is_there, replace_together
from generator.words import DEFAULT, words_of

PROGRAM = "program.txt"
BESIDE = ".new"
_GITLAB = ".gitlab-ci.yml"
_PROGRAM_LINE = pattern(r"^khumue @ .*$", MULTILINE)


class UpgradeError(EditingError):
    """Nothing was written."""

    part = "scaffold/upgrade"


class Fate(StrEnum):
    """What becomes of a file."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What a manual needs.

    Attributes:
        fates: by path, what becomes of each file that is not as it is to be.
        texts: by path, what the new files say.
        report: what to tell the editor, in Thai, several lines.
    """

    fates: Mapping[str, Fate]
    texts: Mapping[str, str]
    report: str


def upgrade_project(root: Path, program: str = "", is_trial: bool = True) -> Upgrade:
    """Bring the files of a manual that are the program's up to its present state.

    Args:
        root: the folder that holds `procedures/`.
        program: the repository of the program at a commit; by default the one that this program was installed from.
        is_trial: whether to tell what would be done, and write nothing.

    Returns:
        What was done, or would be.

    Raises:
        UpgradeError: when the address cannot be used, or a file cannot be written. Then all files are as they were.
    """
    address = program.strip() or installed_from()
    if address and not is_program_address(address):
        raise UpgradeError("bad-program", address=address)
    language = manual_language(read_project(root)) or DEFAULT
    host = HOSTS[1] if is_there(root, _GITLAB) else HOSTS[0]
    answers = {**default_answers({"language": language}), "program": "", "reference": "", "host": host}
    new = {path: text for path, text in files_laid_out(answers) if is_kept_up(path)}
    states = known_states(host, answers["language"])
    fates = dict(_fates(root, new, states))
    texts = dict(new)
    if moved := _moved_program(root, address):
        fates[PROGRAM], texts[PROGRAM] = Fate.REPLACE, moved
    if not is_trial:
        _write(root, fates, texts)
    lines = _report(root, fates, texts, is_trial)
    return Upgrade(fates, texts, "\n".join(lines))


def _fates(root: Path, new: Mapping[str, str], states: KnownStates) -> Iterator[tuple[str, Fate]]:
    """What becomes of each file that is not as it is to be."""
    there = {path: text for path in {*new, *states.files} if (text := _text(root, path)) is not None}
    written = {path: found for path, text in there.items() if (found := states.written(path, text))}
    since = max((each.first for each in written.values()), default=-1)
    for path in sorted({*new, *states.files}):
        if path not in new:
            if path in written:
                yield path, Fate.REMOVE
        elif path not in there:
            if not is_there(root, path):
                yield path, Fate.DELETED if _was_there(states, path, since) else Fate.ADD
        elif there[path].splitlines() != new[path].splitlines():
            yield from _fate_of(path, written.get(path))


def _fate_of(path: str, written: Written | None) -> Iterator[tuple[str, Fate]]:
    if written is not None:
        yield path, Fate.REPLACE
    elif not (is_filled_in(path) or is_page(path)):
        yield path, Fate.CHANGED


def _was_there(states: KnownStates, path: str, since: int) -> bool:
    """Whether the state that laid out a manual, or a later one that it was brought up to, wrote a file."""
    first = states.first(path)
    return first is not None and first <= since


def _moved_program(root: Path, address: str) -> str:
    """What ``program.txt`` is to say; empty where it says so, or holds nothing that is known."""
    text = _text(root, PROGRAM)
    if not address or text is None or not _PROGRAM_LINE.search(text):
        return ""
    moved = _PROGRAM_LINE.sub(f"khumue @ {address}", text)
    return "" if moved == text else moved


def _text(root: Path, path: str) -> str | None:
    content = bytes_there(root, path)
    return None if content is None else content.decode("utf-8", "replace")


def _write(root: Path, fates: Mapping[str, Fate], texts: Mapping[str, str]) -> None:
    """Write all of it, or nothing."""
    places = {path: f"{path}{BESIDE}" if fate is Fate.CHANGED else path for path, fate in fates.items()}
    written = (Fate.REPLACE, Fate.ADD, Fate.CHANGED)
    files = {places[path]: texts[path].encode() for path, fate in fates.items() if fate in written}
    gone = [path for path, fate in fates.items() if fate is Fate.REMOVE]
    try:
        replace_together(root, files, gone)
    except NotWrittenError as failure:
        raise UpgradeError("not-written", file=failure.file, reason=failure.reason) from failure


def _report(root: Path, fates: Mapping[str, Fate], texts: Mapping[str, str], is_trial: bool) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(UpgradeError.part)["report"]
    if not fates:
        yield said["nothing"]
        return
    for path, fate in fates.items():
        yield said[fate].format(file=path, beside=f"{path}{BESIDE}")
        if fate is Fate.CHANGED:
            before = (_text(root, path) or "").splitlines()
            lines = unified_diff(before, texts[path].splitlines(), path, f"{path}{BESIDE}", lineterm="")
            yield from (f"    {visible(line)}" for line in lines)
    yield said["would" if is_trial else "done"]
