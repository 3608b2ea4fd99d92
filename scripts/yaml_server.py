"""Finds the server that editors ask about YAML, which is installed where it is missing; tests ask it as an editor does.

Its makers hand it out through npm. It is installed beside its lock in ``scripts/yaml_server/`` by the Node of a wheel,
as the linter of styles is, and run by the Node that Playwright brings.
"""

import json
import sys
from pathlib import Path

import playwright

from scripts.npm import install

FOLDER = Path(__file__).parent / "yaml_server"
PACKAGE = "yaml-language-server"


def server_command() -> list[str]:
    """The command that starts the server, which then speaks over its standard input and output.

    Raises:
        NotInstalledError: when it cannot be installed; the message says why.
    """
    wanted = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["devDependencies"][PACKAGE]
    installed = FOLDER / "node_modules" / PACKAGE
    if _version(installed) != wanted:
        install(FOLDER)
    node = Path(playwright.__file__).parent / "driver" / ("node.exe" if sys.platform == "win32" else "node")
    return [str(node), str(installed / "bin" / PACKAGE), "--stdio"]


def _version(installed: Path) -> str:
    manifest = installed / "package.json"
    return str(json.loads(manifest.read_text(encoding="utf-8"))["version"]) if manifest.is_file() else ""
