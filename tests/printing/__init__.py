"""Tests of `generator.printing`."""
