"""The list of the site maps of many editions (sitemaps.org), and ``robots.txt``, which tells where it stands.

MkDocs makes the map of each site; this only names them all.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

INDEX, ROBOTS = "sitemaps.xml", "robots.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MAP = "sitemap.xml"


def sitemap_files(site_url: str, editions: Iterable[str]) -> dict[str, str]:
    """The files at the root of the sites of many editions.

    Args:
        site_url: the address of that root, with a slash at its end.
        editions: the ids of the editions, whose sites stand in folders of these names.

    Returns:
        The texts of `INDEX` and `ROBOTS` by their names; nothing while there is no address.
    """
    if not site_url:
        return {}
    root = ET.Element("sitemapindex", {"xmlns": _NAMESPACE})
    for folder in ("", *(f"{edition}/" for edition in editions)):
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = f"{site_url}{folder}{_MAP}"
    ET.indent(root)
    index = ET.tostring(root, encoding="unicode")
    return {
        INDEX: f'<?xml version="1.0" encoding="utf-8"?>\n{index}\n',
        ROBOTS: f"User-agent: *\nAllow: /\nSitemap: {site_url}{INDEX}\n",
    }
