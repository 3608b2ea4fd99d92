"""Finds out what a site's own theme wants to run, and so what its pages may."""

from collections.abc import Collection

import click
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.model import Allowance
from generator.site.inline_code import allowing_code_of
from generator.site.policy import ANYTHING_INSIDE, SCRIPTS, Policy, pages_that_may

POLICY = "khumue_policy"
"""How the templates call what a page may load and run."""
_TEMPLATE, _HOME = "main.html", "index.md"
_PREVIEW = "serve"
"""The command of ours, and of MkDocs, whose server puts a script into pages that reloads them."""


def policy_of(env: Environment, config: MkDocsConfig, allowed: Collection[Allowance]) -> Policy:
    """What the pages of a site may load and run.

    The theme is asked for a page with nothing on it: what people wrote has no part in the answer, so that a script in
    it stays one that does not run.

    Args:
        env: the theme's templates.
        config: the site's configuration.
        allowed: what the settings let people write in pages.
    """
    policy = pages_that_may(allowed)
    if _is_preview():
        policy = policy.allowing(SCRIPTS, ANYTHING_INSIDE)
    blank = Page("", File.generated(config, _HOME, content=""), config)
    blank.content = ""
    context = get_context(Navigation([], [blank]), Files([]), config, blank)
    return allowing_code_of(env.get_template(_TEMPLATE).render(context), policy)


def _is_preview() -> bool:
    command = click.get_current_context(silent=True)
    return command is not None and command.info_name == _PREVIEW
