"""Bodies as HTML, as the library that reads them writes it: what every form of a body has to say."""

from markdown_it import MarkdownIt

from generator.document.bodies import BodyLinks, body_tokens


def body_html(body: str, links: BodyLinks) -> str:
    """A body as HTML, its links finished."""
    reader = MarkdownIt("commonmark")
    return str(reader.renderer.render(body_tokens(body, links), reader.options, {}))
