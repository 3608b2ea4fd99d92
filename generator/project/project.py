"""Everything that a project's files say, read once: documents by what they are, before rules and models look."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from generator.commonmark import Dialect
from generator.diagnostics import found
from generator.model import IDENTIFIER_PATTERN, to_identifier
from generator.problems import Problem, Severity, has_errors
from generator.processes import in_halves
from generator.project.copies import original_of
from generator.project.discovery import discover
from generator.project.docs_files import DocsFile, published_files
from generator.project.documents import CATALOGUES, WITH_FRONT_MATTER, FileKind, ProjectFile
from generator.project.folders import Found
from generator.project.front_matter import find_front_matter, lack_of_front_matter
from generator.project.memory import FileMemory, read_page_once
from generator.project.short_forms import expand_data
from generator.project.site_settings import SiteSettings, read_site_settings
from generator.project.theme_files import ThemeFile, read_theme_files
from generator.project.written_pages import (
    WrittenPage,
    conflicts_of_body,
    depth_of_body,
)
from generator.storage import bytes_there, entries, is_folder, read_bytes, reason_of_failure
from generator.yamltext import (
    MOST_OF_ONE_KIND,
    MappingNode,
    ScalarNode,
    SourceText,
    check_characters,
    check_escapes,
    decode,
    entries_data,
    parse,
    quick_data,
)

_MANY = 150
"""How many files are worth a second process."""


@dataclass
class Project:
    """All files of a project.

    Attributes:
        root: the folder that holds `procedures/`.
        documents: every file that was read, by path; each of its kind, id and area.
        problems: what is wrong with the files as files: names, bytes, syntax, structure.
        unread: the names, without their endings, of files that stand where none is read.
        published: every file of ``docs/`` that is published, by path; items of knowledge among them.
        pages: those that are pages written by hand, read.
        site: the settings of its site; None when it has none.
        theme: the templates, styles and scripts that its site has of its own, read.
    """

    root: Path
    documents: list[ProjectFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    published: Sequence[DocsFile] = ()
    pages: Sequence[WrittenPage] = ()
    site: SiteSettings | None = None
    theme: Sequence[ThemeFile] = ()

    def of_kind(self, kind: FileKind) -> list[ProjectFile]:
        """The documents of a kind, by path."""
        return self._by_kind.get(kind, [])

    def only(self, kind: FileKind) -> ProjectFile | None:
        """The one document of a kind of which a project has one, or None when it is missing."""
        return next(iter(self.of_kind(kind)), None)

    def catalogues(self) -> list[ProjectFile]:
        """The catalogue files that there are."""
        return [document for kind in CATALOGUES for document in self.of_kind(kind)]

    def document(
        self, kind: FileKind, identifier: str, area: str | None = None, edition: str = ""
    ) -> ProjectFile | None:
        """The document of a kind that has an id (and stands in an area): a shared one, or an edition's own; or None."""
        candidates = self._by_id.get((kind, identifier), [])
        known = [each for each in candidates if each.edition in ("", edition) and area in (None, each.area)]
        return max(known, key=lambda each: bool(each.edition), default=None)

    def known_to(self, edition: str, kind: FileKind) -> list[ProjectFile]:
        """The documents of a kind that an edition may name: the shared ones and its own."""
        return [each for each in self.of_kind(kind) if each.edition in ("", edition)]

    @cached_property
    def areas(self) -> frozenset[tuple[str, str]]:
        """Every area that has a file or a procedure, with the edition that it belongs to (empty: all)."""
        return frozenset((each.edition, each.area) for each in self.documents if each.area)

    @cached_property
    def _by_kind(self) -> dict[FileKind, list[ProjectFile]]:
        """The documents of each kind."""
        grouped: dict[FileKind, list[ProjectFile]] = {}
        for document in self.documents:
            grouped.setdefault(document.kind, []).append(document)
        return grouped

    @cached_property
    def _by_id(self) -> dict[tuple[FileKind, str], list[ProjectFile]]:
        """The documents of each kind and id."""
        grouped: dict[tuple[FileKind, str], list[ProjectFile]] = {}
        for document in self.documents:
            grouped.setdefault((document.kind, document.id), []).append(document)
        return grouped


def read_project(
    root: Path,
    memory: FileMemory | None = None,
    passed_over: Collection[str] = frozenset(),
    asked: Severity | None = Severity.WARNING,
) -> Project:
    """Read every file of a project.

    Args:
        root: the folder that holds `procedures/`.
        memory: what its files said before, by which those that say the same are known; it learns the others.
        passed_over: the files that need not be read, by path: they are known to be there, and nothing of what they say.
        asked: the least severe problems of characters that are asked for, of which most slips are; None asks for
            none. What documents say is the same without that.
    """
    files, problems = discover(root)
    unread = _unread_names(root, problems)
    order = {each.file: index for index, each in enumerate(files)}
    named = [each for each in _named(files) if each.file not in passed_over]
    documents = [_unread(each) for each in files if each.file in passed_over]
    for document, document_problems in _read_each(root, named, memory, asked):
        problems.extend(document_problems)
        documents.append(document)
    documents.sort(key=lambda each: order[each.source.file])
    site, site_problems = read_site_settings(root)
    problems.extend(site_problems)
    published = list(published_files(root, problems, (site or SiteSettings.of_none()).leaves_out))
    pages = []
    for file in published:
        if file.is_page and not file.is_item and file.file not in passed_over:
            page, page_problems = read_page_once(root, file, memory)
            problems.extend(page_problems)
            pages.append(page)
    theme, theme_problems = read_theme_files(root, site, published) if site is not None else ([], [])
    problems.extend(theme_problems)
    return Project(root, documents, problems, unread, published, pages, site, theme)


def _read_each(
    root: Path, named: Sequence[Found], memory: FileMemory | None, asked: Severity | None
) -> Iterator[tuple[ProjectFile, list[Problem]]]:
    """Read files, in their order, where there are many that nobody remembers half of them in a second process."""
    contents = {each: bytes_there(root, each.file) for each in named} if memory is not None else {}
    known = {
        each: recalled
        for each, content in contents.items()
        if memory is not None and content is not None and (recalled := memory.documents.recall(each, content))
    }
    new = [each for each in named if each not in known]
    read = dict(zip(new, in_halves(partial(read_document, root, asked=asked), new, least=_MANY), strict=True))
    for each, (document, problems) in read.items():
        content = contents.get(each)
        if memory is not None and content is not None:
            memory.documents.keep(each, content, document, problems)
    for each in named:
        yield known.get(each) or read[each]


def _unread(each: Found) -> ProjectFile:
    """A file of which nothing is known but that it is there."""
    return ProjectFile(
        each.kind, each.id, each.area, SourceText(each.file, ""), is_readable=False, edition=each.edition
    )


def _named(files: list[Found]) -> Iterator[Found]:
    """The files, a procedure whose file name is no id under the id that is proposed for it, if that is free.

    What names the procedure is then not wrong as well.
    """
    taken = {each.id for each in files if each.kind is FileKind.PROCEDURE}
    for each in files:
        proposed = to_identifier(original_of(each.id))
        is_misnamed = each.kind is FileKind.PROCEDURE and not IDENTIFIER_PATTERN.fullmatch(each.id)
        yield replace(each, id=proposed) if is_misnamed and proposed and proposed not in taken else each


def _unread_names(root: Path, problems: list[Problem]) -> frozenset[str]:
    """What the files would be called that stand where none is read, and those in folders that are not read."""
    places = [each.location.file for each in problems if each.rule == "unexpected-file"]
    names = [place.rpartition("/")[2] for place in places]
    inner = [name for place in places if is_folder(root, place) for name in _names_in(root, place)]
    return frozenset(original_of(name) for name in [*names, *inner])


def _names_in(root: Path, folder: str) -> list[str]:
    """The names of what stands in a folder; none when they cannot be read."""
    try:
        return [each.name for each in entries(root, folder)]
    except OSError:
        return []


def read_document(
    root: Path, each: Found, asked: Severity | None = Severity.WARNING
) -> tuple[ProjectFile, list[Problem]]:
    """Read one file; what cannot be read to its end has no data and is marked unreadable.

    For the arguments see `read_project`.
    """
    try:
        content = read_bytes(root, each.file)
    except OSError as failure:
        source = SourceText(each.file, "")
        reason = reason_of_failure(failure)
        document = ProjectFile(each.kind, each.id, each.area, source, is_readable=False, edition=each.edition)
        return document, [found("unreadable", source.place(0), reason=reason)]
    return document_of(each, content, asked)


def document_of(
    each: Found, content: bytes, asked: Severity | None = Severity.WARNING
) -> tuple[ProjectFile, list[Problem]]:
    """What a file with some content says, as `read_document`."""
    source, problems = decode(each.file, content)
    is_text = bool(source.text) or not has_errors(problems)
    document = ProjectFile(each.kind, each.id, each.area, source, is_readable=is_text, edition=each.edition)
    if document.is_readable:
        problems = _without_consequences([*problems, *_read_text(document, asked)])
    return document, problems


def _without_consequences(problems: list[Problem]) -> list[Problem]:
    """The problems of a text without those that follow from its bytes being no UTF-8, or a bullet being no hyphen."""
    is_guessed = any(each.rule == "encoding" for each in problems)
    bullets = {each.location for each in problems if each.rule == "look-alike-dash"}
    return [
        replace(each, repair=None) if is_guessed else each
        for each in problems
        if not (is_guessed and each.rule in ("replacement-character", "misread-text"))
        and not (each.location in bullets and each.rule == "old-font-letter")
    ]


def _read_text(document: ProjectFile, asked: Severity | None) -> Iterator[Problem]:
    """Check the characters of a file's text, parse it, and keep what it says."""
    front_matter = find_front_matter(document.source) if document.kind in WITH_FRONT_MATTER else None
    end = front_matter.end if front_matter is not None else None
    most = 0 if asked is None else MOST_OF_ONE_KIND
    checked = check_characters(document.source, end, most, errors_only=asked is not Severity.WARNING)
    yield from checked.problems
    document.is_readable = checked.is_parseable
    if document.kind in WITH_FRONT_MATTER and front_matter is None:
        document.is_readable = False
        if not has_errors(checked.problems):
            yield lack_of_front_matter(document.source)
    if not document.is_readable:
        return
    if front_matter is not None:
        document.body_start = front_matter.body
        yield from conflicts_of_body(document.source, front_matter.body)
        deep = depth_of_body(document.source, front_matter.body, Dialect.BODY)
        document.is_readable = not deep
        yield from deep
        if deep:
            return
    yield from _read_yaml(
        document, front_matter.alone(checked.text) if front_matter is not None else checked.text
    )


def _read_yaml(document: ProjectFile, text: str) -> Iterator[Problem]:
    """Parse the text of a file, or its front matter, and keep what it says."""
    text, escapes = check_escapes(document.source, text)
    yield from escapes
    data = quick_data(text)
    if data is not None:
        document.parsed_text, document.data = text, data
        expand_data(data, document.shape)
        return
    parsed = parse(document.source, text)
    yield from parsed.problems
    document.parsed_text = parsed.text
    document.folded = parsed.composition.folded
    document.told_lines = {document.source.line_number(index) for index in parsed.told}
    root = parsed.composition.root
    if not parsed.is_whole:
        document.is_readable = False
    elif isinstance(root, MappingNode):
        document.data = entries_data(root)
        expand_data(document.data, document.shape)
    elif root is None or (isinstance(root, ScalarNode) and not root.value):
        if document.kind not in CATALOGUES:
            document.is_readable = False
            yield found("empty-file", document.source.place(0), file=document.source.file)
    else:
        document.is_readable = False
        if not parsed.problems:
            yield found("wrong-type", document.start_place(()), "file")
