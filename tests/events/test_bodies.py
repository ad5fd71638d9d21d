"""Whose "the air force" or "the health ministry" is, by all that an article tells of it."""

import pytest


def names(told, text):
    return {n.name for e in told(text) for n in e.claimants}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russia fired 40 missiles at Ukraine on Monday, and 31 were shot down, the Air Force said.", "Ukraine's Air Force"),
        ("Indian drones flew to Pakistan. Nine drones were shot down over Lahore, the military said.", "Pakistan's military"),
        ("Israeli jets bombed Tyre in Lebanon, killing six, the health ministry said.", "Lebanon's health ministry"),
        ("Gunmen attacked a base in Niger on Monday, the Defence Ministry said.", "Niger's Defence Ministry"),
    ],
)  # fmt: skip
def test_a_body_is_that_of_the_state_for_which_it_tells(told, text, name):
    assert name in names(told, text)


@pytest.mark.parametrize(
    "text",
    [
        "Israeli jets bombed Isfahan in Iran on Monday, the army said.",
        "The army took credit for a drone strike on Lipetsk on Monday.",
        "Russian troops attacked Lyman in Ukraine on Monday, the General Staff said.",
    ],
)
def test_of_whom_it_could_be_either_the_body_keeps_its_name(told, text):
    assert names(told, text) <= {"army", "General Staff"}


def test_a_name_with_its_state_stays_as_written(told):
    assert names(told, "Nine drones were shot down over Lviv on Monday, Ukraine's eastern command said.") == {
        "Ukraine's eastern command"
    }
