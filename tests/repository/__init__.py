"""Tests of the repository around the product: what is promised in its documents and configuration."""
