"""The rules about what a project says, across its files; each rule's words stand in ``diagnostics/rules/<rule>.yml``.

A rule is found here by its id in the docstring of the function that checks it. Rules about a single file as bytes,
characters or YAML work while it is read (in `generator.yamltext`), those about the form of
values while the models are asked (in `generator.validation`).
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from generator.lint.facts import ProjectFacts
from generator.lint.rules import (
    active_content,
    addresses,
    addresses_of_documents,
    approvals,
    attached_content,
    attachments,
    changes,
    dates,
    document_control,
    editions,
    ends,
    flow,
    forks,
    html_links,
    items,
    links,
    markdown_as_text,
    names_elsewhere,
    navigation,
    own_templates,
    page_heads,
    pasted_numbers,
    paths,
    phases_and_calls,
    pointing,
    printing,
    retired,
    rich_texts,
    service,
    site_addresses,
    site_settings,
    steps,
    swallowed,
    values,
    written_links,
)
from generator.lint.rules.bodies import missing_bodies
from generator.problems import Problem
from generator.processes import in_halves
from generator.project import ProjectFile

Rule = Callable[[ProjectFacts], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    swallowed.swallowed_comments,
    swallowed.swallowed_lines,
    swallowed.words_for_nothing,
    missing_bodies,
    pointing.bad_entry_ids,
    pointing.unknown_names,
    pointing.placed_in_another_area,
    pointing.repeated_names,
    pointing.related_to_itself,
    pointing.replacement_circles,
    pointing.belonging_circles,
    pointing.unused_entries,
    pointing.same_titles,
    values.value_definitions,
    values.placeholders,
    values.unused_values,
    links.markup,
    rich_texts.rich_texts,
    rich_texts.files_of_texts,
    pasted_numbers.pasted_numbers,
    addresses.addresses,
    addresses.form_files,
    printing.printed_files,
    addresses.addresses_of_services,
    service.services,
    steps.step_ids,
    steps.decisions,
    forks.forks,
    flow.flow_problems,
    ends.named_ends,
    phases_and_calls.phases,
    phases_and_calls.calls,
    editions.same_names,
    editions.areas_twice,
    editions.placed_twice,
    editions.replaced_editions,
    editions.unplaced_procedures,
    editions.folders_without_edition,
    changes.changes_as_such,
    changes.hanging_ways,
    items.item_addresses,
    items.reviewed_before_recorded,
    items.empty_items,
    items.titles_of_learning,
    items.names_of_learning,
    written_links.written_links,
    html_links.links_as_html,
    html_links.taken_ids,
    html_links.repeated_ids,
    markdown_as_text.markdown_as_text,
    markdown_as_text.unknown_tags,
    paths.empty_paths,
    paths.stops_without_one_target,
    paths.steps_of_stops,
    paths.terms_of_stops,
    paths.pages_of_stops,
    paths.repeated_stops,
    site_settings.settings_of_the_site,
    site_addresses.addresses_of_the_site,
    own_templates.own_templates,
    navigation.navigation,
    addresses_of_documents.addresses_of_documents,
    attachments.attachments,
    attached_content.attached_content,
    retired.retired_ids,
    retired.retired_without_status,
    retired.retired_but_pointed_at,
    names_elsewhere.clashing_names,
    names_elsewhere.names_of_no_file,
    page_heads.page_heads,
    active_content.active_content,
    document_control.shared_codes,
    document_control.revision_of_history,
    document_control.order_of_history,
    document_control.order_of_signatures,
    approvals.approvals,
    dates.review_order,
    dates.validity_order,
    dates.unlikely_dates,
    dates.outdated_citations,
)
"""Every check, in the order in which they run."""


RULES_OF_A_PROCEDURE: tuple[Rule, ...] = (
    swallowed.swallowed_comments,
    swallowed.words_for_nothing,
    missing_bodies,
    pointing.unknown_names,
    pointing.repeated_names,
    pointing.related_to_itself,
    values.placeholders,
    links.markup,
    rich_texts.rich_texts,
    rich_texts.files_of_texts,
    pasted_numbers.pasted_numbers,
    addresses.addresses_of_services,
    service.services,
    steps.step_ids,
    steps.decisions,
    forks.forks,
    flow.flow_problems,
    document_control.shared_codes,
    document_control.revision_of_history,
    document_control.order_of_history,
    document_control.order_of_signatures,
    ends.named_ends,
    phases_and_calls.phases,
    phases_and_calls.calls,
    dates.review_order,
    dates.unlikely_dates,
    dates.outdated_citations,
)
"""Those that judge a procedure's data, and so also one that an edition changed."""


_MANY = 150
"""How many files are worth a second process."""
_MIDDLE = RULES.index(flow.flow_problems)
"""The rules before this one take about as long as it and those behind."""


def apply_rules(facts: ProjectFacts) -> Iterator[Problem]:
    """Apply every rule to a project, where possible half of them in a copy of this process."""

    def found(rules: Sequence[Rule]) -> list[Problem]:
        return [problem for rule in rules for problem in rule(facts)]

    halves, is_large = (RULES[:_MIDDLE], RULES[_MIDDLE:]), len(facts.documents) >= _MANY
    yield from chain.from_iterable(
        in_halves(found, halves, least=len(halves)) if is_large else map(found, halves)
    )


def check_changed(
    facts: ProjectFacts, told: list[Problem], refusals: Callable[[ProjectFile], list[Problem]]
) -> Iterator[Problem]:
    """Compare every change with the base, and apply the rules to every procedure as an edition changed it.

    Args:
        facts: about the project.
        told: what is wrong with its files as they are; it is not told again, nor what follows from it.
        refusals: what the model refuses of a changed procedure.
    """
    known = changes.Told(told)
    for edited in facts.edits.values():
        yield from changes.against_the_base(facts, edited, known)
        if edited.document is not None:
            inner = facts.judging(edited.document)
            problems = [*refusals(edited.document)]
            problems += [problem for rule in RULES_OF_A_PROCEDURE for problem in rule(inner)]
            yield from changes.consequences(edited, problems, known)
