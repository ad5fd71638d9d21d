"""The second place of an event: lists that go on past an area, with a site, with several villages; towns of what was hit."""

import pytest


def places(told, text):
    return [e.place_name or e.place_text for e in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militants attacked the town of Dikwa in Borno State and the town of Madagali.", ["Dikwa", "Madagali"]),
        ("Militants attacked the village of Kawuri in Borno State and the town of Madagali.", ["Borno State", "Madagali"]),
        ("Artillery shelled the Zamzam camp and the Southern Hospital in Nyala on Monday.", ["Zamzam Camp", "Nyala"]),
        (
            "Troops have regained Lashio and, since Tuesday, five villages in the north of Shan State, including Kutkai and Hsenwi.",
            ["Lashio", "Kutkai", "Hsenwi"],
        ),
        (
            "Shelling hit Nikopol, the Marhanets community and the Pokrovske community.",
            ["Nikopol", "Marhanets", "Pokrovske"],
        ),
    ],
)  # fmt: skip
def test_a_list_goes_on_past_what_tells_of_its_members(told, text, expected):
    assert places(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rockets fell on Kiryat Shmona, on Metula and on Safed, in Galilee, on Sunday.", ["Kiryat Shmona", "Metula", "Safed"]),
        ("Drones hit a fuel depot in Feodosia, a port between Sudak and Kerch.", ["Feodosiia"]),
        ("Troops crossed into the Belgorod region near Grayvoron on Monday.", ["near Grayvoron"]),
        ("A bomb went off in Herat in western Afghanistan and Kabul blamed the militia.", ["Herat"]),
        ("Militants attacked Dikwa in Borno State and the army fought back.", ["Dikwa"]),
    ],
)  # fmt: skip
def test_what_only_tells_where_it_lies_is_no_second_place(told, text, expected):
    assert places(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia attacked the Kharkiv region with 40 drones on Tuesday, wrecking a school in the town of Derhachi.",
         {("Kharkiv Oblast", 40), ("Derhachi", None)}),
        ("Jets bombed Idlib on Monday, hitting a hospital in Kafranbel and a market in Binnish.",
         {("Idlib", None), ("Kafranbel", None), ("Binnish", None)}),
        ("Russia bombarded the Kharkiv region on Tuesday, wrecking a school in the town of Derhachi.", {("Derhachi", None)}),
        ("Russia bombarded the Kharkiv region on Tuesday, killing three people in the town of Derhachi.", {("Derhachi", 3)}),
        ("Missiles hit Kyiv on Monday, damaging a clinic in the Podil district.", {("Kyiv", None)}),
        ("Missiles struck Aleppo on Sunday, destroying a factory owned by a trader from Homs.", {("Aleppo", None)}),
    ],
)  # fmt: skip
def test_what_was_hit_in_a_town_of_its_own_is_told_there(told, text, expected):
    assert {(e.place_name, e.count) for e in told(text)} == expected


def test_what_had_been_hit_before_was_hit_twice(told):
    text = (
        "Drones struck a plant at Ryazan on Sunday. Drones struck Moscow, damaging a tower that had been hit on Friday."
    )
    assert sum(e.place_name == "Moscow" for e in told(text)) == 2
