"""An edition as it is published: what those of its files that name absolute addresses and dates are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from generator.document.addresses import Addresses
from generator.model.manual import Manual


@dataclass(frozen=True)
class Publication:
    """An edition and its place.

    Attributes:
        manual: the edition.
        today: the day by which expiry and reviews are judged.
        addresses: where its pages are, relative to its root.
        site_url: the address of its root, with a slash at its end; empty while it has none.
        changed: when each authored file last changed, by path; may be empty.
        titles: the titles of its generated pages, by uri.
    """

    manual: Manual
    today: date
    addresses: Addresses
    site_url: str = ""
    changed: Mapping[str, date] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)

    def url(self, uri: str, fragment: str = "") -> str:
        """The address of a document or file: absolute, or relative to the root while the edition has no address."""
        return self.site_url + quote(self.addresses.url(uri)) + (f"#{quote(fragment)}" if fragment else "")
