"""Let the Nu Html Checker of the W3C read every page of this repository's manual.

``make audit`` runs it after the tests, which hold what a parser stumbles over and what parts of a page say of one
another; it knows all of HTML besides. It needs Java, and Node with npm for `vnu-jar`; where these are missing it says
so and is done.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
TOOL = Path(__file__).parent / "vnu"
CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")
STACK = "-Xss4m"
"""The checker goes into what is nested by calling itself; charts are nested deeply."""
SECONDS = 1800


def main() -> int:
    """Build and check.

    Returns:
        The process's exit code: 0 also where nothing can be checked, 1 when something is wrong with a page.
    """
    java, npm = shutil.which("java"), shutil.which("npm")
    if not java or not npm:
        print("HTML is not checked: there is no Java, or no Node with npm, on this machine")
        return 0
    with TemporaryDirectory() as folder:
        tool, site = Path(folder, "tool"), Path(folder, "site")
        shutil.copytree(TOOL, tool)
        installed = subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund"], cwd=tool, check=False
        )
        if installed.returncode:
            print("HTML is not checked: npm cannot install vnu-jar")
            return 0
        subprocess.run(
            [sys.executable, "-m", "generator", "build", "--site-dir", str(site)], cwd=ROOT, check=True
        )
        told = subprocess.run(
            [java, STACK, "-jar", str(tool / CHECKER), "--errors-only", "--skip-non-html", str(site)],
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        pages = sum(1 for _ in site.rglob("*.html"))
    faults = told.stderr.splitlines()
    print("\n".join((*faults, f"{pages} pages, {len(faults)} errors")))
    return min(told.returncode, 1)


if __name__ == "__main__":
    sys.exit(main())
