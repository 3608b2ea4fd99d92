"""A revision of a git repository as files in a folder: read from git's objects, bounded, and checked out by nobody."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.storage.git import GitError, ask_git
from generator.storage.guard import OutsideError, own_place

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LONGEST_NAME = 256
_MOST_FILES = 50_000
_MOST_BYTES = 512 * 1024 * 1024
_LONGEST_LINK = 4096
_LINK = "120000"
_FILES = ("100644", "100755")
_NO_NAMES = frozenset({"", ".", ".."})


class RevisionError(Exception):
    """A revision cannot be read.

    Attributes:
        reason: why: ``no-git``, ``no-repository``, ``unknown``, ``shallow``, ``unrelated``, ``large`` or ``broken``.
        said: what git said, or the file that is meant; perhaps empty.
    """

    def __init__(self, reason: str, said: str = "") -> None:
        """Carry why."""
        super().__init__(reason, said)
        self.reason = reason
        self.said = said


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: how it was named, its whole id, and its moment in seconds since 1970."""

    name: str
    commit: str
    moment: int


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a revision: its path from the project's root, its object, its size, and whether it is a link."""

    path: str
    object: str
    size: int
    is_link: bool


def find_revision(root: Path, name: str) -> Revision:
    """The commit that a name means.

    Args:
        root: the project's root, anywhere in the repository.
        name: of a revision as git takes it: ``HEAD~3``, a branch, a tag, a commit's id.

    Raises:
        RevisionError: when there is none.
    """
    require_repository(root)
    commit = _asked_for(root, name)
    if commit is None:
        raise RevisionError("shallow" if is_shallow(root) else "unknown", name)
    try:
        moment = int(ask_git(root, "show", "-s", "--no-show-signature", "--format=%ct", commit, "--"))
    except (GitError, ValueError):
        moment = 0
    return Revision(name, commit, moment)


def commits_of(root: Path, place: str, most: int) -> tuple[Revision, ...]:
    """The commits that changed a folder, the newest first; of what a merge brought, the merge.

    Args:
        root: the project's root, anywhere in a repository.
        place: the folder, from there.
        most: how many are asked for.

    Raises:
        RevisionError: when git is missing or slow, or knows nothing.
    """
    shape = ("--first-parent", "--no-show-signature", "--format=%H %ct", f"--max-count={most}")
    try:
        said = ask_git(root, "log", *shape, "--", place).decode("ascii", "replace")
    except GitError as error:
        raise RevisionError("no-git" if error.is_missing else "no-repository", error.said) from error
    lines = (line.split() for line in said.splitlines())
    return tuple(Revision(commit, commit, int(moment)) for commit, moment in lines)


def fork_point(root: Path, one: Revision, other: Revision) -> Revision:
    """Where the histories of two revisions part.

    Raises:
        RevisionError: when they have nothing in common, as far as the clone reaches.
    """
    try:
        commit = ask_git(root, "merge-base", one.commit, other.commit).decode("ascii", "replace").strip()
    except GitError as error:
        raise RevisionError("shallow" if is_shallow(root) else "unrelated", error.said) from error
    return find_revision(root, commit)


def require_repository(root: Path) -> None:
    """Make sure that git keeps a folder.

    Raises:
        RevisionError: when it does not, or does not say.
    """
    try:
        ask_git(root, "rev-parse", "--git-dir")
    except GitError as error:
        reason = "no-git" if error.is_missing else "no-repository"
        raise RevisionError(reason, error.said) from error


def lay_out(
    root: Path,
    revision: Revision,
    places: Sequence[str],
    folder: Path,
    standing: MutableMapping[str, Path] | None = None,
) -> list[str]:
    """Write the files of a revision into a folder, byte for byte as git keeps them.

    A link is written as a link: what stands behind it is read by nobody, as everywhere.

    Args:
        root: the project's root.
        revision: the revision.
        places: which files and folders, from the project's root.
        folder: an empty one.
        standing: by the ids of git's objects, the files of revisions that were laid out before, to be read only: what
            holds the same is the same file, which is made forty times as fast. This revision's are put in.

    Returns:
        The paths of the files, from the project's root.

    Raises:
        RevisionError: when it holds too much, or what no folder can hold.
    """
    try:
        found = list(entries_of(root, revision.commit, places))
        if len(found) > _MOST_FILES or sum(each.size for each in found) > _MOST_BYTES:
            raise RevisionError("large")
        standing = {} if standing is None else standing
        new = [each for each in found if each.is_link or each.object not in standing]
        contents = dict(zip(new, contents_of(root, new), strict=True))
    except GitError as error:
        raise RevisionError("broken", error.said) from error
    for entry in sorted(found, key=lambda each: each.is_link):
        try:
            _lay_out(folder, entry, contents.get(entry), standing)
        except (OSError, ValueError) as failure:
            raise RevisionError("broken", entry.path) from failure
    return [each.path for each in found]


def _lay_out(
    folder: Path, entry: TreeEntry, content: bytes | None, standing: MutableMapping[str, Path]
) -> None:
    """Write a file, or a link where the system makes links; without a content, what stands already."""
    if not _NO_NAMES.isdisjoint(entry.path.split("/")):
        raise OutsideError(entry.path)  # no git makes such a tree
    path = own_place(folder, entry.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        _make_the_same(path, standing[entry.object])
    elif entry.is_link:
        with suppress(OSError, NotImplementedError):  # Windows lets not everybody make links
            path.symlink_to(content[:_LONGEST_LINK].decode("utf-8", "surrogateescape"))
    else:
        path.write_bytes(content)
        standing[entry.object] = path


def _make_the_same(path: Path, standing: Path) -> None:
    """A file that is another one too; where the system does not have that, one that holds the same."""
    try:
        path.hardlink_to(standing)
    except (OSError, NotImplementedError):
        path.write_bytes(standing.read_bytes())


def _asked_for(root: Path, name: str) -> str | None:
    """The id of the commit that a name means; None for what is no name of one."""
    if not name or name.startswith("-") or len(name) > _LONGEST_NAME or not name.isprintable():
        return None
    try:
        said = ask_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except GitError:
        return None
    commit = said.decode("ascii", "replace").strip()
    return commit if _COMMIT.fullmatch(commit) else None


def is_shallow(root: Path) -> bool:
    """Whether a repository is a clone without its whole history."""
    try:
        return ask_git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitError:
        return False


def entries_of(root: Path, commit: str, places: Sequence[str]) -> Iterator[TreeEntry]:
    """The files of a commit in some places; what is neither file nor link, such as another repository, is none.

    Args:
        root: the project's root.
        commit: its id.
        places: files and folders, from the project's root.

    Raises:
        GitError: when git does not say.
    """
    listed = ask_git(root, "ls-tree", "-r", "-z", "--long", commit, "--", *places)
    for line in filter(None, listed.split(b"\0")):
        head, _, path = line.partition(b"\t")
        mode, _, identifier, size = head.decode("ascii").split()
        if mode == _LINK or mode in _FILES:
            yield TreeEntry(path.decode("utf-8", "surrogateescape"), identifier, int(size), mode == _LINK)


def contents_of(root: Path, found: Sequence[TreeEntry]) -> list[bytes]:
    """What files of a commit hold: of several that hold the same, one is asked for.

    Args:
        root: the project's root.
        found: the files.

    Raises:
        GitError: when git does not say, as in a clone without all objects.
    """
    wanted = list(dict.fromkeys(each.object for each in found))
    answer = ask_git(
        root, "cat-file", "--batch", given="".join(f"{each}\n" for each in wanted).encode("ascii")
    )
    contents: dict[str, bytes] = {}
    place = 0
    for identifier in wanted:
        end = answer.find(b"\n", place)
        head = answer[place:end].split()
        if len(head) != len(("object", "kind", "size")) or head[1] != b"blob":
            raise GitError(identifier)  # a clone without all objects
        start, size = end + 1, int(head[2])
        contents[identifier] = answer[start : start + size]
        place = start + size + 1
    return [contents[each.object] for each in found]
