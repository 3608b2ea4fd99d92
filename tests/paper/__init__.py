"""Tests of `generator.paper`."""
