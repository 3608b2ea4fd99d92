"""Where links of a PDF lead, what is told of them, and how its pages are numbered where readers show it.

Typst would look for the place of each link each time it goes over a book. So templates set links within the book as
addresses of a scheme of its own, and tell once where the places are (`told-places` in `templates/pages.typ`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf

SCHEME = "khumue:"
"""What the addresses of links within a book begin with; the number of a place follows."""
_ABOVE = 10
"""How many points above a place readers show a page from, as Typst does with headings."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a book.

    Attributes:
        name: how it is called.
        page: on which page it is, counted from 1.
        x: how far it is from the left, in points.
        y: how far it is from the top.
    """

    name: str
    page: int
    x: float
    y: float


def lead_links(
    document: pikepdf.Pdf, places: Mapping[int, Place], labels: Sequence[str], wording: str
) -> None:
    """Let links within a book lead to their places, and tell by its number the page that each leads to.

    Args:
        document: as it was set.
        places: by their numbers.
        labels: what readers call each page.
        wording: what is told of a link, with ``{page}``.
    """
    links = [each for page in document.pages for each in page.get("/Annots", []) if _is_link(each)]
    numbered = {at: number for at, link in enumerate(links) if (number := _number(link)) is not None}
    names = _named(document, [places[number] for number in sorted(set(numbered.values()))])
    pages = {page.obj.objgen: label for page, label in zip(document.pages, labels, strict=True)}
    for at, link in enumerate(links):
        if at in numbered:
            del link["/A"]
            link["/Dest"] = pikepdf.String(places[numbered[at]].name)
        if "/Dest" in link:
            end = link["/Dest"]
            led = names[str(end)] if isinstance(end, pikepdf.String) else end
            link["/Contents"] = pikepdf.String(wording.format(page=pages[led[0].objgen]))


def label_pages(document: pikepdf.Pdf, labels: Sequence[str]) -> None:
    """Let readers call pages what is printed on them."""
    entries: list[object] = []
    for at, label in enumerate(labels):
        entries += [at, pikepdf.Dictionary(P=pikepdf.String(label))]
    document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(entries))


def _is_link(annotation: pikepdf.Object) -> bool:
    return str(annotation.get("/Subtype", "")) == "/Link"


def _number(link: pikepdf.Object) -> int | None:
    """The number of the place that a link leads to; none where it leads elsewhere."""
    address = str(link["/A"].get("/URI", "")) if "/A" in link else ""
    return int(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None


def _named(document: pikepdf.Pdf, places: Sequence[Place]) -> Mapping[str, pikepdf.Object]:
    """The named destinations of a document, those of places among them."""
    if "/Names" not in document.Root:
        document.Root.Names = pikepdf.Dictionary()
    if "/Dests" not in document.Root.Names:
        document.Root.Names.Dests = pikepdf.NameTree.new(document).obj
    tree = pikepdf.NameTree(document.Root.Names.Dests)
    for place in places:
        if place.name not in tree:
            page = document.pages[place.page - 1]
            top = float(page.mediabox[3]) - max(place.y - _ABOVE, 0)
            tree[place.name] = pikepdf.Array(
                [page.obj, pikepdf.Name.XYZ, round(place.x, 3), round(top, 3), 0]
            )
    return {str(name): end for name, end in tree.items()}
