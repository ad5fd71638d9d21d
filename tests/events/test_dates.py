"""Dates relative to Wednesday 15 May 2024."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.events.when.dates import dates_in

DAY = datetime.date(2024, 5, 15)


def days(text, **options):
    (date,) = dates_in(text, published=DAY, **options)
    return str(date.date_start), str(date.date_end), date.precision


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("It happened on Monday.", "2024-05-13", "2024-05-13", "day"),
        ("It happened on Wednesday.", "2024-05-15", "2024-05-15", "day"),
        ("It happened on Thursday.", "2024-05-09", "2024-05-09", "day"),
        ("It happened yesterday.", "2024-05-14", "2024-05-14", "day"),
        ("It happened on 9 May.", "2024-05-09", "2024-05-09", "day"),
        ("It happened on May 9, 2023.", "2023-05-09", "2023-05-09", "day"),
        ("It happened on December 30.", "2023-12-30", "2023-12-30", "day"),
        ("It happened early on Monday.", "2024-05-13", "2024-05-13", "part_of_day"),
        ("It happened overnight.", "2024-05-14", "2024-05-15", "night"),
        ("It happened last night.", "2024-05-14", "2024-05-15", "night"),
        ("It happened on Sunday night.", "2024-05-12", "2024-05-13", "night"),
        ("It happened in the night of Sunday to Monday.", "2024-05-12", "2024-05-13", "night"),
        ("It happened last week.", "2024-05-06", "2024-05-12", "week"),
        ("It happened in March.", "2024-03-01", "2024-03-31", "month"),
        ("It happened in October.", "2023-10-01", "2023-10-31", "month"),
        ("It happened in early March 2023.", "2023-03-01", "2023-03-10", "within_range"),
        ("It happened in 2022.", "2022-01-01", "2022-12-31", "year"),
        ("It happened between 3 and 5 May.", "2024-05-03", "2024-05-05", "day"),
        ("It happened three days ago.", "2024-05-12", "2024-05-12", "day"),
        ("It happened over the weekend.", "2024-05-11", "2024-05-12", "day"),
        ("It happened in the past 24 hours.", "2024-05-14", "2024-05-15", "within_range"),
        ("It has gone on since Monday.", "2024-05-13", "2024-05-15", "within_range"),
        ("It happened on 2024-02-29.", "2024-02-29", "2024-02-29", "day"),
        ("It happened in the night to Tuesday.", "2024-05-13", "2024-05-14", "night"),
        ("It happened last summer.", "2023-06-01", "2023-08-31", "within_range"),
        ("It happened late last month.", "2024-04-21", "2024-04-30", "within_range"),
        ("It happened at the end of last week.", "2024-05-09", "2024-05-12", "within_range"),
        ("It happened early last year.", "2023-01-01", "2023-03-31", "within_range"),
        ("It happened between the previous evening and six in the morning.", "2024-05-14", "2024-05-15", "night"),
        ("It happened between 11 p.m. on Monday and 7 a.m. on Tuesday.", "2024-05-13", "2024-05-14", "day"),
    ],
)
def test_a_phrase_names_its_days(text, start, end, precision):
    assert days(text) == (start, end, precision)


def test_what_will_happen_looks_forward():
    assert days("They will meet on Monday.", tense="future") == ("2024-05-20", "2024-05-20", "day")


def test_two_days_later_counts_from_the_last_date_told():
    assert days("Two days later, it burned.", anchor=datetime.date(2024, 5, 1))[0] == "2024-05-03"


@pytest.mark.parametrize(
    ("phrase", "start", "precision"),
    [
        ("the same evening", "2024-05-01", "part_of_day"),
        ("the previous evening", "2024-04-30", "part_of_day"),
        ("that afternoon", "2024-05-01", "part_of_day"),
        ("the night before", "2024-04-30", "night"),
        ("the Thursday before", "2024-04-25", "day"),
    ],
)
def test_the_same_evening_is_that_of_the_last_date_told(phrase, start, precision):
    found = days(f"It burned {phrase}.", anchor=datetime.date(2024, 5, 1))
    assert (found[0], found[2]) == (start, precision)


@pytest.mark.parametrize(
    ("phrase", "part"), [("at dawn", "early"), ("later in the day", None), ("by midday", "afternoon")]
)
def test_a_part_of_a_day_alone_has_no_day(phrase, part):
    (date,) = dates_in(f"It burned {phrase}.", published=DAY)
    assert (date.date_start, date.date_end, date.part_of_day) == (None, None, part)


def test_a_day_before_talks_dates_the_talks_and_not_what_came_first():
    (date,) = dates_in("It burned a day before talks began.", published=DAY, anchor=datetime.date(2024, 5, 1))
    assert (str(date.date_start), date.leads) == ("2024-05-02", True)


def test_without_a_day_of_publication_no_day_is_invented():
    (date,) = dates_in("It happened on Monday.", published=None)
    assert (date.text, date.date_start, date.precision) == ("Monday", None, "unknown")


def test_verbs_and_persons_are_no_months():
    assert dates_in("They may march on; she may not.", published=DAY) == ()


@given(st.text(max_size=200), st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)))
def test_any_text_gives_spans_in_order_and_start_not_after_end(text, day):
    last = 0
    for date in dates_in(text, published=day):
        assert date.start >= last
        assert date.text == text[date.start : date.end].strip()
        assert date.date_start is None or date.date_end is None or date.date_start <= date.date_end
        last = date.end


@given(st.integers(0, 400))
def test_moving_the_day_of_publication_moves_yesterday_with_it(days_on):
    moved = DAY + datetime.timedelta(days=days_on)
    (date,) = dates_in("It fell yesterday.", published=moved)
    assert date.date_start == moved - datetime.timedelta(days=1)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PHRASES = ("on {d}", "early on {d}", "on {d} evening", "last {d}", "by {d}", "since {d}", "overnight into {d}")


@given(st.sampled_from(PHRASES), st.sampled_from(WEEKDAYS), st.integers(-2000, 2000))
def test_moving_publication_by_a_week_moves_every_weekday_by_a_week(phrase, weekday, days_on):
    day = DAY + datetime.timedelta(days=days_on)
    text = f"It happened {phrase.format(d=weekday)}."
    (now,), (then,) = dates_in(text, published=day), dates_in(text, published=day + datetime.timedelta(days=7))
    assert (then.date_start - now.date_start).days == (then.date_end - now.date_end).days == 7
    assert (now.precision, now.basis) == (then.precision, then.basis)


@given(st.sampled_from(WEEKDAYS), st.integers(-2000, 2000))
def test_swapping_the_weekday_swaps_the_day_and_nothing_else(weekday, days_on):
    day = DAY + datetime.timedelta(days=days_on)
    (date,) = dates_in(f"It fell on {weekday}.", published=day)
    assert date.date_start.strftime("%A") == weekday
    assert 0 <= (day - date.date_start).days < 7


@pytest.mark.parametrize(
    ("text", "tense", "start", "end", "precision"),
    [
        ("They had left by Monday.", "past", "2024-05-13", "2024-05-13", "on_or_before"),
        ("They are to leave by Friday.", "future", "2024-05-15", "2024-05-17", "within_range"),
        ("They will talk from Monday.", "future", "2024-05-20", "None", "day"),
        ("They will talk in two weeks.", "future", "2024-05-29", "2024-05-29", "day"),
        ("It fell in the night of 12-13 May.", "past", "2024-05-12", "2024-05-13", "night"),
        ("It fell on the night of May 12.", "past", "2024-05-12", "2024-05-13", "night"),
        ("It was hit earlier in the week.", "past", "2024-05-13", "2024-05-15", "week"),
        ("They will meet from Monday May 20 to Thursday May 23.", "future", "2024-05-20", "2024-05-23", "day"),
        ("They will talk on 20 and 21 May.", "future", "2024-05-20", "2024-05-21", "day"),
        ("It has lasted since 3 May.", "past", "2024-05-03", "2024-05-15", "within_range"),
    ],
)
def test_the_word_before_a_day_says_on_which_side_of_it(text, tense, start, end, precision):
    assert days(text, tense=tense) == (start, end, precision)


def test_hours_earlier_is_the_day_the_section_is_at():
    assert days("A few hours earlier, it burned.", anchor=datetime.date(2024, 5, 10))[0] == "2024-05-10"


@given(st.integers(0, 3000))
def test_a_full_date_does_not_move_with_publication(days_on):
    (date,) = dates_in("It fell on 24 February 2022.", published=DAY + datetime.timedelta(days=days_on))
    assert (str(date.date_start), date.basis) == ("2022-02-24", "explicit")


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [("the following night", 10, 11), ("the next night", 10, 11), ("that night", 10, 11), ("the night before", 9, 10)],
)
def test_a_night_told_from_another_day_begins_before_it_ends(phrase, start, end):
    told = days(f"Mortars fell there {phrase}.", anchor=datetime.date(2024, 5, 10))
    assert told == (f"2024-05-{start:02}", f"2024-05-{end:02}", "night")


def test_what_a_speaker_once_did_dates_nothing_that_he_says(told):
    text = "The army, which retook Goma in January, said rebels attacked a base near Sake."
    rows = {e.place_name: e.date_precision for e in told(text)}
    assert (rows["Goma"], rows["near Sake"]) == ("month", "inferred")
