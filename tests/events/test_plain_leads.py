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


def test_where_the_attack_happened_is_where_its_bomb_went_off(told):
    (event,) = told(
        "A suicide bomber rammed a vehicle into a convoy in northwestern Pakistan on Saturday, killing 16 soldiers and wounding "
        "more than two dozen people, officials said. The attack happened in North Waziristan, a district in Khyber Pakhtunkhwa province."
    )
    assert (event.place_text, event.killed, event.injured) == ("North Waziristan", 16, 24)


def test_strikes_on_the_sites_of_a_state_are_there(told):
    found = told("Iran fired missiles at Haifa on Saturday after Israel carried out strikes on Iran's nuclear sites.")
    assert [e.place_name for e in found] == ["Haifa", "Iran"]


def test_regions_that_a_raid_on_a_country_damaged_have_rows(told):
    found = told(
        "Russian forces launched 117 drones at Ukraine overnight, killing a woman in Kherson and damaging a grid in the Odesa region."
    )
    assert {(e.place_name, e.count) for e in found} == {("Kherson", 1), ("Odesa Oblast", None), ("Ukraine", 117)}


def test_who_denies_that_its_guns_fired_denies_the_shelling_and_not_what_is_closed(told):
    found = told(
        "Sixteen people have died in Gisenyi since Monday, when shells flew over from Goma, the army's spokesman said. "
        "Schools stay closed until next week. Kinshasa has denied that its guns fired across the frontier."
    )
    assert {e.category: e.status for e in found} == {"strike": "disputed", "infrastructure": "reported"}
