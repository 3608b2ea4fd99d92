"""Tests of `generator.lint`."""
