"""Commands for maintainers, run by ``make``; nothing here belongs to the product."""
