"""What is on a page: a `Manual` becomes Markdown pages and a navigation, both plain data."""

from generator.document.building import build_pages, pages_of, site_book
from generator.document.navigation import navigation
from generator.document.page import Page
from generator.document.problem_pages import unreadable_manual_page, with_problem_pages

__all__ = [
    "Page",
    "build_pages",
    "navigation",
    "pages_of",
    "site_book",
    "unreadable_manual_page",
    "with_problem_pages",
]
