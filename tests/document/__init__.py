"""Tests of `generator.document`."""
