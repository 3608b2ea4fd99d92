"""Kinds of questions, and what pages answer to them; who reads the manual for it is in ``answers``."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page, or a passage of it, answers to questions of a kind.

    Attributes:
        kind: the kind of question, as `Asked` names it.
        anchor: the place on the page that it leads to.
        lines: what is answered; none where the passage itself tells it, or nothing does.
        place: the id of the passage that answers; empty where the page as a whole does.
        is_own: whether that is an answer to questions about a part of the page's matter too.
        is_silent: whether the place should tell it, and does not.
    """

    kind: str
    anchor: str
    lines: tuple[str, ...]
    place: str = ""
    is_own: bool = False
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of question.

    Attributes:
        kind: its name.
        words: what people say when they ask it; of several kinds the last that a query says counts.
        title: over an answer.
        none: said of a page that has no answer.
        nothing: said where nothing on the site is what is asked for, with ``{words}`` for that; perhaps empty.
        verbs: words of which a query that asks it says one besides; none where it need not.
    """

    kind: str
    words: Sequence[str]
    title: str
    none: str
    nothing: str = ""
    verbs: Sequence[str] = ()
