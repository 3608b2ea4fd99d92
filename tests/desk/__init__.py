"""Tests of the editor's desk."""
