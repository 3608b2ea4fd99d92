"""Tests of `generator.portal`."""
