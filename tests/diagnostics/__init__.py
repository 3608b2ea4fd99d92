"""Tests of `generator.diagnostics`."""
