"""Inputs without end: changed projects, each of which must be read, judged and, if accepted, exported whole."""
