"""What the desk changes, in words: the project with its drafts against the last commit, or what was last proposed."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.charts import LayoutError
from generator.desk.refusals import Refusal, refused
from generator.desk.session import Session, Texts
from generator.desk.telling import Json
from generator.revisions import (
    PLACES,
    BrokenStateError,
    State,
    UnknownStateError,
    committed_state,
    folder_state,
    tell_between,
    working_copy,
)
from generator.storage import (
    GitError,
    bytes_there,
    files_below,
    last_commit,
    temporary_folder,
    write_missing,
)
from generator.words import words_of


@dataclass
class Comparison:
    """Tells what changed, again and again.

    Attributes:
        session: the project.
    """

    session: Session

    def told(self, files: Texts, edition: str | None = None, paths: Collection[str] | None = None) -> Json:
        """What the project with drafts over it says otherwise than before.

        Args:
            files: the drafts.
            edition: the id of the only edition to tell of; None for the shared text and what becomes of all editions.
            paths: the only files to tell of: all others are taken to be as they were before. None for all.

        Returns:
            ``lines``, as ``khumue diff`` tells them, and ``html``, a document to be printed.

        Raises:
            Refusal: when either state cannot be read.
        """
        others: dict[str, bytes | None] = {}
        if paths is not None:
            files = {path: text for path, text in files.items() if path in paths}
            others = self._before_others(paths)
        with self.before() as before, self.session.laid_over(files, others):
            lines, html = reports(before, working_copy(self.session.root), edition)
        return {"lines": lines.splitlines(), "html": html}

    def _before_others(self, paths: Collection[str]) -> dict[str, bytes | None]:
        try:
            return self.session.keeper.before_others(paths)
        except GitError as error:
            raise refused("git", 500, said=error.said) from error

    @contextmanager
    def before(self, paths: Collection[str] | None = None) -> Iterator[State]:
        """The state to which the project is compared.

        Args:
            paths: where there is no git, the files that are as they were; by default all that changed.

        Raises:
            Refusal: when the last commit cannot be laid out.
        """
        root, keeper = self.session.root, self.session.keeper
        commit = last_commit(root) if keeper.is_git_there else None
        with temporary_folder() as folder:
            if commit is not None:
                try:
                    yield committed_state(root, commit, folder)
                except UnknownStateError as error:
                    raise Refusal(str(error), 422) from error
                return
            changed = keeper.before_proposal()
            before = {path: changed[path] for path in changed if paths is None or path in paths}
            write_missing(folder, _as_before(root, before))
            yield folder_state(folder, words_of("desk")["before-proposal"])


def reports(before: State, after: State, edition: str | None) -> tuple[str, str]:
    """What changed between two states, as text and as a document.

    Raises:
        Refusal: when either cannot be read.
    """
    try:
        text, html = tell_between(before, after, edition, ("text", "html"))
    except (UnknownStateError, LayoutError) as error:
        raise Refusal(str(error), 422) from error
    except BrokenStateError as error:
        raise refused("broken-state", 422, state=error.label) from error
    return text.report, html.report


def _as_before(root: Path, before: dict[str, bytes | None]) -> Iterator[tuple[str, bytes]]:
    """The files of a manual as they were, where some said something else."""
    there = {each for place in PLACES for each in files_below(root, place)}
    for path in sorted(there | before.keys()):
        content = before[path] if path in before else bytes_there(root, path)
        if content is not None:
            yield path, content
