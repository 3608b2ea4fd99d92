"""Words that stand behind a number: ``{count} step(s)`` is ``1 step`` or ``2 steps`` once the number is filled in.

Languages whose words do not change, such as Thai, write none of this.
"""

import re

MARK = "(s)"
_COUNTED = re.compile(r"(?<![\d.,])(\d[\d.,]*)((?: [A-Za-z-]+){1,4}?)\(s\)")


class Counting(str):
    """A wording with words that change with the number before them."""

    __slots__ = ()

    def format(self, *args: object, **kwargs: object) -> str:
        """The wording with its places filled in, and each word as its number wants it."""
        return _COUNTED.sub(
            lambda found: f"{found[1]}{found[2]}{'' if found[1] == '1' else 's'}",
            super().format(*args, **kwargs),
        )


def counting(told: object) -> object:
    """What a file says, its wordings that need it as `Counting`."""
    if isinstance(told, dict):
        return {key: counting(value) for key, value in told.items()}
    if isinstance(told, list):
        return [counting(value) for value in told]
    return Counting(told) if isinstance(told, str) and MARK in told else told
