"""Values that stand in links to procedures, ``[งาน](procedure:${name})``: where one is the id, it changes too."""

import re
from collections.abc import Iterator

from generator.model import RetiredKind, fill_known_values
from generator.project import FileKind, Project, value_entries
from generator.scaffold.renaming import Renaming, rewrite_at
from generator.scaffold.rewriting import Rewrite
from generator.validation import shared_values

_LINK = re.compile(r"\]\(procedure:(?P<procedure>[^()#\s]+)(?:#\$\{(?P<step>[^{}]+)\})?")
_VALUE = re.compile(r"\$\{(?P<name>[^{}]+)\}")


def values_in_links(project: Project, renaming: Renaming) -> Iterator[Rewrite]:
    """What changes in the values of the settings and of editions."""
    sources = [*(each.source for each in project.documents), *(page.source for page in project.pages)]
    links = [link for each in sources if each.holds("${") for link in _LINK.finditer(each.text)]
    for document in (*project.of_kind(FileKind.SETTINGS), *project.of_kind(FileKind.EDITION)):
        values = value_entries(document)
        names = {_name_in(each, renaming, shared_values(project) | values) for each in links}
        for name, value in values.items():
            if name in names and value.strip() == renaming.old:
                place = document.text_place(("values", name), value.index(renaming.old), len(renaming.old))
                yield rewrite_at(document, place, renaming)


def _name_in(link: re.Match[str], renaming: Renaming, values: dict[str, str]) -> str | None:
    """The value that a link has where the id of what is renamed belongs; None where it leads elsewhere."""
    if renaming.kind is RetiredKind.STEP:
        is_its_procedure = fill_known_values(link["procedure"], values).strip() == renaming.procedure
        return link["step"] if is_its_procedure else None
    named = _VALUE.fullmatch(link["procedure"])
    return named["name"] if named and renaming.kind is RetiredKind.PROCEDURE else None
