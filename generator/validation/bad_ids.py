"""Ids that are not written as ids: what is wrong with each, and how it should be written."""

import re
from collections.abc import Sequence

from generator.diagnostics import found, unspaced
from generator.model import (
    ADDRESS_PATTERN,
    END,
    IDENTIFIER_PATTERN,
    LONGEST_IDENTIFIER,
    STEP_SIGN,
    Path,
    is_too_long,
    shape_at,
    to_address,
    to_identifier,
)
from generator.problems import Problem
from generator.project import ProjectFile
from generator.validation.advised_lines import quoted_lines
from generator.yamltext import ScalarNode, TextSpan

SEPARATOR = re.compile(r"\s*[,;]\s*|\s+")
"""What stands between several ids in one text."""
_CURLY_QUOTES = "“”‘’"


def bad_id(
    document: ProjectFile,
    path: Path,
    identifier: str,
    suggestion: str | None = None,
    several: Sequence[str] = (),
) -> Problem:
    """An id is not written as one; shown at its value, or at the key when the key is the id.

    Args:
        document: the file.
        path: of the value or the key.
        identifier: what was written.
        suggestion: the id that it means, where that is known.
        several: the ids that it means, where it is known that it names more than one.
    """
    _, node = document.find(path)
    is_value = isinstance(node, ScalarNode) and node.value == identifier
    place = document.value_place(path) if is_value else document.key_place(path)
    variant = (
        "quotes" if any(mark in identifier for mark in _CURLY_QUOTES) and to_identifier(identifier) else ""
    )
    if is_too_long(identifier):
        return found("bad-id", place, "long", id=identifier, length=len(identifier), limit=LONGEST_IDENTIFIER)
    if len(several) > 1:
        return _several(document, path, place, several)
    nearest = suggestion or to_identifier(identifier)
    several = [part for part in SEPARATOR.split(identifier.strip()) if part]
    if (
        len(several) > 1
        and all(map(IDENTIFIER_PATTERN.fullmatch, several))
        and re.search(r"[,;]", identifier)
    ):
        return _several(document, path, place, several)
    if IDENTIFIER_PATTERN.fullmatch(unspaced(identifier)):
        variant, nearest = "space", unspaced(identifier)
    return found("bad-id", place, variant, id=identifier, suggestion=nearest if nearest != END else None)


def bad_address(document: ProjectFile, path: Path, address: str) -> Problem:
    """An address is not written as one: the id of a thing, or of a step with that of its procedure.

    Args:
        document: the file.
        path: of the value.
        address: what was written.
    """
    if STEP_SIGN not in address:
        return bad_id(document, path, address)
    bare = unspaced(address)
    variant, meant = ("space", bare) if ADDRESS_PATTERN.fullmatch(bare) else ("", to_address(address))
    return found("bad-id", document.value_place(path), variant, id=address, suggestion=meant or None)


def _several(document: ProjectFile, path: Path, place: TextSpan, several: Sequence[str]) -> Problem:
    """Several ids in one text: a list is fine, or items of their own, or only one is possible."""
    identifier, here = ", ".join(several), shape_at(document.shape, path)
    if here is not None and here.takes_one:
        return found("bad-id", place, "several-fine", id=identifier, suggestion=f"[{identifier}]")
    if isinstance(path[-1], int):
        lines = quoted_lines([f"- {each}" for each in several])
        return found("bad-id", place, "several-in-item", id=identifier, lines=lines)
    return found("bad-id", place, "several", id=identifier, suggestion=several[0])
