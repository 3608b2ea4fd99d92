"""A page of a site as an engine takes it: plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a site.

    Attributes:
        uri: where it stands among the documents, with forward slashes: ``budget/expenditure-analysis.md``.
        title: its name as plain text, with its number: ``4.1 งานวิเคราะห์งบประมาณรายจ่าย``.
        markdown: its content; pieces of finished HTML are only marked in it, see `generator.writers.pieces`.
        source: the authored file behind it, relative to the project's root; None for pages made of many files.
        meta: what the theme may want to know: ``hide``, ``description``, ``status``, ``feedback``.
        pieces: the pieces by the keys of their markers.
        anchors: the HTML ids in the pieces.
        charts: the inline SVG of each of its charts, by chart key; pieces hold their markers.
    """

    uri: str
    title: str
    markdown: str
    source: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    pieces: Mapping[str, str] = field(default_factory=dict)
    anchors: Sequence[str] = ()
    charts: Mapping[str, str] = field(default_factory=dict)
