"""Tests of `generator.assembly`."""
