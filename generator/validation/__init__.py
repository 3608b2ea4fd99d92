"""Data becomes models: each file once for every edition, and what a model refuses is told at its place.

`Validator` gives the models; hints come from what was probably meant: a key of another name, an item too far left, a
date in another order.
"""

from generator.validation.bad_ids import bad_id
from generator.validation.concepts import means_end
from generator.validation.lost_keys import is_lack_explained
from generator.validation.refusals import missing_key
from generator.validation.validator import AnyModel, Validator, parts_of, shared_values, values_by_edition

__all__ = [
    "AnyModel",
    "Validator",
    "bad_id",
    "is_lack_explained",
    "means_end",
    "missing_key",
    "parts_of",
    "shared_values",
    "values_by_edition",
]
