"""A project's ``mkdocs.yml``, as the engine takes it: what it refuses is told at its place."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.assembly import refused_settings, site_settings_problems
from generator.problems import Problem, has_errors
from generator.project import SITE_SETTINGS
from generator.site.engine_log import handled_log
from generator.site.errors import ContentError
from generator.site.plugin import ProceduresPlugin
from generator.urls import is_broken_url
from generator.words import words_of

PLUGIN = "procedures"
_REFUSED = re.compile(r"Config value '(?P<key>[^']*)': (?P<reason>.*)", re.DOTALL)
"""How the engine words that it refuses a setting."""
_UNSOUND = (ValueError, TypeError, AttributeError, LookupError)
"""What MkDocs raises at settings that have another shape than it expects, or hold an address that is none."""


def load_settings(
    root: Path, docs_dir: Path | None = None, address: str | None = None
) -> tuple[MkDocsConfig, ProceduresPlugin]:
    """A project's configuration, and our plugin in it.

    Args:
        root: the project's root.
        docs_dir: the folder of authored documents, when it is not the one that mkdocs.yml names.
        address: host and port at which a preview listens, when they are not what mkdocs.yml names.

    Raises:
        ContentError: when mkdocs.yml is missing or unusable, or our plugin is not in it.
    """
    options = {"docs_dir": str(docs_dir)} if docs_dir else {}
    options |= {"dev_addr": address} if address else {}
    if has_errors(problems := site_settings_problems(root)):
        raise ContentError(problems)
    settings = root.resolve() / SITE_SETTINGS
    said = _Said()
    try:
        with handled_log(said, logging.ERROR):
            config = load_config(str(settings), **options)
    except (MkDocsException, *_UNSOUND) as error:
        raise ContentError(said.refused(root) or [refused_settings(str(error))]) from error
    if broken := next((each for each in _addresses(config.nav) if is_broken_url(each)), None):
        raise ContentError([refused_settings(broken, "nav", root)])
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, ProceduresPlugin):
        reason = words_of("site")["no_plugin"].format(plugin=PLUGIN)
        raise ContentError([refused_settings(reason, "plugins", root)])
    return config, plugin


class _Said(logging.Handler):
    """Notes down what the engine refuses of its settings."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note down one record."""
        self.messages.append(record.getMessage())

    def refused(self, root: Path) -> list[Problem]:
        """What was refused, at its place where the engine names the setting."""
        matches = [_REFUSED.fullmatch(each) for each in self.messages]
        return [
            refused_settings(_without_traceback(each["reason"]), each["key"], root)
            for each in matches
            if each is not None
        ]


def _without_traceback(reason: str) -> str:
    """What the engine says, without the lines of its own code that it adds."""
    lines = reason.strip().splitlines()
    return f"{lines[0]} {lines[-1]}" if any(each.startswith('  File "') for each in lines) else reason


def _addresses(entries: object) -> Iterator[str]:
    """What the entries of a navigation lead to."""
    if isinstance(entries, str):
        yield entries
    elif isinstance(entries, list | dict):
        for each in entries.values() if isinstance(entries, dict) else entries:
            yield from _addresses(each)
