"""The documents as MkDocs collects them: an edition's own put in their places, and those made of the manual added."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.pages import Page
from generator.site.adapting import edit_uri
from generator.site.content import SiteContent
from generator.site.own_pages import FOLDER, OwnPages


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
        if file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT):
            continue
        placed = File(place, str(folder), file.dest_dir, file.use_directory_urls)
        placed.edit_uri = file.src_uri
        if file.inclusion is InclusionLevel.NOT_IN_NAV:
            placed.inclusion = file.inclusion
        if replaced := shared.get(placed.dest_uri):
            _take_out(files, replaced)
        files.append(placed)


def leave_out_source_maps(files: Files, config: MkDocsConfig) -> None:
    """Leave out what only the makers of the theme look at, a fifth of a site of which a portal has hundreds."""
    folders = {str(folder) for folder in config.theme.dirs}
    for uri in [file.src_uri for file in files if file.src_uri.endswith(".map") and file.src_dir in folders]:
        _take_out(files, uri)


def add_made(files: Files, content: SiteContent, config: MkDocsConfig) -> list[tuple[Page, str]]:
    """Add the pages and data files that were made, all but the pages whose addresses other documents have.

    Returns:
        The pages left out, each with the document that has its address.
    """
    left_out = []
    taken = {file.dest_uri: file.edit_uri or file.src_uri for file in files}
    for page in content.pages:
        file = File.generated(config, page.uri, content=page.markdown)
        file.edit_uri = edit_uri(page.source, config) if page.source else None
        if file.dest_uri in taken:
            left_out.append((page, taken[file.dest_uri]))
        else:
            taken[file.dest_uri] = file.src_uri
            files.append(file)
    for uri, text in content.files.items():
        files.append(File.generated(config, uri, content=text))
    return left_out


def _take_out(files: Files, uri: str) -> File:
    """Take a document out of the collection."""
    file = files.src_uris[uri]
    files.remove(file)
    return file
