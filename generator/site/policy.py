"""What a page may load and run: a Content-Security-Policy as a value, from which others derive.

Nothing here knows pages or servers. A page that has to speak to another host takes a policy of its own,
``PAGES.allowing("connect-src", "https://desk.example")``, and the others keep theirs.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from generator.data_files import read_data
from generator.model import Allowance

SCRIPTS, STYLES = "script-src", "style-src"
"""The directives for scripts and for styles."""
ANYTHING_INSIDE = "'unsafe-inline'"
"""The source that lets everything run that stands in a page; beside hashes it means nothing."""
_DEFAULT = "default-src"
_NOTHING = ("'none'",)
_SELF, _FILES = "'self'", "file:"
_ONLY_SENT = frozenset({"frame-ancestors", "sandbox"})
"""Directives that browsers take from servers alone."""
_NOT_LOADED = frozenset({*_ONLY_SENT, _DEFAULT, "base-uri", "form-action"})
"""Directives that no other stands in for."""

Directives = Mapping[str, tuple[str, ...]]
"""Sources by directive."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy.

    Attributes:
        directives: what may come from where.
    """

    directives: Directives

    def allowing(self, directive: str, *sources: str) -> "Policy":
        """This policy with more sources for a directive: none is lost that it had, by itself or by default."""
        had = self.directives.get(directive)
        if had is None:
            had = () if directive in _NOT_LOADED else self.directives.get(_DEFAULT, ())
        kept = () if had == _NOTHING else had
        return Policy({**self.directives, directive: tuple(dict.fromkeys((*kept, *sources)))})

    def as_sent(self) -> str:
        """The value of a server's header."""
        return _written(self.directives)

    def as_alone(self) -> str:
        """The content of the ``<meta>`` of a page that is served from a site and never opened as a file."""
        return _written({name: each for name, each in self.directives.items() if name not in _ONLY_SENT})

    def as_in_page(self) -> str:
        """The content of a page's ``<meta>``, for servers that send none, and for pages opened as files.

        A file has no origin that it could share with others: ``'self'`` need not match there.
        """
        return _written(
            {
                directive: tuple(
                    each
                    for source in sources
                    for each in ((source, _FILES) if source == _SELF else (source,))
                )
                for directive, sources in self.directives.items()
                if directive not in _ONLY_SENT
            }
        )


def _written(directives: Directives) -> str:
    return "; ".join(" ".join((directive, *sources)) for directive, sources in directives.items())


class _Told(BaseModel):
    """What ``policy.yml`` says."""

    page: dict[str, tuple[str, ...]]
    picture: dict[str, tuple[str, ...]]
    desk: dict[str, tuple[str, ...]]
    allowed: dict[Allowance, dict[str, tuple[str, ...]]]


_TOLD = _Told.model_validate(read_data(Path(__file__).with_suffix(".yml")))
PAGES, PICTURES, DESK = Policy(_TOLD.page), Policy(_TOLD.picture), Policy(_TOLD.desk)
"""What every page may do, before the hashes of a site's own scripts; pictures opened as documents; and the page on
which the manual is changed, before the host that it asks."""


def pages_that_may(allowed: Collection[Allowance]) -> Policy:
    """What every page may do where the settings let people write more than text."""
    policy = PAGES
    for each in sorted(allowed):
        for directive, sources in _TOLD.allowed[each].items():
            policy = policy.allowing(directive, *sources)
    return policy
