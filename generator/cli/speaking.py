"""Lets click speak the language of the commands: what it says itself is worded by the part ``click`` of the words.

Click asks `gettext` for each of its messages, under one name in all of its modules, and that would want compiled
catalogues and the right environment. The words of the commands stand in a file, in whatever environment they are read.
"""

from collections.abc import Callable
from importlib import import_module

from generator.words import words_of

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
"""The modules of click that speak."""


def let_click_speak() -> None:
    """Give click the words, in place of the functions by which it asks for them."""
    spoken: dict[str, Callable[..., str]] = {"_": _worded, "ngettext": _worded_by_number}
    for name in MODULES:
        module = vars(import_module(f"click.{name}"))
        module.update({each: function for each, function in spoken.items() if each in module})


def _worded(message: str) -> str:
    """A message in the language that is spoken; as it is where there are no words for it."""
    worded: str = words_of("click").get(message, message)
    return worded


def _worded_by_number(one: str, several: str, number: int) -> str:
    """A message that is another when it speaks of several."""
    return _worded(one if number == 1 else several)
