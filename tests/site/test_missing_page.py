"""The page that is shown where there is none: at any address, so that its links are whole, and lead to something."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.site.selection import everything
from tests.site.offices import EDITIONS, PUBLISHED, write_small_offices
from tests.support.building import build_here

WHOLE = re.compile(r'(?:href|src)="(/[^"]*)"')
SITE_URL = "site_url: !ENV [KHUMUE_SITE_URL, 'https://manual.example/m/']"


@pytest.mark.parametrize("address", ["", PUBLISHED])
def test_every_link_leads_into_its_own_site(address: str, tmp_path: Path) -> None:
    root, site = write_small_offices(tmp_path / "offices"), tmp_path / "site"
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert SITE_URL in text
    settings.write_text(text.replace(SITE_URL, f"site_url: {address}" if address else ""), encoding="utf-8")
    build_here(root, site, everything(EDITIONS))
    base = urlsplit(address).path or "/"
    for edition in ("", *EDITIONS):
        links = WHOLE.findall((site / edition / "404.html").read_text(encoding="utf-8"))
        assert len(links) > 5
        for link in links:
            path = urlsplit(link).path
            assert path.startswith(f"{base}{edition}".rstrip("/"))
            target = site / path.removeprefix(base)
            assert (target / "index.html" if target.is_dir() else target).is_file(), link
