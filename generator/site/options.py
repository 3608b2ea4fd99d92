"""What ``mkdocs.yml`` may say about our plugin."""

from mkdocs.config import base
from mkdocs.config import config_options as option

from generator.desk.published import KINDS


class ProceduresConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ unannotated
    """What mkdocs.yml may say about the plugin."""

    edition = option.Optional(option.Type(str))
    """The id of the edition to build; by default the one that ``procedures/manual.yml`` names."""

    edit_page = option.Type(bool, default=True)
    """Whether the site has a page to change the manual on, where ``repo_url`` names a repository of a known host."""

    host = option.Optional(option.Choice(KINDS))
    """The kind of that host, where its name does not tell."""

    client = option.Optional(option.Type(str))
    """The id by which that host knows the page, where it lets people sign in there with their accounts."""
