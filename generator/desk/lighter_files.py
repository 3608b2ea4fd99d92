"""The files of the desk's page as browsers get them: what they do not read of ours is left out.

On this computer and on a published site they get the same.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from generator.minifying import minified_script, minified_styles

APP = Path(__file__).parent / "app"
"""The page, as it is written."""


def _compact(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


SHORTER: Mapping[str, Callable[[str], str]] = {
    ".css": minified_styles,
    ".js": minified_script,
    ".json": _compact,
}
"""What makes files shorter, by how their names end."""
_AS_MADE = "vendor/"
"""Scripts that are short already, with the words of their licences."""


def lightened(path: str, content: bytes) -> bytes:
    """A file as browsers need it.

    Args:
        path: below the folder of the page.
        content: what it holds.
    """
    shorter = SHORTER.get(PurePosixPath(path).suffix)
    return shorter(content.decode()).encode() if shorter and not path.startswith(_AS_MADE) else content
