"""Whether a way out of a decision is good or bad news."""

from enum import StrEnum


class Tone(StrEnum):
    """What an outcome means for whoever it befalls."""

    GOOD = "good"
    BAD = "bad"
    NEUTRAL = "neutral"
