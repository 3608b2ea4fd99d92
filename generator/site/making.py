"""The site of one edition is made, or what stands on it beside the manual is read.

The room's second face: what stands behind it brings MkDocs along, and takes its time for that. Two modules beside it
are faces too, since they bring still more: `generator.site.sites` the portal, `generator.site.serve` a server.
"""

from generator.site.authored import authored_pages
from generator.site.build import build_site, is_for_one_edition
from generator.site.drafted_pages import DraftedPages
from generator.site.trial import tried_settings

__all__ = [
    "DraftedPages",
    "authored_pages",
    "build_site",
    "is_for_one_edition",
    "tried_settings",
]
