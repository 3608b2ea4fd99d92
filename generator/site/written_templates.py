"""Templates that stand among the documents: made like the theme's own, as the engine would make them unconfined."""

from collections.abc import Callable, Sequence

from jinja2 import ChoiceLoader, Environment, FunctionLoader
from mkdocs.config.defaults import MkDocsConfig

from generator.project import DOCS_FOLDER
from generator.site.adapting import project_root
from generator.storage import bytes_there


def take_over_templates(config: MkDocsConfig) -> Sequence[str]:
    """Take the templates among the documents from the engine, which would let them run whatever they say.

    Args:
        config: the settings; changed: they become templates of the theme, each of which makes one file.

    Returns:
        Their names.
    """
    names = [str(each) for each in config.extra_templates]
    config.extra_templates = []
    config.theme.static_templates.update(names)
    return names


def load_templates(env: Environment, config: MkDocsConfig, names: Sequence[str]) -> None:
    """Let an environment find the templates among the documents, behind those of the theme.

    Args:
        env: the environment; changed.
        config: says where the project is.
        names: those that `take_over_templates` took.
    """
    if names and env.loader is not None:
        env.loader = ChoiceLoader([env.loader, FunctionLoader(_reading(config, frozenset(names)))])


def _reading(
    config: MkDocsConfig, names: frozenset[str]
) -> Callable[[str], tuple[str, str | None, Callable[[], bool] | None] | None]:
    def read(name: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
        content = bytes_there(root, f"{DOCS_FOLDER}/{name}") if name in names else None
        if content is None:
            return None
        return content.decode("utf-8-sig", "replace"), str(root / DOCS_FOLDER / name), None

    root = project_root(config)
    return read
