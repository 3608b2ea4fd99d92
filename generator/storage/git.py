"""Asks git, the only place that does: with a bound to how long, and so that nothing of the repository runs.

A repository may come from anybody. Its hooks, filters, pagers, textconv and file system monitors are not asked; what
is asked for is read from the object store, never checked out.
"""

import hashlib
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_GIT = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *(
        each
        for setting in (
            "core.quotePath=false",
            "core.fsmonitor=false",
            "core.hooksPath=" + os.devnull,
            "core.alternateRefsCommand=",
            "protocol.allow=never",
            "log.showSignature=false",
        )
        for each in ("-c", setting)
    ),
)
_DIGESTS = {40: "sha1", 64: "sha256"}
"""Of what ids are made, by how long they are."""
_SECONDS = 30
_NOT_PASSED_ON = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_EXTERNAL_DIFF",
    "GIT_PAGER",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
)
_TRACES = "GIT_TRACE"
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ATTR_NOSYSTEM": "1",
}
_WITH_OTHERS = tuple(
    each
    for protocol in ("https", "http", "ssh", "git", "file")
    for each in ("-c", f"protocol.{protocol}.allow=always")
)
_ASKING_NOBODY = {
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
}


class GitError(Exception):
    """Git did not answer.

    Attributes:
        is_missing: whether there is no git on this machine.
        said: what git said, one line; empty where it said nothing.
    """

    def __init__(self, said: str = "", is_missing: bool = False) -> None:
        """Carry what git said."""
        super().__init__(said)
        self.said = said
        self.is_missing = is_missing


def ask_git(
    root: Path,
    *arguments: str,
    given: bytes = b"",
    seconds: float = _SECONDS,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What git answers.

    Args:
        root: the folder in which it is asked.
        arguments: the command and what belongs to it. Whoever puts in what somebody wrote sees to it that it cannot
            be read as an option.
        given: what it reads from its standard input.
        seconds: how long it may take.
        environment: what else it finds among its variables.

    Raises:
        GitError: when git is missing, fails or takes too long.
    """
    return _run(root, arguments, given, seconds, environment or {}).stdout


def tell_git(root: Path, *arguments: str, seconds: float) -> str:
    """Let git speak with another repository, and give what that says to people.

    Nobody is asked anything: who has no right to write there is told so.

    Args:
        root: the folder in which it is asked.
        arguments: as for `ask_git`.
        seconds: how long it may take.

    Raises:
        GitError: as for `ask_git`.
    """
    return _run(root, (*_WITH_OTHERS, *arguments), b"", seconds, _ASKING_NOBODY).stderr.decode(
        "utf-8", "replace"
    )


def _run(
    root: Path, arguments: Sequence[str], given: bytes, seconds: float, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    passed_on = {
        name: value
        for name, value in os.environ.items()
        if name not in _NOT_PASSED_ON and not name.startswith(_TRACES)
    }
    command: Sequence[str] = (*_GIT, *arguments)
    try:
        return subprocess.run(
            command,
            cwd=root,
            input=given,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**passed_on, **_ENVIRONMENT, **environment},
            start_new_session=True,  # no terminal on which a program that git starts could ask
        )
    except FileNotFoundError as failure:
        raise GitError(is_missing=True) from failure
    except subprocess.CalledProcessError as failure:
        raise GitError(_first_line(failure.stderr)) from failure
    except (OSError, subprocess.SubprocessError, ValueError) as failure:  # ValueError: a null byte
        raise GitError(type(failure).__name__) from failure


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else ""


def object_id(content: bytes, length: int) -> str:
    """The id of the object that holds a file's content.

    Args:
        content: what the file holds.
        length: how many digits ids have in the repository.
    """
    return hashlib.new(
        _DIGESTS[length], b"blob %d\0" % len(content) + content, usedforsecurity=False
    ).hexdigest()
