"""A toll that rises in a later sentence is that of the deed told before, not a second event."""

import pytest

from geoevents.events.find import find_events
from tests.conftest import article


def rows(atlas, text):
    return [(e.place_name, e.killed) for e in find_events(article(text), atlas).events]


@pytest.mark.parametrize(
    ("text", "place", "killed"),
    [
        ("Rebels shelled Goma on Monday, killing nine people. The death toll from the attack has climbed to 17.", "Goma", 17),
        ("A car bomb killed six people in Mogadishu on Friday. The toll rose to eleven on Saturday.", "Mogadishu", 11),
        ("Missiles hit Ternopil on Saturday, killing 20. The toll in Saturday's attack on Ternopil has risen to 34.", "Ternopil", 34),
    ],
)  # fmt: skip
def test_a_toll_that_rises_is_of_the_deed_told_before(atlas, text, place, killed):
    assert rows(atlas, text) == [(place, killed)]


def test_who_tells_the_new_toll_is_named(atlas):
    text = (
        "Rebels shelled Goma on Monday, killing nine people, the army said. The toll has climbed to 17, doctors said."
    )
    assert [[c.name for c in e.claimants] for e in find_events(article(text), atlas).events] == [["army", "doctors"]]


@pytest.mark.parametrize(
    "later",
    [
        "The death toll since the war began has risen to 52,000, the ministry said.",
        "The death toll in Kharkiv rose to 30.",
        "The number of refugees rose to 300.",
    ],
)
def test_another_toll_changes_nothing(atlas, later):
    first = rows(atlas, f"A strike on Sumy killed nine people on Monday, medics said. {later}")[0]
    assert first == ("Sumy", 9)


def test_the_dead_of_two_places_are_not_raised(atlas):
    text = "Shells killed two people in Kherson and three in Nikopol on Monday. The toll rose to seven on Tuesday."
    assert rows(atlas, text) == [("Kherson", 2), ("Nikopol", 3)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Rebels took Goma on Tuesday, killing 400 people, the army said.", 400),
        ("Rebels took Goma on Tuesday, where 40 people were killed last week.", None),
        ("Rebels took Goma, and the army lost a jet that crashed with 12 aboard.", None),
    ],
)
def test_those_who_took_a_place_and_killed_there_are_told_with_it(told, text, killed):
    assert [e.killed for e in told(text) if e.category == "control_change"] == [killed]


def test_those_killed_where_a_post_was_overrun_are_not_of_the_shells_fired_next(told):
    text = "Rebels overran a base at Baidoa, killing 17 soldiers, and fired mortars at Afgooye, where two women were wounded."
    found = {(e.category, e.killed, e.injured) for e in told(text)}
    assert found == {("control_change", 17, None), ("strike", None, 2)}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Two bombs went off in Jolo on Monday. The first killed five soldiers. In all 14 people died, the army said.",
            {14},
        ),
        (
            "Bombs killed five soldiers in Jolo. Bombs killed nine in Cotabato. In all 14 people died, the army said.",
            {5, 9},
        ),
    ],
)
def test_what_died_in_all_is_of_the_one_deed_before(told, text, killed):
    assert {e.killed for e in told(text) if e.category == "strike"} == killed


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two people wounded in Monday's drone strike on Odesa have died, bringing the toll to six.", 6, None),
        (
            "Rescuers recovered seven bodies from a block of flats in Ternopil, raising the toll of the Russian missile strike to 33.",
            33,
            None,
        ),
        ("Shelling killed three people in Kherson on Sunday, bringing the toll since Friday to 12.", 3, None),
    ],
)
def test_a_toll_told_beside_bodies_found_is_the_number(told, text, killed, injured):
    (event,) = told(text)
    assert (event.killed, event.injured) == (killed, injured)
