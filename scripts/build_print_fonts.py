"""Build the fonts of the printed manual from those that pictures are drawn with.

Run it (``make fonts``, or ``python -m scripts.build_print_fonts``) only when these change: its results are committed.

A PDF says by its fonts which text a glyph stands for. Thai that a shaper sets comes out of several glyphs, some of
which stand for parts of others' letters (ำ), or are lifted, and programs that read PDFs then lose, double or tear it.
So in these fonts each Thai cluster, a consonant with all that leans on it, is one glyph at a code point of its own in
the private use area; its parts stand where the shaper puts them. Text is set in these code points, nothing is left to
shape, and the program that writes the PDF notes the code point of each glyph, which becomes the cluster's letters
again (`generator/paper/text_layer.py`). Any letter of Thai also has a glyph of its own, for what is no known cluster.

The em is that of the official typeface: letters of TH Sarabun New, in which offices set 16 points, are smaller in
their em than those of Sarabun (`EM`), so that 16 points look as large as people expect.

Symbols that these fonts lack and those that Typst brings have are listed (`SYMBOLS`), by trying each of them.

The same fonts and the same fontTools, HarfBuzz and Typst give the same bytes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import typst
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "generator" / "writers" / "fonts"
FONTS = ROOT / "generator" / "paper" / "fonts"
CLUSTERS = FONTS / "clusters.json"
WEIGHTS = (400, 700)
FAMILY = "Sarabun Print"
FIRST = 0xE000
"""The first code point of the private use area."""
BOXES = 256
"""How many characters that no font has may stand in one document, each as a box of its own."""
CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
ABOVE, BELOW, TONES = "ิีึืั็ํ", "ฺุู", "่้๊๋์๎"
ALONE = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]
EM = 1500
"""How many of the font's units the em has; those of Sarabun itself are 1000."""
SYMBOLS = (
    *(range(0x370, 0x400), range(0x2070, 0x20A0), range(0x2100, 0x2400), range(0x2460, 0x2500)),
    *(range(0x2500, 0x27C0), range(0x2900, 0x2980), range(0x2A00, 0x2B00)),
)
"""Where symbols are tried that the fonts lack: Greek, signs, arrows, mathematics, figures, marks."""
ROUND_X_AND_Y = 0x0004
"""The flag of a component whose place is rounded to the grid."""


def main() -> None:
    """Write both fonts, and which text stands for which code point."""
    texts = list(cluster_texts())
    codes = {FIRST + at: text for at, text in enumerate(texts)}
    space, hyphen = FIRST + len(texts), FIRST + len(texts) + 1
    boxes = range(hyphen + 1, hyphen + 1 + BOXES)
    for weight in WEIGHTS:
        font = print_font(SOURCES / f"sarabun-{weight}.ttf", {**codes, hyphen: "-"}, space, boxes)
        font.save(FONTS / f"sarabun-print-{weight}.ttf")
    own = "".join(
        chr(code) for code in sorted(TTFont(SOURCES / "sarabun-400.ttf").getBestCmap()) if code >= 0x20
    )
    content = {
        "first": FIRST,
        "kept_space": space,
        "kept_hyphen": hyphen,
        "boxes": [boxes.start, BOXES],
        "clusters": texts,
        "characters": own,
        "symbols": "".join(
            symbol for symbol in map(chr, chain(*SYMBOLS)) if symbol not in own and _is_there(symbol)
        ),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    CLUSTERS.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def cluster_texts() -> Iterator[str]:
    """Every letter by itself, then every consonant with what may lean on it."""
    yield from ALONE
    leaning = (
        *(above + tone for above in ABOVE for tone in ("", *TONES)),
        *(below + tone for below in BELOW for tone in ("", *TONES)),
        *TONES,
        *(f"{tone}ำ" for tone in ("", *TONES)),
    )
    for consonant in CONSONANTS:
        yield from (consonant + each for each in leaning)


def _is_there(symbol: str) -> bool:
    """Whether one of the fonts that Typst brings has a symbol: else a standard refuses the document."""
    source = f'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n#{json.dumps(symbol)}'
    try:
        typst.compile(source.encode(), format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True)
    except typst.TypstError:
        return False
    return True


def print_font(source: Path, codes: Mapping[int, str], space: int, boxes: range) -> TTFont:
    """The font with a glyph for each text, for a space at which no line ends, and for each box."""
    import uharfbuzz  # noqa: PLC0415 - tests of what it made need not make it

    font = TTFont(source, recalcTimestamp=False)
    shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))))
    order = [*font.getGlyphOrder()]
    added = {code: _parts(shaper, order, text) for code, text in codes.items()}
    cmap = font.getBestCmap()
    names = [*order]
    for code, parts in added.items():
        names.append(_add(font, f"cluster{code:04X}", parts))
    names.append(_add(font, "keptspace", [], font["hmtx"][cmap[ord(" ")]][0]))
    box = [(order[0], 0, 0, font["hmtx"][order[0]][0])]
    names += [_add(font, f"box{code:04X}", box) for code in boxes]
    font.setGlyphOrder(names)
    new = dict(zip((*added, space, *boxes), names[len(order) :], strict=True))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(new)
    font["head"].unitsPerEm = EM
    _rename(font)
    return font


def _parts(shaper: object, order: Sequence[str], text: str) -> list[tuple[str, int, int, int]]:
    """The glyphs that a text is shaped into: each with its place and how far it advances."""
    import uharfbuzz  # noqa: PLC0415 - as above

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.flags = uharfbuzz.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    uharfbuzz.shape(shaper, buffer, {"liga": False, "kern": False})
    parts, x = [], 0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        parts.append((order[info.codepoint], x + place.x_offset, place.y_offset, place.x_advance))
        x += place.x_advance
    return parts


def _add(font: TTFont, name: str, parts: Sequence[tuple[str, int, int, int]], advance: int = 0) -> str:
    """Add a glyph that is composed of others; those that are composed themselves are taken apart."""
    glyphs, glyph = font["glyf"], Glyph()
    flat = list(chain.from_iterable(_flat(font, part, x, y) for part, x, y, _ in parts))
    if flat:
        glyph.numberOfContours = -1
        glyph.components = [_component(*each) for each in flat]
    else:
        glyph.numberOfContours = 0
    glyphs[name] = glyph
    if flat:
        glyph.recalcBounds(glyphs)
    width = advance + sum(each for *_, each in parts)
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    return name


def _flat(font: TTFont, name: str, x: int, y: int) -> Iterator[tuple[str, int, int]]:
    """The simple glyphs that a glyph is drawn of; none for one without an outline."""
    glyph = font["glyf"][name]
    if glyph.isComposite():
        for each in glyph.components:
            yield from _flat(font, each.glyphName, x + each.x, y + each.y)
    elif glyph.numberOfContours:
        yield name, x, y


def _component(name: str, x: int, y: int) -> GlyphComponent:
    component = GlyphComponent()
    component.glyphName, component.x, component.y, component.flags = name, x, y, ROUND_X_AND_Y
    return component


def _rename(font: TTFont) -> None:
    """Call it by a name of its own: another Sarabun on the machine is no print font."""
    weight = "Bold" if font["OS/2"].usWeightClass > 400 else "Regular"
    names = {
        1: FAMILY,
        2: weight,
        3: f"{FAMILY} {weight}",
        4: f"{FAMILY} {weight}",
        6: f"SarabunPrint-{weight}",
    }
    table = font["name"]
    table.names = [each for each in table.names if each.nameID not in {*names, 16, 17}]
    for identifier, name in names.items():
        table.setName(name, identifier, 3, 1, 0x409)


if __name__ == "__main__":
    main()
