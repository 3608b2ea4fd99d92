"""Plain sites that have nothing to do with procedures, built with MkDocs alone and served."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.serving import serving


@contextmanager
def plain_site(root: Path, settings: str, pages: Mapping[str, str]) -> Iterator[str]:
    """Build a site and serve it; gives its address.

    Args:
        root: an empty folder to write it in.
        settings: its ``mkdocs.yml``, with ``{address}`` where its address goes.
        pages: the texts of its pages by their paths below ``docs/``.
    """
    for name, text in pages.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    site = root / "site"
    site.mkdir()
    with serving(site) as address:
        (root / "mkdocs.yml").write_text(settings.format(address=address), encoding="utf-8")
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(site)))
        yield address
