"""Which of a decision's outcomes a text speaks of: what the manual says of one is no ground for another."""

from collections.abc import Iterable

from generator.indexes.likeness import likeness


def speaks_of(text: str, label: str, others: Iterable[str]) -> bool:
    """Whether a text holds of one outcome: it names it, or none at all.

    Args:
        text: what the manual says at the decision, without markup.
        label: the label of the outcome.
        others: the labels of the decision's other outcomes.
    """
    said, own = likeness(text), likeness(label)
    is_of_another = False
    for other in sorted(map(likeness, others), key=len, reverse=True):
        if other and other in said and other != own:
            is_of_another = True
            said = said.replace(other, "") if own in other else said
    return own in said or not is_of_another
