"""What a PDF of the print fonts says: the code points of clusters become their letters again, wherever they stand.

They stand in the fonts' maps from glyphs to text (ToUnicode), in bookmarks, in what is told of links and of parts of
the structure, and where text is told apart from its glyphs (ActualText).
"""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

import pikepdf
from pikepdf import open as open_pdf

_MAPPED = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")
_TOLD = ("/Title", "/Contents", "/Alt", "/ActualText", "/E", "/T")
"""The keys under which texts stand that people are told."""


def with_text(pdf: bytes, letters: Mapping[int, str], finish: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A PDF whose texts are those that its glyphs stand for.

    Args:
        pdf: as it was set.
        letters: from code points to texts.
        finish: what is done with it besides.
    """
    with open_pdf(BytesIO(pdf)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary):
                _mend_font(document, thing, letters)
                _mend_told(thing, letters)
        document.Root.MarkInfo = pikepdf.Dictionary(
            Marked=True
        )  # what else Typst says is so by default; poppler warns
        finish(document)
        written = BytesIO()
        document.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _mend_font(document: pikepdf.Pdf, font: pikepdf.Dictionary, letters: Mapping[int, str]) -> None:
    if "/ToUnicode" in font:
        mapped = bytes(font["/ToUnicode"].get_stream_buffer())
        font["/ToUnicode"] = document.make_stream(_MAPPED.sub(lambda match: _told(match, letters), mapped))


def _told(match: re.Match[bytes], letters: Mapping[int, str]) -> bytes:
    text = bytes.fromhex(match[2].decode("ascii")).decode("utf-16-be").translate(letters)
    return b"<%s> <%s>" % (match[1], text.encode("utf-16-be").hex().upper().encode("ascii"))


def _mend_told(thing: pikepdf.Dictionary, letters: Mapping[int, str]) -> None:
    for key in _TOLD:
        if isinstance(told := thing.get(key), pikepdf.String):
            text = str(told)
            if (mended := text.translate(letters)) != text:
                thing[key] = pikepdf.String(mended)
