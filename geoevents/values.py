"""Frozen values that are cheap to make: ``dataclass`` and ``replace`` of the standard library, several times as fast.

The standard library fills a frozen value by one call of ``object.__setattr__`` a field, and ``replace`` walks over all
fields in Python; an article makes thousands of values.  Here a slotted value is filled while its class is an open twin
with the same slots, and is then given its frozen class.  To everybody who holds one, and to the type checker, nothing
differs from the standard library.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

__all__ = ["dataclass", "maker", "replace"]

P = ParamSpec("P")
T = TypeVar("T")
# How to copy a value of a class into its open twin, and how to make one.
_OPENED: dict[type, Callable[[Any], Any]] = {}
_MADE: dict[Any, Callable[..., Any]] = {}
_UNSET = object()


def _dataclass(**options: Any) -> Callable[[type[T]], type[T]]:
    """The standard decorator; a frozen, slotted class without ``__post_init__`` is made quick."""

    def made(cls: type[T]) -> type[T]:
        value: type[T] = dataclasses.dataclass(**options)(cls)
        simple = options.get("frozen") and options.get("slots") and not hasattr(value, "__post_init__")
        return _quick(value) if simple else value

    return made


def _replace(value: T, /, **changes: Any) -> T:
    """The value with some fields changed."""
    opened = _OPENED.get(type(value))
    if opened is None:
        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    copy: T = opened(value)
    for name, new in changes.items():
        setattr(copy, name, new)
    copy.__class__ = type(value)
    return copy


def maker(cls: Callable[P, T]) -> Callable[P, T]:
    """A function that does what calling the class does, at half the price: for values that are made by the hundred."""
    return _MADE[cls]


def _quick(cls: type[T]) -> type[T]:
    """A frozen, slotted class with a ``__new__`` that fills an open twin, known to ``replace`` and ``maker``."""
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]
    twin = type(f"_Open{cls.__name__}", (), {"__slots__": tuple(f.name for f in fields)})
    names: dict[str, Any] = {"_cls": cls, "_twin": twin, "_unset": _UNSET}
    names |= {f"_default_{f.name}": f.default for f in fields}
    names |= {f"_factory_{f.name}": f.default_factory for f in fields}
    exec(_source(fields), names)  # noqa: S102 - the standard library makes __init__ in the same way
    new = names["__new__"]
    new.__annotations__, new.__qualname__ = cls.__init__.__annotations__, f"{cls.__name__}.__new__"
    cls.__new__, cls.__reduce__ = new, _reduced  # type: ignore[method-assign, assignment]
    del cls.__init__
    _OPENED[cls], _MADE[cls] = names["opened"], names["made"]
    return cls


def _reduced(value: Any) -> tuple[Callable[..., Any], tuple[type, dict[str, Any]]]:
    """How a value is pickled and copied: by its fields."""
    return _remade, (type(value), {f.name: getattr(value, f.name) for f in dataclasses.fields(value)})


def _remade(cls: type[T], fields: dict[str, Any]) -> T:
    return cls(**fields)


def _source(fields: tuple[dataclasses.Field[Any], ...]) -> str:
    """Text of ``__new__``, of the copy into the twin, and of the function that makes a value."""
    by_place = [_parameter(f) for f in fields if not f.kw_only]
    by_name = [_parameter(f) for f in fields if f.kw_only]
    parameters = ", ".join([*by_place, *(["*", *by_name] if by_name else [])])
    filled = "\n".join(f"    new.{f.name} = {_given(f)}" for f in fields)
    made = f"    new = _twin()\n{filled}\n    new.__class__ = _cls\n    return new\n"
    copied = "\n".join(f"    new.{f.name} = value.{f.name}" for f in fields)
    return (
        f"def __new__(_of, {parameters}):\n{made}"
        f"def opened(value):\n    new = _twin()\n{copied}\n    return new\n"
        f"def made({parameters}):\n{made}"
    )


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return f"{field.name}=_default_{field.name}"
    return field.name if field.default_factory is dataclasses.MISSING else f"{field.name}=_unset"


def _given(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is dataclasses.MISSING:
        return field.name
    return f"_factory_{field.name}() if {field.name} is _unset else {field.name}"


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass, replace = _dataclass, _replace
