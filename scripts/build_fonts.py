"""Build the site's two font files and the metrics that charts measure text with, from one pinned npm package.

Run it (``python -m scripts.build_fonts``) only to move to another version of the font: its results are
committed. The package, its version and its hash are in ``fonts.json`` beside this file. The package holds a
font per script; each weight becomes one font:

- ``generator/site/theme/assets/fonts/sarabun-<weight>.woff2`` and ``OFL.txt``, served with the site: what Thai pages
  show (``everywhere``); ``sarabun-<weight>-more.woff2`` has all other letters, for the pages on which they stand;
- ``generator/writers/fonts/sarabun-<weight>.ttf``: the same for what draws pictures and reads no woff2;
- ``generator/thai/data/sarabun.json``: how wide every character is.

The same package and the same fontTools and brotli give the same bytes.
"""

import base64
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from scripts.font_metrics import measure_fonts

ROOT = Path(__file__).resolve().parent.parent
PINNED: dict[str, Any] = json.loads((Path(__file__).parent / "fonts.json").read_text(encoding="utf-8"))
FONTS = ROOT / "generator" / "site" / "theme" / "assets" / "fonts"
FONTS_FOR_PICTURES = ROOT / "generator" / "writers" / "fonts"
METRICS = ROOT / "generator" / "thai" / "data" / "sarabun.json"


def main() -> None:
    """Fetch the pinned package and write fonts, licence and metrics."""
    with tempfile.TemporaryDirectory() as directory:
        archive = fetch_package(Path(directory)).read_bytes()
    require_integrity(archive)
    fonts: dict[int, bytes] = {}
    for folder in (FONTS, FONTS_FOR_PICTURES):
        folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as package:
        for weight in PINNED["weights"]:
            names = [
                PINNED["subset_file"].format(subset=subset, weight=weight) for subset in PINNED["subsets"]
            ]
            fonts[weight] = merge_subsets([read_member(package, name) for name in names])
            for name, content in served(fonts[weight]).items():
                (FONTS / f"sarabun-{weight}{name}.woff2").write_bytes(content)
            (FONTS_FOR_PICTURES / f"sarabun-{weight}.ttf").write_bytes(uncompressed(fonts[weight]))
        licence = read_member(package, PINNED["licence"]).decode("utf-8")
    tidy_licence = "".join(line.rstrip() + "\n" for line in licence.splitlines())
    (FONTS / "OFL.txt").write_text(tidy_licence, encoding="utf-8", newline="\n")
    metrics = json.dumps(measure_fonts(fonts), indent=1, ensure_ascii=False)
    METRICS.write_text(metrics + "\n", encoding="utf-8", newline="\n")


def fetch_package(directory: Path) -> Path:
    """Download the pinned package into a directory with the npm client, and return the archive's path."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the font package")
    package = f"{PINNED['package']}@{PINNED['version']}"
    command = [npm, "pack", "--silent", package]
    subprocess.run(command, cwd=directory, check=True, stdout=subprocess.DEVNULL)
    return next(directory.glob("*.tgz"))


def require_integrity(archive: bytes) -> None:
    """Stop when the archive is not the one that was pinned (npm's ``sha512-<base64>``)."""
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode("ascii")
    if found != PINNED["integrity"]:
        sys.exit(f"the font package has another hash than the pinned one:\n{found}\n{PINNED['integrity']}")


def read_member(package: tarfile.TarFile, name: str) -> bytes:
    """The bytes of one file of the package."""
    member = package.extractfile(name)
    if member is None:
        sys.exit(f"the font package has no file {name}")
    return member.read()


def merge_subsets(subsets: list[bytes]) -> bytes:
    """Merge the fonts of several scripts into one woff2; what two of them have comes from the first."""
    taken: set[int] = set()
    parts: list[io.BytesIO] = []
    for subset in subsets:
        font = opened(subset)
        own = set(font.getBestCmap()) - taken
        taken |= own
        parts.append(keep_characters(font, own))
    merged = Merger().merge(parts)
    first = TTFont(parts[0], lazy=True)
    merged["head"].created, merged["head"].modified = first["head"].created, first["head"].modified
    merged.recalcTimestamp = False
    merged.flavor = "woff2"
    result = io.BytesIO()
    merged.save(result)
    return result.getvalue()


def served(woff2: bytes) -> dict[str, bytes]:
    """A font as two: with the characters that stand everywhere, and with all others; by how its name goes on."""
    there = {code for each in PINNED["everywhere"] for code in code_points(each)}
    all_codes = set(TTFont(io.BytesIO(woff2)).getBestCmap())
    parts = {"": all_codes & there, "-more": all_codes - there}
    features = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")  # what browsers do unasked
    return {
        name: compressed(keep_characters(opened(woff2), codes, features)) for name, codes in parts.items()
    }


def code_points(written: str) -> range:
    """The characters from one to another, as styles write them without ``U+``."""
    first, _, last = written.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def opened(font: bytes) -> TTFont:
    """A font that keeps its dates."""
    return TTFont(io.BytesIO(font), recalcTimestamp=False)


def compressed(font: io.BytesIO) -> bytes:
    """A font as readers get it."""
    small = opened(font.getvalue())
    small.flavor = "woff2"
    result = io.BytesIO()
    small.save(result)
    return result.getvalue()


def uncompressed(woff2: bytes) -> bytes:
    """The same font as it is where nobody waits for it."""
    font = opened(woff2)
    font.flavor = None
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()


def keep_characters(font: TTFont, characters: set[int], features: Sequence[str] = ("*",)) -> io.BytesIO:
    """The font cut down to some characters, uncompressed, with every layout feature kept, or some."""
    options = Options(
        layout_features=[*features], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = None
    result = io.BytesIO()
    font.save(result)
    result.seek(0)
    return result


if __name__ == "__main__":
    main()
