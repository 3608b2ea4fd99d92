"""Pictures of the real page for the guide: of one size, light; WebP, since Chromium itself writes it and it is small.

``KHUMUE_WRITE_PICTURES=1 pytest tests/desk/test_guide_stories.py`` takes them anew.
"""

import os
from base64 import b64decode, b64encode
from pathlib import Path

from playwright.sync_api import Page

GUIDE = Path(__file__).parents[2] / "docs" / "authors" / "desk"
SIZE = {"width": 960, "height": 600}
SHARPNESS = 1.5
MOST_BYTES = 60_000
_WRITTEN = """async (png) => {
  const picture = await createImageBitmap(await (await fetch(png)).blob());
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas.toDataURL("image/webp", 0.6).split(",")[1];
}"""


def picture(page: Page, name: str) -> None:
    """Write what a page shows as a picture of the guide, where that is asked for."""
    if not os.environ.get("KHUMUE_WRITE_PICTURES"):
        return
    png = page.screenshot(animations="disabled", caret="hide")
    blank = page.context.new_page()
    webp = blank.evaluate(_WRITTEN, "data:image/png;base64," + b64encode(png).decode())
    blank.close()
    (GUIDE / f"{name}.webp").write_bytes(b64decode(webp))
