"""What plain leads of several outlets showed: deaths claimed by a blow, people of a city, seats of speakers, soldiers of other states."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "A drone strike on Nyala claimed the lives of nine people on Monday, the army said.",
        "An ambush near Kidal claimed nine lives on Monday, the army said.",
    ],
)
def test_lives_that_a_blow_claimed_are_no_claim_of_it(told, text):
    (event,) = told(text)
    assert event.place_name is not None
    assert (event.killed, [c.name for c in event.claimants]) == (9, ["army"])


def test_how_many_live_in_a_city_is_no_number_of_what_happened_there(told):
    (event,) = told("Rebels marched into the centre of Goma, a city of more than two million, before dawn on Monday.")
    assert (event.place_name, event.count) == ("Goma", None)


def test_a_minister_abroad_tells_of_what_is_at_home(told):
    found = told(
        "Rebels took Goma on Monday. In New York, Congo's foreign minister told the Council that Rwandan troops had crossed the border."
    )
    assert {e.place_name for e in found} == {"Goma"}


def test_soldiers_of_a_state_did_not_die_in_it(told):
    found = told(
        "Thirteen peacekeepers were killed in fighting near Goma on Friday. Malawi reported three dead of its own, and Uruguay one."
    )
    assert {e.place_name for e in found} == {"near Goma"}


def test_who_was_taken_to_a_town_did_not_take_it(told):
    assert told("Six generals from the fallen garrison have been taken to Lashio, the army said.") == ()


def test_a_place_that_heads_the_sentence_before_is_the_scene_of_what_comes_next(told):
    found = told(
        "Shells hit Sloviansk on Tuesday. In Kramatorsk, people queued for water. A missile had struck the pumping station."
    )
    assert [e.place_name for e in found] == ["Sloviansk", "Kramatorsk"]


def test_the_day_of_who_acts_is_not_that_of_what_they_did_next(told):
    found = told(
        "The rebels, who overran Goma on Monday, advanced towards Bukavu and seized Kalehe on the shore of the lake.",
        published="2025-01-29",
    )
    days = {e.place_name: str(e.date_start) for e in found}
    assert (days["Goma"], days["Kalehe"]) == ("2025-01-27", "2025-01-29")


def test_a_bomb_that_fell_and_injured_is_one_strike(told):
    (event,) = told(
        "A bomb fell on a camp for displaced people near Goma and injured five, aid workers of the army said."
    )
    assert (event.category, event.injured) == ("strike", 5)
