"""Tests of the search: what is indexed, and what the box answers."""
