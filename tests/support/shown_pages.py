"""The pages of built sites that readers look at: not those that only lead to others, nor those for printers."""

from pathlib import Path

from generator.document import SHORT

PRINTABLE = ".table.html"
"""How the names of the pages end that hold the steps in a table, with a policy and a head of their own."""
DESK = "edit"
"""The folder of the editor's desk, an application with a policy and a head of its own."""


def shown_pages(site: Path, name: str = "*.html") -> list[Path]:
    """The files of all pages of a site, or of sites in one folder, that stay where they are opened and wear the theme.

    Args:
        site: the folder.
        name: what the files are called, as a pattern.
    """
    return sorted(
        each
        for each in site.rglob(name)
        if {SHORT, DESK}.isdisjoint(each.relative_to(site).parts) and not each.name.endswith(PRINTABLE)
    )
