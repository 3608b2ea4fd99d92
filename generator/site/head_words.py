"""What the head of a page says in words, as the theme's templates show it: its title, what it is about, whose it is."""

from collections.abc import Callable, Iterator, Sequence
from html import unescape

from markupsafe import escape
from mkdocs.structure.pages import Page

from generator.search import Passage, passages_of
from generator.site.content import SiteContent
from generator.writers import beginning_of, head_description, head_title

TITLE, ABOUT, DESCRIPTION = "head_title", "about", "description"
"""What the templates find among what is known of a page."""


def tell_in_words(
    page: Page, content: SiteContent, passages: Callable[[str], Sequence[Passage] | None]
) -> None:
    """Note down what the head of a page says; whatever its author says of it there goes before.

    Args:
        page: the page, with its content.
        content: the site.
        passages: from the uri of a made page to what it says.
    """
    whose, title = content.whose, unescape(str(page.title or ""))
    if page.is_homepage:
        title = content.title or title
    document = content.document(page.file.src_uri)
    is_made = document is not None and not page.file.abs_src_path
    known = passages(page.file.src_uri) if is_made else None
    said = document.summary if document and is_made else unescape(str(page.meta.get(DESCRIPTION) or ""))
    about = beginning_of(title, [said] if said else _texts(known or passages_of(page.content or "")))
    page.meta[TITLE] = escape(head_title(title, whose))
    page.meta[ABOUT] = escape(about)
    page.meta[DESCRIPTION] = escape(head_description(title, about, whose))


def _texts(passages: Sequence[Passage]) -> Iterator[str]:
    """What a page says, from its beginning on."""
    for number, passage in enumerate(passages):
        if number:
            yield passage.title
        yield from passage.texts or passage.linked
