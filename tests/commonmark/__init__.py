"""Tests of the room that reads Markdown."""
