"""The editor's desk, asked as its page asks it."""
