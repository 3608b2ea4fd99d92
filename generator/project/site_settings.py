"""What `mkdocs.yml` says, read like every other file: the engine is not asked, so that reading stays quick.

Only what other files hang on is known here: which documents are left out. Whether it says what the engine can work
with is a matter of rules.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import found
from generator.problems import Problem, has_errors
from generator.project.docs_files import HIDDEN, DocsFile, described
from generator.project.knowledge_files import DOCS_FOLDER
from generator.storage import is_file, is_there, leads_outside, read_bytes, reason_of_failure
from generator.yamltext import (
    PlainNode,
    SourceText,
    TextSpan,
    check_characters,
    check_escapes,
    decode,
    merge_conflicts,
    read_plain,
)

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SITE_SETTINGS = "mkdocs.yml"
SITE_FOLDER = "site"
"""The folder of a project in which its site stands unless somebody names another."""
EXTENSIONS_OF_PAGES = ("attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc")
"""The extensions of Markdown that every site has on, whatever its settings say."""
_TEMPLATES = "templates/"
"""What the engine leaves out unless the settings say otherwise, besides names that begin with a dot."""


@dataclass
class SiteSettings:
    """The settings of the site.

    Attributes:
        source: their text.
        root: what they say; None when that is nothing or cannot be read.
        is_readable: whether they were read to their end.
    """

    source: SourceText
    root: PlainNode | None = None
    is_readable: bool = True
    _patterns: dict[str, "GitIgnoreSpec | None"] = field(default_factory=dict)

    def find(self, *keys: str) -> PlainNode | None:
        """The value at some keys, from the outermost on; None when there is none."""
        node = self.root
        for key in keys:
            node = node.get(key) if node is not None else None
        return node

    def place(self, node: PlainNode) -> TextSpan:
        """Where a part of them stands."""
        return node.place(self.source)

    @classmethod
    def of_none(cls) -> "SiteSettings":
        """Those of a project without a site."""
        return cls(SourceText(SITE_SETTINGS, ""))

    def leaves_out(self, each: DocsFile) -> bool:
        """Whether a document is never published, by where it lies or by where it stands in its edition."""
        if self.find("exclude_docs") is None:
            is_hidden = any(part.startswith(HIDDEN) for part in each.uri.split("/"))
            return is_hidden or each.uri.startswith(_TEMPLATES)
        return self._matches("exclude_docs", each)

    def holds_back(self, each: DocsFile) -> bool:
        """Whether a document is a draft, which only previews show."""
        return self._matches("draft_docs", each)

    def withheld_by(self, root: Path, uri: str) -> str | None:
        """The setting by which a document that is there is not published; None where no setting names it."""
        file = described(f"{DOCS_FOLDER}/{uri}")
        if not is_file(root, file.file):
            return None
        if self.find("exclude_docs") is not None and self.leaves_out(file):
            return "exclude_docs"
        return "draft_docs" if self.holds_back(file) else None

    def is_outside_navigation(self, each: DocsFile) -> bool:
        """Whether a document is said to stand in no navigation."""
        return self._matches("not_in_nav", each)

    def has_bad_patterns(self, key: str) -> bool:
        """Whether a setting lists what is no pattern."""
        node = self.find(key)
        return node is not None and node.kind == "str" and self._patterns_of(key) is None

    def _matches(self, key: str, each: DocsFile) -> bool:
        """Whether the patterns of a setting name a document."""
        if key not in self._patterns:
            self._patterns[key] = self._patterns_of(key)
        patterns, lies_at = self._patterns[key], each.file.removeprefix(f"{DOCS_FOLDER}/")
        return patterns is not None and (patterns.match_file(lies_at) or patterns.match_file(each.uri))

    def _patterns_of(self, key: str) -> "GitIgnoreSpec | None":
        """The patterns that a setting lists, in the language of ``.gitignore``; None when it lists none."""
        node = self.find(key)
        if node is None:
            return None
        from pathspec import GitIgnoreSpec  # noqa: PLC0415  # most settings have no patterns

        before = [f"{HIDDEN}*", f"/{_TEMPLATES}"] if key == "exclude_docs" else []
        try:
            return GitIgnoreSpec.from_lines([*before, *node.text.splitlines()])
        except ValueError:  # told as `has_bad_patterns`
            return None


def read_site_settings(root: Path) -> tuple[SiteSettings | None, list[Problem]]:
    """Read the settings of a project's site.

    Args:
        root: the project's root.

    Returns:
        The settings, None when the project has no site; and what is wrong with them as a file.
    """
    if leads_outside(root, SITE_SETTINGS):
        source = SourceText(SITE_SETTINGS, "")
        elsewhere = found("bad-file-link", source.place(0), "outside", name=SITE_SETTINGS)
        return SiteSettings(source, is_readable=False), [elsewhere]
    if not is_file(root, SITE_SETTINGS):
        if not is_there(root, SITE_SETTINGS):
            return None, []
        source = SourceText(SITE_SETTINGS, "")
        return SiteSettings(source, is_readable=False), [found("site-setting", source.place(0), "unreadable")]
    try:
        content = read_bytes(root, SITE_SETTINGS)
    except OSError as failure:
        source = SourceText(SITE_SETTINGS, "")
        reason = reason_of_failure(failure)
        return SiteSettings(source, is_readable=False), [found("unreadable", source.place(0), reason=reason)]
    return settings_of(content)


def settings_of(content: bytes) -> tuple[SiteSettings, list[Problem]]:
    """What settings with some content say, as `read_site_settings`; a command that asks again is given them again."""
    if content not in _sound:
        settings, problems = _settings_of(content)
        if problems:  # told in the language that is spoken now
            return settings, problems
        _sound.clear()
        _sound[content] = settings
    return _sound[content], []


_sound: dict[bytes, SiteSettings] = {}
"""The settings with which nothing was wrong last, by their content."""


def _settings_of(content: bytes) -> tuple[SiteSettings, list[Problem]]:
    source, problems = decode(SITE_SETTINGS, content)
    settings = SiteSettings(source)
    checked = check_characters(source)
    problems += checked.problems
    conflicts = merge_conflicts(source, source.text)
    problems += conflicts
    if checked.is_parseable and not conflicts:
        _, escapes = check_escapes(source, checked.text)
        settings.root, told = read_plain(source, checked.text)
        problems += [*escapes, *told]
    settings.is_readable = not has_errors(problems)
    return settings, problems
