"""Names of which a list tells a word once, and words that name no place before others."""

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from tests.conftest import article


def named(text, atlas):
    told = article(text)
    return {m.text: m.place and m.place.name for m in find_mentions(told, atlas, segments=segment(told.text, title=""))}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Rebels attacked towns in North and South Kivu on Monday.",
            {"North": "North Kivu", "South Kivu": "South Kivu"},
        ),
        (
            "Clashes spread to North, South and West Kordofan on Monday.",
            {"North": "North Kordofan", "South": "South Kordofan", "West Kordofan": "West Kordofan"},
        ),
        ("Two ships were hit in the Black and Azov seas on Monday.", {"Black": "Black Sea", "Azov": "Sea of Azov"}),
    ],
)
def test_parts_of_an_area_share_its_name(atlas, text, places):
    assert named(text, atlas) == places


def test_a_wind_alone_shares_no_name(atlas):
    assert "North" not in named("Shells fell in the North on Monday, and South Sudan closed its border.", atlas)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mobile phone services have been cut in Kayah since Thursday.", "Mobile"),
        ("The blast tore through St Sebastian's Church in Negombo on Sunday.", "St Sebastian"),
        ("They were let go after a few hours at Kitay-Gorod station in Moscow.", "Kitay"),
    ],
)
def test_words_that_name_no_place_before_others(atlas, text, name):
    assert name not in named(text, atlas)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A storm flooded Mobile, Alabama, on Thursday.", "Mobile"),
        ("The Moscow-Kyiv train was hit near Lviv on Monday.", "Kyiv"),
    ],
)
def test_they_name_one_elsewhere(atlas, text, name):
    assert name in named(text, atlas)


def roles(text, atlas):
    told = article(text)
    return {m.text: m.role for m in find_mentions(told, atlas, segments=segment(told.text, title=""))}


def test_the_last_of_a_list_of_towns_is_a_place(atlas):
    found = roles("Airports at Srinagar, Jammu, Amritsar and Lahore were closed for hours on Tuesday.", atlas)
    assert found["Lahore"] == "literal"


def test_the_last_of_those_who_act_is_none(atlas):
    assert roles("Russia, Iran and Turkey were meeting on Tuesday.", atlas)["Turkey"] == "metonym"


def test_a_country_that_owns_an_acronym_is_no_place_of_an_event(atlas):
    found = roles("Six reporters were detained on Monday, including staff of France's AFP.", atlas)
    assert found["France"] == "modifier"


def test_a_sector_of_a_district_abroad_is_no_town_of_the_same_name(atlas):
    assert named("Shells fell in the Nowshera sector of Rajouri district on Monday.", atlas)["Nowshera"] is None


def test_a_district_of_the_same_country_keeps_its_town(atlas):
    assert named("Shells fell in the Saltivka district of Kharkiv on Monday.", atlas) == {
        "Saltivka": "Saltivka",
        "Kharkiv": "Kharkiv",
    }
