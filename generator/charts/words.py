"""The words of the flowcharts, each by its name."""

from dataclasses import dataclass

from generator.words import typed_words


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Every word and sentence that a chart shows; the part ``charts`` says where each one stands."""

    start: str
    end: str
    view_sub_chart: str
    view_procedure: str
    connector_to: str
    connector_from: str
    label_separator: str
    number_separator: str
    fork: str
    fork_in_row: str
    join: str
    sub_start: str
    sub_end_next: str
    sub_end_return: str
    sub_end_decision: str
    sub_end_outer_decision: str
    sub_end_join: str
    sub_end: str
    sub_end_procedure: str
    chart_title: str
    sub_chart_title: str
    step_tip: str
    step_tip_with_role: str
    sub_chart_tip: str
    call_tip: str
    call_absent: str
    phase_tip: str
    connector_tip: str
    incoming_tip: str
    role_tip: str
    role_separator: str
    role_default: str
    overview_title: str
    overview_item: str
    overview_owned_item: str
    overview_owned: str
    overview_tip: str
    describe_overview: str
    describe_overview_group: str
    describe_whole: str
    describe_stretch: str
    describe_step: str
    describe_decision: str
    describe_outcome: str
    describe_fork: str
    describe_branch: str
    describe_branch_row: str
    describe_go_on: str
    describe_go_next: str
    describe_go_back: str
    describe_go_self: str
    describe_sub_chart: str
    describe_incoming: str
    describe_only_incoming: str
    describe_end: str
    describe_call: str
    describe_phase: str
    phases_title: str
    phase_stretch: str
    phase_part_tip: str
    phase_way: str
    describe_phases: str
    describe_phase_way: str
    describe_phase_return: str
    describe_phase_end: str
    lanes_title: str
    nobody: str
    sentence_separator: str
    mark_tip: str
    mark_added: str
    mark_removed: str
    mark_changed: str
    mark_moved: str
    mark_inside: str
    describe_marked: str
    no_graphviz: str
    rejecting: list[str]
    not_rejecting: list[str]


def chart_words() -> ChartWords:
    """The words in the language that is spoken."""
    return typed_words("charts", ChartWords)
