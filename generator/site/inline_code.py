"""The scripts and styles that stand inside a page, by the hashes that a policy knows them by."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser

from generator.site.policy import ANYTHING_INSIDE, SCRIPTS, STYLES, Policy

_SCRIPT, _STYLE = "script", "style"
_CODE = frozenset({"", "module", "text/javascript", "application/javascript"})
"""What makes a script one that runs; others are data, which no policy minds."""


def allowing_code_of(html: str, policy: Policy) -> Policy:
    """A policy that also lets a page's own scripts and styles run, and none that is brought in beside them.

    Args:
        html: the page, as the theme makes it around nothing that anybody wrote.
        policy: what pages may do besides.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for directive, element in ((SCRIPTS, _SCRIPT), (STYLES, _STYLE)):
        if ANYTHING_INSIDE in policy.directives.get(directive, ()):
            continue
        if hashes := _hashes(text for name, text in reader.found if name == element):
            policy = policy.allowing(directive, *hashes)
    return policy


def _hashes(texts: Iterable[str]) -> list[str]:
    """The sources for some texts, each once, in an order that does not depend on theirs."""
    return sorted({f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts})


@dataclass
class _Reader(HTMLParser):
    """Collects what stands in the elements for scripts and styles."""

    found: list[tuple[str, str]] = field(default_factory=list)
    _open: str = ""
    _text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        is_code = "src" not in told and (told.get("type") or "").strip().lower() in _CODE
        if tag == _STYLE or (tag == _SCRIPT and is_code):
            self._open, self._text = tag, []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open == tag:
            self.found.append((tag, "".join(self._text)))
            self._open = ""
