"""Other centuries, what is remembered after decades, and the deeds of a person's life are no events of the day."""

import pytest

WAR = "The army said that troops were fighting rebels near Goma on Monday. "


def _fights(told, text):
    return [
        (e.place_name, e.is_background)
        for e in told(text)
        if e.category in {"strike", "control_change", "ground_combat"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On March 12, 1864, troops landed at Simmesport. The garrison was captured.",
        "The museum in Riga shows the siege of 1710. The Russians took the town in a single night.",
        "The town will mark the 80th anniversary of the bombing of Dresden. British planes dropped bombs over three nights.",
    ],
)
def test_other_centuries_and_memories_have_no_rows(told, text):
    assert _fights(told, WAR + text) == [("near Goma", False)]


@pytest.mark.parametrize(
    "text",
    [
        "A missile hit a church in Odesa built in 1822. The blast killed two people.",  # an old thing, hit today
        "The shelling of Odesa was the heaviest in Europe since World War II. Russian forces fired 80 shells.",
        "Troops fired 1850 shells at Odesa.",
    ],
)
def test_the_news_of_old_things_has_its_rows(told, text):
    assert ("Odesa", False) in _fights(told, WAR + text)


def test_what_a_convicted_man_did_in_his_war_is_background(told):
    text = "A court in The Hague convicted the general on Tuesday. He shelled Zepa. His troops attacked Gorazde."
    assert _fights(told, text) == [("Žepa", True), ("Goražde", True)]


def test_what_a_general_does_behind_a_visit_is_news(told):
    text = WAR + "The general visited the front near Pokrovsk on Monday. His forces attacked near Sumy."
    assert ("near Sumy", False) in _fights(told, text)


@pytest.mark.parametrize("text", ["Locusts have invaded Lodwar.", "You capture Kherson in the first hour."])
def test_beasts_and_players_take_no_ground(told, text):
    assert _fights(told, WAR + text) == [("near Goma", False)]


def test_a_group_named_after_a_beast_is_an_army(told):
    assert ("Trincomalee", False) in _fights(told, WAR + "Tigers attacked a navy base in Trincomalee.")
