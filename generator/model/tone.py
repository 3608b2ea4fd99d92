"""Whether a way out of a decision, or an end of the work, is good or bad news."""

from enum import StrEnum


class Tone(StrEnum):
    """What an outcome or an end means for whoever it befalls."""

    GOOD = "good"
    BAD = "bad"
    NEUTRAL = "neutral"
