"""Many small cases as one test: what is done about each test takes longer than such a case does.

Nothing is lost by it: every case is tried whatever became of those before, and each that fails is named.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any


def each_case(names: str, cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try cases one after the other in one test, as pytest's ``parametrize`` does in a test for each.

    For tests that leave nothing behind which the next case would meet.

    Args:
        names: the arguments of the test that a case gives, with commas between them.
        cases: what they are each time: a value, or as many as there are names.

    Returns:
        What makes one test of a test function; its other arguments are fixtures, the same for all cases.
    """
    keys, listed = names.split(", "), list(cases)
    assert listed, "no case is no test"

    def one_test(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def every_case(**fixtures: Any) -> None:  # noqa: ANN401 - whatever fixtures give
            failures = list[Exception]()
            for case in listed:
                values = case if len(keys) > 1 else (case,)
                try:
                    test(**fixtures, **dict(zip(keys, values, strict=True)))
                except Exception as error:  # noqa: BLE001 - told below, with the others
                    error.add_note(f"in the case {case!r}")
                    failures.append(error)
            if failures:
                raise ExceptionGroup(f"{len(failures)} of {len(listed)} cases failed", failures)

        signature = inspect.signature(test)
        others = [each for name, each in signature.parameters.items() if name not in keys]
        vars(every_case)["__signature__"] = signature.replace(parameters=others)
        return every_case

    return one_test
