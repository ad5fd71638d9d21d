"""Holidays, days of a month alone, nights in a row, and weekdays of what is told in the present but still to come."""

import datetime

import pytest

from geoevents.events.when.dates import dates_in

D = datetime.date(2024, 5, 15)  # a Wednesday


def days(text, tense="past"):
    return [(d.date_start, d.date_end) for d in dates_in(text, published=D, tense=tense) if d.date_start]


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They attacked on Christmas morning.", "2023-12-25", "2023-12-25"),
        ("They attacked on Christmas Eve.", "2023-12-24", "2023-12-24"),
        ("They attacked on New Year's Eve.", "2023-12-31", "2023-12-31"),
        ("They attacked on New Year’s Day.", "2024-01-01", "2024-01-01"),
        ("They attacked on Boxing Day.", "2023-12-26", "2023-12-26"),
        ("They attacked on the 9th, killing two.", "2024-05-09", "2024-05-09"),
        ("They attacked on the 20th.", "2024-04-20", "2024-04-20"),
        ("Since the 10th, they have attacked.", "2024-05-10", "2024-05-15"),
        ("Overnight into the 8th, they attacked.", "2024-05-07", "2024-05-08"),
        ("They attacked for a second night in a row.", "2024-05-14", "2024-05-15"),
        ("They attacked for a third consecutive night.", "2024-05-14", "2024-05-15"),
        ("Nine were slain three days before at the mill.", "2024-05-12", "2024-05-12"),
    ],
)
def test_a_day_is_named_in_many_ways(text, first, last):
    assert days(text)[-1] == (day(first), day(last))


@pytest.mark.parametrize(
    "text",
    [
        "A Christmas market was hit.",
        "It was on the 8th floor.",
        "He served in the 93rd Brigade.",
        "The boxing hall burned.",
    ],
)
def test_what_only_looks_like_a_day_is_none(text):
    assert days(text) == []


def test_next_february_is_to_come():
    assert days("The trial opens next February.", "future") == [(day("2025-02-01"), day("2025-02-28"))]
    assert days("The trial opens next September.", "future") == [(day("2024-09-01"), day("2024-09-30"))]


def when(told, text):
    return [(e.status, e.date_start) for e in told(text, published="2024-05-15")]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister is flying to Kyiv on Thursday to meet the president.",
        "EU leaders are meeting in Brussels on Thursday.",
        "The ministers have a meeting in Brussels on Thursday to talk about arms.",
        "Thursday's programme is a summit in Brussels.",
    ],
)
def test_a_dealing_in_the_present_is_on_the_weekday_to_come(told, text):
    assert when(told, text) == [("planned", day("2024-05-16"))]


def test_of_today_and_of_what_was_it_is_not_to_come(told):
    assert when(told, "EU leaders are meeting in Brussels on Wednesday.") == [("reported", day("2024-05-15"))]
    assert when(told, "EU leaders have met in Brussels on Friday.") == [("reported", day("2024-05-10"))]
    assert when(told, "Troops are advancing on Goma on Friday.") == [("reported", day("2024-05-10"))]


def test_a_plan_in_a_side_clause_has_no_day_of_the_main_one(told):
    assert when(told, "A soldier was wounded on Sunday as the army seeks to retake the city of Goma.") == [
        ("planned", None)
    ]
    assert when(told, "The army will seek to retake the city of Goma on Sunday.") == [("planned", day("2024-05-19"))]


def test_a_day_of_the_same_year_is_of_the_year_told_before(told):
    taken, freed = told("Izium was occupied in May 2022 and taken back on 1 October of the same year.")
    assert (str(taken.date_start), str(freed.date_start)) == ("2022-05-01", "2022-10-01")
