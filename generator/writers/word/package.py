"""The package of a Word document: its parts, what they are and how they belong together (ISO/IEC 29500-2).

The same parts give the same bytes: they keep their order, and no moment is written.
"""

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.data_files import data_bytes, data_text
from generator.writers.office_files import MOMENT, PROGRAM
from generator.writers.rasters import FAMILY, FONTS
from generator.writers.word.markup import DECLARATION, element, escaped

_PARTS = Path(__file__).parent / "parts"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIXED = ("styles", "settings", "fontTable", "numbering")
_PACKED = ("png", "jpeg", "gif")
"""What is small already: to pack it again takes long and saves nothing."""
_OBFUSCATED = 32
"""How many bytes of an embedded font are hidden behind its name (ISO/IEC 29500-4, 2.8.1)."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What programs and archives are told of a document: its title, whose it is, and the tag of its language."""

    title: str
    office: str
    language: str


@dataclass
class Package:
    """The parts of one document, put together while it is written."""

    _relations: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    _media: dict[bytes, str] = field(default_factory=dict)
    _edges: dict[tuple[str, str], str] = field(default_factory=dict)

    def link(self, address: str) -> str:
        """The id of a relation to an address outside."""
        return self._relation("hyperlink", address, is_outside=True)

    def media(self, content: bytes, suffix: str) -> str:
        """The id of a relation to a picture, which is kept once however often it is shown.

        Args:
            content: the picture.
            suffix: of its file, without the dot: ``png``.
        """
        name = self._media.setdefault(content, f"media/image{len(self._media) + 1}.{suffix}")
        return self._relation("image", name)

    def edge(self, kind: str, xml: str) -> str:
        """The id of a relation to what stands over or under pages.

        Args:
            kind: ``header`` or ``footer``.
            xml: the part.
        """
        name = self._edges.setdefault((kind, xml), f"{kind}{len(self._edges) + 1}.xml")
        return self._relation(kind, name)

    def _relation(self, kind: str, target: str, is_outside: bool = False) -> str:
        key = (kind, target, is_outside)
        return self._relations.setdefault(key, f"rId{len(_FIXED) + len(self._relations) + 1}")

    def packed(self, document: str, numbering: str, properties: Properties) -> bytes:
        """The document as a file.

        Args:
            document: its main part.
            numbering: the part of its lists.
            properties: of the document.
        """
        fonts = {f"font{at}.odttf": data_bytes(path) for at, path in enumerate(FONTS, 1)}
        parts: dict[str, bytes] = {
            "[Content_Types].xml": self._types().encode(),
            "_rels/.rels": _relations(_OF_PACKAGE).encode(),
            "docProps/core.xml": _core(properties).encode(),
            "docProps/app.xml": _application(properties).encode(),
            "word/document.xml": document.encode(),
            "word/_rels/document.xml.rels": self._of_document().encode(),
            "word/numbering.xml": numbering.encode(),
            **{f"word/{name}.xml": data_text(_PARTS / f"{name}.xml").encode() for name in _FIXED[:2]},
            "word/fontTable.xml": _font_table(fonts).encode(),
            "word/_rels/fontTable.xml.rels": _relations(
                [(f"rId{at}", "font", f"fonts/{name}", False) for at, name in enumerate(fonts, 1)]
            ).encode(),
            **{f"word/{name}": xml.encode() for (_, xml), name in self._edges.items()},
            **{f"word/fonts/{name}": _obfuscated(name, content) for name, content in fonts.items()},
            **{f"word/{name}": content for content, name in self._media.items()},
        }
        return _zipped(parts)

    def _of_document(self) -> str:
        fixed = [(f"rId{at}", name, f"{name}.xml", False) for at, name in enumerate(_FIXED, 1)]
        own = [(name, *key) for key, name in self._relations.items()]
        return _relations([*fixed, *own])

    def _types(self) -> str:
        """The media type of every part."""
        overrides = {
            "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "/word/document.xml": f"{_MAIN}.document.main+xml",
            **{f"/word/{name}.xml": f"{_MAIN}.{name}+xml" for name in _FIXED},
            **{f"/word/{name}": f"{_MAIN}.{kind}+xml" for (kind, _), name in self._edges.items()},
        }
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
            **{
                suffix: MEDIA[suffix] for suffix in (name.rpartition(".")[2] for name in self._media.values())
            },
        }
        return DECLARATION + element(
            "Types",
            [
                *(
                    element("Default", attributes={"Extension": suffix, "ContentType": kind})
                    for suffix, kind in defaults.items()
                ),
                *(
                    element("Override", attributes={"PartName": name, "ContentType": kind})
                    for name, kind in overrides.items()
                ),
            ],
            {"xmlns": f"{_PACKAGE}/content-types"},
        )


MEDIA: Mapping[str, str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}
"""The kinds of pictures that Word shows, by the suffixes of their files."""

_OF_PACKAGE = [
    ("rId1", f"{_RELATIONS}/officeDocument", "word/document.xml", False),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False),
    ("rId3", f"{_RELATIONS}/extended-properties", "docProps/app.xml", False),
]


def _relations(relations: list[tuple[str, str, str, bool]]) -> str:
    """A part of relations: of each its id, its kind, where it leads, and whether that is outside."""
    return DECLARATION + element(
        "Relationships",
        [
            element(
                "Relationship",
                attributes={
                    "Id": name,
                    "Type": kind if "/" in kind else f"{_RELATIONS}/{kind}",
                    "Target": target,
                    **({"TargetMode": "External"} if is_outside else {}),
                },
            )
            for name, kind, target, is_outside in relations
        ],
        {"xmlns": f"{_PACKAGE}/relationships"},
    )


def _core(properties: Properties) -> str:
    told = {
        "dc:title": properties.title,
        "dc:creator": properties.office,
        "dc:language": properties.language,
        "cp:lastModifiedBy": PROGRAM,
    }
    return DECLARATION + element(
        "cp:coreProperties",
        [element(name, escaped(text)) for name, text in told.items()],
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
    )


def _application(properties: Properties) -> str:
    return DECLARATION + element(
        "Properties",
        [element("Application", PROGRAM), element("Company", escaped(properties.office))],
        {"xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"},
    )


def _font_table(fonts: Mapping[str, bytes]) -> str:
    """The part of the fonts: which one, what may stand in for it, and where it is embedded, regular and bold."""
    regular, bold = (f"{{{_guid(name)}}}" for name in fonts)
    return data_text(_PARTS / "fontTable.xml").format(family=FAMILY, regular=regular, bold=bold)


def _guid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{PROGRAM}:{name}")).upper()


def _obfuscated(name: str, font: bytes) -> bytes:
    key = bytes.fromhex(_guid(name).replace("-", ""))[::-1]
    head = struct.pack(f"{_OBFUSCATED}B", *(font[at] ^ key[at % len(key)] for at in range(_OBFUSCATED)))
    return head + font[_OBFUSCATED:]


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, MOMENT)
            is_packed = name.rpartition(".")[2] in _PACKED
            entry.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
            archive.writestr(entry, content)
    return written.getvalue()
