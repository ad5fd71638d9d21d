"""Claims about ground: who takes the word of whom, what is admitted, what is nobody's claim."""

import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels captured Goma on Monday, two army officers said.", "reported"),
        ("The army captured Goma on Monday, the army said.", "claimed"),
        ("Government troops entered Goma on Monday, a rebel spokesman said.", "reported"),
    ],
)
def test_what_the_other_side_took_is_a_report(told, text, status):
    assert [e.status for e in told(text)] == [status]


def test_a_denied_report_is_denied_and_nobodys_claim(told):
    (event,) = told("The army denied reports that rebels had captured Goma on Monday.")
    assert (event.status, [c.stance for c in event.claimants]) == ("denied", ["denies"])


def test_a_loss_that_is_denied_is_an_event(told):
    (event,) = told("The army denied losing Goma on Monday.")
    assert (event.subtype, event.status, event.place_name) == ("withdrawal", "denied", "Goma")


def test_the_second_of_two_verbs_of_a_sentence_has_its_subject(told):
    (event,) = told(
        "The Congolese army made no mention of losses but claimed that its troops had retaken Goma on Monday."
    )
    assert [c.name for c in event.claimants] == ["Congolese army"]


def test_both_towns_that_troops_are_pulled_out_of_are_told(told):
    text = "Moscow announced on Sunday that it was pulling its troops out of Balakliia and Izium in what it called a regrouping."
    assert [e.place_name for e in told(text)] == ["Balakliia", "Izium"]


def test_what_its_doer_hopes_is_a_plan(told):
    assert [e.status for e in told("The army hopes to retake Goma soon.")] == ["planned"]
