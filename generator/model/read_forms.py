"""Patterns for who cannot ask the readers of dates and durations: whole texts fit wherever one of them is read."""

from collections.abc import Mapping

from generator.model.calendar import date_form, real_date_form
from generator.model.stated_time import stated_time_form


def outer_forms() -> Mapping[str, str]:
    """By the rule that is broken where a text does not fit, a pattern; of texts with single spaces, Arabic digits."""
    return {"bad-date": date_form(), "no-such-date": real_date_form(), "bad-duration": stated_time_form()}
