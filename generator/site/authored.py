"""The pages written by hand, as an edition's site shows them, for exports: they are part of its manual too."""

from pathlib import Path

from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions

from generator.assembly import edition_ids
from generator.document import Authored
from generator.project import SITE_SETTINGS
from generator.site.documents import put_in_place, source_of, take_out_items
from generator.site.own_pages import own_pages, without
from generator.site.settings import load_settings
from generator.storage import read_bytes

_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def authored_pages(root: Path, edition: str) -> Authored:
    """The documents of a project that an edition's site shows.

    Args:
        root: the project's root.
        edition: the edition's id.

    Returns:
        The documents, and the entries of ``mkdocs.yml`` for the navigation; nothing where a project has no site.

    Raises:
        generator.site.ContentError: when mkdocs.yml is unusable.
        OSError: when a document cannot be read.
    """
    if not (root / SITE_SETTINGS).is_file():
        return Authored()
    config, _ = load_settings(root)
    files = get_files(config)
    set_exclusions(files, config)
    own = own_pages(files.src_uris, edition, edition_ids(root))
    put_in_place(files, own, edition, config)
    take_out_items(files, edition, config)
    documents = {
        file.src_uri: read_bytes(root, source)
        for file in files
        if file.inclusion not in _LEFT_OUT and (source := source_of(file, config))
    }
    return Authored(documents, without(config.nav, own.elsewhere) if config.nav else None)
