"""Steps as symbols: the texts of a procedure as charts show them, and the node of each step."""

import re
from dataclasses import fields, replace

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


class StepNodes:
    """Makes the nodes of a procedure's steps."""

    def __init__(self, placed: PlacedProcedure, manual: Manual) -> None:
        """Give the procedure's roles their colours.

        Args:
            placed: the procedure.
            manual: the edition that it stands in, for the names of roles and procedures.
        """
        self._manual = manual
        self._roles: dict[str, tuple[str, str]] = {}
        self._colours = role_colours((step.role for step in placed.walk_steps()), manual.roles)

    def text(self, text: str) -> str:
        """What is drawn of an authored text."""
        return reading_text(text, self._manual)

    def link_to(self, placed: PlacedStep) -> ChartLink:
        """The link of a connector to a step."""
        tip = chart_words().connector_tip.format(number=placed.number, text=self.text(placed.step.text))
        return ChartLink(LinkKind.STEP, placed.anchor, tip)

    def node(self, placed: PlacedStep) -> Node:
        """The symbol of a step, with its number, role and links."""
        title, short = self._role_names(placed.role)
        text = self.text(placed.step.text) or placed.number
        template = chart_words().step_tip_with_role if title else chart_words().step_tip
        tip = template.format(number=placed.number, role=title, text=text)
        symbol = _SYMBOLS[placed.step.kind]
        sub_chart = None
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
            role=ChartLink(LinkKind.ROLE, placed.role, chart_words().role_tip.format(role=title))
            if title
            else None,
        )

    def fork(self, placed: PlacedStep, branches: tuple[ChartGraph, ...]) -> Fork:
        """The node of a fork; who acts is named where the step itself says so, as its branches do the work."""
        node = self.node(placed)
        acting = node if placed.step.role else replace(node, role_name="", colour="", role=None)
        shown = {each.name: getattr(acting, each.name) for each in fields(Node)}
        return Fork(**shown | {"symbol": Symbol.PARALLEL, "branches": branches})

    def heading(self, placed: PlacedStep) -> Node:
        """What a branch of several steps is called, above them; who acts is named as in a fork."""
        node = replace(self.node(placed), symbol=Symbol.HEADING)
        return node if placed.step.role else replace(node, role_name="", colour="", role=None)

    def _role_names(self, identifier: str) -> tuple[str, str]:
        """The full and the short name of a role; both empty when there is none."""
        if identifier not in self._roles:
            role = self._manual.roles.get(identifier)
            names = (self.text(role.title), self.text(role.short or role.title)) if role else ("", "")
            self._roles[identifier] = names
        return self._roles[identifier]
