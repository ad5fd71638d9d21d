"""Numbers as English news writes them: without "and", with a half, out of a whole, of two kinds, of peoples."""

import pytest

from geoevents.articles.tokens import tokenize
from geoevents.events.howmany.counts import counts_in
from geoevents.events.sentence.clauses import parse


def counts(text):
    return [(c.value, c.unit, c.kind) for c in counts_in(text, parse(tokenize(text)))]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("One hundred eighty-five drones were downed.", 185, "exact"),
        ("Two thousand three hundred and ten drones were downed.", 2310, "exact"),
        ("Eleven and a half thousand drones were built.", 11500, "exact"),
        ("A million and a half drones were built.", 1500000, "exact"),
        ("Half a million drones were built.", 500000, "exact"),
        ("A trio of drones was downed.", 3, "exact"),
        ("A score of drones was downed.", 20, "exact"),
        ("Twenty or so drones were downed.", 20, "approximate"),
        ("Thirty-odd drones were downed.", 30, "approximate"),
        ("A dozen or more drones were downed.", 12, "at_least"),
        ("Not less than 30 drones were downed.", 30, "at_least"),
        ("Close to 300 drones were downed.", 300, "approximate"),
        ("A few hundred drones were downed.", None, "vague"),
        ("A couple of dozen drones were downed.", None, "vague"),
        ("A handful of drones was downed.", None, "vague"),
    ],
)
def test_a_number_is_read_as_written(text, value, kind):
    assert counts(text) == [(value, "drones", kind)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thirty of thirty-eight missiles were downed.", 30),
        ("Twelve of about twenty missiles were downed.", 12),
        ("Nine out of some forty-one missiles were downed.", 9),
        ("All but two of the 40 missiles were downed.", 38),
    ],
)
def test_the_part_counts_and_not_the_whole(text, value):
    assert [c[0] for c in counts(text)] == [value]


def test_all_but_one_is_told_of_the_number_before():
    assert [c[0] for c in counts("Rebels fired 75 rockets at the port, and all but one fell into the sea.")] == [75, 74]
    assert [c[0] for c in counts("The blast hurt nine people, and all but one drone fell into the sea.")] == [9, None]


def test_two_kinds_share_their_noun():
    assert counts("Three ballistic and five cruise missiles came.") == [
        (3, "missiles", "exact"),
        (5, "missiles", "exact"),
    ]
    assert counts("Nine aerial and seven maritime drones came.") == [(9, "drones", "exact"), (7, "sea_drones", "exact")]
    assert counts("Two tall and five small houses burned.") == [(5, "buildings", "exact")]


def test_a_part_is_counted_in_the_unit_of_its_whole():
    text = "Ten cruise missiles and three boats had been sent; seven of the ten were intercepted."
    assert counts(text)[-1] == (7, "missiles", "exact")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Thirteen Malians and four Thais were freed.", 17),
        ("Two Emiratis and a Briton were freed.", 3),
        ("Six Tutsis were freed.", 6),
    ],
)
def test_peoples_are_counted(text, value):
    assert counts(text) == [(value, "persons", "exact")]


def test_a_people_before_another_noun_is_not_counted():
    assert counts("A Thai court heard them.") == []
    assert counts("Two Thai ships sank.") == [(2, "ships", "exact")]


def test_as_many_is_no_number():
    assert counts("Six people were killed and as many wounded.") == [(6, "killed", "exact")]


def test_bombs_missiles_and_drones_of_one_week_are_three_rows(told):
    text = "In the past week rebels used about 900 guided bombs, more than 40 missiles and 400 drones against Goma."
    assert {(e.subtype, e.count) for e in told(text)} == {
        ("air_strike", 900),
        ("missile_strike", 40),
        ("drone_strike", 400),
    }
    assert {(e.subtype, e.count) for e in told("Two jets dropped six bombs on Goma on Tuesday.")} == {("air_strike", 6)}
