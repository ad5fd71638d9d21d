"""Structures of plain news that is not of fighting: who acts, where, and whether it came about; each with its contrary."""

import datetime

import pytest

WAR = " The war between the two armies is in its third year."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what people are named by is not what is taken
        ("Gunmen kidnapped nine aid workers in Kaduna on Thursday.", [("abduction", "Kaduna")]),
        ("Gunmen abducted a truck driver in Kaduna on Thursday.", [("abduction", "Kaduna")]),
        # "and" of two that something is between joins no clauses
        ("Fears grew as talks between Iran and Iraq began in Muscat on Thursday.", [("talks", "Muscat")]),
        ("Fears grew as a truce between Iran and Iraq came into force on Thursday.", [("agreement", None)]),
        # who acts behind an opening "having"
        ("Having acquitted a general on Thursday, a court in Kharkiv gave no reason.", [("ruling", "Kharkiv")]),
        # arms that a state sends to a town of its own are moved, not given
        ("Ukraine sent tanks to Poltava on Thursday.", [("deployment", "Poltava")]),
        ("Poland sent tanks to Ukraine on Thursday.", [("package", None)]),
        # where orders, crowds and blocked convoys are
        ("The army issued evacuation orders for Kharkiv on Thursday.", [("evacuation", "Kharkiv")]),
        ("Residents of Kharkiv held a rally on Thursday.", [("demonstration", "Kharkiv")]),
        ("Kharkiv saw mass protests on Thursday.", [("demonstration", "Kharkiv")]),
        ("Soldiers kept an aid convoy from reaching Kharkiv on Thursday.", [("aid_blocked", "Kharkiv")]),
        ("Two editors were jailed for up to ten years in Tunis on Thursday.", [("conviction", "Tunis")]),
    ],
)  # fmt: skip
def test_what_happened_and_where(told, text, found):
    assert [(e.subtype, e.place_name) for e in told(text + WAR) if not e.is_background] == found


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Envoys of Iran and Iraq sat down for talks in Doha on Thursday.", "reported", 14),
        ("Envoys of Iran and Iraq are due to sit down for talks in Doha on Saturday.", "planned", 16),
        ("Iraq stationed troops near Basra on Thursday.", "reported", 14),
        ("Iraq will station troops near Basra on Saturday.", "planned", 16),
    ],
)
def test_what_is_done_and_what_is_due(told, text, status, day):
    events = told(text + WAR, published="2024-03-15")
    assert [(e.status, e.date_start) for e in events] == [(status, datetime.date(2024, 3, day))]


@pytest.mark.parametrize(
    "text",
    [
        "The news came hours after the kidnapping of a nurse near Kharkiv on Thursday.",
        "Tempers rose following the dismissal of the army chief on Thursday.",
    ],
)
def test_a_deed_told_by_its_noun_has_its_own_day(told, text):
    assert [e.date_start for e in told(text + WAR, published="2024-03-15")] == [datetime.date(2024, 3, 14)]


@pytest.mark.parametrize(
    "text",
    [
        "Power went out in Galway in a storm on Thursday.",
        "Mourners packed a church in Memphis for the funeral of a singer.",
        "The choir agreed to disband in Bath on Thursday.",
        "The airline delivered six aircraft to Doha on Thursday.",
        "Old flags were burned in a ceremony in Ohio on Thursday.",
    ],
)
def test_civil_life_tells_none(told, text):
    assert told(text) == ()


def test_a_line_that_ends_in_a_verb_is_read(told):
    assert told("Rebels hold talks as ministers of the alliance meet") is not None
