"""What a host keeps of one repository: blobs by their git ids, commits with their whole trees, branches, requests."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MAIN = "main"


@dataclass(frozen=True)
class Commit:
    """One commit: the ids of its files by path."""

    id: str
    tree: Mapping[str, str]
    parents: tuple[str, ...]
    message: str


@dataclass
class Kept:
    """A repository."""

    files: Mapping[str, str]
    blobs: dict[str, bytes] = field(default_factory=dict)
    commits: dict[str, Commit] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    requests: list[dict[str, Any]] = field(default_factory=list)
    checks: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with one commit on the main branch."""
        self.branches[MAIN] = self.commit(
            {path: self.blob(text.encode()) for path, text in self.files.items()}, (), "begin"
        )

    def blob(self, content: bytes) -> str:
        """Keep a content; gives its id."""
        name = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        self.blobs[name] = content
        return name

    def commit(self, tree: Mapping[str, str], parents: tuple[str, ...], message: str) -> str:
        """Keep a commit; gives its id."""
        said = repr((sorted(tree.items()), parents, message, len(self.commits))).encode()
        name = hashlib.sha1(said, usedforsecurity=False).hexdigest()
        self.commits[name] = Commit(name, dict(tree), parents, message)
        return name

    def somebody_changes(self, path: str, old: str, new: str, branch: str = MAIN) -> None:
        """Another person's commit on a branch."""
        text = self.text(path, branch)
        assert old in text
        tree = {**self.tree(branch), path: self.blob(text.replace(old, new).encode())}
        self.branches[branch] = self.commit(tree, (self.branches[branch],), "by another")

    def tree(self, branch: str) -> Mapping[str, str]:
        """The files of a branch."""
        return self.commits[self.branches[branch]].tree

    def text(self, path: str, branch: str = MAIN) -> str:
        """What a file of a branch says."""
        return self.blobs[self.tree(branch)[path]].decode()

    def request(self, head: str, base: str, title: str, body: str) -> dict[str, Any]:
        """Keep a request to take a branch in."""
        made = {
            "number": len(self.requests) + 1,
            "head": head,
            "base": base,
            "title": title,
            "body": body,
            "state": "open",
        }
        self.requests.append(made)
        return made

    def open_request(self, head: str) -> dict[str, Any] | None:
        """The open request of a branch."""
        return next(
            (each for each in self.requests if each["head"] == head and each["state"] == "open"), None
        )

    @property
    def proposed(self) -> list[str]:
        """The branches that are no main branch."""
        return [name for name in self.branches if name != MAIN]
