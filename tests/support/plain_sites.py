"""Plain sites that have nothing to do with procedures, built with MkDocs alone and served."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.sharing import SharedRun


def plain_site(run: SharedRun, name: str, settings: str, pages: Mapping[str, str]) -> Path:
    """Build a site, served at the address that the run has for it; gives its folder.

    Args:
        run: the run whose processes share it.
        name: what it is called; what it is made of is added.
        settings: its ``mkdocs.yml``, with ``{address}`` where its address goes.
        pages: the texts of its pages by their paths below ``docs/``.
    """
    made_of = hashlib.sha256(json.dumps([settings, dict(pages)]).encode()).hexdigest()
    name = f"{name}-{made_of[:8]}"

    def build_it(site: Path) -> None:
        file = write_plain_site(
            site.with_name("project"), settings.format(address=run.address_of(name)), pages
        )
        build(load_config(str(file), site_dir=str(site)))

    return run.site(name, build_it)


def write_plain_site(root: Path, settings: str, pages: Mapping[str, str]) -> Path:
    """Write what a site is made of; gives its ``mkdocs.yml``."""
    for name, text in pages.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root / "mkdocs.yml"
