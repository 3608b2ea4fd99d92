"""A table that readers take along, before it has a form: a CSV file, or a sheet of the workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.indexes import as_csv


class PageAddress(str):
    """What a cell says that tells where a page stands: its address relative to the site's root."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: a row for each thing.

    Attributes:
        uri: where it stands as CSV, relative to the site's root.
        header: the titles of its columns.
        rows: of each row its cells; None is an empty one.
        heads: how many columns say of what a row is, and stay in sight where there are many others.
    """

    uri: str
    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    heads: int = 0

    @classmethod
    def of(
        cls, uri: str, header: Iterable[str], rows: Iterable[Sequence[object]], heads: int = 0
    ) -> "DataTable":
        """A table of what stands in its columns."""
        return cls(uri, tuple(header), tuple(map(tuple, rows)), heads)

    @property
    def csv(self) -> str:
        """It as CSV."""
        return as_csv(self.header, self.rows)
