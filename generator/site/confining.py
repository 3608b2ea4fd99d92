"""Templates that a project brings along say what pages look like, and reach nothing of the machine that builds them.

What they may use is listed in ``confining.yml``, all else is refused: parts of the engine's objects, methods,
functions, filters. How much they may make is bounded there too (`generator.site.template_bounds`).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from inspect import unwrap
from pathlib import Path
from types import BuiltinMethodType, MethodType
from typing import Any, NoReturn, cast

from jinja2 import Environment, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Joiner, Namespace
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from generator.data_files import read_data
from generator.site.template_bounds import Bounds, Most, RefusedError, counted

_OWN = (Namespace, TemplateModule, TemplateReference)
"""What holds nothing but what templates put into it."""
_CALLED = (Macro, BlockReference, LoopContext, Joiner)
"""What templates make themselves, and may call."""
_BOUND = (MethodType, BuiltinMethodType)
_OPERATORS = frozenset(("+", "*", "**", "%"))


def confine(config: MkDocsConfig, written: Sequence[str]) -> None:
    """Let a project's own templates see only what they are handed, whose insides stay closed to them.

    The engine, its theme and its plugins make environments themselves; what confines one is a matter of classes alone.

    Args:
        config: the settings; changed. They say whether a project has a folder of templates of its own.
        written: those among its documents; without either, all are the product's and the theme's.
    """
    if config.theme.custom_dir or written:
        config.theme.__class__ = ConfinedTheme


class ConfinedTheme(Theme):
    """A theme all of whose environments are confined."""

    def get_env(self) -> Environment:
        """An environment for its templates."""
        env = super().get_env()
        env.__class__ = ConfinedEnvironment
        confined = cast("ConfinedEnvironment", env)
        confined.begin()
        return confined


class ConfinedEnvironment(ImmutableSandboxedEnvironment):
    """Refuses what is not listed.

    Attributes:
        bounds: what the page that is made right now has taken.
    """

    intercepted_binops = _OPERATORS
    bounds: Bounds

    def begin(self) -> None:
        """Take the place of an environment."""
        allowed = _allowed()
        self.bounds = Bounds(Most(**allowed["most"]))
        self.binop_table, self.unop_table = self.default_binop_table.copy(), self.default_unop_table.copy()
        self.finalize = self.shown
        for name in {*self.globals} & {"lipsum"}:
            del self.globals[name]
        self.globals["range"], self.globals["namespace"] = self.bounds.range, _Namespace
        making = allowed["making"]
        self.filters = {
            name: self._filter(name, made, name in making) if name in allowed["filters"] else _refusing(name)
            for name, made in self.filters.items()
        }

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Read a template, and let whatever it repeats count itself."""
        return counted(super()._parse(source, name, filename))

    def shown(self, value: object) -> object:
        """What is written of a value: only data are."""
        self.bounds.write(value)
        return value

    def passing(self, letters: int) -> bool:
        """Count a round of a loop, or a call of a macro, that writes some letters itself."""
        self.bounds.work(1, letters)
        return True

    def joined(self, *parts: object) -> str:
        """Texts joined by ``~``."""
        for each in parts:
            self.bounds.write(each)
        return "".join(map(str, parts))

    def held(self, value: object) -> object:
        """A list, tuple or mapping that a template makes."""
        self.bounds.hold(value)
        return value

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may have a part of something."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, _OWN) or any(attr in _parts(kind) for kind in type(obj).__mro__):
            return True
        return isinstance(obj, Mapping) and attr in obj and not callable(value)

    def is_safe_callable(self, obj: object) -> bool:
        """Whether a template may call something."""
        if isinstance(obj, _BOUND):
            owner = obj.__self__
            return owner is self or self.is_safe_attribute(owner, obj.__name__, obj) or _is_bounds(obj)
        return isinstance(obj, (*_CALLED, Undefined)) or any(
            obj is self.globals.get(each) for each in _allowed()["globals"]
        )

    def unsafe_undefined(self, obj: object, attribute: str) -> NoReturn:  # noqa: ARG002 - as Jinja declares it
        """Refuse a part of something.

        Raises:
            RefusedError: always.
        """
        raise RefusedError("refused", attribute)

    def wrap_str_format(self, value: object) -> None:
        """Nothing is formatted by a text that names parts of things: it is no listed method."""

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805 - as Jinja declares it
        """Call something, unless it is not listed, or makes too much.

        Raises:
            RefusedError: when it is not, or does.
        """
        if isinstance(__obj, MethodType) and __obj.__self__ is __self:
            return __obj(*args)  # put there by `counted`
        if not __self.is_safe_callable(__obj):
            raise RefusedError("refused", getattr(__obj, "__name__", type(__obj).__name__))
        __self.bounds.work(1)
        if isinstance(__obj, BuiltinMethodType):
            __self.bounds.foresee(__obj.__name__, (__obj.__self__, *args), is_making=False)
        elif isinstance(__obj, LoopContext) and args:
            args = (__self.bounds.each_of(args[0]), *args[1:])
        return __self.bounds.take(__context.call(__obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002 - as Jinja declares it
        """Add, multiply: unless it makes too much."""
        self.bounds.calculate(operator, left, right)
        return self.bounds.take(self.binop_table[operator](left, right))

    def _filter(self, name: str, made: Callable[..., Any], is_making: bool) -> Callable[..., Any]:
        """A filter that is counted."""

        @wraps(made)
        def bounded(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever filters take
            data = [each for each in args if not isinstance(each, Environment | Context | nodes.EvalContext)]
            self.bounds.foresee(name, (*data, *kwargs.values()), is_making)
            return self.bounds.take(made(*args, **kwargs))

        return bounded


class ConfinedTemplate(Template):
    """A template for each of whose pages counting begins anew."""

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as Jinja declares it
        """Make a page."""
        cast("ConfinedEnvironment", self.environment).bounds.begin()
        return super().render(*args, **kwargs)


ConfinedEnvironment.template_class = ConfinedTemplate


class _Namespace(Namespace):
    """Jinja's own, which shows nothing of what it holds: that may be itself."""

    def __repr__(self) -> str:
        return "<namespace>"


def _refusing(name: str) -> Callable[..., NoReturn]:
    """A filter in the place of one that is not listed."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise RefusedError("refused", name)

    return refuse


def _is_bounds(method: Any) -> bool:  # noqa: ANN401 - whatever is called
    """Whether something is the `range` of ours."""
    return unwrap(getattr(method, "__func__", method)) is Bounds.range


@cache
def _parts(kind: type) -> frozenset[str]:
    """The parts of a class that templates may have."""
    parts: dict[str, list[str]] = _allowed()["parts"]
    return frozenset(parts.get(f"{kind.__module__}.{kind.__qualname__}", ()))


@cache
def _allowed() -> dict[str, Any]:
    """What templates may use."""
    said: dict[str, Any] = read_data(Path(__file__).with_suffix(".yml"))
    return said
