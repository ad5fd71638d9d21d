"""What war does to civil life: where networks, borders and towns are that are cut or shut, and whose number counts."""

import pytest

from geoevents.events.find import find_events
from tests.conftest import article

WAR = "The army said that troops were fighting rebels near Goma. "
HIT = "A missile hit a depot in Sumy, the army said. "


def _rows(found, category):
    return [(e.subtype, e.place_name, e.count) for e in found if e.category == category]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Iran shut down the internet on Monday.", ["Iran"]),
        ("Much of Kherson was in the dark on Monday.", ["Kherson"]),
        ("Russia knocked out the power grid on Monday.", [None]),  # not at the one who does it
        ("Latvia closes its sky on Monday.", ["Latvia"]),
        ("Jordan shut all its schools on Monday.", ["Jordan"]),
    ],
)
def test_what_a_state_or_a_town_loses_or_shuts_is_there(told, text, where):
    found = told("The army of Ukraine is at war with the forces of Russia. " + text)
    assert [e.place_name for e in found if e.category == "infrastructure"] == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The computers of Estonia's ministries have been under attack since Monday.", "Estonia"),
        ("Hackers of Russia's army attacked the servers of a bank on Monday.", None),
    ],
)
def test_an_attack_on_networks_is_in_the_state_whose_they_are(told, text, where):
    found = told("The government and the president of the parliament spoke of hackers. " + text)
    assert [place for _, place, _ in _rows(found, "cyber")] == [where]


def test_a_number_that_a_ministry_gives_is_no_mere_harm_of_the_strike(told):
    text = HIT + "About 17,000 people were without electricity, the energy ministry said."
    assert _rows(told(text), "infrastructure") == [("outage", None, 17000)]  # so many are in no one town


def test_a_power_cut_that_nobody_counts_is_harm_of_the_strike(told):
    assert _rows(told(HIT + "A few homes were without electricity."), "infrastructure") == []


def test_an_embassy_that_has_told_its_citizens_to_leave_is_no_tally(told):
    text = WAR + "The United States embassy has urged its citizens to leave."
    assert [row[0] for row in _rows(told(text), "diplomacy")] == ["statement"]  # a travel warning moves nobody yet


def test_few_words_of_war_are_enough_in_a_short_report_of_two_countries(atlas):
    lines = (
        "Brazil moved soldiers and armoured cars up to Boa Vista on Wednesday, in answer to a vote in Venezuela. The president "
        "and his government spoke of calm. Oil firms will have to wait, the paper writes, and the courts as well. "
    )
    filler = "The harvest was good and the shops are full, and nobody on the river cares much for maps. " * 8
    told = find_events(article(lines + filler), atlas).events
    longer = find_events(article(lines + filler * 3), atlas).events
    assert [e.category for e in told] == ["mobilisation"]
    assert [e.category for e in longer] == []
