"""Steps as symbols: the texts of a procedure as charts show them, and the node of each step."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from generator.charts.branches import has_own_chart
from generator.charts.graph import ChartGraph, ChartLink, Fork, LinkKind, Node, Symbol
from generator.charts.styles import role_colours
from generator.charts.words import chart_words
from generator.model import Kind, Manual, PlacedProcedure, PlacedStep, ProcedureLink, parse_markup, plain_text

_SYMBOLS = {
    Kind.PROCESS: Symbol.PROCESS,
    Kind.DECISION: Symbol.DECISION,
    Kind.DOCUMENT: Symbol.DOCUMENT,
    Kind.INPUT_OUTPUT: Symbol.INPUT_OUTPUT,
    Kind.DELAY: Symbol.DELAY,
    Kind.MANUAL: Symbol.MANUAL,
    Kind.STORED_DATA: Symbol.STORED_DATA,
}
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def reading_text(text: str, manual: Manual) -> str:
    """An authored text as charts show it.

    Args:
        text: with its values filled in.
        manual: where the procedures are that the text may link to.

    Returns:
        The text on one line without its markup; a procedure link without a label reads as the procedure's title.
        Characters that no SVG can hold are left out.
    """
    if "[" not in text and "*" not in text:
        return _on_one_line(text)
    parts = []
    for segment in parse_markup(text):
        if segment.text or not isinstance(segment, ProcedureLink):
            parts.append(segment.text)
        else:
            parts.append(plain_text(manual.title_of(segment.procedure) or segment.procedure))
    return _on_one_line("".join(parts))


def _on_one_line(text: str) -> str:
    return " ".join(_NOT_IN_XML.sub("", text).split())


_NOBODY: Mapping[str, Any] = {"role_name": "", "colour": "", "role": None, "is_role_default": False}
"""What a node says where nobody is named."""


def role_colours_of(placed: PlacedProcedure, manual: Manual) -> dict[str, str]:
    """The names of the colours of those who act in a procedure, by the ids of their roles."""
    acting = (role for step in placed.walk_steps() for role in step.roles)
    return role_colours(acting, manual.roles)


class StepNodes:
    """Makes the nodes of a procedure's steps."""

    def __init__(self, placed: PlacedProcedure, manual: Manual) -> None:
        """Give the procedure's roles their colours.

        Args:
            placed: the procedure.
            manual: the edition that it stands in, for the names of roles and procedures.
        """
        self._manual = manual
        self._procedures = {each.id: each for each in manual.procedures()}
        self._roles: dict[str, tuple[str, str]] = {}
        self._colours = role_colours_of(placed, manual)

    def text(self, text: str) -> str:
        """What is drawn of an authored text."""
        return reading_text(text, self._manual)

    def link_to(self, placed: PlacedStep) -> ChartLink:
        """The link of a connector to a step."""
        tip = chart_words().connector_tip.format(number=placed.number, text=self.text(placed.step.text))
        return ChartLink(LinkKind.STEP, placed.anchor, tip)

    def node(self, placed: PlacedStep) -> Node:
        """The symbol of a step, with its number, role and links."""
        names = [each for each in map(self._role_names, placed.roles) if each[0]]
        said = chart_words()
        title, short = (
            (said.role_separator.join(each) for each in zip(*names, strict=True)) if names else ("", "")
        )
        if title and placed.is_role_default:
            title = said.role_default.format(role=title)
        lead = self._role_names(placed.role)[0]
        text = self.text(placed.step.text) or placed.number
        template = said.step_tip_with_role if title else said.step_tip
        tip = template.format(number=placed.number, role=title, text=text)
        symbol = _SYMBOLS[placed.step.kind]
        sub_chart, chip, calls = self._called(placed.step.call)
        if calls:
            symbol = Symbol.PREDEFINED
        if has_own_chart(placed):
            symbol = Symbol.PREDEFINED
            sub_chart = ChartLink(
                LinkKind.CHART, placed.chart_key, chart_words().sub_chart_tip.format(number=placed.number)
            )
        return Node(
            Symbol.DECISION if placed.step.is_decision else symbol,
            text,
            number=placed.number,
            role_name=short,
            colour=self._colours.get(placed.role, ""),
            step=ChartLink(LinkKind.STEP, placed.anchor, tip),
            sub_chart=sub_chart,
            is_role_default=placed.is_role_default,
            role=ChartLink(LinkKind.ROLE, placed.role, said.role_tip.format(role=lead)) if lead else None,
            chip=chip,
            calls=calls,
        )

    def fork(self, placed: PlacedStep, branches: tuple[ChartGraph, ...]) -> Fork:
        """The node of a fork; who acts is named where the step itself says so, as its branches do the work."""
        node = self.node(placed)
        acting = node if placed.step.roles else replace(node, **_NOBODY)
        shown = {each.name: getattr(acting, each.name) for each in fields(Node)}
        return Fork(**shown | {"symbol": Symbol.PARALLEL, "branches": branches})

    def heading(self, placed: PlacedStep) -> Node:
        """What a branch of several steps is called, above them; who acts is named as in a fork."""
        node = replace(self.node(placed), symbol=Symbol.HEADING)
        return node if placed.step.roles else replace(node, **_NOBODY)

    def _called(self, identifier: str | None) -> tuple[ChartLink | None, str, str]:
        """The link to the procedure that a step calls, its words, and what the procedure is called."""
        if identifier is None:
            return None, "", ""
        said, called = chart_words(), self._procedures.get(identifier)
        if called is None:
            title = self.text(self._manual.title_of(identifier) or identifier)
            return None, "", said.call_absent.format(title=title)
        title = self.text(called.title)
        tip = said.call_tip.format(number=called.number, title=title)
        chip = said.view_procedure.format(number=called.number)
        return ChartLink(LinkKind.PROCEDURE, identifier, tip), chip, f"{called.number} {title}"

    def role_name(self, identifier: str) -> str:
        """What a role is called in a chart; empty when there is none."""
        _, short = self._role_names(identifier)
        return short

    def _role_names(self, identifier: str) -> tuple[str, str]:
        """The full and the short name of a role; both empty when there is none."""
        if identifier not in self._roles:
            role = self._manual.roles.get(identifier)
            names = (self.text(role.title), self.text(role.short or role.title)) if role else ("", "")
            self._roles[identifier] = names
        return self._roles[identifier]
