"""Visits, talks and what those who met agreed: where they were, and whether they were."""

import pytest

IN_A_WAR = " Troops and rebels are at war."


@pytest.fixture
def dealings(told):
    def found(text):
        events = told(text + IN_A_WAR, published="2024-07-24")
        return [(e.subtype, e.status, e.place_name) for e in events if e.category == "diplomacy"]

    return found


def test_who_was_the_first_to_do_so_did_it(dealings):
    assert dealings("Ana Costa became the first foreign minister to visit Damascus.") == [
        ("visit", "reported", "Damascus")
    ]


def test_what_would_be_held_on_a_condition_is_none(dealings):
    assert dealings("Talks with them would be held in Geneva only if they disarmed, the minister said.") == []


def test_what_has_always_been_rejected_is_no_event(dealings):
    assert dealings("The government has always rejected talks with the militia.") == []


def test_an_adverb_parts_no_verb_from_its_place(dealings):
    assert ("visit", "reported", "Baghdad") in dealings("President Ana Costa flew secretly to Baghdad on Monday.")


def test_a_summit_on_one_place_in_another_is_held_in_the_other(dealings):
    assert dealings("A summit of leaders on Libya in Paris ended on Friday.") == [("summit", "reported", "Paris")]


def test_what_is_announced_together_was_agreed_there(dealings):
    found = dealings("The government and the rebels announced in Havana on Monday that they had reached an agreement.")
    assert ("agreement", "reported", "Havana") in found


def test_a_visitor_signs_where_he_is(dealings):
    found = dealings("President Ana Costa, who is visiting Madrid, signed a security agreement on Monday.")
    assert ("agreement", "reported", "Madrid") in found


def test_those_who_met_sign_where_they_met(dealings):
    text = "President Ana Costa met President Jean Sarr in Dakar on Monday. The two countries signed a pact."
    assert ("agreement", "reported", "Dakar") in dealings(text)


def test_a_journey_put_off_was_to_go_to_each_place(dealings):
    found = dealings("Prime Minister Ana Costa has postponed a trip to Oslo and Zagreb.")
    assert {place for _, _, place in found} == {"Oslo", "Zagreb"}


def test_a_second_day_has_its_own_place(dealings):
    found = dealings("The king was in Cairo on Monday and in Amman on Tuesday.")
    assert {place for _, _, place in found} == {"Cairo", "Amman"}


def test_the_day_by_which_something_is_asked_for_is_not_that_of_the_asking(told):
    (statement,) = told(
        "The foreign minister demanded a withdrawal of the troops by 30 August.", published="2024-07-24"
    )
    assert str(statement.date_start) == "2024-07-24"


def test_an_aside_in_ing_is_said_of_who_stands_before_it(dealings):
    found = dealings("Foreign Minister Ana Costa, visiting Yerevan on Monday, condemned the attack.")
    assert ("visit", "reported", "Yerevan") in found


def test_an_agreement_under_which_something_is_done_was_made_where_it_was_reached(dealings):
    found = dealings("The prisoners were flown home, under an agreement reached in Beijing on Friday.")
    assert ("agreement", "reported", "Beijing") in found


def test_talks_called_after_a_town_are_held_there(dealings):
    assert dealings("The Minsk talks of the envoys ended without a result on Monday.") == [
        ("talks", "reported", "Minsk")
    ]
    assert dealings("Leaders of the alliance decided it at their Warsaw summit on Friday.")[0][2] == "Warsaw"


def test_the_year_since_when_a_visit_is_the_first_is_not_its_own(told):
    (visit,) = told(
        "It was the first visit by a leader of Kenya to Somalia since its war with rebels in 1991.",
        published="2024-07-24",
    )
    assert str(visit.date_start) == "2024-07-24"


def test_the_site_that_is_visited_is_that_of_the_attack(dealings):
    text = "A missile hit a cafe in Kramatorsk on Thursday, killing 12 people. A UN team visited the site on Friday."
    assert dealings(text) == [("visit", "reported", "Kramatorsk")]


def test_a_journey_put_off_has_all_its_states(told):
    text = "The armies are at war. Prime Minister Narendra Modi has postponed a trip to Norway, Croatia and the Netherlands."
    assert {e.place_name for e in told(text) if e.category == "diplomacy"} == {"Norway", "Croatia", "Netherlands"}


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The premier promised six Hawk launchers to Ukraine on Monday.", "planned", None),
        ("The premier promised six tanks to Ukraine by December.", "planned", "2024-12-01"),
        ("The premier pledged six tanks to Ukraine on Monday.", "reported", "2024-05-13"),
        ("The premier promised 20 million euros for weapons on Monday.", "reported", "2024-05-13"),
    ],
)
def test_arms_that_are_promised_are_still_to_come_and_sums_are_granted(told, text, status, day):
    found = [e for e in told(f"Rockets hit Kharkiv. {text}") if e.category == "military_aid"]
    assert [(e.status, e.date_start and str(e.date_start)) for e in found] == [(status, day)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The envoy, who is on his way to Nairobi, condemned the raid.", "planned"),
        ("The envoy, who was on his way to Nairobi, condemned the raid.", "reported"),
        ("Kampala said an envoy would leave for talks with the rebels.", "planned"),
        ("Kampala said an envoy had left for talks with the rebels.", "reported"),
        ("The hosts hope for a summit in Nairobi.", "planned"),
        ("The hosts opened a summit in Nairobi.", "reported"),
    ],
)
def test_who_is_on_the_way_has_not_come_yet(told, text, status):
    found = [e for e in told(f"Rebels attacked Goma on Tuesday. {text}") if e.subtype in {"visit", "talks", "summit"}]
    assert [e.status for e in found] == [status]


def test_talks_that_end_in_an_agreement_are_where_it_was_made(told):
    found = told(
        "The leaders of Russia and Ukraine agreed in Minsk on Tuesday on a ceasefire after talks that had run through the night."
    )
    assert {e.place_name for e in found} == {"Minsk"}


def test_talks_of_another_year_are_not_where_the_agreement_was_made(told):
    found = told(
        "Russia and Ukraine signed a ceasefire in Minsk on Tuesday, a year after talks between them had broken down."
    )
    assert [e.place_name for e in found if e.subtype == "talks"] in ([], [None])


def test_two_heads_of_state_meet_behind_a_colon(dealings):
    assert dealings("The plan is plain: Lula and Macron meet in Dakar on Friday.") == [("meeting", "planned", "Dakar")]
    assert dealings("The name is plain: the Lula and Macron meet was a show of horses in Dakar.") == []


def test_a_surname_before_a_day_is_that_of_a_head_of_state(dealings):
    assert ("condemnation", "reported", None) in dealings("Tokayev on Monday condemned the massacre.")
    assert dealings("Bread on Monday condemned the baker to bake again.") == []
    assert dealings("Hani Ahmed, a baker, spoke of the killings. Ahmed on Monday condemned the massacre.") == []


def test_talks_that_are_proposed_or_agreed_to_are_still_to_come(dealings):
    assert dealings("The junta's spokesman suggested new negotiations in Geneva.") == [("talks", "planned", "Geneva")]
    assert dealings("Kyiv agreed to peace talks with Moscow.") == [("meeting", "planned", None)]
    assert dealings("The junta's spokesman led new negotiations in Geneva.") == [("talks", "reported", "Geneva")]


def test_an_accord_of_a_year_only_tells_which_group_is_meant(dealings):
    assert dealings("The army clashed with dissidents who rejected a 2016 peace deal.") == []
    assert dealings("The army clashed with dissidents; they rejected the peace deal.") == [
        ("agreement_broken", "reported", None)
    ]


def test_settlements_that_are_struck_are_no_accord(dealings):
    assert dealings("The army struck the town of Sake and nearby settlements.") == []
    assert dealings("The two sides reached a settlement of the dispute in Juba.") == [("agreement", "reported", "Juba")]


def test_the_readiness_for_talks_is_a_statement_and_no_talks(dealings):
    assert dealings("The government said it was ready to start talks with the rebels.") == [
        ("statement", "reported", None)
    ]
    assert dealings("The government said it had agreed to restore relations with the rebels.") == [
        ("agreement", "reported", None)
    ]


def test_a_heading_says_nothing_of_the_name_below_it(told):
    text = "Troops on the march\n\nAna Costa asked the king for launchers.\n\nThe army of the king fired."
    assert [e.subtype for e in told(text, published="2024-07-24") if e.category == "diplomacy"] == ["statement"]
    text = "The war\n\nOn Monday shopkeeper Ana Costa asked the king for launchers.\n\nThe army of the king fired."
    assert [e.subtype for e in told(text, published="2024-07-24") if e.category == "diplomacy"] == []


def test_who_is_flying_somewhere_on_a_day_to_come_is_not_there_yet(dealings):
    assert dealings("The foreign minister is flying to Baku on Friday.") == [("visit", "planned", "Baku")]
    assert dealings("The foreign minister was flying to Baku on Friday.") == [("visit", "reported", "Baku")]


def test_the_most_senior_official_to_visit_a_place_was_there(dealings):
    assert ("visit", "reported", "China") in dealings(
        "Ana Costa is the most senior envoy from Kyiv to visit China since the army's attack."
    )
    assert dealings("A senior official was likely to visit China after the army's attack.") == []
