"""The documents as MkDocs collects them: an edition's own put in their places, and those made of the manual added."""

import os
from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from generator.document import Document
from generator.project import PAGE_SUFFIXES, is_left_alone, knowledge_folder, published_files
from generator.site.adapting import edit_uri, project_root
from generator.site.content import SiteContent
from generator.site.own_pages import FOLDER, OwnPages
from generator.storage import is_file, read_bytes

_AS_IT_IS = ".txt"
_MARKDOWN = ".md"
_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def written_documents(config: MkDocsConfig) -> Files:
    """What the engine would collect of the documents, without what cannot be opened, and without walking in circles.

    Args:
        config: says where the documents are.
    """
    docs_dir = Path(config.docs_dir)
    listed = published_files(project_root(config), [], lambda _: False)
    uris = sorted((each.file.partition("/")[2] for each in listed), key=_engine_order)
    files = Files([File(uri, str(docs_dir), config.site_dir, config.use_directory_urls) for uri in uris])
    set_exclusions(files, config)
    return files


def _engine_order(uri: str) -> tuple[tuple[str, ...], bool, str]:
    """The order in which the engine finds documents: folder by folder, an index first."""
    path = PurePosixPath(uri)
    return path.parts[:-1], path.stem not in ("index", "README"), path.name


def put_in_place(files: Files, own: OwnPages, edition: str | None, config: MkDocsConfig) -> None:
    """Let an edition's own documents stand in their places, instead of shared ones, and others' nowhere.

    Args:
        files: everything that MkDocs found; changed. A document of the edition that ``exclude_docs`` or ``draft_docs``
            names where it lies replaces nothing.
        own: what the documents are to the edition.
        edition: the edition's id.
        config: says where the documents are.
    """
    for uri in own.withheld:
        _take_out(files, uri)
    if edition is None or not own.places:
        return
    folder = Path(config.docs_dir) / FOLDER / edition
    found = [(_take_out(files, uri), place) for uri, place in own.places.items()]
    shared = {file.dest_uri: file.src_uri for file in files}
    for file, place in found:
        if file.inclusion in _LEFT_OUT:
            continue
        placed = File(place, str(folder), file.dest_dir, file.use_directory_urls)
        placed.edit_uri = file.src_uri
        if file.inclusion is InclusionLevel.NOT_IN_NAV:
            placed.inclusion = file.inclusion
        if replaced := shared.get(placed.dest_uri):
            _take_out(files, replaced)
        files.append(placed)


def take_out_items(files: Files, edition: str | None, config: MkDocsConfig) -> None:
    """Take the items of knowledge out of the documents: pages are made of them, at the same addresses.

    Args:
        files: the documents, those of the edition put in their places; changed.
        edition: the edition's id.
        config: says where the documents are.
    """
    folders = {knowledge_folder(), knowledge_folder(edition or "")}
    for file in [file for file in files if _lies_in(folders, source_of(file, config))]:
        files.remove(file)


def leave_out_broken(files: Files, broken: Set[str], config: MkDocsConfig) -> None:
    """Take out the documents that have errors, which a preview tells in their place, and what editors left behind.

    Args:
        files: everything that MkDocs found; changed.
        broken: the files that have errors, from the project's root.
        config: says where the documents are.
    """
    for file in list(files):
        source = source_of(file, config)
        is_written = source is not None and file.src_dir == config.docs_dir
        if is_written and (source in broken or is_left_alone(PurePosixPath(source or "").name)):
            files.remove(file)


def leave_out_source_maps(files: Files, config: MkDocsConfig) -> None:
    """Leave out what only the makers of the theme look at, a fifth of a site of which a portal has hundreds."""
    folders = {str(folder) for folder in config.theme.dirs}
    for uri in [file.src_uri for file in files if file.src_uri.endswith(".map") and file.src_dir in folders]:
        _take_out(files, uri)


def leave_out_strays(files: Files, config: MkDocsConfig) -> list[str]:
    """Leave out what does not lie in the project, or is not there: the ends of links of the file system.

    Args:
        files: everything that MkDocs found; changed.
        config: says where the project is.

    Returns:
        The documents left out, relative to the project's root; none of a folder that was made for this build.
    """
    root, documents = project_root(config), str(config.docs_dir)
    strays = list[str]()
    if not Path(documents).is_relative_to(root):
        return strays
    for file in [file for file in files if file.src_dir == documents]:
        source = source_of(file, config)
        if source and not is_file(root, source):
            files.remove(file)
            strays.append(source)
    return strays


def add_made(
    files: Files, content: SiteContent, config: MkDocsConfig, has_more: bool
) -> list[tuple[Document, str]]:
    """Add the pages and data files that were made, all but the pages whose addresses other documents have.

    Args:
        files: everything that MkDocs found; changed.
        content: what was made.
        config: says where the documents are.
        has_more: whether the engine writes the files that no page links to as well; else they are written beside it.

    Returns:
        The pages left out, each with the document that has its address.
    """
    left_out = []
    taken = {file.dest_uri: file.edit_uri or file.src_uri for file in files}
    for document in content.documents:
        file = File.generated(config, document.uri, content="")  # its Markdown is written when it is read
        file.edit_uri = edit_uri(document.source, config) if document.source else None
        if file.dest_uri in taken:
            left_out.append((document, taken[file.dest_uri]))
        else:
            taken[file.dest_uri] = file.src_uri
            if not document.is_in_navigation:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
    for uri, text in {**content.files, **dict(content.more_files({}) if has_more else ())}.items():
        if uri not in taken:
            files.append(_beside_pages(config, uri, content=text))
    return left_out


def fill(files: Files, texts: Mapping[str, str | bytes]) -> None:
    """Give files that were added empty what they hold; where a document stands in the place of one, it stays.

    Args:
        files: all files of the site.
        texts: what the files hold, by their uris.
    """
    for file in files:
        if file.dest_uri in texts and not file.abs_src_path and not file.content_bytes:
            text = texts[file.dest_uri]
            file.content_bytes = text if isinstance(text, bytes) else text.encode()


def add_awaited(files: Files, config: MkDocsConfig, uris: Iterable[str]) -> list[File]:
    """Let pages link to files that are written later: until somebody takes them away they are there, and empty."""
    awaited = [_beside_pages(config, uri, content="") for uri in uris]
    for file in awaited:
        files.append(file)
    return awaited


def add_authored_sources(
    files: Files, config: MkDocsConfig, write: Callable[[Mapping[str, str]], Mapping[str, str]]
) -> None:
    """Let the Markdown of the pages that are written by hand stand on the site too, where their links start.

    Args:
        files: the documents; changed.
        config: says where the documents are.
        write: from what the pages say, by uri, to what stands on the site; a page that it leaves as it is stays so.
    """
    pages = {
        file.src_uri: file
        for file in files.documentation_pages()
        if file.abs_src_path and file.inclusion not in _LEFT_OUT
    }
    texts = {uri: text for uri, file in pages.items() if (text := _text_of(file, config)) is not None}
    written = write(texts)
    for uri, file in pages.items():
        text = written.get(uri)
        if text is None or text == texts.get(uri):
            files.append(_beside_pages(config, uri, abs_src_path=file.abs_src_path))
        else:
            files.append(_beside_pages(config, uri, content=text))


def _text_of(file: File, config: MkDocsConfig) -> str | None:
    """What a page that is written by hand says; None when that cannot be read."""
    try:
        content = read_bytes(project_root(config), source_of(file, config) or "")
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeError):
        return None


def without_documents(texts: Mapping[str, str], files: Files) -> dict[str, str]:
    """The texts, by their uris, in whose places no document stands."""
    taken = {file.dest_uri for file in files if file.inclusion not in _LEFT_OUT}
    return {uri: text for uri, text in texts.items() if uri not in taken}


def source_of(file: File, config: MkDocsConfig) -> str | None:
    """The file behind a page that is written by hand, relative to the project's root; None for others."""
    if not file.abs_src_path:
        return None
    return Path(os.path.relpath(file.abs_src_path, project_root(config))).as_posix()


def _lies_in(folders: Set[str], source: str | None) -> bool:
    """Whether a Markdown file lies in one of some folders itself."""
    path = PurePosixPath(source or "")
    return path.suffix == _MARKDOWN and path.parent.as_posix() in folders


def _beside_pages(
    config: MkDocsConfig, uri: str, content: str | bytes | None = None, abs_src_path: str | None = None
) -> File:
    """A file that is put on the site as it is; MkDocs would make a page of one that is named as Markdown."""
    name = f"{uri}{_AS_IT_IS}" if uri.endswith(PAGE_SUFFIXES) else uri
    if content is None:
        file = File.generated(config, name, abs_src_path=abs_src_path or "")
    else:
        file = File.generated(config, name, content=content)
    file.dest_uri = uri
    return file


def _take_out(files: Files, uri: str) -> File:
    """Take a document out of the collection."""
    file = files.src_uris[uri]
    files.remove(file)
    return file
