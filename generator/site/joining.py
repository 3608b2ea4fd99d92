"""One style sheet and one script for every page: what the theme brings, the search, and what the pages wear.

Each of them is a request that a phone far from a mast waits for; together they are also packed more tightly.
"""

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from generator.search import SCRIPT as SEARCH_SCRIPT
from generator.search import STYLES as SEARCH_STYLES
from generator.site.dress import EARLY_SCRIPT, LETTERS_SHEET, SCRIPT
from generator.site.place import STYLE_SHEET
from generator.site.thai_search import FOLDER as SEARCH
from generator.site.theme_styles import styles_in_use
from generator.words import words_of

_SHEET, _PALETTE = "assets/stylesheets/main.", "assets/stylesheets/palette."
_BUNDLE = "assets/javascripts/bundle."
"""How the theme's own begin; what follows changes with each of its versions."""
_POLYFILLS = "polyfills"
"""Where settings name scripts that have to run before the theme's."""


def join_what_pages_wear(files: Files, config: MkDocsConfig) -> None:
    """Let the pages' own style sheet and script hold those of theme and search as well, and these stand nowhere else.

    Args:
        files: everything that the site has; changed.
        config: the site's configuration; what is joined is named there no more.

    Raises:
        PluginError: when the theme does not bring what it always did.
    """
    sheets = [_of_theme(files, _SHEET)]
    if config.theme.get("palette"):
        sheets.append(_of_theme(files, _PALETTE))
    search = _named_no_more(config.extra_css, f"{SEARCH}/{SEARCH_STYLES}")
    shortened = (styles_in_use(each.content_string, config) for each in sheets)
    ours = [files.src_uris[uri] for uri in (STYLE_SHEET, LETTERS_SHEET, *search)]
    _replace(files, config, STYLE_SHEET, "".join((*shortened, *(each.content_string for each in ours))))
    search = _named_no_more(config.extra.get(_POLYFILLS, []), f"{SEARCH}/{SEARCH_SCRIPT}")
    scripts = [*(files.src_uris[uri] for uri in (*search, EARLY_SCRIPT)), _of_theme(files, _BUNDLE)]
    scripts.append(files.src_uris[SCRIPT])
    _replace(files, config, SCRIPT, "".join(f"{each.content_string.strip()}\n;" for each in scripts))
    for each in {*sheets, *ours[1:], *scripts[:-1]}:
        files.remove(each)


def _of_theme(files: Files, beginning: str) -> File:
    """What the theme brings under a name."""
    found: Iterator[File] = (file for uri, file in files.src_uris.items() if uri.startswith(beginning))
    file = next(found, None)
    if file is None:
        raise PluginError(words_of("site")["other_theme"].format(file=f"{beginning}*"))
    return file


def _named_no_more(named: list[str], uri: str) -> Iterable[str]:
    """The uri, if settings name it; they do so no more."""
    if uri not in named:
        return ()
    named.remove(uri)
    return (uri,)


def _replace(files: Files, config: MkDocsConfig, uri: str, content: str) -> None:
    """Let a file say something else."""
    files.remove(files.src_uris[uri])
    files.append(File.generated(config, uri, content=content))
