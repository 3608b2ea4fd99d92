"""Git repositories for tests: made by a real git, without anything of the machine's own settings."""

import os
import subprocess
from pathlib import Path

_SETTINGS = (
    "user.name=A",
    "user.email=a@b.example",
    "commit.gpgSign=false",
    "maintenance.auto=false",  # after each commit it would start another program, which finds nothing to do
)
_OPTIONS = tuple(word for setting in _SETTINGS for word in ("-c", setting))


def git(root: Path, *arguments: str, day: str = "2025-01-01") -> str:
    """Run git in a folder on a day, and give what it says."""
    stamp = f"{day}T12:00:00+07:00"
    environment = {
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PATH": os.environ["PATH"],
        "HOME": str(root),
    }
    done = subprocess.run(
        ["git", *_OPTIONS, *arguments], cwd=root, env=environment, check=True, capture_output=True
    )
    return done.stdout.decode()


def begin(root: Path) -> None:
    """Make a folder a repository, and commit what is in it."""
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "first")


def commit(root: Path, message: str, day: str = "2025-01-01") -> None:
    """Commit everything that is in a repository's folder."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message, day=day)
