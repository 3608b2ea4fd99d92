"""The garbage collector waits while very many objects are made of which none is garbage: reading, drawing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the collector from walking all objects made so far, again and again.

    It takes a sixth of the time of a thousand charts. A collector that was off stays off.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def all_kept() -> Iterator[None]:
    """Keep the collector for good from what is made meanwhile, as it stays until the command ends.

    After a mere pause it would walk all of it at once.
    """
    with collector_paused():
        yield
        gc.freeze()
