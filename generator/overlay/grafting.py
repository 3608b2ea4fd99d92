"""A procedure's tree with parts taken out and others put in; what is untouched is shared, every part keeps its place.

Trees of `generator.yamltext.composer` know where each node stands in its file. A node that comes from an edition's
file is moved by the length of the procedure's file, as `JoinedText` joins the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Path
from generator.yamltext import MappingNode, ScalarNode, SequenceNode, YamlNode


@dataclass(slots=True)
class Grafts:
    """What is to be done to a tree, by paths in the tree as it is before.

    Attributes:
        replaced: new nodes by the paths of those that they replace, each with the key under which it is written.
        removed: paths of what is taken out.
        before: new items by the path of the item before which they are put, in order.
        after: likewise behind it.
        appended: new items by the path of their list, in order; a list that is not there is made.
        added: new keys and their values by the path of the value.
    """

    replaced: dict[Path, tuple[ScalarNode, YamlNode]] = field(default_factory=dict)
    removed: set[Path] = field(default_factory=set)
    before: dict[Path, list[YamlNode]] = field(default_factory=dict)
    after: dict[Path, list[YamlNode]] = field(default_factory=dict)
    appended: dict[Path, list[YamlNode]] = field(default_factory=dict)
    added: dict[Path, tuple[ScalarNode, YamlNode]] = field(default_factory=dict)

    def paths(self) -> list[Path]:
        """Every path at which something is done."""
        lookups: tuple[Mapping[Path, object], ...] = (
            self.replaced,
            dict.fromkeys(self.removed),
            self.before,
            self.after,
            self.appended,
            self.added,
        )
        return [path for lookup in lookups for path in lookup]


def grafted(root: MappingNode, grafts: Grafts) -> MappingNode:
    """Apply grafts to a tree.

    Args:
        root: the tree; it is left as it is.
        grafts: what to do.

    Returns:
        The new tree, which shares what is untouched with the old one.
    """
    touched = {path[:length] for path in grafts.paths() for length in range(len(path))}
    added: dict[Path, dict[str, tuple[ScalarNode, YamlNode]]] = {}
    for path, entry in grafts.added.items():
        added.setdefault(path[:-1], {})[str(path[-1])] = entry
    made = _Grafting(grafts, touched, added).node(root, ())
    return made if isinstance(made, MappingNode) else root


@dataclass(frozen=True, slots=True)
class _Grafting:
    """One run; `touched` are the paths at or below which something is done, `added` new entries by their mapping."""

    grafts: Grafts
    touched: set[Path]
    added: dict[Path, dict[str, tuple[ScalarNode, YamlNode]]]

    def node(self, node: YamlNode, path: Path) -> YamlNode:
        """What stands at a path afterwards."""
        if path in self.grafts.replaced:
            return self.grafts.replaced[path][1]
        if isinstance(node, ScalarNode) and path in self.grafts.appended:
            return self._sequence(_list_of(node), path)
        if isinstance(node, SequenceNode) and (path in self.touched or path in self.grafts.appended):
            return self._sequence(node, path)
        if isinstance(node, MappingNode) and path in self.touched:
            return self._mapping(node, path)
        return node

    def _sequence(self, node: SequenceNode, path: Path) -> SequenceNode:
        """A list with items taken out and put in."""
        made = SequenceNode(node.start)
        made.end = node.end
        for index, item in enumerate(node.items):
            here = (*path, index)
            made.items += self.grafts.before.get(here, [])
            if here not in self.grafts.removed:
                made.items.append(self.node(item, here))
            made.items += self.grafts.after.get(here, [])
        made.items += self.grafts.appended.get(path, [])
        return made

    def _mapping(self, node: MappingNode, path: Path) -> MappingNode:
        """A mapping with entries taken out and put in."""
        made = MappingNode(node.start)
        made.end = node.end
        for key, (scalar, value) in node.entries.items():
            if (*path, key) not in self.grafts.removed:
                replacing = self.grafts.replaced.get((*path, key))
                made.entries[key] = replacing or (scalar, self.node(value, (*path, key)))
        made.entries |= self.added.get(path, {})
        return made


def _list_of(node: ScalarNode) -> SequenceNode:
    """A list of the single item that stands where there may be several."""
    sequence = SequenceNode(node.start)
    sequence.items, sequence.end = [node], node.end
    return sequence


def moved(node: YamlNode, offset: int) -> YamlNode:
    """A copy of a tree whose places are moved by an offset."""
    if isinstance(node, ScalarNode):
        return ScalarNode(node.value, node.start + offset, node.end + offset, node.style)
    if isinstance(node, SequenceNode):
        sequence = SequenceNode(node.start + offset)
        sequence.end = node.end + offset
        sequence.items = [moved(item, offset) for item in node.items]
        return sequence
    mapping = MappingNode(node.start + offset)
    mapping.end = node.end + offset
    for key, (scalar, value) in node.entries.items():
        mapping.entries[key] = (moved_scalar(scalar, offset), moved(value, offset))
    return mapping


def moved_scalar(scalar: ScalarNode, offset: int) -> ScalarNode:
    """A copy of a scalar, moved by an offset."""
    return ScalarNode(scalar.value, scalar.start + offset, scalar.end + offset, scalar.style)
