"""Reads a page and makes HTML of its Markdown, as the engine does for all pages of a build: by its public objects."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def populate(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Give a page its content, and what plugins make of it.

    Args:
        page: the page; changed.
        config: the site's configuration.
        files: all files of the site.
    """
    page = config.plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
    page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
