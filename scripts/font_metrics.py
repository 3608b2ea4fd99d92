"""Read out of font files what `generator.thai.metrics` needs to know: advances, kerning and ligatures.

The result is plain data (see `measure_fonts`), committed as ``generator/thai/data/sarabun.json``.
"""

import io
from typing import Any

from fontTools.ttLib import TTFont

PAIR_POSITIONING = 2
LIGATURE_SUBSTITUTION = 4
Table = Any
"""A table of a font, whose attributes fontTools makes at run time."""


def measure_fonts(fonts: dict[int, bytes]) -> dict[str, Any]:
    """Measure fonts of one family.

    Args:
        fonts: weight (400, 700): the font file's bytes.

    Returns:
        ``units_per_em``, ``ascent`` and ``descent`` (the family's, in font units, descent negative) and
        ``weights``: for each weight ``advances`` (hexadecimal code point: units) and ``pairs`` (first
        character: units: second characters; by so many units a pair is wider than its two characters,
        through kerning or a ligature).
    """
    opened = {weight: TTFont(io.BytesIO(content)) for weight, content in fonts.items()}
    any_font = next(iter(opened.values()))
    return {
        "units_per_em": any_font["head"].unitsPerEm,
        "ascent": any_font["hhea"].ascent,
        "descent": any_font["hhea"].descent,
        "weights": {
            str(weight): {"advances": _advances(font), "pairs": _pairs(font)}
            for weight, font in opened.items()
        },
    }


def _advances(font: TTFont) -> dict[str, int]:
    """The horizontal advance of every printable character."""
    metrics = font["hmtx"]
    return {
        f"{code:04X}": metrics[glyph][0] for code, glyph in sorted(font.getBestCmap().items()) if code >= 0x20
    }


def _pairs(font: TTFont) -> dict[str, dict[str, str]]:
    """Every pair of characters whose width is not the sum of the two, by kerning and by default ligatures."""
    characters: dict[str, list[str]] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        characters.setdefault(glyph, []).append(chr(code))
    pairs: dict[str, dict[str, str]] = {}
    for (left_glyph, right_glyph), change in (_kerning(font) | _ligatures(font)).items():
        for left in characters.get(left_glyph, ()) if change else ():
            seconds = pairs.setdefault(left, {})
            seconds[str(change)] = seconds.get(str(change), "") + "".join(characters.get(right_glyph, ()))
    return {
        left: {change: "".join(sorted(seconds)) for change, seconds in sorted(changes.items()) if seconds}
        for left, changes in sorted(pairs.items())
    }


def _kerning(font: TTFont) -> dict[tuple[str, str], int]:
    """The kerning of glyph pairs; as OpenType has it, the first subtable that knows a pair decides."""
    found: dict[tuple[str, str], int] = {}
    for lookup in _lookups(font, "GPOS", "kern", PAIR_POSITIONING):
        decided: dict[tuple[str, str], int] = {}
        for subtable in lookup.SubTable:
            pairs = (
                _glyph_pairs(subtable)
                if subtable.Format == 1
                else _class_pairs(subtable, font.getGlyphOrder())
            )
            for pair, change in pairs.items():
                decided.setdefault(pair, change)
        for pair, change in decided.items():
            found[pair] = found.get(pair, 0) + change
    return found


def _glyph_pairs(subtable: Table) -> dict[tuple[str, str], int]:
    """The pairs of a subtable that lists them one by one."""
    return {
        (left, record.SecondGlyph): record.Value1.XAdvance if record.Value1 else 0
        for left, pair_set in zip(subtable.Coverage.glyphs, subtable.PairSet, strict=True)
        for record in pair_set.PairValueRecord
    }


def _class_pairs(subtable: Table, glyphs: list[str]) -> dict[tuple[str, str], int]:
    """The pairs of a subtable that groups glyphs in classes: each glyph that it covers, with any second."""
    pairs: dict[tuple[str, str], int] = {}
    for left in subtable.Coverage.glyphs:
        record = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)]
        for right in glyphs:
            value = record.Class2Record[subtable.ClassDef2.classDefs.get(right, 0)].Value1
            pairs[left, right] = getattr(value, "XAdvance", 0)
    return pairs


def _ligatures(font: TTFont) -> dict[tuple[str, str], int]:
    """How much wider each two-glyph ligature that is on by default is than its two glyphs."""
    metrics = font["hmtx"]
    return {
        (left, ligature.Component[0]): metrics[ligature.LigGlyph][0]
        - metrics[left][0]
        - metrics[ligature.Component[0]][0]
        for lookup in _lookups(font, "GSUB", "liga", LIGATURE_SUBSTITUTION)
        for subtable in lookup.SubTable
        for left, ligatures in subtable.ligatures.items()
        for ligature in ligatures
        if len(ligature.Component) == 1
    }


def _lookups(font: TTFont, table: str, feature: str, kind: int) -> list[Table]:
    """The lookups of one kind that a feature uses, in order."""
    layout = font[table].table
    indexes = {
        index
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    return [
        layout.LookupList.Lookup[i] for i in sorted(indexes) if layout.LookupList.Lookup[i].LookupType == kind
    ]
