"""An attack told of an area first, then at a place inside it: one row, at the place; a second attack stays its own."""

import pytest

ONE = [
    (("Rebels ambushed an army patrol in northern Mali, killing nine soldiers, the army said on Tuesday. The patrol was attacked"
     " on Monday near Gossi."), "near Gossi", 9),
    (("A suicide bomber killed seven soldiers in Somalia on Sunday, police said. Sunday's attack in the port city of Kismayo also"
     " wounded 15 people."), "Kismayo", 7),
    ("A drone strike killed 30 people in western Sudan on Friday, doctors said. The drone hit a hospital in El Fasher.",
     "Al-Fashir", 30),
    (("A roadside bomb killed four policemen in northern Mali on Thursday, the army said. The blast occurred at 7 a.m. near the"
     " town of Gossi."), "near Gossi", 4),
    (("At least 35 people were killed in fighting in South Sudan, the army said on Monday. The clashes took place in Nasir over the"
     " weekend."), "Nasir", 35),
    (("Fighting between the army and rebels killed at least 20 people in Sudan's North Darfur state on Friday. The fighting broke"
     " out in the town of Kutum."), "Kutum", 20),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "killed"), ONE)
def test_where_in_its_area_an_attack_was_is_told_next(told, text, place, killed):
    (row,) = told(text)
    assert (row.place_name, row.killed) == (place, killed)


SEVERAL = [
    "Gunmen attacked a mosque in northern Mali on Friday, killing at least 20 soldiers. The gunmen also attacked Gossi on Saturday.",
    "A bomb killed three soldiers in Pakistan on Tuesday. In another attack in Quetta, two soldiers were killed.",
    "Two drone strikes killed 11 soldiers in Sudan on Monday. The strike in El Obeid hit a school and the strike in Nyala a market.",
    "Fighting in Syria killed 40 soldiers on Tuesday. The army shelled Douma.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_what_is_told_as_more_stays_a_row_of_its_own(told, text):
    assert len(told(text)) > 1


def test_the_first_telling_says_what_kind_of_attack_it_was(told):
    text = (
        "A suicide bomber targeted a convoy on Thursday in northern Mali, killing six soldiers. Nine men were wounded in Thursday's"
        " attack in Kidal."
    )
    (row,) = told(text)
    assert (row.subtype, row.place_name, row.killed, row.injured) == ("explosion", "Kidal", 6, 9)


def test_the_place_of_an_attack_holds_for_what_its_sentence_goes_on_to_tell(told):
    text = (
        "Eleven soldiers were killed in an attack by guerrillas in Colombia. The attack occurred late on Monday in the volatile"
        " southwest department of Cauca when an army patrol was hit by mortar shells."
    )
    assert {row.place_name for row in told(text)} == {"Cauca"}
