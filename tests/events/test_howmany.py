"""Which number belongs to which event: places, pronouns, the next sentence, sums and their parts."""

import pytest

from geoevents.events.find import find_events
from tests.conftest import article


def one(told, text):
    (event,) = told(text)
    return event


def test_the_dead_of_the_next_sentence_belong_to_the_strike_before(told):
    text = "A missile hit Sumy on Tuesday, the mayor said. Four people were killed and nine wounded."
    e = one(told, text)
    assert (e.killed, e.injured, e.count) == (4, 9, 1)


def test_the_dead_of_another_town_are_an_event_there(told):
    text = "Artillery shelled Sumy on Tuesday, the governor said. Two people died in Okhtyrka."
    assert {e.place_name: e.killed for e in told(text)} == {"Sumy": None, "Okhtyrka": 2}


def test_a_number_of_several_places_is_the_groups(told):
    events = told("Air defences shot down 17 drones over the Tula and Ryazan regions on Tuesday, the ministry said.")
    assert {(e.count, e.group_count) for e in events} == {(None, 17)}
    assert len({e.group_id for e in events}) == 1


def test_one_over_each_is_one_on_each_row(told):
    events = told("One drone was shot down over each of the Tula and Ryazan regions on Tuesday, the army said.")
    assert [e.count for e in events] == [1, 1]


def test_missiles_and_drones_are_two_rows(told):
    events = told("The air force said it had shot down nine missiles and two drones over Odesa overnight.")
    assert {(e.subtype, e.count) for e in events} == {("missile_intercepted", 9), ("drone_intercepted", 2)}


def test_nobody_hurt_is_nought_and_nothing_told_is_not(told):
    text = "A drone hit a depot in Tver on Tuesday, the army said. Nobody was hurt."
    assert one(told, text).killed == 0
    untold = one(told, "A drone hit a depot in Tver on Tuesday; the army did not report any casualties.")
    assert untold.killed is None


def test_what_a_war_has_cost_is_no_toll_of_the_last_strike(told):
    text = "A missile hit Sumy on Tuesday, the army said. The war has killed more than 40,000 people since 2022."
    assert one(told, text).killed is None


@pytest.mark.parametrize("total", [12, 13, 30])
def test_no_set_of_parts_is_added_to_its_sum(told, total):
    text = (
        f"The army said it shot down {total} drones overnight. Seven drones were downed over Tula and five over Orel."
    )
    events = told(text)
    whole = next(e for e in events if e.count == total)
    assert whole.is_aggregate
    assert all(e.counted_in == (whole.event_id,) for e in events if e is not whole)


def test_no_sum_of_rows_is_more_than_a_stated_total(seeds):
    for f in seeds:
        for whole in (e for e in f.events if e.is_aggregate and e.count is not None):
            parts = [e for e in f.events if whole.event_id in e.counted_in and not e.is_aggregate]
            groups = {e.group_id: e.group_count or 0 for e in parts if e.count is None}
            assert sum(e.count or 0 for e in parts) + sum(groups.values()) <= whole.count


def test_a_list_behind_a_colon_gives_each_place_its_number(told):
    text = (
        "The army said it had destroyed 40 drones overnight: 20 over the Tula region, 12 over Orel and one each over the "
        "Kursk and Bryansk regions."
    )
    events = told(text)
    assert sorted(e.count for e in events if not e.is_aggregate) == [1, 1, 12, 20]
    assert [e.count for e in events if e.is_aggregate] == [40]


def test_parts_that_make_up_their_sum_tell_it_too(told):
    text = "Nine drones were shot down, five over Tula and four over Orel, the army said."
    assert {(e.count, e.group_count) for e in told(text) if e.place_name} == {(5, 9), (4, 9)}


def test_parts_that_leave_some_out_do_not_tell_the_sum(told):
    text = "The army said 12 drones were shot down, five over Tula and four over Orel."
    assert {e.group_count for e in told(text) if e.place_name} == {None}


def test_six_in_one_town_and_four_in_another_are_not_shared(told):
    text = "Six people were killed in Kharkiv and four in Dnipro when missiles struck the two cities on Tuesday, officials said."
    assert {e.place_name: e.killed for e in told(text)} == {"Kharkiv": 6, "Dnipro": 4}


def test_what_a_participle_adds_is_counted(told):
    e = one(told, "EU ministers approved new sanctions on Tuesday, adding 189 vessels to the list because of the war.")
    assert (e.category, e.count, e.count_unit) == ("sanctions", 189, "ships")


def test_a_pronoun_carries_the_number_on(told):
    text = "The air force shot down 11 drones overnight, it said. It engaged them above the Odesa and Sumy regions."
    assert {e.group_count for e in told(text) if e.place_name} == {11}


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("Commandos retook two oil platforms off the coast on Tuesday, the army said.", 2, "platforms"),
        ("Shells hit four clinics in Sumy on Tuesday.", 4, "clinics"),
        ("On Tuesday more than 60 flights were cancelled in Lviv, the army said.", 60, "flights"),
        ("Norway expelled nine diplomats on Tuesday.", 9, "persons"),
        ("Soldiers in Lviv arrested a railway clerk on Tuesday, the army said.", 1, "persons"),
        ("A military court in Lviv sentenced a retired general to nine years on Tuesday.", 1, None),
    ],
)
def test_what_a_verb_acts_on_is_counted_whatever_it_is(told, text, count, unit):
    e = one(told, text)
    assert (e.count, e.count_unit) == (count, unit)


def test_a_judge_is_not_among_those_sentenced(told):
    assert one(told, "A military judge in Lviv sentenced 12 students to four years on Tuesday.").count == 12


def test_the_toll_of_a_year_is_not_that_of_a_raid(told):
    text = "The number of police killed this year rose to 131 when a patrol was ambushed near Goma, the army said."
    assert [e.killed for e in told(text)] == [None]


def test_of_aircraft_and_ships_the_first_number_counts(told):
    text = "Taiwan's Defence Ministry said on Tuesday it had spotted 19 Chinese aircraft and seven ships around the island."
    assert [e.count for e in told(text)] == [19]


def test_who_was_on_board_is_counted(told):
    e = one(told, "An army plane with 14 people on board crashed near Goma on Tuesday, the army said.")
    assert (e.category, e.count) == ("infrastructure", 14)


def test_the_dead_go_before_the_houses(told):
    e = one(told, "Shells hit four houses in Sumy on Tuesday and killed two people.")
    assert (e.count, e.count_unit) == (2, "killed")


def test_what_measures_is_no_number_of_what_is_acted_on(told):
    assert [e.count for e in told("Troops captured 12 km of road near Sumy on Tuesday.")] == [None]


def test_children_among_those_moved_are_no_event_of_their_own(told):
    e = one(told, "Buses evacuated 46 people, among them seven children, from Sumy on Tuesday, the army said.")
    assert e.count == 46


def test_the_dead_are_not_those_of_an_attack_days_before(told):
    text = "Missiles struck Sumy on Tuesday, killing nine people, two days after an attack on Okhtyrka."
    assert {e.place_name: e.killed for e in told(text)}["Sumy"] == 9


def test_one_each_behind_another_number(told):
    text = "Shells killed two people in Nikopol and one each in Marhanets and Kherson on Monday."
    assert {e.place_name: e.killed for e in told(text)} == {"Nikopol": 2, "Marhanets": 1, "Kherson": 1}


def test_who_is_hurt_before_the_attacker_dies(told):
    text = "Troops fought on. A man drove a car into pedestrians in Haifa on Tuesday, injuring eight people before he was shot dead."
    (event,) = [e for e in told(text) if e.place_name == "Haifa"]
    assert (event.category, event.injured, event.killed) == ("ground_combat", 8, None)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("Rockets hit Homs on Monday, leaving more than a million households without electricity.", 1_000_000, "households"),
        ("Rockets hit a power plant in Homs on Monday. Power was cut to 300,000 homes in Homs.", 300_000, "homes"),
        ("Rockets hit a plant in Homs on Monday. Power was restored to 4,000 homes in Homs.", 4000, "homes"),
        ("Rockets hit a plant in Homs on Monday. Homs was left without power, and three men were arrested.", None, None),
        ("Rockets hit a plant in Homs on Monday. Two people died and parts of Homs lost power.", None, None),
    ],
)  # fmt: skip
def test_who_has_no_power_is_the_number_of_an_outage(told, text, count, unit):
    event = next(e for e in told(text) if e.category == "infrastructure")
    assert (event.count, event.count_unit if count else None) == (count, unit)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The two armies agreed on Monday to exchange all wounded prisoners and those under 25.", None),
        ("Rebels released about 25 prisoners near Homs on Monday.", 25),
        ("Soldiers shelled Homs. Kim Chun-ok, 54, who was evacuated to Hama on Monday, wept.", None),
    ],
)
def test_how_old_somebody_is_counts_nobody(told, text, count):
    assert {e.count for e in told(text) if e.category in {"detention", "humanitarian"}} == {count}


def test_a_single_missile_beside_many_drones_is_not_the_number(told):
    event = told("In the night 85 drones and a missile were launched at Kharkiv, the air force said.")[0]
    assert (event.count, event.count_unit) == (85, "drones")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Missiles hit Ternopil on Saturday, killing 20 people, and drones hit a depot in Kherson.", {"Ternopil": 20, "Kherson": None}),
        ("Killing 20 people, missiles hit Ternopil on Saturday and drones struck Kherson.", {"Ternopil": 20, "Kherson": None}),
        ("Missiles hit Ternopil on Saturday, and drones struck Kherson, killing 20 people.", {"Ternopil": None, "Kherson": 20}),
    ],
)  # fmt: skip
def test_the_dead_of_a_participle_are_of_what_it_hangs_on(atlas, text, killed):
    assert {e.place_name: e.killed for e in find_events(article(text), atlas).events} == killed


def test_each_of_two_missiles_has_its_own_dead(told):
    found = told("A missile killed five people in Sumy and another injured nine in Konotop, officials said.")
    assert [(e.place_name, e.killed, e.injured) for e in found] == [("Sumy", 5, None), ("Konotop", None, 9)]


def test_a_place_behind_a_verb_of_its_own_has_no_dead_of_the_other(told):
    found = told("Drones hit two regions overnight, killing a woman in Dnipro and damaging a port in Izmail.")
    assert [(e.place_name, e.killed) for e in found] == [("Dnipro", 1), ("Izmail", None)]
    assert {e.killed for e in told("Shells killed two people in Kherson and Nikopol.")} == {None}


def test_what_two_states_shut_is_two_events(told):
    found = told("India shut 32 airports and Pakistan closed its airspace after missiles hit Bahawalpur.")
    assert [(e.place_name, e.count) for e in found if e.subtype == "closure"] == [(None, 32), ("Pakistan", None)]


def test_who_had_died_somewhere_before_is_not_of_the_next_clause(told):
    found = told(
        "Fresh shelling killed three people in Nikopol, where a boy had died on Saturday, and a drone wounded a man in Marhanets."
    )
    assert [(e.place_name, e.killed, e.injured) for e in found] == [("Nikopol", 3, None), ("Marhanets", None, 1)]
    assert str(found[0].date_start) == "2024-05-15"
