"""Texts that might be read as something else than text, wherever they are shown."""

from collections.abc import Callable
from itertools import cycle

from tests.support.auditing import IN_FULL

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></td></table><img src=x onerror=alert(1)>",
    "**bold** and ** not __this__ _nor_ *this*",
    "[x](y) ![i](j) [a][b] [out](https://a.example/?q=1&r=(2)",
    "{{ 7 * 7 }} {% raw %} {# c #} {: .class } { #id }",
    "&amp; &lt;b&gt; &#39; & &nbsp;",
    "`code` ``` ~~~ ~~gone~~ ==mark== ^up^ ~down~",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "!!! note",
    "??? note",
    "/// note",
    "--- === ***",
    "a|b | c || d",
    "$(id) ${} $$x$$ \\(y\\) \\* \\",
    "\"double\" 'single' -- --- ...",
    ":smile: :material-home: a@b.example https://c.example/d_e_f www.g.example",
    "<!--khumue:1--> <!--khumue:chart:--> -->",
    "[^1] [^1]: note *[abbr]: x",
    "term\n: meaning",
    "ก\nข\n\n    ค",
    "น้ำ ค้ำ ญฺ ๑๒๓ ๆ ฯ",
)
"""Texts that Markdown, HTML, templates, shells or our own markers might read something into."""

SHIFTS = range(0, len(HOSTILE), 1 if IN_FULL else 9)
"""For `hostile_by_turns`: so that each field says some of the hostile texts, in an audit all of them."""


def hostile_by_turns(shift: int) -> Callable[[], str]:
    """Gives the next of the hostile texts at each call, so that one manual says them all.

    Args:
        shift: which of them comes first.
    """
    turns = cycle((*HOSTILE[shift:], *HOSTILE[:shift]))
    return lambda: next(turns)
