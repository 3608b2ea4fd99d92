"""The theme's folder in tests: each process of a run walks through it once, and compiles each template once.

Each build of the engine looks through ten thousand pictures that it then leaves out, and compiles the theme's words
anew for the search: a third of what a small site takes. Builds in processes of their own do all that.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from generator.site.compiled import CompiledTemplates

_INSTALLED = Path(str(files("material"))).resolve()


@contextmanager
def theme_kept() -> Iterator[None]:
    """Keep meanwhile what the theme's folder holds and what its templates compile to."""
    names_of, environment_of, compiled = FileSystemLoader.list_templates, Theme.get_env, CompiledTemplates()

    @cache
    def installed_names(folder: str) -> frozenset[str]:
        """The names in a folder of the theme that the engine may take: it takes none below a hidden folder."""
        names = names_of(FileSystemLoader(folder))
        return frozenset(each for each in names if not any(part[0] == "." for part in each.split("/")))

    def names(loader: FileSystemLoader) -> list[str]:
        found = set[str]()
        for folder in map(os.fspath, loader.searchpath):
            is_installed = Path(folder).resolve().is_relative_to(_INSTALLED)
            found |= installed_names(folder) if is_installed else set(names_of(FileSystemLoader(folder)))
        return sorted(found)

    def environment(theme: Theme) -> Environment:
        made = environment_of(theme)
        made.bytecode_cache = compiled
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileSystemLoader, "list_templates", names)
        patch.setattr(Theme, "get_env", environment)
        yield
