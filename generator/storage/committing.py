"""Commits beside the work of others: a new branch with a commit of some files; nothing else of the repository moves.

The commit is made of objects and an index of its own, so that neither HEAD, nor any branch that is there, nor the
index, nor a file of the working copy is touched. Hooks, filters and signing are not asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.storage.git import GitError, ask_git, object_id, tell_git
from generator.storage.writing import temporary_folder

_PUSH_SECONDS = 120.0
_FILE, _PROGRAM = "100644", "100755"
_NONE = "0"
_MOST_NAMES = 1000
_LONG_NAME = "refs/heads/{}"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as a commit keeps it: the id of its object, and whether it is a program."""

    object: str
    mode: str = _FILE

    def holds(self, content: bytes) -> bool:
        """Whether it is some content, but perhaps for the ends of lines, which git may keep in another way."""
        return any(
            self.object == object_id(each, len(self.object)) for each in (content, _with_feeds(content))
        )


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a commit; the address may be empty."""

    name: str
    email: str = ""


def committed_files(root: Path, places: Sequence[str]) -> dict[str, KeptFile]:
    """The files of the last commit in some places, by path from the root; none where nothing is committed yet.

    Raises:
        GitError: when git does not answer.
    """
    if last_commit(root) is None:
        return {}
    listed = ask_git(root, "ls-tree", "-r", "-z", "HEAD", "--", *places)
    files = {}
    for line in filter(None, listed.split(b"\0")):
        head, _, path = line.partition(b"\t")
        mode, _, identifier = head.decode("ascii").split()
        if mode in (_FILE, _PROGRAM):
            files[path.decode("utf-8", "surrogateescape")] = KeptFile(identifier, mode)
    return files


def committed_content(root: Path, kept: KeptFile) -> bytes:
    """What a file holds as a commit keeps it.

    Raises:
        GitError: when git does not answer.
    """
    return ask_git(root, "cat-file", "blob", kept.object)


def last_commit(root: Path) -> str | None:
    """The commit on which the working copy rests; None before the first."""
    try:
        return ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode("ascii").strip()
    except GitError:
        return None


def commit_beside(
    root: Path, contents: Mapping[str, bytes | None], message: str, author: Author, name: str
) -> tuple[str, str] | None:
    """Make a new branch with one commit: the last one with other contents of some files.

    Args:
        root: the project's root, anywhere in a repository.
        contents: by path from there, what files are to hold; None for those that are to go. Lines end as they do in
            the commit before, so that a word that changed is a line that changed.
        message: of the commit.
        author: who made it.
        name: of the branch; a number follows where one of that name is there.

    Returns:
        The names of the branch and of the commit; None when all of it stands in the last commit.

    Raises:
        GitError: when git does not answer, or cannot write.
    """
    before = last_commit(root)
    kept = committed_files(root, list(contents))
    prefix = ask_git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").removesuffix("\n")
    with temporary_folder() as folder:
        own_index = {"GIT_INDEX_FILE": str(folder / "index")}
        ask_git(root, "read-tree", before or "--empty", environment=own_index)
        lines = [_entry(root, prefix, path, content, kept) for path, content in contents.items()]
        given = b"".join(filter(None, lines))
        ask_git(root, "update-index", "-z", "--index-info", given=given, environment=own_index)
        tree = ask_git(root, "write-tree", environment=own_index).decode("ascii").strip()
    if (
        before is not None
        and tree == ask_git(root, "rev-parse", f"{before}^{{tree}}").decode("ascii").strip()
    ):
        return None
    commit = _committed(root, tree, before, message, author)
    return _branched(root, name, commit), commit


def _entry(
    root: Path, prefix: str, path: str, content: bytes | None, kept: Mapping[str, KeptFile]
) -> bytes | None:
    """What a file becomes in the index; None for one that is not to be and is not there."""
    known = kept.get(path)
    if content is None:
        head = f"{_NONE} {'0' * len(known.object)}" if known else ""
    else:
        content = _as_kept(root, content, known)
        written = ask_git(root, "hash-object", "-w", "--no-filters", "--stdin", given=content)
        head = f"{known.mode if known else _FILE} {written.decode('ascii').strip()}"
    return f"{head}\t{prefix}{path}\0".encode("utf-8", "surrogateescape") if head else None


def _as_kept(root: Path, content: bytes, known: KeptFile | None) -> bytes:
    """A content with lines that end as git keeps them: as before, and those of a new file as the machine is set up."""
    if b"\r\n" not in content:
        return content
    if known is not None:
        return _with_feeds(content) if b"\r\n" not in committed_content(root, known) else content
    return _with_feeds(content) if _setting(root, "core.autocrlf") in ("true", "input") else content


def _committed(root: Path, tree: str, before: str | None, message: str, author: Author) -> str:
    """Write a commit, and give its name."""
    people = {
        f"GIT_{part}_{key}": value
        for part in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", author.name), ("EMAIL", author.email))
    }
    parents = ("-p", before) if before else ()
    settings = ("-c", "i18n.commitEncoding=utf-8")
    written = ask_git(
        root,
        *(*settings, "commit-tree", "--no-gpg-sign", tree, *parents, "-F", "-"),
        given=message.encode("utf-8"),
        environment=people,
    )
    return written.decode("ascii").strip()


def _branched(root: Path, name: str, commit: str) -> str:
    """Give a commit a branch that was not there: the name with a number where it was."""
    listed = ask_git(root, "for-each-ref", "--format=%(refname)").decode("utf-8", "replace").split()
    taken = {each.partition("/")[2].partition("/")[2].casefold() for each in listed}
    taken |= {
        each.partition("/")[2] for each in taken
    }  # those of other repositories stand below these' names
    for each in (name, *(f"{name}-{number}" for number in range(2, _MOST_NAMES))):
        if each.casefold() not in taken:
            ask_git(root, "update-ref", "--no-deref", _LONG_NAME.format(each), commit, "0" * len(commit))
            return each
    raise GitError(name)


def remote_of(root: Path) -> tuple[str, str] | None:
    """The repository to which branches go, by its name and address; None where there is none.

    Of several it is that of the branch at hand, else ``origin``, else the first.

    Raises:
        GitError: when git does not answer.
    """
    names = ask_git(root, "remote").decode("utf-8", "replace").split("\n")
    names = [each for each in names if each and not each.startswith("-")]
    if not names:
        return None
    own = _setting(root, f"branch.{branch_of(root)}.remote")
    name = next((each for each in (own, "origin") if each in names), names[0])
    address = ask_git(root, "remote", "get-url", "--push", name).decode("utf-8", "replace").strip()
    return name, address


def branch_of(root: Path) -> str:
    """The branch at hand; empty where there is none."""
    try:
        return ask_git(root, "symbolic-ref", "--quiet", "--short", "HEAD").decode("utf-8", "replace").strip()
    except GitError:
        return ""


def main_branch_of(root: Path, remote: str) -> str:
    """The branch of another repository into which changes go, as far as it is known here: else the one at hand."""
    known = f"refs/remotes/{remote}/HEAD"
    try:
        named = ask_git(root, "symbolic-ref", "--quiet", known).decode("utf-8", "replace").strip()
    except GitError:
        return branch_of(root)
    return named.removeprefix(f"refs/remotes/{remote}/")


def push_branch(root: Path, remote: str, branch: str) -> str:
    """Send a branch to another repository, and give what that says to people.

    Raises:
        GitError: when it does not take it, or cannot be reached.
    """
    long_name = _LONG_NAME.format(branch)
    quiet = ("--no-verify", "--no-signed", "--no-follow-tags", "--recurse-submodules=no")
    return tell_git(root, "push", *quiet, "--", remote, f"{long_name}:{long_name}", seconds=_PUSH_SECONDS)


def patch_of(root: Path, commit: str) -> bytes:
    """A commit as a patch that `git am` takes.

    Raises:
        GitError: when git does not answer.
    """
    plain = ("--no-ext-diff", "--no-textconv", "--no-signature", "--root", "--stdout", "-1")
    return ask_git(root, "format-patch", *plain, commit, "--")


def author_of(root: Path) -> Author:
    """Who works here, as git was told."""
    return Author(_setting(root, "user.name"), _setting(root, "user.email"))


def _setting(root: Path, name: str) -> str:
    """A setting of git; empty where nothing is set."""
    try:
        return ask_git(root, "config", "--get", name).decode("utf-8", "replace").strip()
    except GitError:
        return ""


def _with_feeds(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def differing(kept: Mapping[str, KeptFile], contents: Iterable[tuple[str, bytes | None]]) -> list[str]:
    """Which of some files are another, new or gone against a commit."""
    return [
        path
        for path, content in contents
        if (path in kept) != (content is not None) or (content is not None and not kept[path].holds(content))
    ]
