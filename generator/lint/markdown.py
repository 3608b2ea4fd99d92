"""The texts in Markdown of a project, read for their links, and what links in them may lead to."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.commonmark import Dialect, ReadPage, Stretch, WrittenLink, read_page
from generator.diagnostics import closest
from generator.lint.facts import ProjectFacts
from generator.model import fill_known_values
from generator.project import (
    ITEM_SUFFIX,
    KNOWLEDGE_FOLDER,
    FileKind,
    Project,
    ProjectFile,
    WrittenPage,
    is_made,
    is_page_path,
    may_be_written,
    pages_like,
)
from generator.yamltext import TextSpan

_OF_PAGES = ("", ITEM_SUFFIX, ".html")
"""How names end that mean pages."""
_SIGNS_OF_LINKS = ("](", "][", "]:", "[^", "<")
_NEEDS_BRACKETS = frozenset(" ()<>")


@dataclass(frozen=True)
class LinkedText:
    """A text in which links stand.

    Attributes:
        document: the file.
        uri: where its page stands among the documents of an edition.
        dialect: how it is read.
    """

    document: ProjectFile | WrittenPage
    uri: str
    dialect: Dialect

    @property
    def body(self) -> str:
        """What is read."""
        return self.document.body

    @property
    def scope(self) -> str:
        """The edition that it belongs to; empty for all."""
        return self.document.scope

    @cached_property
    def read(self) -> ReadPage:
        """What it says as it is written."""
        return read_page(self.body, self.dialect)

    @property
    def links(self) -> tuple[WrittenLink, ...]:
        """Its links; most items of knowledge have none, and need not be read for them."""
        return self.read.links if any(sign in self.body for sign in _SIGNS_OF_LINKS) else ()

    def place(self, span: Stretch) -> TextSpan:
        """Where a stretch of it stands in its file."""
        return self.document.body_place(span.start, span.end - span.start)

    def uri_of(self, path: str) -> str | None:
        """The document or file that a relative path in it names; None when it leads out of the documents."""
        if not path:
            return self.uri
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(self.uri), path))
        return None if uri.startswith(("/", "..")) or uri == "." else uri

    def way_to(self, uri: str, fragment: str = "") -> str:
        """How a link in it names a document or file."""
        path = posixpath.relpath(uri, posixpath.dirname(self.uri) or ".").replace("%", "%25")
        way = f"{path}#{fragment}" if fragment else path
        return f"<{way}>" if _NEEDS_BRACKETS & set(way) else way


class LinkedTexts:
    """All texts of a project in which links stand, and what they may lead to."""

    def __init__(self, facts: ProjectFacts) -> None:
        """Know a project."""
        self._facts, self._project = facts, facts.project
        self._anchors: dict[tuple[str, str], tuple[str, ...]] = {}

    @cached_property
    def judged(self) -> list[LinkedText]:
        """Items of knowledge, and pages written by hand, which are published where there is a site."""
        items = [each for each in self._facts.of_kind(FileKind.KNOWLEDGE) if each.is_readable]
        pages = [page for page in self._project.pages if page.is_readable and self._project.site]
        return [
            *(LinkedText(each, f"{KNOWLEDGE_FOLDER}/{each.id}{ITEM_SUFFIX}", Dialect.BODY) for each in items),
            *(LinkedText(each, each.uri, Dialect.PAGE) for each in pages),
        ]

    def editions(self, text: LinkedText) -> tuple[str, ...]:
        """The editions that show a text: its own, or all that have none of their own at its place."""
        if text.scope:
            return (text.scope,)
        every = [each for each in self._facts.values if (each, text.uri) not in self._by_uri]
        return tuple(every) or ("",)

    def is_there(self, uri: str, editions: tuple[str, ...]) -> bool:
        """Whether one of some editions has a document or file, or makes one once it has what that shows."""
        return any(
            self._published.get((each, uri)) or self._may_be_made(uri, each) for each in ("", *editions)
        )

    def is_made(self, uri: str, edition: str) -> bool:
        """Whether an edition makes a page or file that nobody wrote, or would once it has what that shows."""
        return not self.is_published(uri, (edition,)) and self._may_be_made(uri, edition)

    def _may_be_made(self, uri: str, edition: str) -> bool:
        is_known = is_made if is_page_path(uri) else may_be_written
        return is_known(self._project, uri, edition)

    def is_published(self, uri: str, editions: tuple[str, ...]) -> bool:
        """Whether one of some editions publishes a document or file as it was written."""
        return any((each, uri) in self._published for each in ("", *editions))

    def lacking(self, uri: str, editions: tuple[str, ...]) -> list[str]:
        """The editions among some that lack a written document or file which others have."""
        is_ever_made = any(self._may_be_made(uri, each) for each in editions)
        return [] if is_ever_made else [each for each in editions if not self.is_there(uri, (each,))]

    def like(self, uri: str, editions: tuple[str, ...]) -> str | None:
        """The document or file that a name means: itself if it is there, else the nearest, its folder first."""
        if self.is_there(uri, editions):
            return uri
        every = dict.fromkeys((*self._files(editions), *pages_like(self._project, editions)))
        known = [each for each in every if _is_page(each) == _is_page(uri)]
        folder, name = posixpath.split(uri)
        beside = {posixpath.basename(each): each for each in known if posixpath.dirname(each) == folder}
        meant = closest(name, beside)
        return beside[meant] if meant is not None else closest(uri, known)

    def anchors(self, uri: str, edition: str) -> tuple[str, ...] | None:
        """The places on a text that links in an edition may lead to; None of what is no text, or not in the edition."""
        text = self._by_uri.get((edition, uri)) or self._by_uri.get(("", uri))
        if text is None:
            return None
        values = self._facts.values.get(edition, {})
        key = (
            text.document.source.file,
            edition if "${" in text.body and text.dialect is Dialect.BODY else "",
        )
        if key not in self._anchors:
            read = read_page(fill_known_values(text.body, values), text.dialect) if key[1] else text.read
            self._anchors[key] = read.anchors
        return self._anchors[key]

    def _files(self, editions: tuple[str, ...]) -> Iterator[str]:
        for edition, uri in self._published:
            if edition in ("", *editions):
                yield uri

    @cached_property
    def _published(self) -> dict[tuple[str, str], bool]:
        """The files of the documents, by edition and where they stand."""
        return {(each.edition, each.uri): True for each in self._project.published}

    @cached_property
    def _by_uri(self) -> dict[tuple[str, str], LinkedText]:
        """The texts, by edition and where they stand."""
        return {(each.scope, each.uri): each for each in self.judged}


def linked_texts(project: Project) -> list[LinkedText]:
    """The texts in Markdown of a project in which links may stand."""
    return LinkedTexts(ProjectFacts(project, lambda *_: None)).judged


def _is_page(uri: str) -> bool:
    """Whether a name is that of a page, or of one as the site has it."""
    return posixpath.splitext(uri)[1].lower() in _OF_PAGES
