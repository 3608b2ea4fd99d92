"""What helps an editor to change the manual: files to start from, and what editors' programs need to know."""
