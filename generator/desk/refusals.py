"""Why the desk does not do what the page asks: a Thai sentence, and the number by which HTTP knows it."""

from generator.diagnostics import shown
from generator.words import words_of


class Refusal(Exception):  # noqa: N818 - it is an answer
    """Something is not done.

    Attributes:
        message: why, and what to do, in Thai.
        status: the status of the answer.
        reason: its key in the words of the desk; empty where others worded it.
    """

    def __init__(self, message: str, status: int, reason: str = "") -> None:
        """Carry the answer."""
        super().__init__(message)
        self.message, self.status, self.reason = message, status, reason


def refused(reason: str, status: int = 400, /, **details: object) -> Refusal:
    """A refusal in the words of the desk; what somebody wrote is shortened in it, its invisible characters shown.

    Args:
        reason: its key.
        status: the status of the answer.
        details: what the words name.
    """
    texts = {name: shown(str(value)) for name, value in details.items()}
    return Refusal(words_of("desk")["refusals"][reason].format_map(texts), status, reason)
