"""What files said before: git keeps it where there is git; where there is none, a folder of the project does.

Without git every save leaves what stood there in ``desk/versions/<path>/``, named by the moment, no more than
`MOST_VERSIONS` of a file; and what a file said when something was last proposed in ``desk/since/<path>``. Nothing of it
is read as part of the manual.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from generator.desk.own_work import Mark, OwnWork
from generator.desk.refusals import refused
from generator.project import DOCS_FOLDER, PROCEDURES_FOLDER
from generator.storage import (
    GitError,
    KeptFile,
    NotWrittenError,
    RevisionError,
    branch_of,
    bytes_there,
    committed_content,
    committed_files,
    differing,
    entries,
    files_below,
    is_folder,
    is_there,
    reason_of_failure,
    remote_of,
    remove_file,
    replace_together,
    require_repository,
    write_file,
)
from generator.today import BANGKOK

DESK = "desk"
"""The folder of the project in which the desk keeps what is none of the manual's."""
MOST_VERSIONS = 100
"""How many earlier versions of one file are kept where there is no git."""
_VERSIONS, _SINCE = f"{DESK}/versions", f"{DESK}/since"
_NEW = ".new"
"""What follows the name of a file that was not there when something was last proposed."""
_IGNORED = f"{DESK}/.gitignore"
_PLACES = (PROCEDURES_FOLDER, DOCS_FOLDER)
_MOMENT = "%Y-%m-%dT%H-%M-%S-%f"
Json = dict[str, object]


class Keeper:
    """Keeps what the files of one project said."""

    def __init__(self, root: Path) -> None:
        """Take the project's root, without a link in it."""
        self._root = root
        self._own = OwnWork(root, DESK)

    @property
    def is_git_there(self) -> bool:
        """Whether git keeps the project."""
        try:
            require_repository(self._root)
        except RevisionError:
            return False
        return True

    def told(self) -> Json:
        """What git knows, as the page wants to know it.

        Raises:
            Refusal: when git does not answer.
        """
        if not self.is_git_there:
            changed = sorted(self.before_proposal())
            marks = dict.fromkeys(changed, Mark.OWN.value)
            return {"is_there": False, "branch": "", "has_remote": False, "changed": changed, "marks": marks}
        try:
            changed = sorted(self._changed())
            return {
                "is_there": True,
                "branch": branch_of(self._root),
                "has_remote": remote_of(self._root) is not None,
                "changed": changed,
                "marks": self._own.marks(changed),
            }
        except GitError as error:
            raise refused("git", 500, said=error.said) from error

    def _changed(self) -> list[str]:
        """The files of the manual that differ from the last commit."""
        kept: Mapping[str, KeptFile] = committed_files(self._root, _PLACES)
        there = {each for place in _PLACES for each in files_below(self._root, place)}
        return differing(kept, ((each, bytes_there(self._root, each)) for each in there | kept.keys()))

    def before_others(self, paths: Collection[str]) -> dict[str, bytes | None]:
        """What changed files that are not among some said before; None for new ones.

        Raises:
            GitError: when git does not answer.
        """
        if not self.is_git_there:
            return {path: each for path, each in self.before_proposal().items() if path not in paths}
        kept = committed_files(self._root, _PLACES)
        others = [path for path in self._changed() if path not in paths]
        return {path: committed_content(self._root, kept[path]) if path in kept else None for path in others}

    def keep(self, before: Mapping[str, bytes | None]) -> None:
        """Keep what files said before they were written; git keeps that itself: there it is noted whose they are.

        Args:
            before: by path; None for a file that was not there.

        Raises:
            generator.desk.refusals.Refusal: when it cannot be kept.
        """
        if not before:
            return
        if self.is_git_there:
            self._note_written(before)
            return
        try:
            write_ignored(self._root)
            for path, content in before.items():
                since = f"{_SINCE}/{path}"
                if not is_there(self._root, since) and not is_there(self._root, since + _NEW):
                    write_file(self._root, since if content is not None else since + _NEW, content or b"")
                if content is not None:
                    self._keep_version(path, content)
        except OSError as failure:
            raise refused("not-kept", 500, reason=reason_of_failure(failure)) from failure

    def _note_written(self, before: Mapping[str, bytes | None]) -> None:
        with suppress(OSError, GitError):  # the files are saved; each can be chosen by hand
            write_ignored(self._root)
            self._own.note_written(before, differing(committed_files(self._root, _PLACES), before.items()))

    def _keep_version(self, path: str, content: bytes) -> None:
        folder = f"{_VERSIONS}/{path}"
        suffix = Path(path).suffix
        write_file(self._root, f"{folder}/{datetime.now(BANGKOK).strftime(_MOMENT)}{suffix}", content)
        kept = [each.name for each in entries(self._root, folder)]
        for name in kept[: max(0, len(kept) - MOST_VERSIONS)]:
            remove_file(self._root, f"{folder}/{name}")

    def before_proposal(self) -> dict[str, bytes | None]:
        """What files that were written since then said when something was last proposed; None for new ones."""
        if not is_folder(self._root, _SINCE):
            return {}
        before: dict[str, bytes | None] = {}
        for file in files_below(self._root, _SINCE):
            path = file.removeprefix(f"{_SINCE}/")
            content = None if path.endswith(_NEW) else bytes_there(self._root, file)
            if bytes_there(self._root, path.removesuffix(_NEW)) != content:
                before[path.removesuffix(_NEW)] = content
        return before

    def note_proposed(self, paths: Sequence[str], branch: str = "") -> None:
        """Take it that files were proposed as they are now; with git, on which branch.

        Raises:
            Refusal: when it cannot be noted down.
        """
        if self.is_git_there:
            self._own.note_proposed(paths, branch)
            return
        kept = [f"{_SINCE}/{path}{end}" for path in paths for end in ("", _NEW)]
        try:
            replace_together(self._root, {}, [each for each in kept if is_there(self._root, each)])
        except NotWrittenError as failure:
            raise refused("not-kept", 500, reason=failure.reason) from failure


def write_ignored(root: Path) -> None:
    """Let git, should there be one now or later, pass over what the desk keeps.

    Raises:
        OSError: when it cannot be written.
    """
    if not is_there(root, _IGNORED):
        write_file(root, _IGNORED, b"*\n")
