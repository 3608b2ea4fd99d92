"""Thai as Thai is written: words, lines, widths, dates and dictionary order.

`segmenter_for` a manual finds words, `wrap` cuts texts into lines, `thai_date` and its like word what calendars and
durations say, `damages` finds what broke on its way.
"""

from generator.thai.clusters import can_end
from generator.thai.damage import Damage, with_repairs, word_around
from generator.thai.dates import add_duration, dates_in_browsers, era_year, thai_date, thai_duration
from generator.thai.edition_names import edition_name, sibling_name
from generator.thai.kept_together import (
    KEPT_SPACE,
    LINE_MAY_END,
    WORD_JOINER,
    TextPart,
    noun_makers,
    whole_words,
    with_borders,
    without_borders,
)
from generator.thai.lexicon import WholeWords
from generator.thai.metrics import ASCENT, DESCENT, text_width
from generator.thai.names_of_letters import letter_names
from generator.thai.ordering import SortKey, index_letter, thai_sort_key
from generator.thai.polarity import tone_of, tone_of_end, tone_of_label
from generator.thai.repair import damages
from generator.thai.segmentation import Segmenter, general_segmenter, segmenter_for
from generator.thai.unbroken import widest_piece
from generator.thai.wrapping import wrap, wrap_into

__all__ = [
    "ASCENT",
    "DESCENT",
    "KEPT_SPACE",
    "LINE_MAY_END",
    "WORD_JOINER",
    "Damage",
    "Segmenter",
    "SortKey",
    "TextPart",
    "WholeWords",
    "add_duration",
    "can_end",
    "damages",
    "dates_in_browsers",
    "edition_name",
    "era_year",
    "general_segmenter",
    "index_letter",
    "letter_names",
    "noun_makers",
    "segmenter_for",
    "sibling_name",
    "text_width",
    "thai_date",
    "thai_duration",
    "thai_sort_key",
    "tone_of",
    "tone_of_end",
    "tone_of_label",
    "whole_words",
    "widest_piece",
    "with_borders",
    "with_repairs",
    "without_borders",
    "word_around",
    "wrap",
    "wrap_into",
]
