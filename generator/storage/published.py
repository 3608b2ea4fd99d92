"""What git keeps of the state that was published last, as far as the files in a folder say something else by now.

A folder that git does not keep, and a clone that does not reach so far back, simply have no such state.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.storage.git import GitError, ask_git, object_id
from generator.storage.reading import bytes_there
from generator.storage.revisions import RevisionError, contents_of, entries_of

_HEAD = "HEAD"
_PROPOSED_TO = "GITHUB_BASE_REF"
"""In a run of a pull request: the branch that it is to be merged into."""
_FORKED_AT = "CI_MERGE_REQUEST_DIFF_BASE_SHA"
"""In a run of a merge request: the commit where it forked."""
_MAIN = ("HEAD", "main", "master")
_REMOTE, _LOCAL = "refs/remotes/origin/", "refs/heads/"


@dataclass(frozen=True, slots=True)
class PublishedFiles:
    """The files of a folder as they were published.

    Attributes:
        commit: the id of the commit.
        paths: of all of them, from the project's root.
        changed: what those of them held that are gone or hold something else now, by path.
    """

    commit: str = ""
    paths: frozenset[str] = frozenset()
    changed: Mapping[str, bytes] = field(default_factory=dict)


def files_as_published(root: Path, folder: str, name: str = "") -> PublishedFiles | None:
    """The files of a folder as they were where the work at hand left what is published.

    That is where it forked from the branch that it is to be merged into, as the host of a proposal tells it, else from
    the main branch as the clone knows it; on the main branch itself, its last commit.

    Args:
        root: the project's root.
        folder: the folder, from there.
        name: of a revision that is taken for published instead.

    Returns:
        The files; None without git, in a clone that is too shallow, and where there is no commit yet.
    """
    try:
        commit = _commit(root, name)
        if not commit:
            return None
        found = list(entries_of(root, commit, (folder,)))

        def is_same(path: str, identifier: str) -> bool:
            content = bytes_there(root, path)
            return content is not None and object_id(content, len(commit)) == identifier

        changed = [each for each in found if not is_same(each.path, each.object)]
        contents = contents_of(root, changed) if changed else []
    except (GitError, RevisionError):
        return None
    held = {entry.path: content for entry, content in zip(changed, contents, strict=True)}
    return PublishedFiles(commit, frozenset(each.path for each in found), held)


def _commit(root: Path, name: str) -> str:
    """The commit of the state that counts as published; empty where there is none."""
    if name:
        return _said(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    for branch in _branches(root):
        try:
            return _said(root, "merge-base", _HEAD, branch)
        except GitError:
            continue  # a branch of another history, or a clone that does not reach to where they part
    return _said(root, "rev-parse", "--verify", "--quiet", _HEAD)


def _branches(root: Path) -> Iterator[str]:
    """The commits that may be what is published, the likeliest first."""
    forked, target = os.environ.get(_FORKED_AT, ""), os.environ.get(_PROPOSED_TO, "")
    if forked.isalnum():
        yield forked
    names = [*([f"{_REMOTE}{target}"] if target else ()), *(f"{_REMOTE}{each}" for each in _MAIN)]
    names += [f"{_LOCAL}{each}" for each in _MAIN[1:]]
    listed = _said(root, "for-each-ref", "--format=%(refname) %(objectname)", *names).splitlines()
    known = dict(line.split(" ", 1) for line in listed)
    yield from (known[each] for each in names if each in known)


def _said(root: Path, *arguments: str) -> str:
    return ask_git(root, *arguments).decode("utf-8", "replace").strip()
