"""Headlines tell in the present what happened, and with "to" what is planned."""

import pytest

from geoevents.events.find import find_events
from tests.conftest import article


@pytest.mark.parametrize(
    ("line", "category", "status"),
    [
        ("Rebels seize airport of Goma", "control_change", "reported"),
        ("Taliban capture Kunduz", "control_change", "reported"),
        ("Sudan's army retakes Wad Madani from RSF", "control_change", "reported"),
        ("Wagner fighters leave Bakhmut", "control_change", "reported"),
        ("Gunmen kill 30 villagers in Nigeria's Benue state", "ground_combat", "reported"),
        ("Drone attack sets oil depot ablaze in Volgograd", "strike", "reported"),
        ("Ukraine and Russia swap 300 prisoners", "detention", "reported"),
        ("Zelensky visits troops near Pokrovsk", "diplomacy", "reported"),
        ("Putin and Trump to meet in Alaska on Friday", "diplomacy", "planned"),
        ("Germany to send two more Patriots to Ukraine", "military_aid", "planned"),
    ],
)
def test_a_headline_tells_an_event(atlas, line, category, status):
    assert [(e.category, e.status) for e in find_events(article(line), atlas).events] == [(category, status)]


@pytest.mark.parametrize(
    "line",
    [
        "Prices in Turkey hit record high",
        "Chelsea sign defender from Monaco",
        "Rockets beat Lakers in Houston",
        "Strike shuts airports in Germany",
        "Otherwise, massive sanctions.",
    ],
)
def test_other_headlines_tell_none(atlas, line):
    assert find_events(article(line), atlas).events == ()
