"""Tests of `generator.words`."""
