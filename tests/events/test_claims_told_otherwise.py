"""Claims without a plain "X said": put in, counted, had a word for, shown; and which of several things an answer is about."""

import pytest


def claims(told, text):
    return {(n.name, n.stance) for e in told(text) for n in e.claimants}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cruise missiles fired by jets, the navy explained, had hit a depot in Sittwe on Monday.", "navy"),
        ("The rest of Bambari, analysts agree, has been captured by rebels.", "analysts"),
        ("Rebel officials counted nine rockets on Stepanakert on Monday.", "Rebel officials"),
        ("Pakistan's military claims to have shot down five drones over Lahore on Monday.", "Pakistan's military"),
        ("Jets bombed what the ministry described as a camp of the rebels near Chalai on Monday.", "ministry"),
        ("Sudan bombed what it called a depot near Nyala on Monday.", "Sudan"),
        ("Serbian television puts at 75 the number of people killed by bombs in Prizren on Monday.", "Serbian television"),
        ("The General Staff speaks of a modest advance south of Gorazde.", "General Staff"),
        ("Shells hit Sake on Monday, as the governor put it, by mistake.", "governor"),
        ("Shells hit Sake on Monday, killing four, per the provincial health office.", "provincial health office"),
        ("Hospital records show that shells killed 12 people in Dessie on Friday.", "Hospital records"),
        ("Shells killed four people in Sake on Monday, satellite images showed.", "satellite images"),
        ("The ministry put out on Saturday that rebels had captured Sake.", "ministry"),
    ],
)  # fmt: skip
def test_the_source_is_found_however_it_tells(told, text, name):
    assert name in {n for n, _ in claims(told, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Sake on Monday, the last of the army's posts.",
        "Rebels captured Sake on Monday in what the United Nations called a crime.",
        "Rebels showed reporters the town of Sake, which they captured on Monday.",
        "The two leaders spoke by telephone on Monday.",
        "Rebels captured Sake on Monday at a cost of 40 dead per the usual battle.",
    ],
)
def test_who_only_weighs_or_shows_it_is_no_source(told, text):
    assert claims(told, text) == set()


def test_how_many_of_those_told_of_were_stopped_is_said_by_the_same(told):
    rows = told("Iran launched 74 drones at Haifa on Monday, the army said, of which 46 were shot down.")
    assert {e.status for e in rows if e.category == "air_defence"} == {"claimed"}


def test_what_happened_before_a_word_was_found_for_it_is_no_claim(told):
    rows = told("Chad bombed what it called camps near Nyala on Monday, after gunmen had killed six people in Abeche.")
    assert [c.name for e in rows if e.category == "ground_combat" for c in e.claimants] == []


def test_an_answer_is_about_the_one_that_it_names(told):
    rows = told(
        "The rebels said on Monday they had hit the tanker Aurora in the Red Sea with missiles. They had also fired missiles "
        "at the Verbena in the Gulf of Aden, their spokesman said. The coalition confirmed the attack on the Aurora."
    )
    assert {e.place_name for e in rows if e.status == "confirmed"} == {"Red Sea"}


def test_who_is_accused_denies_what_he_is_accused_of(told):
    rows = told(
        "Congolese troops recaptured Karuba on Monday, the army spokesman said. He accused Rwanda of sending 500 soldiers "
        "across the border at Kibumba.\n\nKigali dismissed the allegation."
    )
    assert {e.place_name: e.status for e in rows} == {"Karuba": "claimed", "Kibumba": "disputed"}


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Two more were shot down over Aden.", {"coalition"}),
        ("Six of the drones were shot down over Aden.", {"coalition"}),
        ("Two other men were killed in clashes in Aden.", set()),
    ],
)
def test_some_of_what_was_told_of_are_told_by_the_same(told, behind, speaker):
    rows = told(f"Rebels fired nine drones at Mocha on Monday, the coalition said.\n\n{behind}")
    assert {c.name for e in rows if e.place_name == "Aden" for c in e.claimants} == speaker
