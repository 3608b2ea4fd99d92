"""Git repositories for tests: made by a real git, without anything of the machine's own settings."""

import os
import subprocess
from pathlib import Path

_IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgSign=false")


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
        ["git", *_IDENTITY, *arguments], cwd=root, env=environment, check=True, capture_output=True
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
