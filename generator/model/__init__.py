"""The vocabulary of a manual: what a procedure, a step, a role, an edition is. Looking for a field? It is here."""
