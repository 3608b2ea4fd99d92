"""What is answered where one of several words may stand and another does."""

from generator.diagnostics import closest, closest_by_title, found, unspaced
from generator.model import FieldShape, Path, choice_words
from generator.problems import Problem
from generator.project import ProjectFile


def unknown_choice(document: ProjectFile, path: Path, word: str, field: FieldShape) -> Problem:
    """A word that is none of those that may be chosen; its Thai meaning is understood for the hint."""
    choices = field.shape.choices
    meanings = {meaning: choice for choice, meaning in choice_words(field.description).items()}
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
