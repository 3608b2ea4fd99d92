"""Contents with their canonical forms and fingerprints, which Python and browsers have to make alike."""

import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
VECTORS: list[dict[str, Any]] = json.loads(_HERE.joinpath("content_vectors.json").read_text(encoding="utf-8"))
"""Of each its name, the content, the canonical form and the fingerprint; written down, not made by the program."""
NAMES = [each["name"] for each in VECTORS]
IN_BROWSERS = _HERE.joinpath("content_fingerprint.js").read_text(encoding="utf-8")
"""From a content to its canonical form and fingerprint, as a script."""
