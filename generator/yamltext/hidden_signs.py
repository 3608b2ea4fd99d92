"""Signs that nobody sees: which there are, where they belong, and where they stand as character references of HTML.

They belong in emoji, and in scripts that are written joined.
"""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import category

DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_RUN = re.compile(f"[{INVISIBLE}]+")
_UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{DIRECTION}{INVISIBLE}]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_OF_SCRIPTS = "\u034f\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200c\u200d"
_FLAG = re.compile("(?<=\U0001f3f4)[\U000e0020-\U000e007e]{1,6}\U000e007f")
_LOOKS = re.compile("[\ufe0e\ufe0f](?P<joiner>\u200d?)")
"""What says whether a sign is shown in colours, in emoji before a joiner too."""
_KEYS = re.compile("[0-9#*]\ufe0f\u20e3")
_IDEOGRAPHS = re.compile(
    "[\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff][\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_SIGNS_OF_EMOJI = "\u203c\u2049\u2139\u3030\u303d"


def misplaced_signs(text: str) -> Iterator[re.Match[str]]:
    """The runs of signs in a text that nobody sees, but where they join letters or make an emoji what it is."""
    return (match for match in _RUN.finditer(text) if not _belongs(text, match))


def has_unseen(text: str) -> str | None:
    """The code of a sign in a name that nobody sees, or that turns how it is shown; None when it has none."""
    match = re.search(f"[{DIRECTION}]", text) or next(misplaced_signs(text), None)
    match = match or re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", text)
    return f"U+{ord(match[0][0]):04X}" if match is not None else None


def unseen_references(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The character references in HTML or Markdown that mean a sign which nobody sees, and that sign."""
    for match in _REFERENCE.finditer(text) if "&" in text else ():
        unseen = _UNSEEN.search(unescape(match[0]))
        if unseen is not None:
            yield match, unseen[0]


def is_of_direction(sign: str) -> bool:
    """Whether a sign turns the direction of what follows."""
    return re.fullmatch(f"[{DIRECTION}]", sign) is not None


def _belongs(text: str, match: re.Match[str]) -> bool:
    """Whether all of a run stands where it has a meaning."""
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if (
        _FLAG.fullmatch(text, start, end)
        or _KEYS.match(text, start - 1)
        or _IDEOGRAPHS.fullmatch(before + match[0])
    ):
        return True
    looks = _LOOKS.fullmatch(text, start, end)
    if looks is not None:
        is_sign = bool(before) and (category(before)[0] == "S" or before in _SIGNS_OF_EMOJI)
        return is_sign and (not looks["joiner"] or _is_joined(after))
    return match[0] in _OF_SCRIPTS and _is_joined(before) and _is_joined(after)


def _is_joined(character: str) -> bool:
    """Whether a character is a sign or letter that may be joined: neither Latin nor Thai."""
    return character > "\u0590" and not "\u0e00" <= character <= "\u0e7f" and not character.isspace()
