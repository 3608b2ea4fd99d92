"""What is answered where one of several words may stand and another does."""

from generator.diagnostics import closest, closest_by_title, found, unspaced
from generator.model import FieldShape, Path, Step, choice_words, fields_of
from generator.problems import Problem
from generator.project import ProjectFile
from generator.validation.concepts import means_end

_KIND = fields_of(Step)["kind"].key
_BEGINNINGS = ("start", "begin", "terminator", "เริ่ม", "เริ่มต้น", "จุดเริ่มต้น", "เริ่มงาน")
"""What authors call the symbol at the beginning of a chart, which no step is."""


def unknown_choice(document: ProjectFile, path: Path, word: str, field: FieldShape) -> Problem:
    """A word that is none of those that may be chosen; its Thai meaning is understood for the hint."""
    choices = field.shape.choices
    meanings = {meaning: choice for choice, meaning in choice_words(field.description).items()}
    if field.key == _KIND and (means_end(word) or word.strip().lower() in _BEGINNINGS):
        place = document.value_place(path)
        return found("unknown-choice", place, "terminator", word=word, key=field.key, title=field.title)
    suggestion = closest(word, choices) or closest_by_title(word, meanings)
    return found(
        "unknown-choice",
        document.value_place(path),
        "space" if suggestion == unspaced(word) else "",
        word=word,
        key=field.key,
        title=field.title,
        suggestion=suggestion,
        choices=", ".join(choices),
        description=field.description,
    )
