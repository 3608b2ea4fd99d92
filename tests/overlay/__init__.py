"""Tests of `generator.overlay`."""
