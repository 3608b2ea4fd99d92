"""What the settings allow hand-written pages and pictures to do."""

from generator.lint.facts import ProjectFacts
from generator.project import FileKind
from generator.yamltext import as_list, as_mapping, as_text


def allowances(facts: ProjectFacts) -> frozenset[str]:
    """What is allowed, as it is written in ``manual.yml``."""
    settings = facts.project.only(FileKind.SETTINGS)
    data = as_mapping(settings.data) if settings is not None else {}
    return frozenset(as_text(each) for each in as_list(data.get("allow")))
