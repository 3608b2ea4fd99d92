"""The files of a new manual that are the program's rather than the office's, and what every earlier state wrote there.

``states.json`` has, by host and language, the hashes of each such file and the first and the last state that wrote it
so; ``scripts/record_init_states.py`` writes it. A file that says what some state wrote was changed by nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.data_files import read_json_data

STATES = Path(__file__).parent / "states.json"
_DIGITS = 16
_OFFICES_OWN = ("procedures/", "README.md", "program.txt", "docs/about/foreword.md")
"""What a person fills in, or an answer stands in: it is the office's from the first day on."""
_FILLED_IN = "CODEOWNERS"
_PAGES = "docs/"


class Written(NamedTuple):
    """What some states wrote into a file: its hash, and the first and the last of these states."""

    hash: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class KnownStates:
    """What earlier states wrote for one host and language, by path."""

    files: Mapping[str, Sequence[Written]]

    def written(self, path: str, text: str) -> Written | None:
        """Which states wrote a text into a file; None where none did."""
        found = hash_of(text)
        return next((each for each in self.files.get(path, ()) if each.hash == found), None)

    def first(self, path: str) -> int | None:
        """The first state that wrote a file at all."""
        return min((each.first for each in self.files.get(path, ())), default=None)


def is_kept_up(path: str) -> bool:
    """Whether a file of a new manual is the program's to keep up to date."""
    return not path.startswith(_OFFICES_OWN)


def is_filled_in(path: str) -> bool:
    """Whether a person is to write into it, so that it is laid out once and then left alone."""
    return path.rpartition("/")[2] == _FILLED_IN


def is_page(path: str) -> bool:
    """Whether it is a page that readers see: whoever changed one keeps it, and nothing may stand beside it."""
    return path.startswith(_PAGES)


def hash_of(text: str) -> str:
    """The short name of what a file says, whatever its line ends."""
    return sha256("\n".join(text.splitlines()).encode()).hexdigest()[:_DIGITS]


def variant_of(host: str, language: str) -> str:
    """What the files of a host and a language stand under."""
    return f"{host}-{language}"


@cache
def known_states(host: str, language: str) -> KnownStates:
    """What earlier states wrote for a host and a language."""
    files = read_json_data(STATES)["files"].get(variant_of(host, language), {})
    return KnownStates({path: [Written(*each) for each in written] for path, written in files.items()})
