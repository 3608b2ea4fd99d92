"""Values that stand in links to procedures, ``[งาน](procedure:${name})``: where one is the id, it changes too."""

import re
from collections.abc import Iterator

from generator.model import RetiredKind
from generator.project import FileKind, Project, value_entries
from generator.scaffold.renaming import Renaming, rewrite_at
from generator.scaffold.rewriting import Rewrite

_VALUE_IN_LINK = re.compile(r"\]\(procedure:(?:(?P<step_of>[a-z0-9-]+)#)?\$\{(?P<name>[^{}]+)\}")


def values_in_links(project: Project, renaming: Renaming) -> Iterator[Rewrite]:
    """What changes in the values of the settings and of editions."""
    sources = [*(each.source for each in project.documents), *(page.source for page in project.pages)]
    texts = [each.text for each in sources if each.holds("${")]
    names = {
        match["name"]
        for text in texts
        for match in _VALUE_IN_LINK.finditer(text)
        if _is_meant(match, renaming)
    }
    for document in (*project.of_kind(FileKind.SETTINGS), *project.of_kind(FileKind.EDITION)):
        for name, value in value_entries(document).items():
            if name in names and value.strip() == renaming.old:
                place = document.text_place(("values", name), value.index(renaming.old), len(renaming.old))
                yield rewrite_at(document, place, renaming)


def _is_meant(match: re.Match[str], renaming: Renaming) -> bool:
    """Whether a value stands for what is renamed: a procedure, or a step behind its procedure."""
    if renaming.kind is RetiredKind.STEP:
        return match["step_of"] == renaming.procedure
    return renaming.kind is RetiredKind.PROCEDURE and match["step_of"] is None
