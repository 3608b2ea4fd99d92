"""The steps that the data of a procedure's file holds, before any model reads it."""

from collections.abc import Iterator

from generator.model import STEP_LISTS, Path
from generator.yamltext import as_list, as_mapping, as_text


def steps_of(data: object, path: Path = ()) -> Iterator[tuple[Path, dict[str, object]]]:
    """Every step that is a mapping, of every depth, with its path, in reading order."""
    for key in STEP_LISTS:
        for index, step in enumerate(as_list(as_mapping(data).get(key))):
            here = (*path, key, index)
            if isinstance(step, dict):
                yield here, step
                if any(each in step for each in STEP_LISTS):
                    yield from steps_of(step, here)


def ids_of_steps(data: object) -> list[str]:
    """The ids that steps state, in reading order."""
    return [name for _, step in steps_of(data) if (name := as_text(step.get("id")))]
