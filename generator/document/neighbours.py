"""Where the other offices' sites and the portal stand, seen from one edition's site."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Manual
from generator.urls import split_url

_WEB_SCHEMES = ("https", "http")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The sites that an edition's pages may lead to.

    Attributes:
        roots: the root of each other edition's site by the edition's id, with a slash at its end: ``../uttaradit2/``,
            relative to the root of this edition's site, or ``https://plan.example/``.
        portal: the root of the portal, in the same way; None when there is none.
    """

    roots: Mapping[str, str] = field(default_factory=dict)
    portal: str | None = None


NO_NEIGHBOURS = Neighbours()
"""An edition that stands alone."""


def beside(manual: Manual) -> Neighbours:
    """The neighbours in a build of all editions: each in the folder of its id, below the portal.

    Args:
        manual: the edition whose pages link to the others.
    """
    if not manual.siblings:
        return NO_NEIGHBOURS
    return Neighbours({sibling.id: f"../{sibling.id}/" for sibling in manual.siblings}, portal="../")


def alone(manual: Manual) -> Neighbours:
    """The neighbours of an edition that is built alone: those that are published at an address of their own.

    Args:
        manual: the edition whose pages link to the others.
    """
    sites = {sibling.id: _root(sibling.site) for sibling in manual.siblings if sibling.site}
    return Neighbours({identifier: root for identifier, root in sites.items() if root is not None})


def _root(site: str) -> str | None:
    """The address of a site with one slash at its end; None when it is no address of the web."""
    address = site.strip()
    parts = split_url(address)
    is_root = parts.scheme.lower() in _WEB_SCHEMES and parts.netloc and not parts.query and not parts.fragment
    return f"{address.rstrip('/')}/" if is_root else None
