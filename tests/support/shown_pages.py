"""The pages of built sites that readers look at: those at short addresses only lead to them."""

from pathlib import Path

from generator.document import SHORT


def shown_pages(site: Path, name: str = "*.html") -> list[Path]:
    """The files of all pages of a site, or of sites in one folder, that stay where they are opened.

    Args:
        site: the folder.
        name: what the files are called, as a pattern.
    """
    return sorted(each for each in site.rglob(name) if SHORT not in each.relative_to(site).parts)
