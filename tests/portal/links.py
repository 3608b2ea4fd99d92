"""The links in a piece of HTML."""

from html.parser import HTMLParser


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element leads."""
        self.found += [value for name, value in attrs if name in ("href", "xlink:href") and value]


def links_of(html: str) -> list[str]:
    """Where the links of some HTML lead, in order."""
    parser = _Links()
    parser.feed(html)
    return parser.found
