"""Tests of the project around the product: what is promised in its documents and configuration."""
