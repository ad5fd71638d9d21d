"""A day told in a sentence after the event."""

import pytest


def first_day(told, text):
    return str(told(text, published="2025-02-24")[0].date_start)


@pytest.mark.parametrize("after", ["The incident occurred on Saturday.", "The attack took place on Saturday, he said."])
def test_a_day_told_afterwards_dates_the_event_before(told, after):
    assert first_day(told, f"Gunmen killed six villagers near Bukavu, an official said. {after}") == "2025-02-22"


def test_a_day_that_the_event_told_itself_stays(told):
    assert (
        first_day(told, "Gunmen killed six villagers near Bukavu on Sunday. The incident occurred on Saturday.")
        == "2025-02-23"
    )


def test_a_noun_of_another_kind_dates_nothing(told):
    text = "A missile struck a market in Nikopol. The arrest took place on Saturday."
    assert first_day(told, text) == "2025-02-24"
