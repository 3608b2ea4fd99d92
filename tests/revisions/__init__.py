"""Tests of the room that tells what changed over time."""
