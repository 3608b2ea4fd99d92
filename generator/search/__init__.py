"""Search that understands Thai, for any site: passages of pages become an index, which a worker in the browser asks.

What a manual has to tell it stands behind a face of its own, `generator.search.manual`: other sites need none of it.
"""

from generator.search.browser_files import ENGINE, SCRIPT, STYLES, files_for_browsers
from generator.search.html_passages import passages_of
from generator.search.index import (
    Elsewhere,
    IndexedPage,
    Vocabulary,
    index_text,
    longest,
    with_file_names,
)
from generator.search.passages import Passage, find_borders
from generator.search.questions import Answer, Asked

__all__ = [
    "ENGINE",
    "SCRIPT",
    "STYLES",
    "Answer",
    "Asked",
    "Elsewhere",
    "IndexedPage",
    "Passage",
    "Vocabulary",
    "files_for_browsers",
    "find_borders",
    "index_text",
    "longest",
    "passages_of",
    "with_file_names",
]
