"""Measures how fast the generator is, beside plain MkDocs on the same pages: ``make bench``."""
