"""What tests need of policies: the headers that a site's own files tell a server, and what a browser refuses."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage

from generator.site.hosting import APACHE
from tests.support.measuring import DESKTOP_WIDTH
from tests.support.serving import Headers

POLICY = "Content-Security-Policy"
_TELL = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  console.error(`refused: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`))"""


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
    """What a server sends with a site that has its own settings in it."""
    return apache_headers((site / APACHE).read_text(encoding="utf-8"))


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
