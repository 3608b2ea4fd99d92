"""What a site is called, and what it looks like where browsers and phones show it outside its pages."""

import json
from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site.content import SiteContent
from generator.site.dress import WORN
from generator.words import present_language, words_of
from generator.writers import head_description, head_title

MANIFEST = "assets/khumue/site.webmanifest"
"""The uri of what phones read that put a site beside their programs."""
_FOLDER, _ROOT, _SIGN = "assets/khumue/", "../../", "favicon.svg"
ICON, TOUCH_ICON = "assets/khumue/icon-{size}.png", "assets/khumue/icon-180.png"
"""The uris of the sign of the site as pictures, and of the one that phones of one maker take."""
SIZES = (192, 512)
"""How wide and high these are, in px."""
THEME_COLOURS: Mapping[str, str] = {"light": "#174c3a", "dark": "#12392c"}
"""What browsers colour around a page, by the colours that its reader prefers: as the head of the page is coloured."""
_BACKGROUND = "#fcfdfc"


def introduce(files: Files, config: MkDocsConfig, content: SiteContent) -> dict[str, object]:
    """Let the site say to phones what it is called, and show its sign.

    Args:
        files: everything that the site has; changed.
        config: the site's configuration.
        content: the site.

    Returns:
        What templates know of the site beside its pages: our words, what pages wear, what it is called.
    """
    text = json.dumps(_manifest(content), ensure_ascii=False, indent=1)
    files.append(File.generated(config, MANIFEST, content=f"{text}\n"))
    labels = words_of("document")
    return {
        **WORN,
        "labels": labels,
        "notice": content.notice_shown,
        "site_name": site_name(content),
        "missing_title": head_title(labels["missing"]["title"], content.whose),
        "missing_about": head_description(labels["missing"]["lead"], "", content.whose),
        "manifest": MANIFEST,
        "touch_icon": TOUCH_ICON,
        "theme_colours": THEME_COLOURS,
    }


def _manifest(content: SiteContent) -> Mapping[str, object]:
    sign = {"src": _SIGN, "sizes": "any", "type": "image/svg+xml"}
    pictures = [
        {
            "src": ICON.format(size=size).removeprefix(_FOLDER),
            "sizes": f"{size}x{size}",
            "type": "image/png",
        }
        for size in SIZES
    ]
    return {
        "name": site_name(content),
        "short_name": content.whose or site_name(content),
        "lang": present_language(),
        "start_url": _ROOT,
        "scope": _ROOT,
        "display": "minimal-ui",
        "theme_color": THEME_COLOURS["light"],
        "background_color": _BACKGROUND,
        "icons": [sign, *pictures],
    }


def site_name(content: SiteContent) -> str:
    """What the site is called, and whose it is."""
    return head_description(content.title or "", "", content.whose)
