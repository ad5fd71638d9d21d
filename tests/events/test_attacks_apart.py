"""Attacks of one kind in one article: which are one row, and which are told apart by their words."""

import pytest


def tolls(told, text):
    found = [e for e in told(text) if e.category in {"strike", "ground_combat"}]
    return sorted((e.killed, e.injured) for e in found)


BEFORE = "A bomb killed six soldiers in Kabul on Monday. "


@pytest.mark.parametrize(
    ("later", "row"),
    [
        ("Earlier, a roadside bomb in Kabul killed one soldier and wounded three.", (1, 3)),
        ("Another bomb in Kabul killed two soldiers and wounded three.", (2, 3)),
        ("A similar bomb in Kabul killed two soldiers and wounded three.", (2, 3)),
        ("Two earlier bombs in Kabul killed nine soldiers.", (9, None)),
        ("A March bomb attack in Kabul killed nine soldiers.", (9, None)),
    ],
)
def test_another_attack_keeps_its_dead_and_injured_together(told, later, row):
    assert tolls(told, BEFORE + later) == sorted([(6, None), row])


@pytest.mark.parametrize(
    "later",
    [
        "The bomb in Kabul wounded three guards.",
        "The bomb in Kabul on Monday wounded three guards, police had said earlier.",
    ],
)
def test_the_same_attack_told_again_is_one_row(told, later):
    assert tolls(told, BEFORE + later) == [(6, 3)]


def test_an_attack_of_another_month_is_kept_without_a_place(told):
    text = "An ambush killed five soldiers in Gao on Monday. A similar ambush in April killed nine soldiers."
    assert tolls(told, text) == [(5, None), (9, None)]


def test_what_comes_back_without_a_day_of_its_own_stays_one_row(told):
    assert tolls(told, "An ambush killed five soldiers in Gao on Monday. The ambush alarmed the town.") == [(5, None)]


def test_an_attack_the_day_after_another_is_not_that_one(told):
    text = "Drones struck two fuel depots in southern Sudan, the day after a drone attack on Khartoum airport."
    assert len([e for e in told(text) if e.category == "strike"]) == 2


def test_the_dead_of_another_attack_go_on_with_it(told):
    text = "A bomb hit a bus in Kabul on Monday. Another bomb hit a bank in Kabul. Four people died."
    assert [e.killed for e in told(text) if e.category == "strike"] == [None, 4]


def test_one_missile_told_later_is_that_of_the_strike(told):
    text = "A missile strike on Tyre killed nine people, police said on Sunday. The city was hit on Saturday by a Fateh missile."
    assert len([e for e in told(text) if e.category == "strike"]) == 1


@pytest.mark.parametrize(
    ("later", "rows"),
    [
        ("A strike on Tyre killed three people and wounded ten.", 2),
        ("A strike on Tyre killed eleven people, the army said.", 1),
        ("The strike on Tyre killed eleven people.", 1),
        ("A strike on Tyre killed nine people.", 1),
        ("A strike on Tyre killed at least eleven people.", 1),
    ],
)
def test_a_strike_with_other_dead_is_another_one(told, later, rows):
    assert len(tolls(told, f"A strike on Tyre killed nine people on Tuesday. {later}")) == rows


def test_the_dead_of_a_bombing_and_what_followed_are_of_the_bombing(told):
    text = "A car bomber rammed a hotel in Kabul on Sunday and the attack was followed by gunfire, killing 15 people."
    assert {e.subtype: e.killed for e in told(text)} == {"explosion": 15, "clash": None}


def test_a_clash_alone_has_its_dead(told):
    assert [
        e.killed for e in told("Militias and the army exchanged gunfire in Kabul on Sunday, killing 15 people.")
    ] == [15]


def test_a_part_of_the_displaced_is_not_counted_as_all(told):
    text = "2,900 people had been displaced from Adre by an attack, and {} fled to Farchana."
    found = {e.place_name: e.count for e in told(text.format("most")) if e.category == "humanitarian"}
    assert found == {"Adré": 2900, "Farchana": None}
    found = {e.place_name: e.count for e in told(text.format("900 people")) if e.category == "humanitarian"}
    assert found == {"Adré": 2900, "Farchana": 900}


@pytest.mark.parametrize("verb", ["revised", "raised"])
def test_a_number_killed_that_is_corrected_is_the_toll(told, verb):
    (event,) = told(f"Police in Baquba {verb} the number killed in a bombing on Sunday to 28, with 34 wounded.")
    assert (event.killed, event.injured) == (28, 34)
