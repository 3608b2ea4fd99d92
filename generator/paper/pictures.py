"""The pictures of a print: files of the documents under names that templates find; only what can be set."""

from collections.abc import Callable, Mapping

from generator.paper.typesetting import reason_not_shown

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
"""How the names of pictures end that can be printed."""
FileOf = Callable[[str], bytes | None]
"""From the path of a file among the documents to what it holds; None when it is not there."""


class Pictures:
    """The pictures of one document."""

    def __init__(self, file_of: FileOf) -> None:
        """Begin without any; take what finds files among the documents."""
        self._file_of = file_of
        self._names: dict[str, str | None] = {}
        self._files: dict[str, bytes] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        """What they hold, by their names in the book."""
        return self._files

    def name_of(self, uri: str, *, is_needed: bool = False) -> str | None:
        """The name of a picture; None of what is not there, or cannot be printed and is not needed."""
        if uri not in self._names:
            content = self._file_of(uri) if uri.lower().endswith(SUFFIXES) else None
            if content is None or (not is_needed and reason_not_shown(content)):
                self._names[uri] = None
            else:
                name = self._names[uri] = f"picture-{len(self._files)}"
                self._files[name] = content
        return self._names[uri]

    def broken(self) -> tuple[str, str] | None:
        """The first file among them that holds no picture though it is needed, and why; None when all do."""
        for uri, name in self._names.items():
            if name and (reason := reason_not_shown(self._files[name])):
                return uri, reason
        return None

    def named_in(self, text: str) -> str:
        """A text in which pictures are called by their files again."""
        for uri, name in self._names.items():
            text = text.replace(name, uri) if name else text
        return text
