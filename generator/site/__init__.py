"""How the manual gets on the web: the only room that knows MkDocs.

Here stands what commands ask before anything is made: which sites, and where they may go. Making and showing them is
behind faces of their own, since it brings MkDocs along: `generator.site.making` makes one edition's,
`generator.site.sites` those of all, `generator.site.serve` shows one. MkDocs itself enters by the plugins.
"""

from generator.site.errors import AddressError, ContentError, SiteError
from generator.site.fonts import FONTS_FOLDER
from generator.site.place import REPOSITORY, default_place, is_source, strangers
from generator.site.selection import Selection, Shard, everything, only_portal, share

__all__ = [
    "FONTS_FOLDER",
    "REPOSITORY",
    "AddressError",
    "ContentError",
    "Selection",
    "Shard",
    "SiteError",
    "default_place",
    "everything",
    "is_source",
    "only_portal",
    "share",
    "strangers",
]
