"""The one person who was hurt, the dead told in other words, and the part of them that died at a place."""

import pytest

from geoevents.articles.tokens import tokenize
from geoevents.events.howmany.counts import counts_in
from geoevents.events.sentence.clauses import parse


def hurt(text):
    found = counts_in(text, parse(tokenize(text)))
    return [(c.value, c.unit) for c in found if c.unit in {"killed", "injured"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A drone hit a bus, killing its driver and injuring 12 passengers.", [(1, "killed"), (12, "injured")]),
        ("A drone hit a bus; the driver was badly hurt.", [(1, "injured")]),
        ("Rebels killed the governor and three bodyguards.", [(4, "killed")]),
        ("The mayor and his wife were killed.", [(2, "killed")]),
        ("Two officers and an archivist were killed.", [(3, "killed")]),
        ("A man was shot and killed.", [(1, "killed")]),
        ("Three infants did not survive.", [(3, "killed")]),
        ("Doctors counted twelve civilians among the dead.", [(12, "killed")]),
        ("A plane crashed, killing all nine aboard.", [(9, "killed")]),
        ("A plane crashed, killing the ten men aboard.", [(10, "killed")]),
        ("The village chief and two others were killed.", [(3, "killed")]),
        ("Gunmen killed the group's paymaster and three aides.", [(4, "killed")]),
        ("Raids killed the mayor, his deputy and four police officers.", [(6, "killed")]),
        ("The prefect, Issa Diallo, and two others were killed.", [(3, "killed")]),
        ("Diallo and two others were killed.", [(3, "killed")]),
        ("Shells killed a woman and wounded her two sons.", [(1, "killed"), (2, "injured")]),
        ("A couple of guards were killed.", [(None, "killed")]),
        ("A second bomb killed seven a few metres away.", [(7, "killed")]),
        ("Two villagers were decapitated.", [(2, "killed")]),
    ],
)
def test_whoever_was_hurt_is_counted(text, told):
    assert hurt(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The blast injured the man's dog.",
        "The driver shortage hurt the city.",
        "The soldiers were killed.",
        "The market was hurt by the war.",
        "The army said the driver had fled.",
    ],
)
def test_no_single_person_is_made_of_other_words(text):
    assert hurt(text) == []


def test_a_body_beside_others_is_no_person():
    assert hurt("The army and two militias were hurt by the sanctions.") == [(2, "injured")]


def rows(told, text):
    return {(e.place_name, e.killed, e.is_aggregate) for e in told(text)}


def test_a_part_of_the_dead_is_of_its_place_and_the_whole_is_no_pin(told):
    text = "Missiles killed 25 people on Tuesday, 23 of them in the city of Homs."
    assert rows(told, text) == {(None, 25, True), ("Homs", 23, False)}
    text = "Missiles killed nine people on Tuesday, five of them in Homs and four in Hama."
    assert rows(told, text) == {(None, 9, True), ("Homs", 5, False), ("Hama", 4, False)}
    text = "Missiles killed 25 people on Tuesday, most of them in Homs."
    assert rows(told, text) == {(None, 25, True), ("Homs", None, False)}


def test_who_the_dead_were_parts_nothing(told):
    assert rows(told, "Missiles killed 25 people in Homs on Tuesday, three of them children.") == {("Homs", 25, False)}
    assert rows(told, "Missiles killed 25 people, three of them children, in Homs on Tuesday.") == {("Homs", 25, False)}


def test_the_only_deed_before_something_has_its_dead(told):
    (event,) = told("Shortly before the deadline on Tuesday shells fell on Homs, killing five people.")
    assert event.killed == 5


def test_what_was_sent_and_what_was_stopped_have_each_their_number(told):
    text = "Of 113 drones sent overnight, 89 were shot down or jammed, the air force said."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 113), ("air_defence", 89)}
    text = "Rebels fired 40 drones at Homs overnight, 32 of which were shot down."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 40), ("air_defence", 32)}
    text = "Rebels fired 40 drones at Homs, most of which were shot down."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 40), ("air_defence", None)}
    text = "Eleven of the 17 drones hit the port of Latakia on Tuesday."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 11)}


def test_what_fell_instead_of_being_stopped_is_no_strike(told):
    text = "Six rockets were fired at Homs overnight, and all but one of them were intercepted or fell in the desert."
    assert {(e.category, e.count) for e in told(text)} == {("strike", 6), ("air_defence", 5)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The group said its leader, Ada Berg, had been killed.", [(1, "killed")]),
        ("Tim Moe was lightly wounded in the shelling.", [(1, "injured")]),
        ("A drone killed commander Tim Moe near the market.", [(1, "killed")]),
        ("Jets bombed a camp and killed the rebels' second in command, Tim Moe.", [(1, "killed")]),
        ("The strike killed Ada Berg and six others.", [(7, "killed")]),
        ("A soldier who had fired at policemen was shot dead.", [(1, "killed")]),
        ("Two engineers who were building a road were also killed.", [(2, "killed")]),
        ("One man has lost his life.", [(1, "killed")]),
        ("A 22-year-old has died of her wounds.", [(1, "killed")]),
    ],
)
def test_who_is_told_by_name_or_by_what_he_did_is_counted(text, told):
    assert hurt(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed Islamic State fighters.",
        "Rockets were fired in reply to the killing of Ada Berg.",
        "He is accused of killing Ada Berg in 2021.",
        "The war has killed South Sudan's economy.",
        "A man who said his sons were killed spoke.",
    ],
)
def test_a_name_beside_a_killing_is_no_victim(text):
    assert hurt(text) == []


def test_one_ship_is_counted_whatever_it_is_called(told):
    assert [e.count for e in told("Rebels destroyed the landing ship Orsk in the port of Latakia on Tuesday.")] == [1]
    assert [e.count for e in told("Rebels seized the tanker Orsk off Hodeida on Tuesday.")] == [1]
    assert [e.count for e in told("A jet crashed in the Homs region on Tuesday, the army said.")] == [1]
    assert [e.count for e in told("Rebels destroyed the ships in the port of Latakia on Tuesday.")] == [None]


def test_a_second_missile_is_one_and_a_second_wave_is_none(told):
    assert [e.count for e in told("A second missile hit a school in Homs on Tuesday.")] == [1]
    assert [e.count for e in told("A second wave of missiles hit a school in Homs on Tuesday.")] == [None]
    assert [e.count for e in told("A third of the drones hit a school in Homs on Tuesday.")] == [None]


def test_one_that_strikes_is_no_number(told):
    events = told("A raid on Taiz killed nine people and one on Ibb wounded twelve.")
    assert {(e.place_name, e.count, e.count_unit) for e in events} == {("Taiz", 9, "killed"), ("Ibb", 12, "injured")}
    assert hurt("Shells killed two people in Homs, one in Hama and wounded five in Idlib.")[1] == (1, "killed")


def test_how_many_the_rest_were_is_not_told(told):
    events = told("Twelve drones were shot down over Aden, seven over Mukalla and the rest over Taiz, the army said.")
    assert {(e.place_name, e.count) for e in events} == {("Aden", 12), ("Mukalla", 7), ("Taiz", None)}


def test_a_sequel_has_its_own_dead_where_the_deed_before_it_has(told):
    events = told("Air raids that killed 30 people in Idlib were followed by shelling of Saraqib, which killed four.")
    assert {(e.subtype, e.killed) for e in events} == {("air_strike", 30), ("shelling", 4)}
    events = told("The bombing of Idlib was followed by shelling, killing nine people.")
    assert [e.killed for e in events if e.killed] == [9]
