"""Lints styles and scripts: a half rule, a property that browsers do not know, a name that nobody declares.

``make lint`` runs it. The linter is one executable without needs of its own, which its makers hand out through npm; it
is installed beside its settings in ``scripts/front_end/`` when it is not there yet, by the Node of a wheel.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.search.browser_files import ENGINE, SCRIPT, plain_files
from scripts.npm import NotInstalledError, install

ROOT = Path(__file__).parents[1]
SETTINGS = Path(__file__).parent / "front_end"
SOURCES = (
    "generator/charts/data",
    "generator/desk/app",
    "generator/diff/data",
    "generator/search/browser",
    "generator/site/scripts",
    "generator/site/styles",
    "scripts/vendor",
)
PACKAGE = "@biomejs/biome"


class NoLinterError(RuntimeError):
    """The linter is not there, and cannot be installed."""


def find_linter() -> Path:
    """The linter's executable, which is installed where it is missing.

    Raises:
        NoLinterError: when that fails; the message says why.
    """
    if not (linter := _installed()):
        try:
            install(SETTINGS)
        except NotInstalledError as error:
            raise NoLinterError(f"{PACKAGE} cannot be installed: {error}") from error
        linter = _installed()
    if not linter:
        raise NoLinterError(f"{PACKAGE} has no linter for this system")
    return linter


def lint(paths: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Lint files and folders.

    Args:
        paths: where they are, relative to the project's root or absolute.

    Returns:
        The finished process: its code is 0 when nothing was found; its output says what.

    Raises:
        NoLinterError: when there is no linter.
    """
    command = (find_linter(), "lint", f"--config-path={SETTINGS}", "--error-on-warnings", "--colors=off")
    return subprocess.run(
        [*command, "--max-diagnostics=none", *paths],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _installed() -> Path | None:
    """The executable, if it is that of the version that ``package.json`` names."""
    wanted = json.loads((SETTINGS / "package.json").read_text(encoding="utf-8"))["devDependencies"][PACKAGE]
    for manifest in (SETTINGS / "node_modules" / "@biomejs").glob("cli-*/package.json"):
        found = sorted(manifest.parent.glob("biome*"))
        if found and json.loads(manifest.read_text(encoding="utf-8"))["version"] == wanted:
            return found[0]
    return None


def main() -> int:
    """Lint everything that readers' browsers get: each source, and the search's scripts, whose parts share names.

    Returns:
        The process's exit code: 0 when nothing is wrong.
    """
    with TemporaryDirectory() as folder:
        joined = [Path(folder) / name for name in (SCRIPT, ENGINE)]
        for path in joined:
            path.write_text(plain_files()[path.name], encoding="utf-8")
        try:
            done = lint([*SOURCES, *joined])
        except NoLinterError as error:
            print(error, file=sys.stderr)
            return 1
    print(done.stdout)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
