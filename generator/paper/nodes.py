"""What the templates read: the book as plain data. Texts are data there too, so that nothing in them is ever code.

A node is a mapping with its kind under ``k``; inline parts are nodes, or lists of runs (`generator.paper.letters`).
The templates in ``templates/`` have a function for each kind.
"""

from typing import Any

Node = dict[str, Any]
Inline = Node | list[str]


def node(kind: str, /, **said: object) -> Node:
    """A node; what says nothing is left out, so that templates find what there is."""
    return {"k": kind, **{key: value for key, value in said.items() if value not in (None, "", [], False)}}
