"""Whose words a paragraph has that begins with a name and a colon."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events


def claimants(atlas, text):
    events = find_events(Article(id="x", text=text, published=datetime.date(2025, 3, 14)), atlas).events
    return [[c.name for c in e.claimants] for e in events]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mayor Ihor Terekhov", "Mayor Ihor Terekhov"),
        ("Oleh Syniehubov", "Oleh Syniehubov"),
        ("Vladimir Saldo, governor of Kherson region", "Vladimir Saldo"),
        ("General Staff", "General Staff"),
        ("GENERAL KELLY", "General Kelly"),
    ],
)
def test_a_name_before_a_colon_says_what_follows(atlas, label, name):
    assert claimants(atlas, f"{label}: Russian drones struck a market in Oleshky this morning.") == [[name]]


@pytest.mark.parametrize("label", ["Idlib Province", "Live Updates", "Deadly Weekend", "Donetsk direction", "Breaking"])
def test_headings_and_places_before_a_colon_are_nobody(atlas, label):
    assert claimants(atlas, f"{label}: Drones struck a market in Oleshky this morning.") == [[]]


def test_a_speaker_of_a_transcript_goes_on_until_the_next_one_asks(atlas):
    text = (
        "GENERAL KELLY: Good afternoon.\n\nOur jets bombed Basra last night.\n\nQ: And Kirkuk?\n\nRockets hit Mosul, we hear.\n\n"
        "ADMIRAL FRY: B-52s bombed Tikrit this morning."
    )
    assert claimants(atlas, text) == [["General Kelly"], [], ["Admiral Fry"]]
