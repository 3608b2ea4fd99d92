"""Tests of `generator.thai`."""
