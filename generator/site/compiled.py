"""The theme's templates, compiled once in a process; MkDocs itself begins anew with each build."""

from collections.abc import Iterable
from contextlib import suppress

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates

from generator.site.theme_mends import mended


class CompiledTemplates(BytecodeCache):
    """Keeps what a template compiles to, as long as its source is the same; Jinja compares them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, bytes] = {}
        self._named: dict[str, tuple[str, list[str]]] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template: where templates are confined, they compile to something else."""
        key = f"{self.get_cache_key(name, filename)}{'-confined' if environment.sandboxed else ''}"
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what a template compiled to, if it is known."""
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template compiled to."""
        self._kept[bucket.key] = bucket.bytecode_to_string()

    def lend(self, env: Environment) -> None:
        """Let an environment, which has compiled nothing yet, take what is known; its templates do not change."""
        mended(env).auto_reload = False
        env.bytecode_cache = self

    def compile_ahead(self, env: Environment, names: Iterable[str]) -> None:
        """Compile templates, and those that they name, before they are asked for.

        Args:
            env: finds them; what is wrong with one is told when it is used.
            names: their names.
        """
        mended(env)
        waiting, seen = list(names), set[str]()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                with suppress(TemplateError, SyntaxError, RecursionError):
                    waiting += self._compiled(env, name)

    def _compiled(self, env: Environment, name: str) -> list[str]:
        """Compile a template.

        Returns:
            The names of those that it names.
        """
        if env.loader is None:
            return []
        source, filename, _ = env.loader.get_source(env, name)
        bucket = self.get_bucket(env, name, filename, source)
        checksum, named = self._named.get(bucket.key, ("", []))
        if bucket.code is None or checksum != bucket.checksum:
            tree = env.parse(source, name, filename)
            bucket.code = env.compile(tree, name, filename)
            self.set_bucket(bucket)
            named = [each for each in find_referenced_templates(tree) if each]
            self._named[bucket.key] = bucket.checksum, named
        return named


COMPILED = CompiledTemplates()
"""One theme has some fifty templates; what they compile to is as large as they are."""
