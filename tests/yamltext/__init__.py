"""Tests of `generator.yamltext`."""
