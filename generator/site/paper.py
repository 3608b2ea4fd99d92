"""Sets apart what of the styles only paper needs: browsers fetch it late, and no page waits for it."""


def apart(styles: str) -> tuple[str, str]:
    """What every page needs of some styles, and what paper needs beside it, each in its order.

    Args:
        styles: as they are written: each block of rules for paper begins and ends at the beginning of a line.
    """
    everywhere, on_paper = list[str](), list[str]()
    here = everywhere
    for line in styles.splitlines(keepends=True):
        match line.rstrip():
            case "@media print {":
                here = on_paper
            case "}" if here is on_paper:
                here = everywhere
            case _:
                here.append(line)
    return "".join(everywhere), "".join(on_paper)
