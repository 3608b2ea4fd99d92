"""Attributes of elements as Python-Markdown reads them: in attribute lists, and in elements inside a line."""

import re
from collections.abc import Mapping

from generator.literals import address, attribute

_STYLE = re.compile(r"[\w -]+", re.ASCII)
"""Names of styles and the like, in which Markdown reads nothing."""

NO_ATTRIBUTES: Mapping[str, str] = {}


def attribute_list(
    identifier: str, name: str, is_searched: bool = True, given: Mapping[str, str] = NO_ATTRIBUTES
) -> str:
    """The attributes of a block as Python-Markdown's attribute lists write them; empty for none."""
    marks = [f"#{identifier}"] if identifier else []
    marks += [f".{each}" for each in name.split()]
    marks += [f'{key}="{value}"' for key, value in given.items()]
    marks += [] if is_searched else ['data-search-exclude=""']
    return f"{{ {' '.join(marks)} }}" if marks else ""


def inline_element(tag: str, given: Mapping[str, str], content: str, is_searched: bool = True) -> str:
    """An inline element inside Markdown around finished Markdown."""
    marks = "".join(
        f' {key}="{_value(key, value)}"' if value else f" {key}"
        for key, value in given.items()
        if value or key != "class"
    )
    unsearched = "" if is_searched else " data-search-exclude"
    return f"<{tag}{marks}{unsearched}>{content}</{tag}>"


def _value(key: str, value: str) -> str:
    """The value of an attribute; addresses stay readable, for whoever looks for links in HTML."""
    if key == "href":
        return address(value).replace("&", "&amp;")
    return value if _STYLE.fullmatch(value) else attribute(value)
