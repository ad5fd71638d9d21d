"""A sentence of war or of states in a text about something else, and texts whose courts and officials are those of every day."""

import pytest

from geoevents.events.find import find_events
from tests.conftest import article

MUSIC = "The orchestra played songs by a young composer in the cellar of the old opera, and the audience stood for minutes. "
CRIME = (
    "Detectives found stolen watches and cocaine in a motel in Leeds. The defendant told jurors that he had been drunk. "
    "A judge had let him go on parole a year before. His neighbours called him a quiet man who kept to himself and washed his "
    "car on Sundays. The landlord said that the rent had always been paid on the first of the month. A charity that works with "
    "former prisoners had given him a room and a job in a library, where he sorted books. "
)


def _told(atlas, text):
    return [(e.category, e.place_name) for e in find_events(article(text), atlas).events]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (MUSIC + "On Thursday two Russian drones hit a house near Sumy.", "strike"),
        (MUSIC + "Rebels attacked an army post near Goma on Monday.", "ground_combat"),
        (MUSIC + "India and Pakistan exchanged 30 prisoners on Sunday.", "detention"),
        (MUSIC + "It was Sunday. Israeli jets bombed a house in Rafah at noon.", "strike"),
    ],
)
def test_a_sentence_of_war_counts_in_a_text_about_music(atlas, text, category):
    assert [c for c, _ in _told(atlas, text)] == [category]


@pytest.mark.parametrize(
    "last",
    [
        "In 1944 German troops shelled the opera.",  # a year is no day of news
        "The singer fired a rocket into the sky on Sunday.",
        "Troops storm the palace in the second act.",
    ],
)
def test_the_past_and_figures_of_speech_of_such_a_text_do_not(atlas, last):
    assert _told(atlas, MUSIC + last) == []


def test_a_report_of_a_crime_that_names_no_state_arrests_nobody(atlas):
    assert _told(atlas, CRIME + "Police arrested a man of 30 on Friday, and he was charged with theft.") == []


def test_a_court_that_tries_a_man_for_a_war_is_none_of_every_day(atlas):
    text = CRIME + "On Friday a court in Berlin jailed a Syrian army doctor for war crimes."
    assert [c for c, _ in _told(atlas, text)] == ["legal"]
