"""How the manual leaves the site: data exports, and (in issues to come) paper."""
