"""Templates that a project brings along say what pages look like, and reach nothing of the machine that builds them."""

from jinja2 import Environment
from jinja2.sandbox import SandboxedEnvironment


def confine(env: Environment, brought_along: str | None) -> None:
    """Let the templates of an environment see only what they are handed, whose insides stay closed to them.

    The engine makes the environment itself; what confines one is a matter of its class alone.

    Args:
        env: the environment.
        brought_along: the folder of a project's own templates; without one, all are the product's and the theme's.
    """
    if brought_along:
        env.__class__ = SandboxedEnvironment
