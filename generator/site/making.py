"""Sites are made: one edition's, those of all, or one that is shown while the manual is edited.

The room's second face: what stands behind it brings MkDocs along, and takes its time for that.
"""

from generator.site.authored import authored_pages
from generator.site.build import build_site, is_for_one_edition
from generator.site.serve import serve_site
from generator.site.sites import build_sites

__all__ = [
    "authored_pages",
    "build_site",
    "build_sites",
    "is_for_one_edition",
    "serve_site",
]
