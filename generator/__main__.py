"""``python -m generator`` is the ``khumue`` command.

Started so, Python looks for every module in the working folder first. That is the project's, and nothing that a project
brings along may run: a folder ``material/`` in it is no theme.
"""

import sys
from pathlib import Path


def _leave_out_the_working_folder() -> None:
    """Let modules be found only where the program and what it needs are installed."""
    if sys.flags.safe_path:
        return
    del sys.path[0]
    home = str(Path(__file__).resolve().parent.parent)
    if home not in sys.path:  # a checkout that is not installed
        sys.path.append(home)


if __name__ == "__main__":
    _leave_out_the_working_folder()

    from generator.cli import main

    main()
