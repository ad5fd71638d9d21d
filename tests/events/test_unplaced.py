"""Events at names that could not be placed."""

import pytest

from geoevents.events.find import find_events
from geoevents.events.merging.across import merge_events
from tests.conftest import article


def test_an_event_at_a_name_that_many_villages_have_stays_without_a_place(told):
    (event,) = told("Russia said on Tuesday that its troops had captured Bohdanivka.")
    assert (event.place_text, event.place_name, event.latitude, event.geo_precision) == (
        "Bohdanivka",
        None,
        None,
        "none",
    )


def test_two_names_that_could_not_be_placed_are_two_events(told):
    found = told("Russia said on Tuesday that its troops had captured Bohdanivka. They also took Ivanivka on Tuesday.")
    assert [e.place_text for e in found] == ["Bohdanivka", "Ivanivka"]


def test_a_name_without_a_place_is_told_twice_and_is_one_event(told):
    found = told(
        "Rebels captured Bohdanivka on Tuesday. The army confirmed that rebels had captured Bohdanivka on Tuesday."
    )
    assert [(e.place_text, e.n_mentions) for e in found] == [("Bohdanivka", 2)]


def test_a_town_that_no_atlas_knows_is_not_where_its_neighbour_lies_but_as_far_off_as_is_told(told):
    (event,) = told(
        "The rebels seized Al Qutayfiq, a desert town some 200 km north of El Fasher, on Tuesday, the army said."
    )
    assert (event.place_text, event.place_name) == ("Al Qutayfiq", "200 km north of Al-Fashir")
    assert event.uncertainty_km > 20


def test_two_articles_that_tell_of_one_unplaced_name_tell_one_event(atlas):
    texts = (
        "Russia said on Tuesday that its troops had captured Bohdanivka.",
        "Russian forces took Bohdanivka on Tuesday.",
    )
    found = merge_events([find_events(article(t, name=n), atlas) for n, t in zip("ab", texts, strict=True)])
    assert [(e.place_text, e.n_articles) for f in found for e in f.events] == [("Bohdanivka", 2)]


def test_a_loss_that_is_denied_after_two_tellings_joins_them(told):
    text = (
        "M23 rebels have captured Goma, officials said on Tuesday. The city fell on Monday after days of fighting. "
        "Congo's government denied that it had lost the city."
    )
    assert [(e.status, e.n_mentions) for e in told(text)] == [("disputed", 3)]


def test_an_unknown_town_near_a_known_one_is_one_place(told):
    text = "Troops fought on. A father and his daughter died in Qwertyah, near Haifa, when a rocket hit their home."
    assert len([e for e in told(text) if e.category == "strike"]) == 1


def test_a_place_that_the_atlas_lacks_is_told_by_name_in_the_area_that_holds_it(told):
    (event,) = told("Armed men killed nine soldiers at Qarnabuul in western Niger on Monday, the army said.")
    assert (event.place_text, event.place_name) == ("Qarnabuul", "western Niger")
    assert event.place_reason.startswith("Qarnabuul is not in the atlas")


def test_an_unknown_name_behind_in_is_where_it_happened(told):
    (event,) = told("A car bomb went off in the Qarzeh district on Monday and killed two policemen.")
    assert (event.place_text, event.place_name) == ("Qarzeh", None)


def test_talks_are_held_in_a_town_that_no_atlas_knows(told):
    (event,) = told("Talks between Russia and Ukraine were held in Vellbruck on Tuesday.")
    assert (event.place_text, event.latitude) == ("Vellbruck", None)


def test_a_village_told_by_a_town_near_it_carries_its_own_name(told):
    (event,) = told("Rebels attacked an army post in Dorrabad, 15 km from Kunduz, on Monday, killing six soldiers.")
    assert (event.place_text, event.place_name) == ("Dorrabad", "15 km from Kunduz")


def test_the_area_that_opens_a_sentence_holds_the_unknown_village_in_it(told):
    (event,) = told("In Helmand, three soldiers died on Monday when their vehicle hit a mine near Qalgazeh.")
    assert (event.place_text, event.place_name) == ("Qalgazeh", "Helmand")


def test_two_unknown_villages_of_one_region_are_two_events(told):
    found = told(
        "Gunmen killed nine people in Qalgazeh, in Helmand, on Monday. Gunmen killed four people in Dorrabad, in Helmand, on Monday."
    )
    assert [(e.place_text, e.count) for e in found] == [("Qalgazeh", 9), ("Dorrabad", 4)]


def test_an_unknown_name_that_no_word_of_place_carries_is_no_place(told):
    (event,) = told("The army killed Yasin Qorbanizeh in an ambush in Wardak on Monday.")
    assert event.place_text == "Wardak"


def test_the_village_is_the_unknown_one_told_of_last(told):
    found = told(
        "Shells hit Robotyne on Sunday. Rebels captured Qalgazeh on Monday. The army shelled the village on Tuesday."
    )
    assert [e.place_text for e in found] == ["Robotyne", "Qalgazeh", "Qalgazeh"]


def test_there_were_rallies_takes_no_unknown_name_up(told):
    found = told("Rebels captured Qalgazeh on Monday. There were rallies in Goma on Tuesday.")
    assert [e.place_text for e in found] == ["Qalgazeh", "Goma"]


def test_an_area_in_an_address_holds_the_name_that_no_atlas_knows(told):
    (event,) = told("A shell damaged a school in Zelenodubrivsk, Sumy Oblast, on Monday, the army said.")
    assert (event.place_text, event.place_name, event.geo_precision) == ("Zelenodubrivsk", "Sumy Oblast", "adm1")


def test_areas_in_a_list_hold_no_name_before_them(told):
    text = "Drones fell in Hnylodubne, Kharkiv and Sumy regions on Monday, troops said."
    assert [e.place_name for e in told(text)] == [None, "Kharkiv Oblast", "Sumy Oblast"]


@pytest.mark.parametrize(
    ("lies", "where"),
    [
        ("Qalgazeh village in Djibo commune, Soum province,", "Djibo"),
        ("Qalgazeh, a village in the Mangu area of Plateau state,", "Mangu"),
        ("Qalgazeh, in Plateau state's Mangu district,", "Mangu"),
        ("Qalgazeh, some 40 km from Djibo,", "40 km from Djibo"),
        ("Qalgazeh, a remote village in Nigeria's Plateau region,", "Plateau State"),
        ("Qalgazeh, a village of 300 people east of Djibo,", "east of Djibo"),
    ],
)
def test_a_name_that_no_atlas_knows_lies_where_the_text_says_and_nothing_happened_there_besides(told, lies, where):
    text = f"Gunmen killed 12 people in a raid on {lies} on Monday, a local chief said. The army has fought rebels for years."
    event = told(text)[0]
    assert (event.place_text, event.place_name, event.count) == ("Qalgazeh", where, 12)
    assert len([e for e in told(text) if e.count == 12]) == 1


def test_the_members_of_a_list_do_not_tell_where_an_unknown_one_lies(told):
    found = told("Shells hit Qalgazeh, Kupiansk and Vovchansk on Monday, the army said.")
    assert [e.place_name for e in found if e.place_text != "Qalgazeh"] == ["Kupiansk", "Vovchansk"]
    assert all(e.place_name is None for e in found if e.place_text == "Qalgazeh")


def test_two_unknown_villages_of_a_list_lie_in_the_area_behind_them(told):
    found = told(
        "Gunmen killed nine people in Qalgazeh and Dorrabad, two villages in the Mangu area of Plateau state, on Monday."
    )
    assert [(e.place_text, e.place_name) for e in found] == [("Qalgazeh", "Mangu"), ("Dorrabad", "Mangu")]
