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
