"""Tests of `generator.site`, in real builds, real servers and a real browser."""
