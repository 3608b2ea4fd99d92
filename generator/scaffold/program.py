"""Where the program comes from that lays out a manual: a repository at a commit, which the new manual installs too."""

import json
import re

from generator.data_files import installation_note
from generator.urls import split_url

_PACKAGE = "khumue"
_ADDRESS = re.compile(r"git\+https://[\w.-]+(?::\d+)?/[\w./~-]+@[0-9a-f]{40}")


def is_program_address(text: str) -> bool:
    """Whether a text names a repository at a commit, in the words of pip: ``git+https://host/name@<40 hex digits>``.

    Nothing else is taken: a branch moves, and whatever stood in the place of the host's name would be run.
    """
    return _ADDRESS.fullmatch(text) is not None


def reference_address(program: str) -> str:
    """Where the author's reference of a program can be read; empty for one that is not on GitHub, or unknown."""
    repository, _, commit = program.removeprefix("git+").rpartition("@")
    if not repository.startswith("https://github.com/"):
        return ""
    return f"{repository.removesuffix('.git')}/blob/{commit}/docs/authors/reference.md"


def installed_from() -> str:
    """The address of the program that runs, as pip noted it down (PEP 610); empty when it was installed otherwise."""
    try:
        noted = json.loads(installation_note(_PACKAGE, "direct_url.json") or "{}")
    except ValueError:
        return ""
    commit = noted.get("vcs_info", {}).get("commit_id", "")
    where = split_url(noted.get("url", ""))
    address = f"git+{where.scheme}://{where.netloc.rpartition('@')[2]}{where.path}@{commit}"
    return address if is_program_address(address) else ""
