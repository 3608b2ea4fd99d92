"""Tests of `generator.writers`."""
