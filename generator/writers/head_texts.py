"""What the head of a page says of it in words: the title that stands in tabs and lists of results, and a description.

Both say whose manual it is: many offices have pages of the same name, and of the same text.
"""

from collections.abc import Iterable

from generator.thai import can_end

TITLE_LETTERS = 65
"""How many letters lists of results show of a title; a longer one is shortened by us, so that whose it is stays."""
DESCRIPTION_LETTERS = 160
_BETWEEN, _CUT = " – ", "…"
_ENDING = 14
"""How many letters stay of the end of a shortened title."""


def head_title(title: str, whose: str) -> str:
    """The title of a page, with whose manual it is.

    Args:
        title: its name, as plain text.
        whose: whose manual it is, in short; empty where nobody says.
    """
    if not whose or whose == title:
        return _shortened(title, TITLE_LETTERS)
    return f"{_shortened(title, TITLE_LETTERS - len(_BETWEEN) - len(whose))}{_BETWEEN}{whose}"


def head_description(title: str, about: str, whose: str) -> str:
    """The description of a page: its name, what it is about, and whose manual it is."""
    return _BETWEEN.join(filter(None, (title, about, whose)))


def beginning_of(title: str, told: Iterable[str]) -> str:
    """What a page is about, in a sentence or two.

    Args:
        title: its name, which is not repeated.
        told: what it says, from its beginning on; as much of it is taken as there is room for.
    """
    text = ""
    for each in told:
        words = " ".join(each.split())
        is_prose = words and words != title and "<" not in words  # code tells nobody what a page is about
        text += f" {words}" if is_prose else ""
        if len(text) > DESCRIPTION_LETTERS:
            break
    return _beginning(text.strip(), DESCRIPTION_LETTERS)


def _shortened(text: str, letters: int) -> str:
    """A text, with something left out where it is longer than it may be.

    Its last number stays, else its end: documents of one name are told apart by numbers and years.
    """
    if len(text) <= letters or letters < 2 * _ENDING:
        return text
    last = max((at for at, letter in enumerate(text, 1) if letter.isdigit()), default=0)
    end = last if last > letters // 2 else len(text)
    end += text[end : end + 1] == ")"
    start = next(at for at in range(end - _ENDING, end + 1) if can_end(text, at))
    ending = text[start:end].strip() + (_CUT if end < len(text) else "")
    return f"{_beginning(text, letters - len(ending))}{ending}"


def _beginning(text: str, letters: int) -> str:
    """The beginning of a text, whole where it is short enough; cut at a space where there is one near."""
    if len(text) <= letters:
        return text
    end = next(at for at in range(letters - len(_CUT), -1, -1) if at == 0 or can_end(text, at))
    space = text.rfind(" ", end * 2 // 3, end + 1)
    return f"{text[: space if space > 0 else end].rstrip()}{_CUT}"
