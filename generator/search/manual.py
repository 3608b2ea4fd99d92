"""What search is told of a manual: the passages of its pages, from their blocks, and names of one and the same thing.

The room's second face, for sites that are made of a manual: it brings the pages and all below them along.
"""

from generator.search.answers import answers_of, kinds_held
from generator.search.document_passages import document_passages
from generator.search.elsewhere import procedures_elsewhere
from generator.search.names import names_of

__all__ = ["answers_of", "document_passages", "kinds_held", "names_of", "procedures_elsewhere"]
