"""Values are those of the standard library, only made faster."""

import copy
import dataclasses
import pickle

import pytest

from geoevents.values import dataclass, maker, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A value with a default and a factory."""

    name: str
    people: int | None = None
    names: list[str] = dataclasses.field(default_factory=list)


def test_a_value_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Town(name="A").name = "B"


def test_a_value_takes_keywords_and_defaults():
    town = Town(name="A")
    assert (town.name, town.people, town.names) == ("A", None, [])
    assert town.names is not Town(name="A").names
    with pytest.raises(TypeError, match="name"):
        Town(people=3)


def test_a_maker_makes_what_the_class_makes():
    town = maker(Town)(name="A", names=["B"])
    assert (type(town), town) == (Town, Town(name="A", names=["B"]))
    with pytest.raises(dataclasses.FrozenInstanceError):
        town.name = "B"


def test_replace_gives_another_equal_value_and_keeps_the_first():
    town = Town(name="A", people=3)
    other = replace(town, people=4)
    assert other == dataclasses.replace(town, people=4)
    assert (town.people, type(other)) == (3, Town)


def test_replace_refuses_a_field_that_is_not_there():
    with pytest.raises(AttributeError, match="lake"):
        replace(Town(name="A"), lake="B")


def test_a_value_is_copied_and_pickled_whole():
    town = Town(name="A", people=3, names=["B"])
    assert pickle.loads(pickle.dumps(town)) == copy.deepcopy(town) == town  # noqa: S301 - our own bytes
    assert repr(town).endswith("Town(name='A', people=3, names=['B'])")
