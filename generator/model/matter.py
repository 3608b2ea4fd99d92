"""What a difference between two states of a procedure is about, from what matters most to what matters least."""

from enum import StrEnum


class Matter(StrEnum):
    """What a difference is about. What a field is about follows from its type, or is said where it is declared."""

    DOER = "doer"
    """Who is responsible: who acts, leads, is asked or told."""
    CUT = "cut"
    """A step that is there no more, or says something else altogether."""
    ADDED = "added"
    """A step that was not there."""
    FLOW = "flow"
    """Where the work goes on: outcomes of decisions, loops, what is done at the same time."""
    TIME = "time"
    """How long it takes, and when it is due."""
    DOCUMENT = "document"
    """Which forms and documents are needed."""
    LAW = "law"
    """On which laws and other documents it rests."""
    APPROVER = "approver"
    """Who answers for it in the end."""
    CONTROL = "control"
    """By what its quality is known: indicators, risks, standards."""
    STANDING = "standing"
    """Whether it is in force."""
    PROMISE = "promise"
    """What who asks for a service is told: who may, where, for how much."""
    MEANING = "meaning"
    """What words mean in it."""
    PLACE = "place"
    """Where it stands: in another area, in another order, under another id."""
    LINK = "link"
    """To what else it points."""
    WORDS = "words"
    """How something is worded."""
    RECORD = "record"
    """What tells of the page rather than of the work."""

    @property
    def is_duty(self) -> bool:
        """Whether it makes up somebody's duty."""
        return self in DUTIES


DUTIES = frozenset({Matter.DOER, Matter.CUT, Matter.ADDED, Matter.FLOW, Matter.APPROVER})
"""What makes up somebody's duty: who acts, what there is to do, what is decided, and who answers for it."""
