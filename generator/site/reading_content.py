"""Reads the manual for a build by the engine's own command, which brings no content along, and logs what is wrong."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.charts import LayoutError
from generator.site.adapting import log_problems, one_line, project_root
from generator.site.composing import site_content
from generator.site.content import SiteContent

LINK_OF_FILES = "bad-file-link"


def read_content(config: MkDocsConfig, edition: str | None) -> SiteContent:
    """Read the manual and log its problems; an error is a warning to MkDocs, which fails strict builds.

    Args:
        config: the settings.
        edition: the edition's id; by default the one that ``manual.yml`` names.

    Raises:
        PluginError: when there is no Graphviz, or the engine would walk links of the file system without end.
    """
    try:
        content = site_content(project_root(config), edition, config.use_directory_urls, config.site_url)
    except LayoutError as error:  # a fault of this machine, not of the manual
        raise PluginError(str(error)) from error
    log_problems(content.problems)
    circles = [one_line(each) for each in content.problems if each.rule == LINK_OF_FILES]
    if circles:  # the engine would walk them without end
        raise PluginError("\n".join(circles))
    return content
