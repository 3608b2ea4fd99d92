"""What in HTML or in a picture of vectors does something by itself: runs, frames, sends, fetches, or covers the page.

It looks at text as it was written, also where no tag is closed or named by its book, as browsers forgive much. What it
finds too often costs an author a word; what it missed would run for every reader.
"""

import re
import sys
from collections.abc import Iterator
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
    entities = [Active(Danger.ENTITY, each[0], each.start()) for each in _ENTITY.finditer(text)]
    acting = [each for each in _in_tags(text, is_picture=True) if each.danger is not Danger.OVERLAY]
    yield from _unique([*entities, *acting, *active_in_styles(text)])


def active_in_styles(text: str) -> Iterator[Active]:
    """What styles fetch from other hosts."""
    shown = _STYLE_COMMENT.sub(lambda match: " " * len(match[0]), text)
    if _STYLE_ESCAPE.search(shown) and _STYLE_ADDRESS.search(plain := _without_escapes(shown)):
        seen = {each["address"] for each in _STYLE_ADDRESS.finditer(shown)}
        yield from (
            Active(Danger.REMOTE, each["address"], shown.index("\\"))
            for each in _STYLE_ADDRESS.finditer(plain)
            if _REMOTE.match(each["address"]) and each["address"] not in seen
        )
    for each in _STYLE_ADDRESS.finditer(shown):
        if _REMOTE.match(each["address"]):
            yield Active(Danger.REMOTE, each["address"], each.start("address"))


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
    local = name.lower().rpartition(":")[2]
    if local in _FRAMES:
        return Danger.FRAME
    is_shape = is_picture and local in _OF_PICTURES
    return Danger.ELEMENT if local in _ELEMENTS and not is_shape else None


def danger_of_attribute(name: str, value: str) -> Danger | None:
    """What an attribute does; None when that is nothing."""
    local = name.lower().rpartition(":")[2]
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
    addresses = (each["address"] for each in _STYLE_ADDRESS.finditer(plain))
    return next(filter(None, (danger_of_address(each, is_fetched=True) for each in addresses)), None)


def _in_tags(text: str, is_picture: bool) -> Iterator[Active]:
    """What tags are, and what their attributes do, read as they should be written and as browsers may read them."""
    for pattern in (_TAG, _LOOSE_TAG):
        for tag in pattern.finditer(text):
            danger = danger_of_element(tag["name"], is_picture)
            if danger is not None:
                yield Active(danger, f"<{tag['name']}>", tag.start())
            yield from _attributes(
                tag["rest"], tag.start("rest"), is_picture and tag["name"].lower().rpartition(":")[2] != "a"
            )


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
        danger = danger_of_attribute(name, value)
        if danger is None and is_fetched and name.lower().endswith("href"):
            danger = danger_of_address(value, is_fetched=True)
        if danger is not None:
            shown = value if danger in (Danger.REMOTE, Danger.ADDRESS) else name
            yield Active(danger, shown, start + attribute.start())


def _unique(found: list[Active]) -> list[Active]:
    """Each once, by place."""
    by_place = {(each.start, each.danger): each for each in reversed(found)}
    return [by_place[key] for key in sorted(by_place)]
