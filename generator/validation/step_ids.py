"""The ids of the steps of a file: what a text may name that stands where a whole step is due."""

from collections.abc import Iterator

from generator.yamltext import YamlData

_ID = "id"
_STEPS = ("steps", "parallel")


def step_ids(data: YamlData) -> set[str]:
    """The ids of all steps in the data of a file, at any depth."""
    return set(_ids(data))


def _ids(data: YamlData) -> Iterator[str]:
    """Those of the steps below a thing."""
    lists = [data.get(key) for key in _STEPS] if isinstance(data, dict) else []
    for steps in lists:
        for step in steps if isinstance(steps, list) else ():
            if isinstance(step, dict) and isinstance(own := step.get(_ID), str):
                yield own
            yield from _ids(step)
