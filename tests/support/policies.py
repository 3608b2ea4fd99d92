"""What tests need of policies: the headers that a site's own files tell a server, and what a browser refuses."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage

from generator.site.hosting import APACHE
from tests.support.measuring import DESKTOP_WIDTH
from tests.support.serving import Headers

_SECTIONS = re.compile(r"<FilesMatch.*?</FilesMatch>", re.DOTALL)
"""What Apache takes of settings after all else, also after those of folders."""
POLICY = "Content-Security-Policy"
_TELL = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  console.error(`refused: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`))"""
THROW_WHAT_IS_REFUSED = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  throw new Error(`refused: ${effectiveDirective} ${blockedURI}`);
})"""
"""For pages on which nothing may go wrong unseen."""


def apache_headers(settings: str) -> Headers:
    """What Apache sends by the settings that a site brings: with a path, by the directives in their order."""
    directives: list[tuple[str, str, str]] = []
    names = ""
    for line in map(str.strip, settings.splitlines()):
        match line.split(maxsplit=4):
            case ["<FilesMatch", pattern]:
                names = pattern.removesuffix(">").strip('"')
            case ["</FilesMatch>"]:
                names = ""
            case ["Header", "always", "set", name, value]:
                directives.append((names, name, value.strip('"')))
            case ["Header", "always", "unset", name]:
                directives.append((names, name, ""))
            case [first, *_] if not first.startswith(("#", "<IfModule", "</IfModule")):
                raise AssertionError(f"Apache would not know {line}")

    def headers_of(path: str) -> Mapping[str, str]:
        file = path.partition("?")[0].rpartition("/")[2]
        sent = {header: value for pattern, header, value in directives if re.search(pattern, file)}
        return {header: value for header, value in sent.items() if value}

    return headers_of


def headers_of_site(site: Path) -> Headers:
    """What a server sends with a site that has its own settings in it, and in folders others that go before them."""

    def headers_of(path: str) -> Mapping[str, str]:
        folders = path.partition("?")[0].strip("/").split("/")
        places = [site, *(site.joinpath(*folders[:depth]) for depth in range(1, len(folders) + 1))]
        settings = [
            (each / APACHE).read_text(encoding="utf-8") for each in places if (each / APACHE).is_file()
        ]
        sections = "\n".join(found for text in settings for found in _SECTIONS.findall(text))
        return apache_headers("\n".join(_SECTIONS.sub("", text) for text in settings) + f"\n{sections}")(path)

    return headers_of


@contextmanager
def watched(browser: Browser, is_dark: bool = False) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A fresh profile, and what its pages complain about, with whatever a policy refuses."""
    context = browser.new_context(
        viewport={"width": DESKTOP_WIDTH, "height": 900},
        locale="th-TH",
        color_scheme="dark" if is_dark else "light",
        permissions=["clipboard-read", "clipboard-write"],
    )
    complaints = list[str]()

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.location.get('url')}: {message.text}")

    context.add_init_script(_TELL)
    context.on("console", note)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    try:
        yield context, complaints
    finally:
        context.close()
