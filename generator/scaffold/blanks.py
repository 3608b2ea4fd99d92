"""The files with which something new begins, with gaps in place of what is asked for, for a page that fills them.

They are the very files that the commands write, so nothing of them is told a second time; without what explains them.
"""

from dataclasses import dataclass

from generator.model import ItemKind, Namespace, RetiredKind, reserved_ids
from generator.project import FileKind, Project, default_edition
from generator.scaffold.bare_files import bare
from generator.scaffold.beginnings import listed_areas, needed_values
from generator.scaffold.new_path import language_of, procedures_by_role
from generator.scaffold.new_procedure import shown_roles
from generator.scaffold.renamed_links import menu_of
from generator.scaffold.retiring import first_note
from generator.scaffold.skeletons import (
    ChosenValue,
    area_skeleton,
    edition_skeleton,
    knowledge_skeleton,
    path_skeleton,
    procedure_skeleton,
)

AREA_GAP, ID_GAP, TEXT_GAP = "<area>", "<id>", "<text>"
"""What stands where the id of the area, the own id and a text that names the thing are to be."""
_NAMESPACES = {
    FileKind.AREA: Namespace.AREA,
    FileKind.PROCEDURE: Namespace.PROCEDURE,
    FileKind.KNOWLEDGE: Namespace.KNOWLEDGE,
    FileKind.PATH: Namespace.PATH,
    FileKind.EDITION: Namespace.EDITION,
    RetiredKind.ROLE: Namespace.ENTRY,
    RetiredKind.REFERENCE: Namespace.ENTRY,
}


@dataclass(frozen=True, slots=True)
class Blanks:
    """What begins something new in a project.

    Attributes:
        files: the texts with gaps, by the kind of file; none of an edition where its office has to give values, or
            there is nothing that it could list.
        reserved: by the kind of file or of entry, the ids that nothing of that kind can have.
        acting: by role, the ids of the procedures in which it acts, in the order of the default edition.
        default: the id of that edition; empty for none.
        retired: the list of ids that were given up with its first entry, where there is none yet.
        navigation: what the menu names that the settings of the site give: pages that may be called by ids.
    """

    files: dict[str, str]
    reserved: dict[str, list[str]]
    acting: dict[str, list[str]]
    default: str
    retired: str
    navigation: list[str]


def blanks_of(project: Project) -> Blanks:
    """What begins something new in a project that is read."""
    default = default_edition(project) or ""
    files = {
        FileKind.PROCEDURE: procedure_skeleton(AREA_GAP, ID_GAP, shown_roles(project)),
        FileKind.AREA: area_skeleton(AREA_GAP),
        FileKind.KNOWLEDGE: knowledge_skeleton(
            ID_GAP, {"title": TEXT_GAP, "kind": ItemKind.LESSON, "date": TEXT_GAP}
        ),
        FileKind.PATH: path_skeleton(ID_GAP, ID_GAP, TEXT_GAP, (), language_of(project)),
    }
    if edition := _edition(project):
        files[FileKind.EDITION] = edition
    return Blanks(
        {kind.value: bare(text) for kind, text in files.items()},
        {kind.value: sorted(reserved_ids(named)) for kind, named in _NAMESPACES.items()},
        {role: [each for each, _ in listed] for role, listed in procedures_by_role(project, default).items()},
        default,
        first_note(),
        [each.text for each in menu_of(project)],
    )


def _edition(project: Project) -> str:
    """The file of a new edition whose texts take the manual's values; empty where that cannot be."""
    areas = tuple(listed_areas(project))
    values = list(needed_values(project, areas))
    if not areas or any(each.default is None for each in values):
        return ""
    chosen = [ChosenValue(each.name, None, each.default) for each in values]
    return edition_skeleton(ID_GAP, {"office": TEXT_GAP}, areas, chosen)
