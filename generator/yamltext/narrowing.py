"""Data of which the type is not known yet, taken as what it should be; what is of another type counts as nothing."""


def as_mapping(data: object) -> dict[str, object]:
    """Data as a mapping; empty when it is none."""
    return data if isinstance(data, dict) else {}


def as_list(data: object) -> list[object]:
    """Data as a list; empty when it is none."""
    return data if isinstance(data, list) else []


def as_text(data: object) -> str:
    """Data as a text without white space around it; empty when it is none."""
    return data.strip() if isinstance(data, str) else ""


def title_of(data: object) -> str:
    """The ``title`` that data holds, or nothing."""
    return as_text(as_mapping(data).get("title"))
