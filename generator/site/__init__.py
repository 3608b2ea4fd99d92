"""How the manual gets on the web: the only room that knows MkDocs."""
