"""The portal of a build of many editions: choose an office, and see what differs between the offices.

The room's doors (what the site calls):

- ``portal_site(editions) -> Portal``: the documents and charts of the root site, and the offices that it
  leads to. `editions` is anything with ``.ids``, ``.manual(id)`` and ``.base()`` (`generator.assembly.read_editions`);
  each edition is asked for once, in order, and not kept.
- ``portal_navigation(documents) -> Navigation``: the navigation of those pages.
- `WIDGETS`: the folder of the templates that writing them takes, besides those of every site.
- `PORTAL_STYLES`, `PORTAL_SCRIPTS`: names of styles and scripts of the site that belong on the portal's pages.
"""

from generator.portal.portal import WIDGETS, Portal, portal_navigation, portal_site

__all__ = [
    "PORTAL_SCRIPTS",
    "PORTAL_STYLES",
    "WIDGETS",
    "Portal",
    "portal_navigation",
    "portal_site",
]

PORTAL_STYLES = ("portal.css",)
PORTAL_SCRIPTS = ("portal.js",)
