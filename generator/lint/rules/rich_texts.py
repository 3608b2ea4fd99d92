"""Rules about texts of several blocks: what they cannot show, where they may stand, their pictures and files."""

from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from itertools import islice
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any

from generator.data_files import read_json_data
from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.markdown import LinkedTexts
from generator.lint.rules.addresses import is_bare_address
from generator.lint.rules.unknown import linked_procedure
from generator.lint.rules.values import editions_showing
from generator.model import (
    LINK_SCHEMES,
    PLACEHOLDER_PATTERN,
    FileLink,
    Path,
    RichContent,
    RichFaultKind,
    RichList,
    RichPicture,
    RichTable,
    ShapeKind,
    field_at,
    file_path,
    leaves,
    parse_rich_markup,
    read_rich_text,
    shape_at,
)
from generator.problems import Problem
from generator.project import DOCS_FOLDER, ProjectFile
from generator.urls import split_url
from generator.yamltext import MOST_OF_ONE_KIND, TextSpan

_SIGNS_OF_FILE = ("|", ">", "<", "`", "![", "[^", "# ", "\\n")
"""One of these stands in every file in which a text has several lines, or something that looks like markup."""
_SIGNS = ("\n", "![", "[^", "|", "# ", ">", "<", "`")
_SIGN_OF_FILES = "]("
_LEADS_AWAY = (RichFaultKind.NO_HEAD, RichFaultKind.AMONG_WORDS)
_DATA = FilePath(__file__).parent / "attachments.json"

Place = Callable[[int, int], TextSpan]
"""From an offset in a text and a length to where that stands."""


def rich_texts(facts: ProjectFacts) -> Iterator[Problem]:
    """`outside-rich-text` and `bad-picture` of texts of several blocks, `rich-text-elsewhere` of all others."""
    for document in facts.documents:
        yield from document.once("rich-texts", partial(_first_in, document))


def _first_in(document: ProjectFile) -> Iterator[Problem]:
    """The first of what is wrong with the texts of one file."""
    if document.source.holds(*_SIGNS_OF_FILE):
        yield from islice(_in_document(document), MOST_OF_ONE_KIND)


def files_of_texts(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-document` and `bad-picture`: what texts of several blocks show and link to is there."""
    files = _Files(facts)
    for document in facts.documents:
        if document.source.holds(_SIGN_OF_FILES):
            for path, text in leaves(document.data, document.shape, ShapeKind.TEXT):
                if _SIGN_OF_FILES in text and is_rich(document, path):
                    yield from files.in_text(document, path, text)


def is_rich(document: ProjectFile, path: Path) -> bool:
    """Whether a text may be more than a paragraph."""
    shape = shape_at(document.shape, path)
    return shape is not None and shape.is_rich


def files_named(document: ProjectFile) -> Iterator[str]:
    """The files that the texts of a document show or link to, there or not."""
    if document.source.holds(_SIGN_OF_FILES):
        for path, text in leaves(document.data, document.shape, ShapeKind.TEXT):
            if _SIGN_OF_FILES in text and is_rich(document, path):
                content = read_rich_text(text)
                yield from (path for path, _, _ in _linked(content))
                yield from (named[0] for each in content.pictures() if (named := file_path(each.file)))


def _in_document(document: ProjectFile) -> Iterator[Problem]:
    for path, text in leaves(document.data, document.shape, ShapeKind.TEXT):
        if any(sign in text for sign in _SIGNS):
            place = partial(document.text_place, path)
            content = read_rich_text(text)
            if is_rich(document, path):
                yield from _outside(content, place)
            elif misplaced := _misplaced(content):
                field = field_at(document.shape, path)
                kind, offset, length = misplaced
                yield found(
                    "rich-text-elsewhere", place(offset, length), kind, key=field.key if field else ""
                )


def _outside(content: RichContent, place: Place) -> Iterator[Problem]:
    """What a text of several blocks cannot show."""
    for fault in content.faults:
        here = place(fault.offset, len(fault.text))
        if fault.kind is RichFaultKind.NO_ALT:
            yield found("bad-picture", here, fault.kind.value, text=fault.text)
        else:
            below_head = f"|{' --- |' * max(1, fault.text.count('|') - 1)}"
            yield found(
                "outside-rich-text",
                here,
                fault.kind.value,
                text=fault.text,
                wanted=fault.wanted or None,
                line=below_head,
            )


def _misplaced(content: RichContent) -> tuple[str, int, int] | None:
    """The first of what only texts of several blocks can show: what it is, where it begins, how long that is."""
    for block in content.blocks:
        match block:
            case RichList():
                return "", block.items[0].line.offset(0), 1
            case RichTable():
                return "", block.heads[0].offset(0), 1
            case RichPicture():
                return "picture", block.offset, len(block.file)
    fault = next((each for each in content.faults if each.kind in _LEADS_AWAY), None)
    if fault is None:
        return None
    return "picture" if fault.kind is RichFaultKind.AMONG_WORDS else "", fault.offset, len(fault.text)


def _linked(content: RichContent) -> Iterator[tuple[str, str, int]]:
    """The files that a text links to: the path, as it is written, and where that stands in the text."""
    for line in content.lines():
        for segment in parse_rich_markup(line.text):
            if isinstance(segment, FileLink):
                written = segment.written[segment.start - segment.offset :].rstrip(")>")
                yield segment.file, written, line.offset(segment.start)


class _Files:
    """Judges the files that texts name."""

    def __init__(self, facts: ProjectFacts) -> None:
        self._facts = facts

    @cached_property
    def _texts(self) -> LinkedTexts:
        return LinkedTexts(self._facts)

    def in_text(self, document: ProjectFile, path: Path, text: str) -> Iterator[Problem]:
        """What is wrong with the files of one text."""
        content, place = read_rich_text(text), partial(document.text_place, path)
        editions = editions_showing(self._facts, document, tuple(self._facts.values))
        for file, written, offset in _linked(content):
            if not PLACEHOLDER_PATTERN.search(written):
                yield from self._file(file, written, place(offset, len(written)), editions)
        for picture in content.pictures():
            if not PLACEHOLDER_PATTERN.search(picture.file):
                yield from self._picture(picture, place(picture.offset, len(picture.file)), editions)

    def _picture(self, picture: RichPicture, place: TextSpan, editions: tuple[str, ...]) -> Iterator[Problem]:
        named = file_path(picture.file)
        if named is None:
            is_remote = split_url(picture.file).scheme.lower() in LINK_SCHEMES
            meant = None if is_remote else self._meant(picture.file.lstrip("/."), editions)
            variant = "remote" if is_remote else ""
            yield found("bad-picture", place, variant, file=picture.file, suggestion=meant)
        elif PurePosixPath(named[0]).suffix.lower().removeprefix(".") not in _kinds_of_pictures():
            yield found("bad-picture", place, "kind", file=picture.file, text=picture.alternative.text)
        else:
            yield from self._file(named[0], picture.file, place, editions)

    def _file(self, file: str, written: str, place: TextSpan, editions: tuple[str, ...]) -> Iterator[Problem]:
        """What is wrong with one file."""
        texts = self._texts
        every = editions or ("",)
        if texts.is_published(file, every):
            if lacking := [each for each in every if not texts.is_published(file, (each,))]:
                yield found(
                    "unknown-document", place, "edition-of-text", file=file, editions=", ".join(lacking)
                )
        elif is_bare_address(written):
            yield found("bad-link", place, "bare", target=written)
        else:
            site, root = self._facts.project.site, self._facts.project.root
            uri = file.removeprefix(f"{DOCS_FOLDER}/")
            if site is not None and (setting := site.withheld_by(root, uri)):
                yield found("unknown-document", place, "withheld", file=uri, key=setting)
                return
            meant = linked_procedure(self._facts, written, editions[0] if len(editions) == 1 else "")
            meant = meant or self._meant(file, every)
            yield found("unknown-document", place, "text", file=file, suggestion=meant)

    def _meant(self, file: str, editions: tuple[str, ...]) -> str | None:
        """The file that is most like a name."""
        return self._texts.like(file.removeprefix(f"{DOCS_FOLDER}/"), editions)


@cache
def _kinds_of_pictures() -> frozenset[str]:
    """How the names end of pictures that browsers show."""
    data: dict[str, Any] = read_json_data(_DATA)
    return frozenset(data["pictures"])
