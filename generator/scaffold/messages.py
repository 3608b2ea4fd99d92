"""What this room says to editors: the words stand in ``data/<command>.yml``, the names in braces are filled in."""

from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import yaml

from generator.diagnostics import shown

_DATA = Path(__file__).parent / "data"


class EditingError(Exception):
    """Something could not be done; the message tells an editor in Thai why, and what to write instead.

    Attributes:
        reason: the reason's key in the words of the command.
        message: why.
        hint: what to do instead.
    """

    command: ClassVar[str]
    """The name of the file of words."""

    def __init__(self, reason: str, /, **details: object) -> None:
        """Word a reason with its details; authored text among them is shortened, its invisible characters shown."""
        worded = words(self.command)["errors"][reason]
        texts = {name: shown(str(value)) for name, value in details.items()}
        self.reason = reason
        self.message: str = worded["message"].format_map(texts)
        self.hint: str = worded["hint"].format_map(texts)
        super().__init__(f"{self.message}\n{self.hint}")


@cache
def words(command: str) -> dict[str, Any]:
    """What a command says."""
    text = (_DATA / f"{command}.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
