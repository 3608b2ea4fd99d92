"""What a few places of a project say that many ask for: the default edition, the language, ids given up, values."""

from generator.model import FormerIds, Language
from generator.project.documents import FileKind, ProjectFile
from generator.project.project import Project
from generator.yamltext import as_list, as_mapping, as_text


def default_edition(project: Project) -> str | None:
    """The edition that the settings name."""
    settings = project.only(FileKind.SETTINGS)
    data = settings.data if settings is not None else None
    named = data.get("default_edition") if isinstance(data, dict) else None
    return named.strip() if isinstance(named, str) else None


def manual_language(project: Project) -> str | None:
    """The language of the manual; None where the settings cannot be read, or name one that there is not."""
    settings = project.only(FileKind.SETTINGS)
    data = settings.data if settings is not None else None
    named = data.get("language", Language.THAI) if isinstance(data, dict) else None
    return named.strip() if isinstance(named, str) and named.strip() in {*Language} else None


def noted_retirements(project: Project) -> FormerIds:
    """The ids that were given up, as far as their file says which, and what took their places."""
    document = project.only(FileKind.RETIRED)
    listed = as_list(as_mapping(document.data).get("ids")) if document is not None else []
    entries = [as_mapping(each) for each in listed]
    written = [tuple(as_text(each.get(key)) for key in ("kind", "old", "new")) for each in entries]
    return FormerIds.of((kind, old, new) for kind, old, new in written if kind and old)


def value_entries(document: ProjectFile) -> dict[str, str]:
    """The ``values`` of the settings or of an edition, as far as they are texts."""
    values = document.data.get("values") if isinstance(document.data, dict) else None
    if not isinstance(values, dict):
        return {}
    return {name: value for name, value in values.items() if isinstance(value, str)}
