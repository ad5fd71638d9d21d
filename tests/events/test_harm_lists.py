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


WITH_MORE = [
    ("Jets bombed Yemen. A raid on a market in Taiz began at noon; 17 people died there and two in nearby Ibb.",
     {("Taiz", 17, None), ("Ibb", 2, None)}),
    ("Jets bombed Yemen. Raids killed 14 people, among them a nurse, in Taiz and nine, including a child, in Ibb.",
     {("Taiz", 14, None), ("Ibb", 9, None)}),
    ("Shelling killed two people in Tyre, one in Sidon and wounded five in Nabatieh.",
     {("Tyre", 2, None), ("Sidon", 1, None), ("Nabatîyé et Tahta", None, 5)}),
    ("Shelling wounded four people in Nikopol, one of them seriously, and a woman in Marhanets.",
     {("Nikopol", None, 4), ("Marhanets", None, 1)}),
    ("Shelling killed four people in Nikopol and wounded 11, while in Marhanets two died.",
     {("Nikopol", 4, 11), ("Marhanets", 2, None)}),
    ("Suicide bombers struck in Mosul and Tikrit, killing 13 in the former and 21 in the latter.",
     {("Mosul", 13, None), ("Tikrit", 21, None)}),
    ("An air raid on Hama killed five people and wounded 12, and one on Homs killed three and wounded nine.",
     {("Hama", 5, 12), ("Homs", 3, 9)}),
    ("Eight people were killed by shells in Homs, medics said, and four in Hama.", {("Homs", 8, None), ("Hama", 4, None)}),
    ("Jets bombed Syria. A further eight people died in Saraqib, 20 km to the east, and three in Hama.",
     {("Sarāqib", 8, None), ("Hama", 3, None)}),
    ("Rebels fired mortars at Homs and Hama; two women died in Homs, and a boy was hurt in the other city.",
     {("Homs", 2, None), ("Hama", None, 1)}),
    ("Jets bombed Homs and Hama. In Homs a woman and her son were killed, the army said; in Hama there were two dead.",
     {("Homs", 2, None), ("Hama", 2, None)}),
    ("Russian shells killed five people in Chuhuiv, in the Kharkiv region, and an elderly man in Izium, Kyiv said.",
     {("Chuhuiv", 5, None), ("Izium", 1, None)}),
    ("The army bombed Syria. Nine were killed when a school in Homs was struck on Monday, and one person died and 12 were hurt in Hama.",
     {("Homs", 9, None), ("Hama", 1, 12)}),
    ("Five soldiers were killed on Monday: three when a mine went off near Argun and two in shelling of posts in Grozny.",
     {(None, 5, None), ("near Argun", 3, None), ("Grozny", 2, None)}),
    ("Raids killed seven people in Homs and its suburbs, the army said, and a man in Hama.", {("Homs", 7, None), ("Hama", 1, None)}),
    ("Strikes killed 17 people overnight: six in Homs and 11 in two strikes on Hama.",
     {(None, 17, None), ("Homs", 6, None), ("Hama", 11, None)}),
    ("Drones hit Ukraine. Three men died in Sumy region: two at a bus stop in Konotop and one in his yard in Shostka.",
     {("Sumy Oblast", 3, None), ("Konotop", 2, None), ("Shostka", 1, None)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), WITH_MORE)
def test_asides_there_and_the_latter_part_no_list(told, text, rows):
    assert {(e.place_name, e.killed, e.injured) for e in told(text) if e.killed or e.injured} == rows


def test_what_several_places_of_a_list_share_is_their_groups(told):
    events = told(
        "In raids on Tuesday 14 people were killed in the towns of Taiz and Ibb, and another 20 were wounded in Aden."
    )
    assert {(e.place_name, e.group_count, e.injured) for e in events} == {
        ("Taiz", 14, None), ("Ibb", 14, None), ("Aden", None, 20)
    }  # fmt: skip


def test_a_place_struck_with_those_of_a_list_is_a_row_too(told):
    events = told("Missiles hit Kharkiv, Sumy and Poltava, killing two people in Kharkiv and one in Sumy.")
    assert {(e.place_name, e.killed) for e in events} == {("Kharkiv", 2), ("Sumy", 1), ("Poltava", None)}


def test_those_who_lost_power_are_no_wounded(told):
    events = told("Shelling killed two people in Nikopol and 40 residents in Marhanets lost power.")
    assert {(e.category, e.place_name) for e in events} == {("strike", "Nikopol"), ("infrastructure", "Marhanets")}


def test_the_dead_where_wreckage_fell_are_not_of_what_was_shot_down(told):
    events = told("Air defences downed six drones over Kharkiv. Two people were killed in Chuhuiv and one in Izium.")
    assert {(e.category, e.place_name, e.killed) for e in events} == {
        ("air_defence", "Kharkiv", None), ("strike", "Chuhuiv", 2), ("strike", "Izium", 1)
    }  # fmt: skip


def test_each_deed_of_a_list_keeps_its_weapon(told):
    events = told(
        "Four soldiers were hurt by a mortar in Haifa, and in Ashdod five people were wounded when a rocket struck a block."
    )
    assert {(e.subtype, e.place_name, e.injured) for e in events} == {
        ("shelling", "Haifa", 4), ("missile_strike", "Ashdod", 5)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Jets bombed Hama and Homs on Tuesday. In the latter nine people died.", {("Hama", None), ("Homs", 9)}),
        ("Jets bombed Hama and Homs; nine people died in the former.", {("Hama", 9), ("Homs", None)}),
        ("Jets bombed Hama and Homs, and in both cities people were killed.", {("Hama", None), ("Homs", None)}),
    ],
)
def test_the_latter_is_one_of_two(told, text, rows):
    assert {(e.place_name, e.killed) for e in told(text)} == rows
    assert {e.group_count for e in told(text)} == {None}


def test_the_wounded_are_not_hit_where_they_are_cared_for(told):
    events = told(
        "Shells fell on Homs on Tuesday. Sixteen people were taken to hospital in Hama, and nine are treated in Idlib."
    )
    assert {(e.place_name, e.injured) for e in events} == {("Homs", 16)}
    events = told("Shells fell on Homs on Tuesday. A hospital in Hama was hit and two people were killed.")
    assert "Hama" in {e.place_name for e in events}


def test_its_own_dead_stand_before_the_wounded_of_several_places(told):
    events = told("Shells killed five people in Homs and one in Hama on Tuesday. Sixteen were injured.")
    assert {(e.place_name, e.count, e.count_unit) for e in events} == {("Homs", 5, "killed"), ("Hama", 1, "killed")}


def test_each_deed_has_the_dead_of_its_own_clause(told):
    events = told("Rebels attacked Homs. Another 13 died in a fire, and in Hama gunmen shot dead six worshippers.")
    assert [e.killed for e in events if e.place_name == "Hama"] == [6]
    events = told(
        "The army lost two men near Dhale. In Taiz a boy was hurt by a shell, and in Ibb nine fighters fell in clashes."
    )
    assert "control_change" not in {e.category for e in events}


def test_soldiers_who_killed_are_no_strike(told):
    text = "A bomb killed four guards in Bamenda on Monday. In Buea, soldiers killed five young men, residents said."
    assert [e.category for e in told(text) if e.killed == 5] == ["ground_combat"]
    text = "A bomb killed four guards in Bamenda on Monday. Five people were killed in Buea, residents said."
    assert [e.category for e in told(text) if e.killed == 5] == ["strike"]


def _beside(told, text):
    return {(e.place_name, e.killed, e.injured) for e in told(text) if not e.is_aggregate}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shells killed four people in Donetsk and two in Horlivka, and a hospital in Makiivka was damaged.",
            {("Donetsk", 4, None), ("Horlivka", 2, None), ("Makiivka", None, None)},
        ),
        (
            "Rockets killed two people in Safed and wounded five in Haifa, as Israeli strikes on Tyre killed 11.",
            {("Safed", 2, None), ("Haifa", None, 5), ("Tyre", 11, None)},
        ),
        (
            "Five people were killed in Sumy and three in Kherson in Russian strikes that also wounded 24 people in Kyiv.",
            {("Sumy", 5, None), ("Kherson", 3, None), ("Kyiv", None, 24)},
        ),
        (
            "A drone strike in Taiz killed 14 people, and a second strike in Aden killed three suspected militants.",
            {("Taiz", 14, None), ("Aden", 3, None)},
        ),
        (
            "Russian bombs killed four people and wounded 13 in Kramatorsk, while a drone killed a woman in Nikopol.",
            {("Kramatorsk", 4, 13), ("Nikopol", 1, None)},
        ),
    ],
)
def test_what_is_told_behind_a_list_is_at_its_own_place(told, text, expected):
    assert _beside(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Missiles hit Lviv, Vinnytsia and Zhytomyr on Tuesday, killing five people in Vinnytsia.",
            {("Lviv", None, None), ("Vinnytsia", 5, None), ("Zhytomyr", None, None)},
        ),
        (
            "A suicide bomber killed 57 people in Kabul and wounded 119, while a roadside bomb in Baghlan province killed six.",
            {("Kabul", 57, 119), ("Baghlan", 6, None)},
        ),
        (
            "Indian shelling killed six civilians in Punjab, three in Lahore and three in Multan, officials said.",
            {("Lahore", 3, None), ("Multan", 3, None)},
        ),
    ],
)
def test_a_number_is_of_the_place_that_it_names(told, text, expected):
    assert _beside(told, text) == expected
