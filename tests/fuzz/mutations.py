"""Mutations of the files of a valid project: of their trees, their text, their bytes and their names."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.assembly.test_hostile import FRAGMENTS
from tests.support.hostile import HOSTILE

Files = dict[str, bytes]
Tree = Any

SHOWCASE: Files = {
    path.relative_to(root).as_posix(): path.read_bytes()
    for root in [Path(__file__).parents[1] / "support" / "showcase"]
    for path in sorted(root.rglob("*"))
    if path.suffix in (".yml", ".md", ".svg") and path.parent != root
}
"""A valid project with a file of every sort."""
SETTINGS = "procedures/manual.yml"
_HEAD = b"---\n"
_WORDS = (
    *(
        "end",
        "base",
        "retired",
        "draft",
        "decision",
        "person",
        "2566",
        "2566-02-30",
        "31 ก.พ. 2566",
        "3 วัน",
        "-1 วัน",
    ),
    *(
        "audit",
        "spending-plan",
        "audit#check",
        "procedure:audit",
        "https://[::1",
        "https://a.example",
        "",
        " ",
        "\t",
    ),
    *(
        "${office}",
        "${",
        "a" * 300,
        "ก" * 5000,
        "\u202eก",
        "\ufeff",
        "\x00",
        "\x85",
        "ํา",
        "เเ",
        "true",
        "null",
        "~",
    ),
)
_PIECES = (
    *(
        "\n# หัวข้อ\n",
        "\n\n- ข้อ\n",
        "[ก](../about/foreword.md)",
        "[ก](procedure:audit)",
        "[](procedure:audit#x)",
    ),
    *(
        "![ภาพ](order.svg)",
        "[ก](https://[::1)",
        "<https://[>",
        "<script>x</script>",
        "```\n",
        "~~~",
        "| a | b |\n|--|--|\n",
    ),
    *(
        "[^1]",
        "[x]: y\n",
        "\\",
        "&#0;",
        "&#x202e;",
        "**",
        "`",
        "> ",
        "1. ",
        "    ",
        "\n---\n",
        "\n...\n",
        "{{ x }}",
        "{: #a }",
    ),
)


def of_trees(random: Random) -> Files:
    """A project in which the tree of one YAML file is changed in a few places."""
    return _with_tree(random, [name for name in SHOWCASE if name.endswith(".yml")])


def of_settings(random: Random) -> Files:
    """Likewise of the settings and the edition."""
    return _with_tree(random, [SETTINGS, *(name for name in SHOWCASE if "/editions/" in name)])


def of_heads(random: Random) -> Files:
    """A project in which the front matter of an item of knowledge is changed."""
    name = random.choice(_items())
    head, body = _parted(SHOWCASE[name])
    tree = _changed(random, yaml.load(head, yaml.BaseLoader))
    return {**SHOWCASE, name: _HEAD + _written(random, tree) + _HEAD + body}


def of_bodies(random: Random) -> Files:
    """A project in which what an item of knowledge says is changed."""
    name = random.choice(_items())
    head, body = _parted(SHOWCASE[name])
    return {
        **SHOWCASE,
        name: _HEAD + head + _HEAD + _edited(random, body.decode(), (*_PIECES, *HOSTILE)).encode(),
    }


def of_text(random: Random) -> Files:
    """A project with slips of the pen in one file."""
    name = random.choice(list(SHOWCASE))
    return {**SHOWCASE, name: _edited(random, SHOWCASE[name].decode(), (*FRAGMENTS, *_WORDS)).encode()}


def of_bytes(random: Random) -> Files:
    """A project with changed bytes in one file."""
    name = random.choice(list(SHOWCASE))
    content = bytearray(SHOWCASE[name])
    for _ in range(random.randint(1, 8)):
        start = random.randrange(len(content) + 1)
        content[start : start + random.randint(0, 3)] = random.randbytes(random.randint(0, 3))
    return {**SHOWCASE, name: bytes(content)}


def of_names(random: Random) -> Files:
    """A project in which one file stands elsewhere, twice, or under another name."""
    files = dict(SHOWCASE)
    name = random.choice(list(files))
    folder, _, last = name.rpartition("/")
    other = random.choice(list(files)).rpartition("/")[0]
    stem, dot, ending = last.partition(".")
    made = random.choice(
        [
            *(
                f"{other}/{last}",
                f"{folder}/{stem}-2{dot}{ending}",
                f"{folder}/{'a' * random.randint(100, 240)}.yml",
            ),
            *(
                f"{folder}/งาน.yml",
                f"{folder}/{last.upper()}",
                f"{folder}/{stem} (1){dot}{ending}",
                f"{folder}/con.yml",
            ),
            *(
                f"{folder}/{stem}.YAML",
                f"procedures/editions/x/{stem}.yml",
                f"docs/editions/x/knowledge/{stem}.md",
            ),
        ]
    )
    content = files[name] if random.random() < 0.5 else files.pop(name)
    return {**files, made: content}


KINDS: Mapping[str, Callable[[Random], Files]] = {
    each.__name__.removeprefix("of_"): each
    for each in (of_trees, of_settings, of_heads, of_bodies, of_text, of_bytes, of_names)
}
"""What makes inputs of each kind."""


def _items() -> list[str]:
    return [name for name in SHOWCASE if name.startswith("docs/knowledge/") and name.endswith(".md")]


def _parted(content: bytes) -> tuple[bytes, bytes]:
    """Head and body of an item."""
    _, head, body = content.split(_HEAD, 2)
    return head, body


def _with_tree(random: Random, names: list[str]) -> Files:
    name = random.choice(names)
    tree = yaml.load(SHOWCASE[name], yaml.BaseLoader)
    return {**SHOWCASE, name: _written(random, _changed(random, tree))}


def _written(random: Random, tree: Tree) -> bytes:
    """A tree as YAML, in one of the ways in which it may be written."""
    return yaml.safe_dump(
        tree,
        allow_unicode=random.random() < 0.8,
        default_flow_style=random.choice([False, False, None, True]),
        default_style=random.choice([None, None, None, '"', "'", "|"]),
        sort_keys=random.random() < 0.3,
        width=random.choice([20, 80, 10_000]),
    ).encode()


def _changed(random: Random, tree: Tree) -> Tree:
    for _ in range(random.randint(1, 3)):
        tree = _changed_once(random, tree, _all_parts(tree))
    return tree


def _all_parts(tree: Tree) -> list[Tree]:
    """Every part of a tree, itself first."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [tree, *(part for each in below for part in _all_parts(each))]


def _changed_once(random: Random, tree: Tree, parts: list[Tree]) -> Tree:
    """A tree with one entry of one of its collections changed."""
    holders = [part for part in parts if isinstance(part, dict | list) and part]
    if not holders:
        return random.choice([tree, _WORDS[0], [tree], {"title": tree}])
    holder = random.choice(holders)
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    key = random.choice(keys)
    words, fragments = (*_WORDS, *HOSTILE), FRAGMENTS
    match random.randrange(8):
        case 0:
            del holder[key]
        case 1:
            holder[key] = _copy(random.choice(parts))
        case 2:
            holder[key] = random.choice([[_copy(holder[key])], {"text": _copy(holder[key])}, None])
        case 3 if isinstance(holder, dict):
            holder[random.choice([*words[:12], *_keys(parts)])] = holder.pop(key)
        case 3 | 4:
            other = random.choice(keys)
            holder[key], holder[other] = holder[other], holder[key]
        case 5 if isinstance(holder, list):
            holder.insert(random.randint(0, len(holder)), _copy(holder[key]))
        case _:
            old = holder[key] if isinstance(holder[key], str) else ""
            holder[key] = random.choice([random.choice(words), _edited(random, old, (*fragments, *words))])
    return tree


def _keys(parts: list[Tree]) -> list[str]:
    return [key for part in parts if isinstance(part, dict) for key in part]


def _copy(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        return {key: _copy(value) for key, value in tree.items()}
    return [_copy(each) for each in tree] if isinstance(tree, list) else tree


def _edited(random: Random, text: str, pieces: tuple[str, ...]) -> str:
    """A text with some pieces put in and some letters taken out."""
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(text))
        text = text[:start] + random.choice(("", *pieces)) + text[start + random.randint(0, 6) :]
    return text
