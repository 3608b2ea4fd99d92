"""Document control on a procedure's page: code and revision at its head, signatures and history at its end."""

from collections.abc import Iterator

from generator.document.blocks import Blocks, Fact, Group
from generator.document.common_blocks import section
from generator.document.part_blocks import thing_blocks
from generator.document.texts import words
from generator.document.values import Values
from generator.model import Manner, Procedure, presented, presented_field

CONTROL = "document-control"
"""The HTML id of what the end of the page says."""
_BEHIND_THE_TITLE = Manner.FACT


def control_facts(values: Values, procedure: Procedure) -> Iterator[Fact]:
    """What the head of the page says; the search finds the procedure by it."""
    control = procedure.document_control
    for field in presented(type(control), _BEHIND_THE_TITLE) if control else ():
        if control and (said := values.of(field, control)):
            yield Fact(words(field.title), said, is_label_searched=False)


def control_section(values: Values, procedure: Procedure, approval: Blocks = ()) -> Blocks:
    """What the end of the page says, of its approval too."""
    control = procedure.document_control
    manners = tuple(each for each in Manner if each is not _BEHIND_THE_TITLE)
    blocks = (*(thing_blocks(values, control, manners) if control else ()), *approval)
    heading = presented_field(Procedure, "document_control").title
    return section(heading, CONTROL, Group("document-control", blocks)) if blocks else ()
