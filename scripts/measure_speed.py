"""Measure the pages of this repository's manual as Lighthouse sees them on a phone, and write the figures down.

``make audit`` runs it after the tests. It needs Node with npm, and the registry for `lighthouse`; where these are
missing it says so and is done. The figures go between the marks in `RESULTS`.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, BinaryIO

from scripts.chromium import ARGUMENTS, NoChromiumError, find_chromium

ROOT = Path(__file__).resolve().parent.parent
TOOL = Path(__file__).parent / "lighthouse"
RESULTS = ROOT / "docs" / "engineering" / "speed.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
RUNS, SECONDS = 3, 1800
OFFICE = "khonkaen5-2566/"
PAGES = {
    "home": OFFICE,
    "area": f"{OFFICE}budget/",
    "procedure 4.1": f"{OFFICE}budget/expenditure-analysis/",
    "roles": f"{OFFICE}roles/",
    "status": f"{OFFICE}status/",
    "compare": "compare/",
    "glossary": f"{OFFICE}terms/",
}
_PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")
_HEAD = (
    (
        "| Page | Performance | Accessibility | Best practices | SEO "
        "| LCP | CLS | TBT | Requests | kB | Slow 3G: first paint |"
    ),
    "|---|---|---|---|---|---|---|---|---|---|---|",
)


class _Packing(SimpleHTTPRequestHandler):
    """Serves files as static hosts do: texts compressed."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Compress texts; leave what else happens to the base."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.endswith("/"):
            path /= "index.html"
        if path.suffix not in _PACKED or not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def main() -> int:
    """Build, serve, measure, write.

    Returns:
        The process's exit code: 0 also where nothing can be measured.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        print("speed is not measured: there is no Node with npm on this machine")
        return 0
    with TemporaryDirectory() as folder:
        work = Path(folder)
        shutil.copytree(TOOL, work / "tool")
        installed = subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund"], cwd=work / "tool", check=False
        )
        if installed.returncode:
            print("speed is not measured: npm cannot install lighthouse")
            return 0
        site = work / "site"
        site.mkdir()
        try:
            chromium = find_chromium()
        except NoChromiumError as error:
            print(f"speed is not measured: {error}")
            return 0
        with _serving(site) as address:
            _build(site, address)
            figures = list(_measured(node, work / "tool", str(chromium), address))
    _write(figures)
    return 0


def _build(site: Path, address: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--site-dir", str(site)],
        cwd=ROOT,
        env={**os.environ, "KHUMUE_SITE_URL": address},
        check=True,
    )


def _measured(node: str, tool: Path, chromium: str, address: str) -> Iterator[Mapping[str, Any]]:
    """What Lighthouse says of each page, as soon as it says it."""
    asked = {
        "chromium": chromium,
        "flags": ARGUMENTS,
        "runs": RUNS,
        "pages": {name: f"{address}{path}" for name, path in PAGES.items()},
    }
    done = subprocess.run(
        [node, "measure.mjs", json.dumps(asked)],
        cwd=tool,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    yield from map(json.loads, done.stdout.splitlines())


def _write(figures: list[Mapping[str, Any]]) -> None:
    """Put the table between its marks."""
    first = figures[0]
    day = datetime.now(UTC).date().isoformat()
    said = f"{day}, Lighthouse {first['version']}, Chromium {first['browser']}, medians of {RUNS} runs:"
    table = "\n".join([said, "", *_HEAD, *map(_row, figures)])
    print(table)
    before, _, rest = RESULTS.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    text = f"{before}{BEGIN}\n{table}\n{END}{after}"
    RESULTS.write_text(text, encoding="utf-8", newline="\n")


def _row(told: Mapping[str, Any]) -> str:
    cells = (
        told["name"],
        *(told[key] for key in ("performance", "accessibility", "practices", "seo")),
        f"{told['lcp'] / 1000:.2f} s",
        f"{told['cls']:.3f}",
        f"{told['tbt']:.0f} ms",
        told["requests"],
        f"{told['bytes'] / 1000:.1f}",
        f"{told['slow'] / 1000:.2f} s",
    )
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(main())
