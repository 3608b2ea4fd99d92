"""The text of a file becomes values that know their places; what is unsafe or a slip is told where it stands.

Bytes are decoded, characters that mislead are found, and YAML is read quickly into plain data or, where something is
wrong, into a tree of nodes. Nothing here knows what a file is about.
"""

from generator.yamltext.characters import MOST_OF_ONE_KIND, check_characters
from generator.yamltext.composer import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    YamlData,
    YamlNode,
    compose,
    entries_data,
    to_data,
)
from generator.yamltext.decoding import decode
from generator.yamltext.escapes import check_escapes
from generator.yamltext.hidden_signs import has_unseen
from generator.yamltext.list_marks import (
    BULLET,
    ITEM_NUMBER,
    LETTER_OF_ITEM,
    LIST_MARK,
    NUMBER_OF_ITEM,
    ONE_OF_SEVERAL,
)
from generator.yamltext.narrowing import as_list, as_mapping, as_text, title_of
from generator.yamltext.plain_yaml import PlainNode, read_plain
from generator.yamltext.quick import quick_data
from generator.yamltext.quoting import as_scalar, quoted, quoted_line
from generator.yamltext.source import JoinedText, SourceText, TextSpan
from generator.yamltext.syntax import merge_conflicts, parse

__all__ = [
    "BULLET",
    "ITEM_NUMBER",
    "LETTER_OF_ITEM",
    "LIST_MARK",
    "MOST_OF_ONE_KIND",
    "NUMBER_OF_ITEM",
    "ONE_OF_SEVERAL",
    "JoinedText",
    "MappingNode",
    "PlainNode",
    "ScalarNode",
    "SequenceNode",
    "SourceText",
    "TextSpan",
    "YamlData",
    "YamlNode",
    "as_list",
    "as_mapping",
    "as_scalar",
    "as_text",
    "check_characters",
    "check_escapes",
    "compose",
    "decode",
    "entries_data",
    "has_unseen",
    "merge_conflicts",
    "parse",
    "quick_data",
    "quoted",
    "quoted_line",
    "read_plain",
    "title_of",
    "to_data",
]
