"""Templates → text. Templates get views, the interface words, and functions.

`write` gives an authored text with its markup, `explain` also says what its words mean where the page first uses them
(for running text, never inside a link or a heading), `read` gives a text without markup, `write_name` a name whose
words stay whole, `link` the address of a target; `keep` and `id` are those of `generator.document.pieces`.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.document.addresses import Addresses, Target
from generator.document.inline import LinkToProcedure, WordsWriter, inline_html, markdown_literal
from generator.document.pieces import Pieces, chart_marker
from generator.model.markup import plain_text
from generator.words import folder_of, words_of

InlineWriter = Callable[[str, LinkToProcedure], Markup]
"""Writes one authored text: `inline_html` for the site, another for the export."""

NameWriter = Callable[[str], Markup]
"""Writes one plain name as HTML: for the site with its words kept whole (`generator.document.whole_words`)."""

WordsExplainer = Callable[[str], WordsWriter]
"""From a page's uri to what writes its words (`generator.document.explaining`)."""


def environment(directory: Path) -> Environment:
    """The templates of a directory, with the words of the language that is spoken."""
    return _environment(directory, folder_of())


@cache
def _environment(directory: Path, _language: Path) -> Environment:
    """The templates of a directory: everything is escaped, and a name that no view gives is an error."""
    made = Environment(
        loader=FileSystemLoader(directory, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals["labels"] = words_of("document")
    made.globals["chart_marker"] = chart_marker
    made.filters["literal"] = markdown_literal
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return made


class Renderer:
    """Renders the pages of one manual with the templates of one directory."""

    def __init__(
        self,
        addresses: Addresses,
        directory: Path,
        write_inline: InlineWriter = inline_html,
        write_name: NameWriter = escape,
        explain_on: WordsExplainer | None = None,
    ) -> None:
        """Prepare to render.

        Args:
            addresses: the addresses of the manual's pages.
            directory: where the templates stand.
            write_inline: how authored text is written.
            write_name: how the plain names of procedures, areas and roles are written.
            explain_on: explains the words of a page; None where nothing is explained.
        """
        self._environment = environment(directory)
        self._addresses = addresses
        self._write_inline = write_inline
        self._write_name = write_name
        self._explain_on = explain_on

    def render(self, template: str, uri: str, **view: object) -> tuple[str, Pieces]:
        """One page.

        Args:
            template: the template's file name.
            uri: the page's own uri; its links start there.
            **view: what the template shows.

        Returns:
            The page's Markdown, and the pieces of finished HTML that are marked in it.
        """
        pieces = Pieces()

        def link(target: Target) -> str:
            return self._addresses.link(uri, target)

        def link_to_procedure(identifier: str, step: str | None) -> tuple[str | None, str] | None:
            target, title = (
                self._addresses.procedure_target(identifier, step),
                self._addresses.title(identifier),
            )
            return None if title is None else (link(target) if target else None, plain_text(title))

        def write(text: str) -> Markup:
            return self._write_inline(text, link_to_procedure)

        write_words = self._explain_on(uri) if self._explain_on else None

        def explain(text: str) -> Markup:
            return inline_html(text, link_to_procedure, write_words) if write_words else write(text)

        def write_name(text: str) -> Markup:
            return self._write_name(self._addresses.read(text))

        functions = {
            "read": self._addresses.read,
            "write": write,
            "explain": explain,
            "write_name": write_name,
            "link": link,
        }
        markdown = self._environment.get_template(template).render(
            **functions, keep=pieces.keep, id=pieces.anchor, **view
        )
        return markdown, pieces
