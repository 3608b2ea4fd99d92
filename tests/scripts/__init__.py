"""Tests of the maintainers' commands."""
