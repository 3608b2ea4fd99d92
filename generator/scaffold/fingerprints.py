"""Write fingerprints (``base:``) into the changes of an edition's file, and leave every other character as it is.

A fingerprint that is there is replaced; a new one gets a line of its own under the address that it belongs to, or
a place behind it where the change is written in braces. What was written is read again: when it says anything but
what it said before and the fingerprints, it is not written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Path, Verb
from generator.overlay import BASE_KEY
from generator.scaffold.insertions import Insertion, node_at, position, read_soundly, with_insertions
from generator.yamltext import MappingNode, ScalarNode, SourceText, YamlData, YamlNode, to_data


@dataclass(frozen=True, slots=True)
class Rewriting:
    """An edition's file with fingerprints.

    Attributes:
        content: the new content.
        refused: the paths of the changes whose fingerprints could not be written without risk.
    """

    content: bytes
    refused: tuple[Path, ...] = ()


def set_fingerprints(content: bytes, wanted: Mapping[Path, str]) -> Rewriting:
    """Write the fingerprints of changes.

    Args:
        content: the bytes of an edition's file.
        wanted: by the path of each change, ``("changes", "correspondence", 0)``, its fingerprint.

    Returns:
        The new content. A change is refused when it is written in a way that leaves doubt where its fingerprint
        would go; the others are written all the same.
    """
    together = _rewritten(content, wanted)
    if together is not None:
        return Rewriting(together)
    refused: list[Path] = []
    for path, fingerprint in wanted.items():
        alone = _rewritten(content, {path: fingerprint})
        if alone is None:
            refused.append(path)
        else:
            content = alone
    return Rewriting(content, tuple(refused))


def is_sound(content: bytes) -> bool:
    """Whether nothing is wrong with a file as YAML, so that it can be written into."""
    return read_soundly(content) is not None


def _rewritten(content: bytes, wanted: Mapping[Path, str]) -> bytes | None:
    """The content with all fingerprints; None when it would say anything else as well."""
    read = read_soundly(content)
    if read is None:
        return None
    source, root = read
    insertions = [
        _insertion(source, node_at(root, path), fingerprint) for path, fingerprint in wanted.items()
    ]
    written = with_insertions(content, filter(None, insertions))
    read_again = read_soundly(written) if written is not None else None
    if None in insertions or read_again is None:
        return None
    return written if to_data(read_again[1]) == _with_fingerprints(to_data(root), (), wanted) else None


def _insertion(source: SourceText, change: YamlNode | None, fingerprint: str) -> Insertion | None:
    """What to write where; None when the change is not shaped like one."""
    if not isinstance(change, MappingNode):
        return None
    if BASE_KEY in change.entries:
        return _renewal(source, *change.entries[BASE_KEY], fingerprint)
    for verb in Verb:
        key, address = change.entries.get(verb.value, (None, None))
        if key is not None and isinstance(address, ScalarNode):
            is_in_braces = source.text.startswith("{", change.start)
            return (_in_braces if is_in_braces else _under)(source, key, address, fingerprint)
    return None


def _renewal(source: SourceText, key: ScalarNode, old: YamlNode, fingerprint: str) -> Insertion | None:
    """Replace a fingerprint, within its quotation marks if it has some; or write it behind its bare key."""
    if not isinstance(old, ScalarNode) or old.style in ("|", ">"):
        return None
    line, column = position(source, old.start)
    if old.end > old.start:
        return Insertion(line, column, old.end - old.start, f"{old.style}{fingerprint}{old.style}")
    colon = source.text.find(":", key.end)
    line, column = position(source, colon + 1)
    return Insertion(line, column, 0, f" {fingerprint}")


def _under(source: SourceText, key: ScalarNode, address: ScalarNode, fingerprint: str) -> Insertion:
    """A line of its own under the last line of the address, as far in as the key of the address."""
    written = source.text[key.start : max(address.end, key.end)].rstrip()
    line, _ = position(source, key.start + len(written) - 1)
    _, indentation = position(source, key.start)
    return Insertion(line, 0, 0, f"{' ' * indentation}{BASE_KEY}: {fingerprint}", is_line=True)


def _in_braces(source: SourceText, key: ScalarNode, address: ScalarNode, fingerprint: str) -> Insertion:
    """Behind the address, after a comma."""
    line, column = position(source, max(address.end, key.end))
    return Insertion(line, column, 0, f", {BASE_KEY}: {fingerprint}")


def _with_fingerprints(data: YamlData, path: Path, wanted: Mapping[Path, str]) -> YamlData:
    """What a file says, with fingerprints in the changes at the wanted paths."""
    if isinstance(data, str):
        return data
    here = {BASE_KEY: wanted[path]} if path in wanted else {}
    if isinstance(data, dict):
        inner = {key: _with_fingerprints(value, (*path, key), wanted) for key, value in data.items()}
        return {**inner, **here}
    return [_with_fingerprints(each, (*path, index), wanted) for index, each in enumerate(data)]
