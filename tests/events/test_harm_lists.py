"""Dead and injured told place by place with one verb: each place of the list has its own number."""

import pytest

LISTS = [
    ("Jets bombed Syria on Tuesday. Aleppo counted nine dead, Homs four and Hama two.",
     {"Aleppo": 9, "Homs": 4, "Hama": 2}),
    ("Rockets hit towns in Ukraine on Tuesday. In Kharkiv nine people were killed, in Sumy four and in Poltava two.",
     {"Kharkiv": 9, "Sumy": 4, "Poltava": 2}),
    ("Missiles struck Ukraine on Tuesday. Three died in the city of Dnipro, where a house was hit, and five in Poltava.",
     {"Dnipro": 3, "Poltava": 5}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead"), LISTS)
def test_each_place_of_a_list_has_its_own_dead(told, text, dead):
    events = [e for e in told(text) if e.killed]
    assert {e.place_name: e.killed for e in events} == dead
    assert {e.subtype for e in events} <= {"air_strike", "missile_strike"}


@pytest.mark.parametrize(
    "text",
    [
        "Voters chose a parliament on Tuesday. Tyre counted nine seats, Sidon four and Nabatieh two.",
        "The virus spread on Tuesday. It killed 12 people in Tyre and four in Sidon, doctors said.",
    ],
)
def test_a_list_without_an_attack_tells_none(told, text):
    assert not [e for e in told(text) if e.category in {"strike", "ground_combat"}]


def test_a_ship_that_sails_from_a_port_is_told_there(told):
    text = "The navy watched. The first freighter sailed from Odesa early on Tuesday, the army said."
    assert [e.place_name for e in told(text) if e.category == "naval"] == ["Odesa"]


def test_a_second_time_in_a_week_is_no_day(told):
    text = "A depot in Tver caught fire for the second time in a week after a drone attack, the army said."
    assert {e.date_basis for e in told(text)} <= {"publication", "inherited", "inferred"}


def test_the_dead_that_a_speaker_counts_are_kept_without_a_place(told):
    before = "Hezbollah fired mortars at two posts on Monday, and Israel shelled the border. "
    events = told(before + "Hezbollah said three of its men were later killed by shelling.")
    assert [e.killed for e in events] == [3]


def test_what_a_speaker_only_repeats_is_no_row_more(told):
    text = "Shells hit Sumy on Tuesday. Two guards were killed. The rebels said that the shelling had been heavy."
    assert len([e for e in told(text) if e.category == "strike"]) == 1


ELSEWHERE = [
    ("An air raid killed six people in Idlib on Tuesday, and four people were killed in Ariha.", {"Idlib": 6, "Ariha District": 4}),
    ("At least 16 died in Tyre when a missile hit a house; nine, seven of them boys, died in Aitaroun.", {"Tyre": 16, "Aitaroun": 9}),
    ("Shelling killed two people in Nikopol, while a man died in Marhanets.", {"Nikopol": 2, "Marhanets": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead"), ELSEWHERE)
def test_the_dead_of_a_second_place_are_a_row_more(told, text, dead):
    assert {e.place_name: e.killed for e in told(text) if e.category == "strike"} == dead


@pytest.mark.parametrize(
    "text",
    [
        "Drones attacked Odesa at night, and three people were killed in a car crash near Mykolaiv.",
        "Rockets hit Haifa, and the number of dead in Lebanon rose to 300, the army said.",
    ],
)
def test_the_dead_of_another_cause_elsewhere_are_not_those_of_a_strike(told, text):
    assert [e.killed for e in told(text) if e.category == "strike"] == [None]


def test_what_a_clause_tells_of_the_same_place_is_no_row_more(told):
    events = told("A missile hit a market in Taiz on Monday, and nine people were killed in Taiz.")
    assert [(e.place_name, e.killed) for e in events] == [("Taiz", 9)]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "A missile that hit a house in Tyre killed 16 people; nine people died in Aitaroun.",
            {"Tyre": 16, "Aitaroun": 9},
        ),
        ("Shells that fell on Nikopol killed two people in Marhanets.", {"Nikopol": None, "Marhanets": 2}),
    ],
)
def test_the_dead_of_what_hit_one_place_are_not_told_of_the_next(told, text, dead):
    assert {e.place_name: e.killed for e in told(text) if e.category == "strike"} == dead


PARTED = [
    ("Jets bombed Syria overnight. Three people were killed in Homs and eight others were injured, while one person was injured in Hama.",
     {("Homs", 3, 8), ("Hama", None, 1)}),
    ("Jets bombed Syria overnight. Four people were killed and nine injured in Homs, and two people were killed in Hama.",
     {("Homs", 4, 9), ("Hama", 2, None)}),
    ("Militias attacked North Kivu on Monday. Seven people were hurt in North Kivu: two each in Rutshuru, Masisi and Sake, one in Goma.",
     {("North Kivu", None, 7), ("Rutshuru", None, 2), ("Masisi", None, 2), ("Sake", None, 2), ("Goma", None, 1)}),
    ("Rockets hit towns in Ukraine. In Sumy region, two people were injured in Konotop and one more in Shostka.",
     {("Konotop", None, 2), ("Shostka", None, 1)}),
    ("Drones hit Syria. In Idlib province, one person was killed in Saraqib and five more injured across the province.",
     {("Sarāqib", 1, None), ("Idlib", None, 5)}),
    ("Drones hit Syria. In Idlib province, one person was killed and five more injured in Saraqib.", {("Sarāqib", 1, 5)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), PARTED)
def test_each_number_is_of_the_place_of_its_own_clause(told, text, rows):
    events = [e for e in told(text) if e.killed or e.injured]
    assert {(e.place_name, e.killed, e.injured) for e in events} == rows
    assert [e.injured for e in events if e.is_aggregate] == ([7] if ": two each" in text else [])


def test_a_village_that_no_list_knows_keeps_its_number(told):
    text = "Rockets hit Ukraine on Monday. Two people were injured in Kupiansk and one in Zabrodivsk."
    found = {e.place_text: e.injured for e in told(text) if e.injured}
    assert found == {"Kupiansk": 2, "Zabrodivsk": 1}
