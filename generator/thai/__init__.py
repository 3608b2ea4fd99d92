"""Thai as Thai is written: words, lines, widths, numerals, dates and dictionary order."""
