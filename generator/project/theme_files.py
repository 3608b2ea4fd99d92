"""The templates, styles and scripts that a site has of its own, read like every other file.

They stand in the folder that the theme's settings name, or among the documents where other settings name them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.diagnostics import found
from generator.problems import Problem, has_errors
from generator.project.docs_files import HIDDEN, DocsFile
from generator.project.folders import is_left_alone, is_text
from generator.project.site_settings import SiteSettings
from generator.storage import entries, is_folder, leads_outside, read_bytes, reason_of_failure
from generator.yamltext import SourceText, check_characters, decode, merge_conflicts

STYLE_SUFFIX = ".css"
"""The ending of styles."""
_TEMPLATES = (".html", ".xml", ".txt", ".svg")
_SCRIPTS = (".js", ".mjs")
_NAMED_BY = ("extra_css", "extra_javascript", "extra_templates")


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A text of the theme.

    Attributes:
        source: its text.
        suffix: how its name ends, in small letters.
    """

    source: SourceText
    suffix: str

    @property
    def is_script(self) -> bool:
        """Whether it is a program of the reader's browser."""
        return self.suffix in _SCRIPTS


def read_theme_files(
    root: Path, site: SiteSettings, published: Sequence[DocsFile]
) -> tuple[list[ThemeFile], list[Problem]]:
    """Read what a site has of its own for its theme.

    Args:
        root: the project's root.
        site: its settings.
        published: the files among the documents.

    Returns:
        What could be read to its end, and what is wrong with the files as texts.
    """
    texts, problems = [], list[Problem]()
    for file in dict.fromkeys((*_in_folder(root, site), *_named(site, published))):
        text, told = _read(root, file)
        problems += told
        if text is not None:
            texts.append(text)
    return texts, problems


def _in_folder(root: Path, site: SiteSettings) -> Iterator[str]:
    """The texts in the theme's folder; what leads out of the project is told by a rule."""
    node = site.find("theme", "custom_dir")
    folder = node.text.strip("/") if node is not None and node.kind == "str" else ""
    waiting = [folder] if folder and not leads_outside(root, folder) and is_folder(root, folder) else []
    while waiting:
        try:
            listed = entries(root, here := waiting.pop())
        except OSError:
            continue  # told by the engine, which cannot read it either
        for entry in listed:
            file = f"{here}/{entry.name}"
            if entry.is_symlink() or is_left_alone(entry.name) or entry.name.startswith(HIDDEN):
                continue
            if entry.is_dir():
                waiting.append(file)
            elif (
                entry.is_file() and is_text(file) and _suffix(file) in (*_TEMPLATES, *_SCRIPTS, STYLE_SUFFIX)
            ):
                yield file


def _named(site: SiteSettings, published: Sequence[DocsFile]) -> Iterator[str]:
    """The styles, scripts and templates among the documents that the settings name."""
    named = set()
    for key in _NAMED_BY:
        node = site.find(key)
        for item in node.items if node is not None else ():
            path = item.get("path") if item.kind == "map" else item
            named.add(PurePosixPath(path.text).as_posix() if path is not None else "")
    yield from (each.file for each in published if each.uri in named)


def _read(root: Path, file: str) -> tuple[ThemeFile | None, list[Problem]]:
    """Read one text."""
    try:
        content = read_bytes(root, file)
    except OSError as failure:
        reason = reason_of_failure(failure)
        return None, [found("unreadable", SourceText(file, "").place(0), reason=reason)]
    source, problems = decode(file, content)
    if has_errors(problems):
        return None, problems
    problems += [each for each in check_characters(source, 0).problems if each.rule in _TOLD]
    problems += merge_conflicts(source, source.text)
    return ThemeFile(source, _suffix(file)), problems


_TOLD = ("control-character", "direction-character", "invisible-character", "replacement-character")
"""What may stand in no text at all; tabs and odd spaces do no harm here."""


def _suffix(file: str) -> str:
    return PurePosixPath(file).suffix.lower()
