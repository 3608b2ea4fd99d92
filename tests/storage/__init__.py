"""Tests of `generator.storage`."""
