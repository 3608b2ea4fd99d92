"""Tries inputs without end (`make fuzz`): as many as asked for, in all, and says what came of them as a table."""

import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

from tests.fuzz.judging import Figures, fuzz
from tests.fuzz.mutations import KINDS

IN_ALL = 100_000
AT_ONCE = 100
"""How many inputs a process judges before it says so."""


def main(count: int) -> int:
    """Judge inputs of every kind; the exit code says whether any failed."""
    each = -(-count // len(KINDS))
    started, results = time.perf_counter(), {kind: Figures() for kind in KINDS}
    with ProcessPoolExecutor() as executor:
        work = {
            executor.submit(fuzz, kind, range(first, min(first + AT_ONCE, each))): kind
            for first in range(0, each, AT_ONCE)
            for kind in KINDS
        }
        for future in as_completed(work):
            done, result = future.result(), results[work[future]]
            result.counts.update(done.counts)
            result.slowest = max(result.slowest, done.slowest)
            result.failures += done.failures
            print("".join(f"{failure}\n" for failure in done.failures), end="", flush=True)
    print("| Inputs | Number | Accepted | Texts looked for | Slowest (s) | Failures |")
    print("|---|---:|---:|---:|---:|---:|")
    for kind, all_of_it in results.items():
        counts = all_of_it.counts
        numbers = f"{counts['inputs']:,} | {counts['accepted']:,} | {counts['texts']:,}"
        print(f"| {kind} | {numbers} | {all_of_it.slowest:.1f} | {len(all_of_it.failures)} |")
    print(f"\n{time.perf_counter() - started:.0f} seconds")
    return int(any(each.failures for each in results.values()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else IN_ALL))
