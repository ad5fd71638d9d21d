"""The public names: all there, all documented, none heavy before it is used."""

import inspect

import pytest

import geoevents


@pytest.mark.parametrize("name", geoevents.__all__)
def test_every_public_name_exists_and_says_what_it_is(name):
    assert inspect.getdoc(getattr(geoevents, name))


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        geoevents.nothing  # noqa: B018
