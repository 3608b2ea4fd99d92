"""Tries the settings of a site out: one page is built with them, and what the engine says against it is told.

What a theme, a plugin or an extension takes, only they know. So settings of which it is not known beforehand are tried
when a project is checked, rather than when it is published.
"""

import json
import logging
import os
import re
from dataclasses import replace
from pathlib import Path

from jinja2 import TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig

from generator.assembly import refused_settings
from generator.diagnostics import found
from generator.document import Navigation
from generator.problems import Problem
from generator.project import read_project
from generator.site.build import write_site
from generator.site.composing import unreadable_content
from generator.site.content import SiteContent
from generator.site.engine_log import handled_log
from generator.site.errors import ContentError, SiteError
from generator.site.plugin import ProceduresPlugin
from generator.site.settings import load_settings
from generator.storage import read_bytes, temporary_folder, write_missing
from generator.yamltext import SourceText

_PAGE, _TEMPLATE, _WRITTEN = "index.html", "main.html", "written.md"
"""The page that is built, the template that it is built with, and a page beside it as people write them."""
_CONTENT = 'class="problems"'
"""What stands in the content of that page."""
_POLICY = 'http-equiv="Content-Security-Policy"'
_START, _INSIDE = '{% extends "khumue.html" %}', "{{ super() }}"
"""What a template of a project's own begins with, and what keeps in its blocks what these say otherwise."""
_SEARCHED = re.compile(r" not found in search paths: .*", re.DOTALL)
"""Where a theme was looked for, which helps nobody."""


def tried_settings(root: Path) -> list[Problem]:
    """What is wrong with the settings of a project's site that building one page with them brings to light.

    Args:
        root: the project's root, whose ``mkdocs.yml`` the rules find nothing wrong with.

    Returns:
        The problems at their settings, as far as what the engine says names one; none where hooks would run.
    """
    with temporary_folder("khumue-trial-") as documents, temporary_folder("khumue-trial-") as target:
        try:
            config, plugin = load_settings(root, docs_dir=documents)
        except ContentError as error:
            return list(error.problems)
        if config.hooks:
            return []
        config.nav, config.watch = None, []
        pages = {_WRITTEN: "# a\n\n## b\n"} | _with_templates(root)
        write_missing(documents, pages.items())
        folder = Path(config.theme.custom_dir or root).resolve()
        try:
            reason = _reason_against(config, plugin, target, list(pages))
        except ContentError as error:
            return list(error.problems)
        if not reason:
            return _lost_by_templates(folder, root.resolve(), target)
        for place in (str(documents), str(target), *config.theme.dirs, str(root.resolve())):
            reason = reason.replace(f"{place}{os.sep}", "")
    return [refused_settings(" ".join(reason.split()), root=root)]


def _with_templates(root: Path) -> dict[str, str]:
    """A page for each template that a page of the project names as its own, by its name."""
    heads = [each.head.get("template") for each in read_project(root).pages if each.head is not None]
    names = dict.fromkeys(each.text for each in heads if each is not None and each.kind == "str")
    return {
        f"written-{number}.md": f"---\ntemplate: {json.dumps(name)}\n---\n# a\n"
        for number, name in enumerate(names)
    }


def _reason_against(config: MkDocsConfig, plugin: ProceduresPlugin, target: Path, pages: list[str]) -> str:
    """What the engine says against settings when it builds a page with them; empty when it is content."""
    heard = _Heard()
    try:
        with handled_log(heard, logging.WARNING):
            write_site(config, plugin, _content(pages), target)
    except ContentError:  # of a template
        raise
    except SiteError as error:
        return heard.messages[-1] if heard.messages else str(error)
    except TemplateSyntaxError as error:
        return f"{error.filename or error.name}:{error.lineno}: {error.message}"
    except Exception as error:  # noqa: BLE001 - themes and plugins raise whatever they like
        return _SEARCHED.sub("", f"{type(error).__name__}: {error}")
    return ""


def _content(pages: list[str]) -> SiteContent:
    """What the page stands among: a section with pages that somebody wrote, and a link that leads elsewhere."""
    content = unreadable_content([], [])
    section: Navigation = [{"a": [*pages, {"b": "https://example.org/"}]}]
    return replace(content, own_navigation=[*content.navigation(None), *section])


def _lost_by_templates(folder: Path, root: Path, target: Path) -> list[Problem]:
    """What a theme's own templates lose of the page that was built with them: its words, or its policy."""
    page = read_bytes(target, _PAGE).decode()
    template = folder / _TEMPLATE
    file = (template if template.is_file() else folder).relative_to(root).as_posix()
    wanted = {
        "template": _CONTENT in page,
        "policy": _POLICY in page,
    }
    place = SourceText(file, "").place(0)
    details = {"value": file, "start": _START, "inside": _INSIDE}
    return [
        found("site-setting", place, name, **details) for name, is_there in wanted.items() if not is_there
    ]


class _Heard(logging.Handler):
    """Notes down what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
