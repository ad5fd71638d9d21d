"""What an apposition answers, what is an aside, what is only passed through: claims, days and places of such phrases."""

import pytest


def rows(told, text, *categories):
    return [e for e in told(text) if not categories or e.category in categories]


@pytest.mark.parametrize(
    "text",
    [
        "The militia said it had handed over the town of Manbij on Monday, a claim Damascus rejects.",
        "The militia said it had handed over the town of Manbij on Monday, a claim that Damascus rejects.",
        "Houthi fighters said they had entered Marib on Friday, an assertion strongly disputed by the government.",
        "The Houthis said they had entered Marib, a claim the coalition called false.",
        "Sudan accused the rebels of shelling a market in El Fasher on Monday. The RSF accused the army of bombing it itself.",
    ],
)
def test_an_answer_in_apposition_disputes_what_was_told(told, text):
    assert [e.status for e in rows(told, text)] == ["disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "Sudan accused the rebels of shelling a market in El Fasher on Monday. The RSF accused the army of bombing its own people.",
        "The army said it had taken Kibati on Monday, a success that the president hailed.",
    ],
)
def test_another_charge_disputes_nothing(told, text):
    assert {e.status for e in rows(told, text, "strike", "control_change")} <= {"claimed", "reported"}


def test_a_measure_is_not_where_they_met_before(told):
    text = "West African leaders imposed sanctions on Mali after an emergency summit in Accra on Sunday."
    assert [(e.category, e.place_name) for e in told(text)] == [("sanctions", None), ("diplomacy", "Accra")]
    text = "The EU approved new sanctions against Belarus at a meeting in Luxembourg on Monday."
    assert [(e.category, e.place_name) for e in told(text)] == [("sanctions", "Luxembourg")]


def test_troops_leave_one_town_for_another(told):
    text = "Army units left Hodeidah for Khokha on Tuesday, the coalition said."
    assert [(e.subtype, e.place_text) for e in told(text)] == [("withdrawal", "Hodeidah")]
    assert not rows(
        told, "A battalion left Entebbe for Mogadishu on Tuesday to join the peacekeepers.", "control_change"
    )


def test_mines_left_behind_are_no_ground(told):
    text = "Rebels entered Jarablus on Tuesday. The jihadists had withdrawn to al-Bab, leaving mines behind, residents said."
    assert {e.place_text for e in told(text)} == {"Jarablus"}


def test_what_a_truce_ended_is_over(told):
    assert not rows(told, "The truce put an end to three weeks of fighting in Khartoum.", "ground_combat")
    assert rows(told, "Three weeks of fighting in Khartoum have killed 40 people.", "ground_combat")


def test_a_state_of_things_has_a_day_of_its_own(told):
    text = "In Djibo, under siege by jihadists since February, soldiers were ambushed near the market on Monday."
    event = next(e for e in told(text) if e.subtype == "ambush")
    assert (event.date_start.isoformat(), event.is_background) == ("2024-05-13", False)


def test_the_road_on_which_it_lies_is_no_place_of_its_own(told):
    assert [e.place_text for e in told("Near Sake, rebels ambushed a patrol on the road to Minova.")] == ["Sake"]
    assert [e.place_text for e in told("Rebels ambushed a patrol on the road to Minova.")] == ["Minova"]


def test_jets_that_are_flown_out_are_not_evacuated(told):
    assert not rows(told, "The army shelled Aden. It had flown its jets out of Aden for years.", "humanitarian")
    assert rows(told, "The army shelled Aden. Some 300 foreigners were evacuated from Aden on Sunday.", "humanitarian")


def test_what_follows_and_in_a_town_is_told_of_that_town_alone(told):
    text = "In Takhar the insurgents took Khwaja Ghar, and in Baghlan they set up checkpoints on the highway to Kabul."
    assert [e.place_text for e in rows(told, text, "control_change")] == ["Khwaja Ghar"]
    text = "The insurgents took the towns of Kunduz, and in the north Taloqan."
    assert "Kunduz" in {e.place_text for e in rows(told, text, "control_change")}


def test_the_day_of_a_charge_is_not_that_of_the_deed(told):
    text = "The justice department has charged six leaders of Hamas over 7 October."
    assert [e.date_start.isoformat() for e in rows(told, text, "legal")] == ["2024-05-15"]


def test_ground_is_declared_free(told):
    text = "The Syrian army shelled Douma. It declared the whole of Ghouta free of rebels on Tuesday."
    assert "captured" in {e.subtype for e in rows(told, text, "control_change")}
    assert not rows(told, "The army declared Angola free of mines on Tuesday.", "control_change")


def test_those_who_shelter_in_public_places_have_fled(told):
    text = "Rebels shelled Bor on Monday. Some 34,000 people are sheltering at UN compounds in Juba and Bor."
    assert [e.count or e.group_count for e in rows(told, text, "humanitarian")] == [34000, 34000]
    assert not rows(told, "Rebels shelled Bakhmut. Families were sheltering in the cellars of Bakhmut.", "humanitarian")


@pytest.mark.parametrize(
    "text",
    [
        "By Sunday the blue and yellow flag was flying in Kupiansk.",
        "The governor, Anna Berg, ordered civilians to leave for Belgorod on Sunday.",
        "The airline will stop flying to Doha from Tuesday.",
    ],
)
def test_who_is_sent_and_what_flies_makes_no_visit(told, text):
    assert "visit" not in {e.subtype for e in told(f"Shells fell on Kharkiv. {text}")}
    assert "visit" in {e.subtype for e in told("Shells fell on Kharkiv. The minister will leave for Doha on Tuesday.")}
