"""Write what schema.org says of the things that pages tell programs, out of one pinned npm package.

Run it (``python -m scripts.build_schema_org``) to move to another version of the vocabulary, or when pages tell of a
thing of another type; its result, `RESULT`, is committed, and tests hold pages to it.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

PACKAGE, VERSION = "schema-dts", "2.1.0"
"""The vocabulary as TypeScript, made from schema.org's own definitions."""
FILE = "package/dist/schema.d.ts"
RESULT = Path(__file__).resolve().parent.parent / "tests" / "support" / "schema_org.json"
TYPES = (
    "Audience",
    "BreadcrumbList",
    "ContactPoint",
    "CreativeWork",
    "DefinedTerm",
    "DefinedTermSet",
    "GovernmentOrganization",
    "GovernmentService",
    "HowTo",
    "HowToSection",
    "HowToStep",
    "HowToSupply",
    "ListItem",
    "Offer",
    "Place",
    "ServiceChannel",
)
"""The types of all things that pages tell of."""
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+)(?:Base|Leaf) extends ([^{]+)\{\n(.*?)^\}", re.MULTILINE | re.DOTALL
)
_PROPERTY = re.compile(r'^\s+"(\w+)"\?: SchemaValue<([^,]*), "\w+">;', re.MULTILINE)


def main() -> None:
    """Fetch the pinned package, and write the types with those that they derive from."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the vocabulary")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            member = package.extractfile(FILE)
            text = member.read().decode("utf-8") if member else ""
    known = types_of(text)
    wanted = {each for name in TYPES for each in (name, *above(name, known))}
    vocabulary = {"version": f"{PACKAGE} {VERSION}", "types": {name: known[name] for name in sorted(wanted)}}
    RESULT.write_text(json.dumps(vocabulary, indent=1) + "\n", encoding="utf-8", newline="\n")


class Type(TypedDict):
    """A type: what it derives from, and its own properties with the types of their values."""

    parents: list[str]
    properties: dict[str, list[str]]


def types_of(text: str) -> dict[str, Type]:
    """All types of the vocabulary. A type without properties of its own is only told where it is used."""
    found: dict[str, Type] = {}
    for name, parents, body in _INTERFACE.findall(text):
        own = [each.strip().removesuffix("Base") for each in parents.split(",")]
        properties = {
            key: sorted({each.strip() for each in values.split("|")} - {"IdReference"})
            for key, values in _PROPERTY.findall(body)
        }
        is_type = [each for each in own if each.isidentifier()]
        found.setdefault(name, {"parents": is_type, "properties": properties})
    return found


def above(name: str, known: dict[str, Type]) -> Iterator[str]:
    """What a type derives from, directly or not."""
    for parent in known[name]["parents"]:
        yield parent
        yield from above(parent, known)


if __name__ == "__main__":
    main()
