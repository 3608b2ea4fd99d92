"""Small translations between our plain data and what MkDocs expects."""

import logging
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from generator.document import Navigation, write_words
from generator.problems import Problem, Severity
from generator.urls import encoded_url, split_url
from generator.words import words_of

LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO}


def project_root(config: MkDocsConfig) -> Path:
    """The folder that holds mkdocs.yml, and so ``procedures/``."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def is_on_this_machine(site_url: str | None) -> bool:
    """Whether the site's address is one that only this machine understands: never what search engines should keep."""
    return split_url(site_url or "").hostname in ("localhost", "127.0.0.1", "::1")


def published_at(site_url: str | None, own: str | None = None) -> str:
    """Where a site stands for good, with a slash at its end; empty while nobody says.

    Args:
        site_url: what the settings say.
        own: what an edition says of itself, where the settings name only this machine.
    """
    if site_url and not is_on_this_machine(site_url):
        return with_slash(site_url)
    return with_slash(own) if own else with_slash(site_url) if site_url else ""


def with_slash(address: str) -> str:
    """The address of a site as MkDocs wants it: with one slash at its end."""
    return f"{address.strip().rstrip('/')}/"


def edit_uri(source: str, config: MkDocsConfig) -> str:
    """Where an authored file is relative to the documents: what MkDocs' `edit_uri` continues with.

    Args:
        source: the file, relative to the project's root.
        config: says where the documents are.
    """
    return Path(os.path.relpath(project_root(config) / source, config.docs_dir)).as_posix()


def escaped_titles(entries: Navigation) -> list[Any]:
    """A navigation with its titles as HTML, and addresses that end no attribute: themes print them as they are."""
    return [
        _escaped_entry(entry)
        if isinstance(entry, str)
        else {
            escape(title): _escaped_entry(below) if isinstance(below, str) else escaped_titles(below)
            for title, below in entry.items()
        }
        for entry in entries
    ]


def _escaped_entry(entry: str) -> str:
    """What an entry leads to; a document keeps its name."""
    return encoded_url(entry) if split_url(entry).scheme or entry.startswith("/") else entry


def escape_settings(config: MkDocsConfig, title: str | None, imprint: str | None) -> None:
    """Let whatever the settings say be text on pages: themes print most of it as it is.

    Args:
        config: the settings; changed. What is escaped says so itself, and is not escaped again.
        title: what the site is called instead, as plain text.
        imprint: what stands at the foot of pages instead.
    """
    status = config.extra.get("status")
    config.extra["status"] = words_of("document")["status"] | (status if isinstance(status, dict) else {})
    config.site_name = escape(title or config.site_name)
    config.copyright = write_words(imprint or config.copyright or "")
    config.site_description, config.site_author = (
        escaped(each) for each in (config.site_description, config.site_author)
    )
    if config.repo_name:
        host = split_url(config.repo_url or "").netloc.partition(".")[
            0
        ]  # MkDocs calls it by that if nobody does
        is_named = config.repo_name.casefold() != host.casefold()
        config.repo_name = escaped(config.repo_name if is_named else words_of("document")["frame"]["source"])
    config.site_url, config.repo_url = (
        each and encoded_url(each) for each in (config.site_url, config.repo_url)
    )
    config.extra_css = [encoded_url(each) for each in config.extra_css]
    for settings in (config.extra, config.theme):
        for key in [each for each in settings if each not in _FOR_SCRIPTS]:
            settings[key] = escaped(settings[key])
    config.theme["font"] = False  # the site brings its own: no request may leave it


def escape_contents(config: MkDocsConfig) -> None:
    """Likewise the title of a page's contents, once pages are made: in them it is escaped by what makes them."""
    if toc := config.mdx_configs.get("toc"):
        toc["title"] = escaped(toc.get("title"))


_FOR_SCRIPTS = ("features", "annotate", "version")
"""What themes hand to their scripts as JSON, which is escaped there."""


def escaped(value: object) -> Any:  # noqa: ANN401 - whatever YAML holds
    """What a setting says, with its texts as HTML."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, dict):
        return {escaped(key): escaped(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [escaped(each) for each in value]
    return value


def escaped_head(value: object) -> Any:  # noqa: ANN401 - whatever YAML holds
    """What the head of a hand-written page says, with its texts as HTML, because themes print them as they are."""
    if isinstance(value, dict):
        return {key: escaped_head(each) for key, each in value.items()}
    if isinstance(value, list):
        return [escaped_head(each) for each in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return str(escape(str(value)))


def one_line(problem: Problem) -> str:
    """A problem as one line of a log: place, message, hint, rule."""
    parts = (f"{problem.location}: {problem.message}", problem.hint, f"[{problem.rule}]")
    return " ".join(part for part in parts if part)


def already_taken(uri: str, by: str) -> str:
    """What to say when another document, an author's or a generated one, has the address of a generated page."""
    words = cast("dict[str, str]", words_of("document")["problem"])
    return f"{words['uri_taken'].format(uri=uri, by=by)} {words['uri_taken_hint']}"


def document_elsewhere(source: str) -> str:
    """What to say of a document that does not lie in the project, or is not there."""
    wording: str = words_of("site")["document_elsewhere"]
    return wording.format(file=source)


def folder_of_no_edition(folder: str, editions: Iterable[str]) -> str:
    """What to say of a folder of documents that is named after no edition."""
    wording: str = words_of("site")["unknown_folder"]
    return wording.format(edition=folder, known=", ".join(editions))


def log_problems(problems: Sequence[Problem]) -> None:
    """Tell problems in MkDocs' log."""
    for problem in problems:
        get_plugin_logger("khumue").log(LEVELS[problem.severity], one_line(problem))


def tell_unusable(page: str, address: str) -> None:
    """Tell of a link on a page that is no address at all."""
    get_plugin_logger("khumue").warning(words_of("site")["unusable_link"].format(page=page, address=address))
