"""What dates and durations look like, as patterns that a browser understands: what fits none surely is none.

The readers are those of the models, and so are the patterns; here they are only put into the language of browsers.
Of schedules there is no such pattern: they are read by what their parts mean.
"""

import re
from collections.abc import Mapping, Sequence

from generator.model import ShapeKind, outer_forms

_READ_BY: Mapping[ShapeKind, Sequence[str]] = {
    ShapeKind.DATE: ("bad-date", "no-such-date"),
    ShapeKind.DURATION: ("bad-duration",),
}
"""By kinds of values the rules that a text may surely break, in the order in which they are told."""
_READ_LATER = (ShapeKind.SCHEDULE,)
_LETTER, _LETTER_OR_DIGIT = r"[^\W\d_]", r"[^\W_]"
_CLASSES = {_LETTER: r"[\p{L}\p{No}\p{Nl}]", _LETTER_OR_DIGIT: r"[\p{L}\p{N}]", r"\d": r"\p{Nd}"}
"""What a browser takes for Latin letters and digits alone."""
_CLASS = re.compile("|".join(map(re.escape, sorted(_CLASSES, key=len, reverse=True))))
_ESCAPED = re.compile(r"\\([^\w$()*+./?\[\\\]^{|}])")
"""Characters that need no backslash there, and may have none."""


def written_forms() -> Mapping[str, object]:
    """By the kind of a value, how it is written.

    Returns:
        ``told``: by kind, the rules and patterns, in order: a text without surplus spaces and Thai digits that does not
        fit a pattern breaks its rule. ``later``: the kinds of values that only the generator reads.
    """
    forms = outer_forms()
    told = {
        kind.value: [(rule, in_browsers(forms[rule])) for rule in rules] for kind, rules in _READ_BY.items()
    }
    return {"told": told, "later": [kind.value for kind in _READ_LATER]}


def told_rules() -> tuple[str, ...]:
    """The rules that are told by such patterns."""
    return tuple(rule for rules in _READ_BY.values() for rule in rules)


def in_browsers(pattern: str) -> str:
    """A pattern for whole texts as browsers have it, to be used with the flags ``iu``."""
    plain = _ESCAPED.sub(r"\1", _CLASS.sub(lambda found: _CLASSES[found[0]], pattern))
    return f"^(?:{plain})$"
