"""The portal of a build of many editions: choose an office, and see what differs between the offices.

The room's doors (what the site calls):

- ``portal_pages(editions, changed=None, directory_urls=True) -> list[Page]``: every page of the root site.
  `editions` is anything with ``.ids``, ``.manual(id)`` and ``.base()`` (`generator.assembly.read_editions`); each
  edition is asked for once, in order, and not kept.
- ``portal_site(…) -> Portal``: the same pages, and the offices that they lead to.
- ``portal_navigation(pages) -> Navigation``: the navigation of those pages.
- `PORTAL_STYLES`, `PORTAL_SCRIPTS`, `EDITION_SCRIPTS`: names of styles and scripts of the site; the first two belong
  on the portal's pages, the last on the pages of every edition that is built beside a portal.
"""

from generator.portal.portal import Portal, portal_navigation, portal_pages, portal_site

PORTAL_STYLES = ("portal.css", "compare.css")
PORTAL_SCRIPTS = ("portal.js",)
EDITION_SCRIPTS = ("remember-edition.js",)

__all__ = [
    "EDITION_SCRIPTS",
    "PORTAL_SCRIPTS",
    "PORTAL_STYLES",
    "Portal",
    "portal_navigation",
    "portal_pages",
    "portal_site",
]
