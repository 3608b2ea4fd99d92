"""The rules about what a project says, each with one id and one documented pass and fail pair.

`judge` applies all of them. Their words and examples stand in ``diagnostics/rules/``; the author's reference is made
of both in `generator.lint.reference`, which is imported only when somebody asks for it.
"""

from generator.lint.descriptions import FileDescribed, files_described
from generator.lint.judging import (
    approved_texts,
    error_lines,
    judge,
    judge_lost_ids,
    judge_machine_settings,
    judge_site_settings,
    limited,
    linked_places,
)
from generator.lint.lost_ids import (
    PublishedThing,
    kind_word,
    names_of_files,
    things_of_files,
    things_of_manual,
)
from generator.lint.markdown import LinkedText, linked_texts
from generator.lint.rules.printing import unprintable_emblems
from generator.lint.rules.written_links import MOST_ANCHORS, LinkedPlace


def author_reference(is_alone: bool = False) -> str:
    """The author's reference, as Markdown.

    Args:
        is_alone: whether it stands alone, without the other pages for authors.
    """
    from generator.lint.reference import author_reference as written  # noqa: PLC0415  # few ask for it

    return written(is_alone)


__all__ = [
    "MOST_ANCHORS",
    "FileDescribed",
    "LinkedPlace",
    "LinkedText",
    "PublishedThing",
    "approved_texts",
    "author_reference",
    "error_lines",
    "files_described",
    "judge",
    "judge_lost_ids",
    "judge_machine_settings",
    "judge_site_settings",
    "kind_word",
    "limited",
    "linked_places",
    "linked_texts",
    "names_of_files",
    "things_of_files",
    "things_of_manual",
    "unprintable_emblems",
]
