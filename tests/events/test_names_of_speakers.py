"""What names a speaker, and what only stands in its phrase: places and hours, clauses, other people's ministers."""

import pytest


def names(told, text):
    return {n.name for e in told(text) for n in e.claimants}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Nairobi the Security Council condemned the raid on Goma on Monday.", "Security Council"),
        ("At the African Union all nine envoys condemned the raid on Monday.", "all nine envoys"),
        ("By 90 votes to three the General Assembly demanded on Monday that Chad withdraw.", "General Assembly"),
        ("In a video released on Friday Abu Omar threatened to attack Mocha.", "Abu Omar"),
        ("• Anna Berg condemned the raid on Goma on Monday.", "Anna Berg"),
        ("The army in a brief statement said that rebels had captured Goma on Monday.", "army"),
        ("The presidency, reacting late, said that rebels had captured Goma on Monday.", "presidency"),
        ("State radio, without a word on Sake, said that rebels had captured Goma on Monday.", "State radio"),
        ("Governor Anna Berg the same day said that rebels had captured Goma on Monday.", "Governor Anna Berg"),
        ("Shells hit Goma on Monday, according to rescuers quoted by a local paper.", "rescuers"),
        ("Anna Berg, head of the health office, said that shells had hit Goma on Monday.", "Anna Berg, head of the health office"),
        ("There, close to the border, rebels said they had captured Sake on Monday.", "rebels"),
        ("Shells hit Goma on Monday, residents reached by telephone said.", "residents reached by telephone"),
        ("A group linked to al-Qaeda said it had captured Sake on Monday.", "group linked to al-Qaeda"),
    ],
)  # fmt: skip
def test_a_name_is_who_speaks_and_not_what_stands_beside_it(told, text, name):
    assert names(told, text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The mission counted four blasts in Sake on Monday assessed as rocket fire.",
        "The premier broke off talks, accused the rebels of war crimes, and flew to Goma on Monday.",
        "Among the few arrested in Goma on Monday are six accused of the coup.",
    ],
)
def test_words_that_tell_something_name_no_speaker(told, text):
    assert not {n for n in names(told, text) if n not in {"mission", "premier"}}


def test_words_before_a_second_verb_name_who_does_both(told):
    text = "Kenya's premier, John Odera, phoned both sides on Monday and said that rebels had captured Goma."
    assert names(told, text) == {"Kenya's premier, John Odera"}


def test_a_quotation_names_none_of_those_it_speaks_of(told):
    text = '"Since dawn, the Serbs have shelled Gorazde. They hit a bakery," he said. Berg added that a man had died.'
    assert names(told, text) == {"Berg"}


def test_it_that_stands_for_nobody_known_is_no_name(told):
    assert names(told, "Forty jets were hit in Aden on Monday, it asserts.") == set()


def test_the_same_source_is_who_spoke_last(told):
    text = "Shells hit Goma on Monday, the hospital said. According to the same source, shells hit Sake on Monday."
    assert names(told, text) == {"hospital"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow said its forces had captured Kurdiumivka. Eight tanks were lost, the Defence Ministry said.", "Moscow (Defence Ministry)"),
        ("Ankara said it had captured Ras al-Ain on Monday. The US will pull out, Defense Secretary Anna Berg said.", "Ankara"),
        ("Damascus said it had captured Daraa on Monday. The militia said its men had left.", "Damascus"),
    ],
)  # fmt: skip
def test_a_state_takes_no_body_or_minister_of_another(told, text, name):
    assert name in names(told, text)


def test_a_body_of_whatever_state_is_no_side(told):
    event = told("The Air Force said it had shot down 12 drones on Monday.")[0]
    assert [c.side for c in event.claimants] == [None]
