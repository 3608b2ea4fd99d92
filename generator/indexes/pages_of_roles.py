"""The pages written by hand that are about a role: those whose title names it in full."""

from collections.abc import Iterator

from generator.charts import reading_text
from generator.indexes.likeness import likeness
from generator.model import Manual


def pages_of_role(manual: Manual, role: str) -> Iterator[tuple[str, str]]:
    """The pages of an edition that are about one of its roles.

    Args:
        manual: the edition.
        role: the id of the role.

    Yields:
        The uri and the title of each page whose title names the role, and none whose name has this one in it: what is
        said of the head of a group is not about the group.
    """
    names = {key: likeness(reading_text(each.title, manual)) for key, each in manual.roles.items()}
    for uri, title in manual.written.items():
        said = likeness(title)
        named = [key for key, name in names.items() if name and name in said]
        if role in named and names[role] == max((names[key] for key in named), key=len):
            yield uri, title
