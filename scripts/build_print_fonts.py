"""Build the fonts of the printed manual from those that pictures are drawn with.

Run it (``make fonts``, or ``python -m scripts.build_print_fonts``) only when these change: its results are committed.

A PDF says by its fonts which text a glyph stands for. Thai that a shaper sets comes out of glyphs some of which stand
for parts of others' letters (ำ), or are lifted, and programs that read PDFs then lose, double or tear it. So in these
fonts each Thai cluster, a consonant with all that leans on it, is spelled in code points of its own in the private use
area: one for the consonant, one for all marks on it, one for a following ำ. Their glyphs stand where the shaper puts
the parts of that very cluster, marks hardly any width; nothing is left to shape. The program that writes the PDF notes
the code point of each glyph, which becomes its letters again (`generator/paper/text_layer.py`). One glyph for the whole
cluster would do for all readers but pdf.js, which takes any glyph whose text has a mark in it for one without a width.

The em is that of the official typeface: letters of TH Sarabun New, in which offices set 16 points, are smaller in
their em than those of Sarabun (`EM`), so that 16 points look as large as people expect.

Symbols that these fonts lack and those that Typst brings have are listed (`SYMBOLS`), by trying each of them.

The same fonts and the same fontTools, HarfBuzz and Typst give the same bytes.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
AM = "ำ"
ALONE = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]
EM = 1500
"""How many of the font's units the em has; those of Sarabun itself are 1000."""
HAIR = 1
"""How wide marks are, of which consonants are narrower: poppler reads what stands at one place in any order."""
SYMBOLS = (
    *(range(0x370, 0x400), range(0x2070, 0x20A0), range(0x2100, 0x2400), range(0x2460, 0x2500)),
    *(range(0x2500, 0x27C0), range(0x2900, 0x2980), range(0x2A00, 0x2B00)),
)
"""Where symbols are tried that the fonts lack: Greek, signs, arrows, mathematics, figures, marks."""
ROUND_X_AND_Y = 0x0004
"""The flag of a component whose place is rounded to the grid."""


Component = tuple[str, int, int]
"""A glyph and its place in another."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a code point stands for: its text, what it is drawn of, how far it advances."""

    text: str
    parts: tuple[Component, ...]
    advance: int


def main() -> None:
    """Write both fonts, and which text stands for which code point."""
    spelled, glyphs = spell(SOURCES / "sarabun-400.ttf")
    for weight in WEIGHTS:
        source = SOURCES / f"sarabun-{weight}.ttf"
        same, drawn = spell(source)
        if same != spelled or [each.text for each in drawn] != [each.text for each in glyphs]:
            raise ValueError(f"{source.name} spells clusters otherwise than the first weight")
        print_font(source, drawn).save(FONTS / f"sarabun-print-{weight}.ttf")
    space, hyphen = (FIRST + len(glyphs) + at for at in range(2))
    own = "".join(
        chr(code) for code in sorted(TTFont(SOURCES / "sarabun-400.ttf").getBestCmap()) if code >= 0x20
    )
    content = {
        "first": FIRST,
        "texts": [each.text for each in glyphs],
        "clusters": {text: "".join(chr(FIRST + at) for at in places) for text, places in spelled.items()},
        "kept_space": space,
        "kept_hyphen": hyphen,
        "boxes": [hyphen + 1, BOXES],
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
    for consonant in CONSONANTS:
        yield from (consonant + each for each in leaning_texts())


def leaning_texts() -> Iterator[str]:
    """What may lean on a consonant."""
    yield from (above + tone for above in ABOVE for tone in ("", *TONES))
    yield from (below + tone for below in BELOW for tone in ("", *TONES))
    yield from TONES
    yield from (f"{tone}{AM}" for tone in ("", *TONES))


def spell(source: Path) -> tuple[dict[str, tuple[int, ...]], list[Drawn]]:
    """How each cluster is spelled: by places in a list of what is drawn."""
    shaper = _Shaper(source)
    places: dict[tuple[str, str], int] = {}
    drawn: list[Drawn] = []
    spelled = {}
    for text in cluster_texts():
        found = []
        for role, each in shaper.taken_apart(text):
            key = (role, each.text)
            if key not in places:
                places[key] = len(drawn)
                drawn.append(each)
            found.append(places[key])
        spelled[text] = tuple(found)
    return spelled, drawn


class _Shaper:
    """Shapes clusters, and takes them apart into what is drawn for each of their letters."""

    def __init__(self, source: Path) -> None:
        import uharfbuzz  # noqa: PLC0415 - tests of what it made need not make it

        self._buffers = uharfbuzz
        self._font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))))
        self._order = [*TTFont(source).getGlyphOrder()]

    def taken_apart(self, text: str) -> Iterator[tuple[str, Drawn]]:
        """What is drawn for a cluster, each with a name under which the same text is drawn the same way."""
        (base, x, y, advance), *rest = self._shaped(text)
        if len(text) == 1:
            parts = ((base, x, y), *((name, left, up) for name, left, up, _ in rest))
            yield "", Drawn(text, parts, advance + sum(width for *_, width in rest))
            return
        narrow = HAIR if text[1:] != AM else 0
        yield f"{base} {narrow}", Drawn(text[0], ((base, x, y),), advance - narrow)
        leaning = [(name, left - advance, up, width) for name, left, up, width in rest]
        marks, tail = text[1:].removesuffix(AM), leaning[len(leaning) - 1 :] if text[-1] == AM else []
        if tail:
            leaning = leaning[:-1]
            if not marks:  # the ring of ำ goes with its other half, a ring below a tone mark with that
                leaning, tail = [], [*leaning, *tail]
        if any(width for *_, width in leaning) or bool(leaning) is not bool(marks):
            raise ValueError(f"{text} is shaped otherwise than expected")
        if marks:
            yield text, Drawn(marks, tuple((name, left + HAIR, up) for name, left, up, _ in leaning), HAIR)
        if tail:
            parts = tuple((name, left, up) for name, left, up, _ in tail)
            yield text, Drawn(AM, parts, sum(width for *_, width in tail))

    def _shaped(self, text: str) -> list[tuple[str, int, int, int]]:
        """The glyphs that a text is shaped into: each with its place and how far it advances."""
        buffer = self._buffers.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.flags = self._buffers.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        self._buffers.shape(self._font, buffer, {"liga": False, "kern": False})
        parts, x = [], 0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            name = self._order[info.codepoint]
            parts.append((name, x + place.x_offset, place.y_offset, place.x_advance))
            x += place.x_advance
        return parts


def _is_there(symbol: str) -> bool:
    """Whether one of the fonts that Typst brings has a symbol: else a standard refuses the document."""
    source = f'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n#{json.dumps(symbol)}'
    try:
        typst.compile(source.encode(), format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True)
    except typst.TypstError:
        return False
    return True


def print_font(source: Path, drawn: Sequence[Drawn]) -> TTFont:
    """The font with a glyph for each code point: what is drawn, a space and a hyphen that end no line, boxes."""
    font = TTFont(source, recalcTimestamp=False)
    order, cmap, widths = [*font.getGlyphOrder()], font.getBestCmap(), font["hmtx"]
    space, hyphen, box = cmap[ord(" ")], cmap[ord("-")], order[0]
    added = [
        *drawn,
        Drawn(" ", (), widths[space][0]),
        Drawn("-", ((hyphen, 0, 0),), widths[hyphen][0]),
        *(Drawn("", ((box, 0, 0),), widths[box][0]) for _ in range(BOXES)),
    ]
    names = [_add(font, f"print{FIRST + at:04X}", each) for at, each in enumerate(added)]
    font.setGlyphOrder([*order, *names])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({FIRST + at: name for at, name in enumerate(names)})
    font["head"].unitsPerEm = EM
    _rename(font)
    return font


def _add(font: TTFont, name: str, drawn: Drawn) -> str:
    """Add a glyph that is composed of others; those that are composed themselves are taken apart."""
    glyphs, glyph = font["glyf"], Glyph()
    flat = list(chain.from_iterable(_flat(font, *part) for part in drawn.parts))
    glyph.numberOfContours = -1 if flat else 0
    if flat:
        glyph.components = [_component(*each) for each in flat]
    glyphs[name] = glyph
    if flat:
        glyph.recalcBounds(glyphs)
    font["hmtx"][name] = (drawn.advance, getattr(glyph, "xMin", 0))
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
