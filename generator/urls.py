"""The parts of addresses, whatever was written for one: the library raises at some texts (``https://[::1``)."""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_NEVER_IN_URLS = re.compile(r"[\x00-\x20\x7f\"'<>\\^`{|}]")
_NOTHING = SplitResult("", "", "", "", "")


def split_url(address: str) -> SplitResult:
    """The parts of an address; all of them empty where it is none."""
    return _split(address) or _NOTHING


def is_broken_url(address: str) -> bool:
    """Whether a text is no address at all, with or without a scheme."""
    return _split(address) is None


def joined_url(base: str, address: str) -> str:
    """Where an address on a page leads; an address that is none stays as it is."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def encoded_url(address: str) -> str:
    """An address in which whatever no address may hold is written as its bytes; the rest stays as it is."""
    return _NEVER_IN_URLS.sub(lambda sign: quote(sign[0], safe=""), address)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address.strip())
        _ = parts.port  # read only now, and refused only then
    except ValueError:
        return None
    return parts
