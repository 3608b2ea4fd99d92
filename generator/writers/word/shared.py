"""What all parts of one Word document share while it is written."""

from dataclasses import dataclass, field
from itertools import count

from generator.charts import Charts
from generator.document import Addresses, Picture, PrintedPlaces
from generator.writers.word.inline_runs import Bookmarks, Runs
from generator.writers.word.numbering import Numbering
from generator.writers.word.package import Package
from generator.writers.word.pictures import PER_PX, Pictures


@dataclass(frozen=True, slots=True)
class Shown:
    """A heading for the contents: how deep it stands, what it says, the bookmark at it."""

    level: int
    text: str
    bookmark: str


@dataclass
class Shared:
    """What a document's writers share.

    Attributes:
        package: takes the document's parts.
        places: where links lead in the book.
        addresses: where procedures are that bodies link to.
        charts: those that the book shows.
        pictures: draws them, and files of the documents.
    """

    package: Package
    places: PrintedPlaces
    addresses: Addresses
    charts: Charts
    pictures: Pictures
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    numbering: Numbering = field(default_factory=Numbering)
    headings: list[Shown] = field(default_factory=list)
    """The headings that were written, in order."""

    def __post_init__(self) -> None:
        """Let inline parts be written with all that."""
        self.runs = Runs(self.package, self.places, self.bookmarks, self._picture)
        self.figures = count(1)

    def _picture(self, picture: Picture, room: int) -> str:
        return self.pictures.file(picture, room / PER_PX) if room else self.pictures.file(picture)
