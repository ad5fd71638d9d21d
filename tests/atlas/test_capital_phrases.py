import pytest

from geoevents.atlas.capital_phrases import with_capitals
from tests.atlas.test_mentions import mentions


def capitals(atlas, text):
    found = with_capitals(text, mentions(atlas, text), atlas)
    return [(m.text, m.place.name) for m in found if m.place is not None and "capital" in m.text]


@pytest.mark.parametrize(
    ("text", "phrase", "capital"),
    [
        ("Jets bombed the Yemeni capital on Monday.", "Yemeni capital", "Sanaa"),
        ("Rockets fell on the centre of Somalia's capital on Sunday.", "Somalia's capital", "Mogadishu"),
        ("The envoy was in the capital of Jordan on Monday.", "capital of Jordan", "Amman"),
        ("The besieged Sudanese capital was shelled.", "Sudanese capital", "Khartoum"),
        ("Rebels shelled the North Kivu capital on Monday.", "North Kivu capital", "Goma"),
        ("Rebels marched into the provincial capital of Anbar.", "capital of Anbar", "Ramadi"),
        ("Rebels entered the capital of North Darfur state.", "capital of North Darfur state", "Al-Fashir"),
    ],
)
def test_a_nation_tells_its_capital(atlas, text, phrase, capital):
    assert capitals(atlas, text) == [(phrase, capital)]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Sanaa, the Yemeni capital, on Monday.",
        "Rebels shelled the Yemeni capital, Sanaa, on Monday.",
        "They took a village 40 km from the Afghan capital.",
        "The court called for capital punishment in Iran.",
        "Lagos is Nigeria's commercial capital.",
        "Russian capital flowed into Cyprus.",
        "Rebels shelled the capital of northern Shan State.",
        "Rebels shelled Lashio, the capital of northern Shan State.",
        "A bomb went off in the Nangarhar provincial capital, Jalalabad.",
    ],
)
def test_no_capital_is_added_where_it_is_named_or_not_meant(atlas, text):
    assert capitals(atlas, text) == []


def test_an_event_in_a_capital_is_placed_there(told):
    (event,) = told("Troops are at war. Jets of the coalition bombed the Yemeni capital on Monday, killing four.")[-1:]
    assert (event.place_name, event.place_text) == ("Sanaa", "Yemeni capital")
