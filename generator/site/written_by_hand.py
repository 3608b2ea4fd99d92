"""The pages that are written by hand, as the engine is handed them: with links and ids that hold on the site."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.commonmark import heading_name
from generator.document import item_uri, targets_of
from generator.site.content import SiteContent
from generator.site.documents import add_awaited
from generator.site.quiet_marks import QuietMarks
from generator.site.whole_words_in_documents import WholeWordsInDocuments
from generator.storage import remove_file
from generator.words import words_of
from generator.writers import Surroundings, page_for_site, places_linked, plain_written_page


class WrittenByHand:
    """The pages of one site that are written by hand."""

    def __init__(self, files: Files, content: SiteContent) -> None:
        """Know what their links may lead to: all documents and files, and all pages that are made."""

        def has(uri: str) -> bool:
            return content.document(uri) is not None or uri in content.files or _is_on_site(files, uri)

        self._content, self._linked = content, frozenset[str]()
        self._awaited: list[File] = []
        self._surroundings = Surroundings(content.pages.addresses, has)

    def page(self, markdown: str, uri: str) -> str:
        """A page as the engine reads it."""
        return page_for_site(markdown, uri, self._surroundings)

    def sources(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Pages as plain Markdown, by uri, with the places that others of them link to, and items of knowledge."""
        linked = {place for uri, text in texts.items() for place in places_linked(text, uri)}
        self._linked = frozenset(uri for uri, _ in linked)
        manual = self._content.manual
        for item in manual.knowledge if manual else ():
            linked |= {(each.uri, each.fragment) for each in targets_of(item.body, item_uri(item))}
        return {
            uri: plain_written_page(
                text, uri, self._surroundings, {id_ for place, id_ in linked if place == uri}
            )
            for uri, text in texts.items()
        }

    def await_files(self, files: Files, config: MkDocsConfig) -> None:
        """Let pages link to files that are written once all pages are there; it is known after `sources`."""
        waiting = sorted(each for each in self._linked if not self._surroundings.has(each))
        made = self._content.more_uris() if waiting else ()
        self._awaited = add_awaited(files, config, [each for each in waiting if each in made])

    def free_places(self, site_dir: Path) -> None:
        """Take these files away, which are empty so far."""
        for file in self._awaited:
            remove_file(site_dir, file.dest_uri)


def _is_on_site(files: Files, uri: str) -> bool:
    """Whether a document or file is published."""
    file = files.get_file_from_path(uri)
    return file is not None and file.inclusion is not InclusionLevel.EXCLUDED


def teach_markdown(config: MkDocsConfig) -> None:
    """Let the engine name headings that only it reads as we do, keep words whole, and use our footnotes, no styles."""
    cast("list[str | Extension]", config.markdown_extensions).extend((WholeWordsInDocuments(), QuietMarks()))
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
    contents = config.mdx_configs.setdefault("toc", {})
    contents.setdefault("slugify", _slug)
    footnotes = config.mdx_configs.setdefault("footnotes", {})
    footnotes.setdefault("BACKLINK_TITLE", words_of("document")["footnote"]["back"])


def _slug(words: str, _separator: str) -> str:
    return heading_name(words)
