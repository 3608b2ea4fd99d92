"""``python -m bench [SIZE …]``: measure manuals of these many procedures and write the figures down.

For each size, in turn: the full build by khumue, and plain MkDocs on the Markdown that khumue exports from the
same manual (same theme, same search). Their ratio says what the generator itself costs, on any machine. It is of
pages, charts, search, data, tables and short addresses: of a manual that is not printed, a site without an address,
and a project without git. Apart from that, once: a build with the printed manual and the pictures that chats show,
where a manual of that size could be bound: printing takes 4 to 5 MiB of memory a page. Then ``khumue check``, the
drawing of all charts, and how long the preview takes to show an edit.
"""

import sys
import tempfile
from pathlib import Path

from bench.live import edit_seconds
from bench.measuring import in_turn, run, seconds_of
from bench.reporting import Result, write_results
from bench.synthetic import print_manual, write_manual, write_plain_settings
from generator.assembly import load_manual
from generator.charts import draw_charts
from generator.problems import has_errors

ROUNDS = 3
SIZES = (16, 250, 1000)
MOST_PRINTED = 250
"""As many procedures are about 1,000 pages."""
SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"
ADDRESS = "https://manual.example/"
"""Where the site stands of which pictures are drawn."""
KHUMUE = (sys.executable, "-m", "generator")
MKDOCS = (sys.executable, "-m", "mkdocs")


def measure(size: int, workspace: Path) -> Result:
    """Measure a manual of `size` procedures in a folder of its own.

    Args:
        size: how many procedures.
        workspace: an existing folder to work in.
    """
    root = write_manual(workspace / f"manual-{size}", size, SETTINGS)
    exported = workspace / f"exported-{size}"
    run((*KHUMUE, "export", "markdown", str(exported)), root)
    plain_build = (
        *MKDOCS,
        "build",
        "--quiet",
        "--config-file",
        str(write_plain_settings(exported, SETTINGS)),
    )

    build, plain = in_turn(
        ROUNDS,
        lambda: run((*KHUMUE, "build"), root),
        lambda: run(plain_build, exported),
    )
    complete_seconds = None
    if size <= MOST_PRINTED:
        printed = print_manual(write_manual(workspace / f"printed-{size}", size, SETTINGS))
        complete_seconds = run((*KHUMUE, "build"), printed, site_url=ADDRESS).seconds
    (check,) = in_turn(ROUNDS, lambda: run((*KHUMUE, "check"), root))

    edit = edit_seconds((*KHUMUE, "serve", "--quiet"), root)

    manual, problems = load_manual(root)
    if manual is None or has_errors(problems):
        raise RuntimeError(f"the synthetic manual is not clean: {problems[:3]}")
    charts = len(draw_charts(manual))
    drawing_seconds = seconds_of(lambda: draw_charts(manual), ROUNDS)
    return Result(
        procedures=size,
        build_seconds=build.seconds,
        plain_seconds=plain.seconds,
        build_ratio=build.seconds / plain.seconds,
        build_processor_seconds=build.processor_seconds,
        plain_processor_seconds=plain.processor_seconds,
        complete_seconds=complete_seconds,
        build_mebibytes=build.mebibytes,
        plain_mebibytes=plain.mebibytes,
        check_seconds=check.seconds,
        edit_seconds=edit,
        charts=charts,
        charts_per_second=charts / drawing_seconds,
    )


def main(arguments: list[str]) -> None:
    """Measure the sizes given, or `SIZES`, and write ``bench/results.json`` and ``bench/results.md``."""
    sizes = [int(argument) for argument in arguments] or list(SIZES)
    results = []
    with tempfile.TemporaryDirectory(prefix="khumue-bench-") as workspace:
        for size in sizes:
            print(f"measuring {size} procedures …", file=sys.stderr, flush=True)
            results.append(measure(size, Path(workspace)))
            print(write_results(results, Path(__file__).parent))


if __name__ == "__main__":
    main(sys.argv[1:])
