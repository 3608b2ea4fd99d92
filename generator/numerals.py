"""Thai and Arabic digits."""

_ARABIC, _THAI = "0123456789", "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def to_thai_digits(text: str) -> str:
    """The text with every digit in the Thai script: ``ข้อ 12`` gives ``ข้อ ๑๒``."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """The text with every digit in the Arabic script: ``ข้อ ๑๒`` gives ``ข้อ 12``."""
    return text.translate(_TO_ARABIC)
