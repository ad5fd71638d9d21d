"""Where later words point: what "that the town" says, whose capital, which of several places, what a heading asks."""

import pytest


def rows(told, text):
    return [(e.subtype, e.place_name) for e in told(text)]


PLACES = [
    (  # "that" opens what is said and points at nothing
        "Rebels took Bunia on Monday, their best since they captured Goma in May. The colonel said that the town was under full control.",
        [("captured", "Bunia"), ("captured", "Goma")],
    ),
    (  # what was looked back on is not where the news goes on
        "Troops withdrew from Lyman on Monday, the first loss since they took Izium last May. Ninety soldiers were taken prisoner.",
        [("withdrawal", "Lyman"), ("captured", "Izium"), ("arrest", "Lyman")],
    ),
    (
        "Rebels shelled Kidal on Monday. In Bamako, the minister said that some soldiers were still fighting.",
        [("shelling", "Kidal"), ("clash", "Kidal")],
    ),
    (
        "A drone hit a tanker at Hodeidah on Monday. Traffic at the port, which handles most imports, was suspended.",
        [("ship_hit", "Al Hudaydah"), ("disruption", "Al Hudaydah")],
    ),
    ("Soldiers combed Kidal on Monday and took away 40 men, residents said.", [("abduction", "Kidal")]),
    (
        "The army said rockets hit a tanker in the Kerch Strait, between Crimea and the mainland, on Monday.",
        [("ship_hit", "Kerch Strait")],
    ),
    (
        "Rockets fell on Baghdad, Mosul and other cities on Monday, leaving most of the capital's residents without power.",
        [("missile_strike", "Baghdad"), ("missile_strike", "Mosul"), ("outage", "Baghdad")],
    ),
    (
        "Rebels said they seized the barracks in Nyala on Monday, the army's last stronghold in the western region of Darfur.",
        [("captured", "Nyala")],
    ),
    (
        "Russian troops moved into Shali on Monday, following bombings in Moscow and Volgodonsk.",
        [("advance", "Shali"), ("explosion", "Moscow"), ("explosion", "Volgodonsk")],
    ),
    (
        "Jets bombed Gori on Monday and troops fought in Sukhumi. Sixty civilians died in Gori.",
        [("air_strike", "Gori"), ("clash", "Sukhumi")],
    ),
    (
        "Talks with the rebels, which had been due to open in Doha on Sunday, were called off on Friday.",
        [("talks", "Doha")],
    ),
    ("Shells hit Surin on Monday. There was shooting at six points along the frontier.", [("shelling", "Surin")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where_later_words_point(told, text, expected):
    assert rows(told, text) == expected


OTHERWISE = [
    (
        "Rebels took Bunia on Monday. They captured Goma last May. That city is under full control.",
        [("captured", "Bunia"), ("captured", "Goma"), ("captured", "Goma")],
    ),
    (
        "Rebels seized the barracks in Nyala and a stronghold in Zalingei on Monday.",
        [("captured", "Nyala"), ("captured", "Zalingei")],
    ),
    (
        "Rockets fell on Mosul and Basra on Monday, leaving most residents without power.",
        [("missile_strike", "Mosul"), ("missile_strike", "Basra"), ("outage", "Mosul"), ("outage", "Basra")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERWISE)
def test_what_points_elsewhere(told, text, expected):
    assert rows(told, text) == expected


def test_a_heading_that_asks_goes_on_with_its_story(told):
    text = "Rebels shelled Goma on Monday.\n\nWhat happened next?\n\nFighters walked into the city on Tuesday."
    assert rows(told, text) == [("shelling", "Goma"), ("advance", "Goma")]


def test_a_heading_that_tells_opens_another(told):
    text = (
        "Rebels shelled Goma on Monday.\n\nFighting spreads to the south\n\nFighters walked into the city on Tuesday."
    )
    assert ("advance", "Goma") not in rows(told, text)


def test_the_jails_of_a_country_are_anywhere_in_it(told):
    text = "Haiti's army said gangs stormed the country's two largest jails on Monday and freed 900 inmates. Gunmen attacked the pier."
    assert rows(told, text)[:2] == [("raid", "Haiti"), ("release", "Haiti")]
    assert "Haiti" not in [place for _, place in rows(told, text)[2:]]


def test_a_crossing_named_is_no_march(told):
    assert rows(told, "Soldiers watched as cars queued at the Verkhny Lars crossing into Georgia on Monday.") == [
        ("displacement", "Verkhny Lars")
    ]


RULED = [
    (
        "Troops fought in the Kursk region on Monday. The acting governor declared a state of emergency on Tuesday.",
        "Kursk Oblast",
    ),
    ("Shells hit Goma on Monday. The mayor declared a state of emergency on Tuesday.", "Goma"),
    ("Clashes shook Idlib on Monday. The prime minister declared a state of emergency on Tuesday.", None),
]


@pytest.mark.parametrize(("text", "place"), RULED)
def test_an_emergency_is_where_those_rule_who_declare_it(told, text, place):
    assert [e.place_name for e in told(text) if e.subtype == "emergency_rule"] == [place]
