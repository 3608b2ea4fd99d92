"""Tests of `generator.comparing`."""
