"""Why something could not be done for an editor, worded by the part of the command: ``scaffold/<command>``."""

from typing import ClassVar

from generator.diagnostics import shown
from generator.words import words_of

_NOT_OF_THE_COMMAND = ("broken-file", "not-written")
"""The reasons that lie in the files, not in how the command was given."""


class EditingError(Exception):
    """Something could not be done; the message tells an editor in Thai why, and what to write instead.

    Attributes:
        reason: the reason's key in the words of the command.
        message: why.
        hint: what to do instead.
    """

    part: ClassVar[str]
    """The part of the words that has the reasons."""

    def __init__(self, reason: str, /, **details: object) -> None:
        """Word a reason with its details; authored text among them is shortened, its invisible characters shown."""
        worded = words_of(self.part)["errors"][reason]
        texts = {name: shown(str(value)) for name, value in details.items()}
        self.reason = reason
        self.message: str = worded["message"].format_map(texts)
        self.hint: str = worded["hint"].format_map(texts)
        super().__init__(f"{self.message}\n{self.hint}")

    @property
    def is_wrong_usage(self) -> bool:
        """Whether the command has to be given otherwise."""
        return self.reason not in _NOT_OF_THE_COMMAND
