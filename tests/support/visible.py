"""What a reader sees of HTML: its text, without tags, scripts and styles."""

from html.parser import HTMLParser

_UNSEEN = {"script", "style", "head", "template"}
_BLOCKS = {
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "div",
    "section",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "summary",
}
_VOID = {"br", "img", "meta", "link", "input", "hr", "wbr", "col", "source"}


class _TextOf(HTMLParser):
    """Collects the text of elements that are shown, and of an image its description."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in _UNSEEN or (self._unseen and tag not in _VOID):
            self._unseen.append(tag)
        if tag in _BLOCKS:
            self.text.append(" ")
        if tag == "img":
            self.text.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        if tag in _BLOCKS:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        """Take text that is shown."""
        if not self._unseen:
            self.text.append(data)


def visible_text(html: str) -> str:
    """The text of a page or a part of one, with every run of white space as one space."""
    parser = _TextOf()
    parser.feed(html)
    parser.close()
    return one_line("".join(parser.text))


def one_line(text: str) -> str:
    """A text with every run of white space as one space."""
    return " ".join(text.split())
