"""What in HTML or in a picture of vectors does something by itself: runs, frames, sends, fetches, or covers the page.

It looks at text as it was written, also where no tag is closed or named by its book, as browsers forgive much. What it
finds too often costs an author a word; what it missed would run for every reader.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from generator.model import Allowance


class Danger(StrEnum):
    """What something does; also the name of the wording that tells it."""

    ELEMENT = "element"
    FRAME = "frame"
    EVENT = "event"
    ADDRESS = "address"
    REMOTE = "remote"
    ENTITY = "entity"
    OVERLAY = "overlay"


ALLOWED_BY = {
    Danger.ELEMENT: Allowance.SCRIPTS,
    Danger.EVENT: Allowance.SCRIPTS,
    Danger.ADDRESS: Allowance.SCRIPTS,
    Danger.ENTITY: Allowance.SCRIPTS,
    Danger.OVERLAY: Allowance.SCRIPTS,
    Danger.FRAME: Allowance.FRAMES,
    Danger.REMOTE: Allowance.REMOTE_PICTURES,
}
"""What the settings have to allow for each of them."""


@dataclass(frozen=True, slots=True)
class Active:
    """Something that acts by itself.

    Attributes:
        danger: what it does.
        text: what to name it by: a tag, an attribute, an address.
        start: the index of its first character.
    """

    danger: Danger
    text: str
    start: int


_ELEMENTS = frozenset(
    [
        "script",
        "noscript",
        "object",
        "embed",
        "applet",
        "base",
        "meta",
        "link",
        "style",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "template",
        "portal",
        "math",
        "handler",
        "listener",
        "foreignobject",
        "xmp",
        "plaintext",
        "noembed",
        "noframes",
        "title",
        "isindex",
        "svg",
        "html",
        "head",
        "body",
    ]
)
_FRAMES = frozenset(("iframe", "frame", "frameset"))
_OF_PICTURES = frozenset(
    ("svg", "style", "title", "button", "select", "input", "form", "html", "head", "body")
)
"""Elements that do nothing in a file that is a picture: it is no page, and its own root and styles are its shape."""
_FOREIGN = "foreignobject"
_ASKING = frozenset(("form", "input", "button", "select", "body", "html", "head"))
"""Elements that do something in a picture only where a page stands in it, as drawing programs write their words."""
_FETCHING = frozenset(("src", "srcset", "poster", "background", "data", "lowsrc", "dynsrc", "longdesc"))
_LEADING = frozenset(("href", "action", "formaction", "cite", "ping", "to", "from", "values", "by"))
_HARMLESS_SCHEMES = frozenset(("http", "https", "mailto", "tel", "ftp", "procedure"))

_TAG = re.compile(r"<(?P<name>[A-Za-z][^\s/<>\"'=`]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)")
_LOOSE_TAG = re.compile(r"<(?P<name>[A-Za-z][^\s/<>\"'=`]*)(?P<rest>[^<>]*)")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)[\s\x00]*=[\s\x00]*(?P<value>\"[^\"]*\"?|'[^']*'?|[^\s\"'<>`]+)?"
)
_ATTRIBUTES_IN_MARKDOWN = re.compile(r"\{(?P<rest>[^{}\n]*)\}")
_EVENT = re.compile(r"on[a-z]+", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\ufeff]")
_REMOTE = re.compile(r"(?:https?:)?[\\/]{2}", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(
    r"(?:url\s*\(\s*[\"']?\s*|@import\s+[\"']?|(?:image-set|src)\s*\(\s*[\"'])(?P<address>[^\s\"')]*)",
    re.IGNORECASE,
)
_STYLE_REMOTE = re.compile(
    r"(?:\(\s*[\"']?|[\"'])\s*(?P<address>(?:https?:|(?=[\\/]{2}))[\\/]*[^\s\"')]*)", re.IGNORECASE
)
_NO_ADDRESS = re.compile(r"@namespace[^{}]*$|[{\s]content\s*:[^{}(]*$", re.IGNORECASE)
_STYLE_ELEMENT = re.compile(r"<(?:[\w-]+:)?style\b[^<>]*>(?P<said>.*?)</", re.IGNORECASE | re.DOTALL)
_CDATA = "<![CDATA["
_COMMENT = re.compile("<!--(?:(?!--).)*-->", re.DOTALL)
_OVERLAY = re.compile(r"position\s*:\s*(?:fixed|absolute|sticky|-webkit-sticky|var)", re.IGNORECASE)
_OF_THE_THEME = re.compile(r"(?:^|[\s.])(?P<name>md-(?!button|icon|tag)[\w-]*)", re.IGNORECASE)
"""The classes by which the theme places its own parts, over the page too; not those that it means for words."""
_STYLE_ESCAPE = re.compile(r"\\(?P<code>[0-9a-fA-F]{1,6})[ \t\n]?|\\(?P<letter>[^\n0-9a-fA-F])")
_STYLE_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_ENTITY = re.compile(r"<!(?:ENTITY|DOCTYPE[^<>]*\[)|<\?xml-stylesheet", re.IGNORECASE)


def active_in_markdown(text: str) -> Iterator[Active]:
    """What acts by itself in the HTML, and in the attributes, that stand in Markdown.

    Args:
        text: the Markdown, blank where code stands.
    """
    yield from _unique([*_in_tags(text, is_picture=False), *_in_attribute_lists(text)])


def active_in_html(text: str) -> Iterator[Active]:
    """What acts by itself in HTML."""
    yield from _unique([*_in_tags(text, is_picture=False)])


def active_in_picture(text: str) -> Iterator[Active]:
    """What acts by itself in a picture of vectors."""
    text = text if _CDATA in text else _COMMENT.sub(_blank, text)
    entity = _ENTITY.search(text)  # one tells all: drawing programs write many
    entities = [Active(Danger.ENTITY, entity[0], entity.start())] if entity is not None else []
    acting = [each for each in _in_tags(text, is_picture=True) if each.danger is not Danger.OVERLAY]
    styles = [
        Active(each.danger, each.text, style.start("said") + min(each.start, len(style["said"]) - 1))
        for style in _STYLE_ELEMENT.finditer(text)
        for said in dict.fromkeys((style["said"], unescape(style["said"])))
        for each in active_in_styles(said)
    ]
    yield from _unique([*entities, *acting, *styles, *_fetched_by_functions(text)])


def active_in_styles(text: str) -> Iterator[Active]:
    """What styles fetch from other hosts, however its address is written."""
    shown = _STYLE_COMMENT.sub(_blank, text)
    yield from _unique(
        [*_remote_in_styles(*_with_places(shown)), *_remote_in_styles(shown, range(len(shown)))]
    )


def _remote_in_styles(styles: str, places: Sequence[int]) -> Iterator[Active]:
    """The addresses of other hosts in styles, but those that are words to show, or names."""
    for each in _STYLE_REMOTE.finditer(styles):
        before = styles[styles.rfind(";", 0, each.start()) + 1 : each.start("address")]
        if not _NO_ADDRESS.search(before):
            yield Active(Danger.REMOTE, each["address"], places[each.start("address")])


def _fetched_by_functions(text: str) -> Iterator[Active]:
    """What the functions of styles fetch from other hosts, wherever they stand in a picture."""
    plain, places = _with_places(_STYLE_COMMENT.sub(_blank, text))
    for each in _STYLE_ADDRESS.finditer(plain):
        if _REMOTE.match(each["address"]):
            yield Active(Danger.REMOTE, each["address"], places[each.start("address")])


def _with_places(styles: str) -> tuple[str, list[int]]:
    """Styles as browsers read them, their escapes resolved, and where each letter stands."""
    letters, places, end = list[str](), list[int](), 0
    for match in _STYLE_ESCAPE.finditer(styles):
        letter = _without_escapes(match[0])
        letters += (styles[end : match.start()], letter)
        places += (*range(end, match.start()), *[match.start()] * len(letter))
        end = match.end()
    return "".join((*letters, styles[end:])), [*places, *range(end, len(styles))]


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_escapes(styles: str) -> str:
    """Styles as browsers read them, their escapes resolved."""

    def letter(match: re.Match[str]) -> str:
        code = int(match["code"], 16) if match["code"] else 0
        return chr(code) if 0 < code < sys.maxunicode else match["letter"] or ""

    return _STYLE_ESCAPE.sub(letter, styles)


def danger_of_address(address: str, is_fetched: bool) -> Danger | None:
    """What an address does when a browser follows it, or fetches it for a page; None when that is nothing.

    Args:
        address: as authored; browsers read character references in it and pass over what nobody sees.
        is_fetched: whether it is fetched without being followed.
    """
    plain = _IGNORED_IN_ADDRESSES.sub("", unescape(address))
    scheme = _SCHEME.match(plain)
    name = scheme["scheme"].lower() if scheme is not None else ""
    if is_fetched and _REMOTE.match(plain):
        return Danger.REMOTE
    is_picture = is_fetched and name == "data" and plain.lower().startswith("data:image/")
    if name and name not in _HARMLESS_SCHEMES and not is_picture:
        return Danger.ADDRESS
    return Danger.ADDRESS if is_picture and "svg" in plain.lower() else None


def danger_of_element(name: str, is_picture: bool = False) -> Danger | None:
    """What an element does, in a page or in a picture of vectors; None when that is nothing."""
    local = _local(name)
    if local in _FRAMES:
        return Danger.FRAME
    is_shape = is_picture and local in _OF_PICTURES | {_FOREIGN}
    return Danger.ELEMENT if local in _ELEMENTS and not is_shape else None


def danger_of_attribute(name: str, value: str) -> Danger | None:
    """What an attribute does; None when that is nothing."""
    local = _local(name)
    if _EVENT.fullmatch(local):
        return Danger.EVENT
    if local == "srcdoc":
        return Danger.FRAME
    if local in ("class", "style"):
        return _danger_of_looks(local, unescape(value))
    if local == "ping":
        return Danger.REMOTE if value.strip() else None
    if local in _FETCHING:
        parts = [each.split(maxsplit=1) for each in value.split(",")] if local == "srcset" else [[value]]
        return next(filter(None, (danger_of_address(each[0], True) for each in parts if each)), None)
    return danger_of_address(value, is_fetched=False) if local in _LEADING else None


def _danger_of_looks(name: str, value: str) -> Danger | None:
    """What classes or styles do."""
    if name == "class":
        return Danger.OVERLAY if _OF_THE_THEME.search(value) else None
    plain = _without_escapes(_STYLE_COMMENT.sub(" ", value))
    if _OVERLAY.search(plain):
        return Danger.OVERLAY
    addresses = (
        each["address"] for each in (*_STYLE_REMOTE.finditer(plain), *_STYLE_ADDRESS.finditer(plain))
    )
    return next(filter(None, (danger_of_address(each, is_fetched=True) for each in addresses)), None)


def _in_tags(text: str, is_picture: bool) -> Iterator[Active]:
    """What tags are, and what their attributes do, read as they should be written and as browsers may read them."""
    has_page = is_picture and _FOREIGN in text.lower()
    for pattern in (_TAG, _LOOSE_TAG):
        for tag in pattern.finditer(text):
            danger = danger_of_element(
                tag["name"], is_picture and not (has_page and _local(tag["name"]) in _ASKING)
            )
            if danger is not None:
                yield Active(danger, f"<{tag['name']}>", tag.start())
            yield from _attributes(tag["rest"], tag.start("rest"), is_picture and _local(tag["name"]) != "a")


def _local(name: str) -> str:
    return name.lower().rpartition(":")[2]


def _in_attribute_lists(text: str) -> Iterator[Active]:
    """What the attributes do that Markdown takes in braces."""
    for braces in _ATTRIBUTES_IN_MARKDOWN.finditer(text):
        yield from _attributes(braces["rest"], braces.start("rest"), is_fetched=False)
        for name in _OF_THE_THEME.finditer(braces["rest"]):
            if name.start("name") and braces["rest"][name.start("name") - 1] == ".":
                start = braces.start("rest") + name.start("name")
                yield Active(Danger.OVERLAY, name["name"], start)


def _attributes(rest: str, start: int, is_fetched: bool) -> Iterator[Active]:
    """What the attributes of a tag do; in pictures what `href` names is fetched."""
    for attribute in _ATTRIBUTE.finditer(rest):
        name, value = attribute["name"], (attribute["value"] or "").strip("\"'")
        is_shown = is_fetched and name.lower().endswith("href")
        danger = danger_of_address(value, is_fetched=True) if is_shown else danger_of_attribute(name, value)
        if danger is not None:
            shown = value if danger in (Danger.REMOTE, Danger.ADDRESS) else name
            yield Active(danger, shown, start + attribute.start())


def _unique(found: list[Active]) -> list[Active]:
    """Each once, by place."""
    by_place = {(each.start, each.danger): each for each in reversed(found)}
    return [by_place[key] for key in sorted(by_place)]
