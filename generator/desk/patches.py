"""A change as a patch that `git apply` takes, made without git."""

from collections.abc import Iterator, Mapping
from difflib import unified_diff

_NOTHING = "/dev/null"
_NO_END = "\\ No newline at end of file\n"


def patch_between(
    before: Mapping[str, bytes | None], after: Mapping[str, bytes | None], message: str
) -> bytes:
    """What became of some files.

    Args:
        before: what each held, by path; None for one that was not there.
        after: what each holds.
        message: what stands above: why.
    """
    parts = [
        message,
        "\n",
        *(line for path in sorted(before) for line in _of_file(path, before[path], after[path])),
    ]
    return "".join(parts).encode("utf-8", "surrogateescape")


def _of_file(path: str, before: bytes | None, after: bytes | None) -> Iterator[str]:
    one, other = _lines(before), _lines(after)
    changed = list(unified_diff(one, other, lineterm=""))
    if not changed and before is not None and after is not None:
        return
    yield f"diff --git a/{path} b/{path}\n"
    if before is None:
        yield "new file mode 100644\n"
    if after is None:
        yield "deleted file mode 100644\n"
    if changed:
        yield f"--- {_NOTHING if before is None else f'a/{path}'}\n"
        yield f"+++ {_NOTHING if after is None else f'b/{path}'}\n"
    for line in changed[2:]:
        yield line if line.endswith("\n") else f"{line}\n"
        if not line.endswith("\n") and not line.startswith("@@"):
            yield _NO_END


def _lines(content: bytes | None) -> list[str]:
    """Lines as git knows them: only a line feed ends one."""
    text = (content or b"").decode("utf-8", "surrogateescape")
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [each for each in text.split("\n")[-1:] if each]
