"""A page of a site as one document that loads nothing and runs nothing: to be looked at beside a form.

What it would load of its own site stands in it; scripts are left out, and links to other pages lead nowhere.
"""

import re
from base64 import b64encode
from html import escape
from html.parser import HTMLParser
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.storage import bytes_there
from generator.urls import joined_url, split_url

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_FORBIDDEN = frozenset({"script", "iframe", "object", "embed"})
"""Elements that are left out with all that is in them."""
_ADDRESS = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)\s*\)""")
_END_OF_STYLE = re.compile(r"</(?=style)", re.IGNORECASE)
_STYLES, _LINK = "stylesheet", "link"
_SITE = "http://site.invalid/"
"""Where a page stands while the addresses in it are worked out."""


def page_alone(html: str, folder: Path, path: str) -> str:
    """A page that needs nothing besides itself.

    Args:
        html: the page as the site has it.
        folder: where the site's files lie.
        path: where in it the page stands, as a browser is led there: ``budget/analysis/``.
    """
    writer = _Writer(folder, _SITE + path)
    writer.feed(html)
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    """Writes a page again, word for word but for what it loads, runs and leads to."""

    def __init__(self, folder: Path, address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._folder, self._address = folder, address
        self._left_out = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            return
        if tag in _FORBIDDEN:
            self._left_out = tag
        elif tag == _LINK or (tag == "meta" and "http-equiv" in dict(attrs)):
            self._write_link(dict(attrs))
        elif tag == "base":
            return
        else:
            self.written.append(self._start(tag, attrs))
            if tag == "head":
                self.written.append(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">')

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._left_out and tag not in _FORBIDDEN:
            self.written.append(self._start(tag, attrs, " /"))

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out = "" if tag == self._left_out else self._left_out
            return
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._say(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._say(f"<!{decl}>")

    def _say(self, text: str) -> None:
        if not self._left_out:
            self.written.append(text)

    def _write_link(self, attributes: dict[str, str | None]) -> None:
        """Styles stand in the page itself; nothing else that a head links to is needed."""
        href = attributes.get("href")
        if _STYLES in (attributes.get("rel") or "").split() and href:
            content = self._loaded(joined_url(self._address, href))
            if content is not None:
                styles = self._with_files(content.decode("utf-8", "replace"), joined_url(self._address, href))
                media = attributes.get("media")
                of_media = f' media="{escape(media)}"' if media else ""
                kept = _END_OF_STYLE.sub(r"<\\/", styles)
                self.written.append(f"<style{of_media}>{kept}</style>")

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], end: str = "") -> str:
        """The start of an element, without what runs or leads out."""
        kept = []
        for name, value in attrs:
            if name.startswith("on") or name in ("srcset", "action", "formaction", "ping"):
                continue
            if name in ("href", "xlink:href") and tag == "a" and not (value or "").startswith("#"):
                continue
            if name == "src":
                value = self._as_data(joined_url(self._address, value or ""))  # noqa: PLW2901 - what it is now
                if value is None:
                    continue
            kept.append(name if value is None else f'{name}="{escape(value)}"')
        return f"<{' '.join([_cased(tag), *map(_cased, kept)])}{end}>"

    def _with_files(self, styles: str, address: str) -> str:
        """Styles that hold what they load."""

        def loaded(match: re.Match[str]) -> str:
            data = self._as_data(joined_url(address, match["address"]))
            return f'url("{data}")' if data else "none"

        return _ADDRESS.sub(loaded, styles)

    def _as_data(self, address: str) -> str | None:
        """An address that holds what it leads to; None for what is no file of the site."""
        if address.startswith("data:"):
            return address
        content = self._loaded(address)
        if content is None:
            return None
        kind = guess_type(PurePosixPath(split_url(address).path).name)[0] or "application/octet-stream"
        return f"data:{kind};base64,{b64encode(content).decode('ascii')}"

    def _loaded(self, address: str) -> bytes | None:
        """A file of the site."""
        if not address.startswith(_SITE):
            return None
        return bytes_there(self._folder, unquote(split_url(address).path.lstrip("/")))


def _cased(text: str) -> str:
    """A name as drawings need it: the parser gives all names in small letters, which only HTML takes for the same."""
    name, sign, rest = text.partition("=")
    return _OF_DRAWINGS.get(name, name) + sign + rest


_OF_DRAWINGS = {
    name.lower(): name
    for name in (
        *("viewBox", "preserveAspectRatio", "markerWidth", "markerHeight", "refX", "refY", "clipPath"),
        *("linearGradient", "textLength", "lengthAdjust", "patternUnits", "gradientUnits", "foreignObject"),
    )
}
