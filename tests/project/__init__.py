"""Tests of `generator.project`."""
