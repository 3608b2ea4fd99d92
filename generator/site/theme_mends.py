"""What is mended in the theme's own page where it leaves no block around it.

The page of ours stands on the theme's, which names files of its version: one written anew in its place would break with
the next. So its source loses what HTML does not allow before it is compiled; where it has none, nothing happens.
"""

from typing import Final

from jinja2 import Environment
from jinja2.ext import Extension

FRAME = "base.html"
"""The theme's template of every page."""
_REFUSED: Final = ' autocomplete="off"'
"""By it browsers forget the state of the theme's check boxes; HTML knows it for fields alone. Our script does that."""


class _Mends(Extension):
    """Reads the frame without what is refused."""

    def preprocess(self, source: str, name: str | None, _filename: str | None = None) -> str:
        """The source of a template as it is compiled."""
        return source.replace(_REFUSED, "") if name == FRAME else source


def mended(env: Environment) -> Environment:
    """Let an environment read the theme's page mended.

    Args:
        env: the environment, which has compiled nothing yet.

    Returns:
        The same.
    """
    env.add_extension(_Mends)
    return env
