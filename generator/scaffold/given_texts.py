"""Texts that an editor gives on the command line or at a question: taken as they are, or refused with a reason."""

import re

from generator.problems import has_errors
from generator.scaffold.messages import EditingError
from generator.words import words_of
from generator.yamltext import SourceText, check_characters

_NO_TEXT = re.compile("[\ud800-\udfff\t]")


def usable_text(text: str, what: str, error: type[EditingError], is_needed: bool = False) -> str:
    """A text without spaces around it.

    Args:
        text: as it was given.
        what: what it is to be, in Thai, for the message.
        error: what to raise; its words have the reason ``unusable-text``.
        is_needed: whether it may not be empty.

    Raises:
        EditingError: when it would not be read as what it is.
    """
    stripped = text.strip()
    fault = _fault(stripped, is_needed)
    if fault is not None:
        readable = stripped.encode("utf-8", errors="replace").decode("utf-8")
        raise error("unusable-text", text=readable, what=what, **words_of("scaffold/given_texts")[fault])
    return stripped


def _fault(text: str, is_needed: bool) -> str | None:
    """What is wrong with a text."""
    if is_needed and not text:
        return "empty"
    if "${" in text:
        return "placeholder"
    return None if is_text(text) else "not-unicode"


def is_text(text: str) -> bool:
    """Whether a text of one line has nothing but letters and signs: what the checks would refuse is no text."""
    return not has_errors(check_characters(SourceText("", text)).problems) and not _NO_TEXT.search(text)
