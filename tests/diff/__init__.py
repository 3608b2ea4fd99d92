"""Tests of `generator.diff`."""
