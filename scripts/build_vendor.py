"""Bundle what the desk's page takes from others into modules that a browser loads as they are.

Run it (``make vendor``) only to move to other versions: its results are committed.
Versions stand in ``vendor/package.json`` beside this file, the hash of every package in ``package-lock.json`` there,
and what of them is taken in the two modules there. npm refuses a package of another hash. What a page that only reads
YAML never runs is left out (`LEFT_OUT`, `IN_PLACE`): two fifths of the reader.

It writes `RESULTS`: for every module one file, shortened, without imports and without anything that a strict policy
(``script-src 'self'``) refuses, and the licence of every package that came into it.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINNED = Path(__file__).resolve().parent / "vendor"
RESULTS = ROOT / "generator" / "desk" / "app" / "vendor"
OF_TESTS = ROOT / "tests" / "desk" / "yaml_whole.js"
"""The reader of YAML with all of its schemas, which tests take for the programs of others."""
MODULES = {"preact.js": ("preact", "htm"), "yaml.js": ("yaml",)}
"""The modules, each with the packages that come into it."""

LEFT_OUT = {
    "doc/anchors.js": ("anchorIsValid", "anchorNames", "createNodeAnchors", "findNewAnchor"),
    "doc/applyReviver.js": ("applyReviver",),
    "doc/createNode.js": ("createNode",),
    "nodes/addPairToJSMap.js": ("addPairToJSMap",),
    "nodes/toJS.js": ("toJS",),
    "parse/cst-visit.js": ("visit",),
    "parse/line-counter.js": ("LineCounter",),
    "stringify/stringify.js": ("createStringifyContext", "stringify"),
    "stringify/stringifyCollection.js": ("stringifyCollection",),
    "stringify/stringifyDocument.js": ("stringifyDocument",),
    "stringify/stringifyPair.js": ("stringifyPair",),
    "stringify/stringifyString.js": ("stringifyString",),
    "visit.js": ("visit", "visitAsync"),
}
"""Modules of the reader of YAML that print documents or make other values of them, each with what it exports."""
MESSAGE = re.compile(r"""('[A-Z][A-Z_]{3,}',)\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`]*`)""")
"""A slip of YAML by its code, and what is said of it in English: the desk says it in Thai, by the code."""
YAML = Path("node_modules", "yaml", "browser", "dist")
IN_PLACE = {
    "doc/Document.js": "yaml-document.js",
    "nodes/Alias.js": "yaml-nodes.js",
    "nodes/Node.js": "yaml-nodes.js",
    "nodes/YAMLMap.js": "yaml-nodes.js",
    "nodes/YAMLSeq.js": "yaml-nodes.js",
    "schema/tags.js": "yaml-tags.js",
}
"""What stands in the place of modules: the one schema that the desk reads by, and what is only read."""


def main() -> None:
    """Fetch the pinned packages, bundle the modules, and write them with their licences."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the packages")
    RESULTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for path in PINNED.iterdir():
            if path.is_file():
                shutil.copy(path, work)
        subprocess.run([npm, "ci", "--silent", "--no-audit"], cwd=work, check=True)
        whole = banner(work, ("yaml",)) + bundled(work, "yaml-whole.js")
        OF_TESTS.write_text(whole, encoding="utf-8", newline="\n")
        leave_out(work / YAML)
        for module, packages in MODULES.items():
            content = banner(work, packages) + bundled(work, module)
            (RESULTS / module).write_text(content, encoding="utf-8", newline="\n")
            for package in packages:
                write_licence(work, package)


def leave_out(reader: Path) -> None:
    """Put something that only says so in the place of each module which is left out."""
    for module, names in LEFT_OUT.items():
        gone = "".join(
            f'export const {name} = () => {{ throw new Error("{name} is left out"); }};\n' for name in names
        )
        (reader / module).write_text(gone, encoding="utf-8", newline="\n")
    for module, own in IN_PLACE.items():
        shutil.copy(PINNED / own, reader / module)
    for file in (reader / "compose").glob("*.js"):
        text = file.read_text(encoding="utf-8")
        file.write_text(MESSAGE.sub(r"\1 ''", text), encoding="utf-8", newline="\n")


def bundled(work: Path, module: str) -> str:
    """One module with all that it imports, shortened."""
    tool = work / "node_modules" / "esbuild" / "bin" / "esbuild"
    command = (
        tool,
        module,
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--legal-comments=none",
    )
    done = subprocess.run(command, cwd=work, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout.replace("\t", "\\t").rstrip() + "\n"


def banner(work: Path, packages: tuple[str, ...]) -> str:
    """The comment that says what a module is made of."""
    named = ", ".join(
        f"{name} {facts_of(work, name)['version']} ({licence_of(work, name)})" for name in packages
    )
    folder = RESULTS.relative_to(ROOT).as_posix()
    return f"/*! {named}; licences in {folder}/; made by scripts/build_vendor.py */\n"


def licence_of(work: Path, package: str) -> str:
    """The name of a package's licence."""
    return str(facts_of(work, package)["license"])


def facts_of(work: Path, package: str) -> dict[str, Any]:
    """What a package says of itself."""
    text = (work / "node_modules" / package / "package.json").read_text(encoding="utf-8")
    facts: dict[str, Any] = json.loads(text)
    return facts


def write_licence(work: Path, package: str) -> None:
    """Put the text of a package's licence beside the modules."""
    text = (work / "node_modules" / package / "LICENSE").read_text(encoding="utf-8")
    tidy = "".join(line.expandtabs().rstrip() + "\n" for line in text.strip().splitlines())
    (RESULTS / f"{package}.LICENSE.txt").write_text(tidy, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
