"""What is on a page: a `Manual` becomes pages, each a tree of typed blocks, and a navigation; all of it plain data."""

from generator.document.blocks import Document
from generator.document.compose import documents_of, open_book
from generator.document.navigation import navigation
from generator.document.problem_pages import unreadable_manual_page, with_problem_pages

__all__ = [
    "Document",
    "documents_of",
    "navigation",
    "open_book",
    "unreadable_manual_page",
    "with_problem_pages",
]
