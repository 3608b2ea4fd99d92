"""In which language and era what is made of a manual speaks: those that its settings ask for."""

from contextlib import AbstractContextManager

from generator.model.edition import Settings
from generator.words import DEFAULT, speak, speaking


def speak_as(settings: Settings | None) -> None:
    """Speak to readers of a manual from now on.

    Args:
        settings: the manual's; None when they cannot be read, and then Thai is spoken.
    """
    speak(*_speech(settings))


def speaking_as(settings: Settings) -> AbstractContextManager[None]:
    """Speak to readers of a manual for a while."""
    return speaking(*_speech(settings))


def _speech(settings: Settings | None) -> tuple[str, str | None]:
    """The language and the era."""
    if settings is None:
        return DEFAULT, None
    return settings.language.value, settings.era.value if settings.era else None
