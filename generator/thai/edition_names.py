"""What an edition is called among its readers, the same on its pages, on the portal and in comparisons."""

from generator.model import CalendarDate, Edition, Sibling
from generator.thai.dates import thai_date


def edition_name(edition: Edition) -> str:
    """The office (its short name, if any) and the year, as authored: an office may have an edition each year."""
    return _called(edition.short_name, edition.year)


def sibling_name(sibling: Sibling) -> str:
    """The same for another edition."""
    return _called(sibling.short, sibling.year)


def _called(office: str, year: CalendarDate | None) -> str:
    return f"{office} {thai_date(year)}" if year else office
