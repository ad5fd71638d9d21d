"""Spans: what has gone on for so long, what is to come within so long, parts of months and years; tallies since a day."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events
from geoevents.events.when.dates import dates_in

DAY = datetime.date(2024, 5, 15)  # a Wednesday


def days(text, tense="past"):
    return [(str(d.date_start), str(d.date_end)) for d in dates_in(text, published=DAY, tense=tense)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Nine died in the past two weeks.", "2024-05-01", "2024-05-15"),
        ("Nine died over the last three months.", "2024-02-15", "2024-05-15"),
        ("Nine died in the last fortnight.", "2024-05-01", "2024-05-15"),
        ("Nine died in the past few days.", "2024-05-08", "2024-05-15"),
        ("Nine died in the preceding 24 hours.", "2024-05-14", "2024-05-15"),
        ("Nine died in three days.", "2024-05-12", "2024-05-15"),
        ("Nine died in just a few days.", "2024-05-08", "2024-05-15"),
        ("Nine hundred died in two years of war.", "2022-05-16", "2024-05-15"),
        ("Five days of clashes left nine dead.", "2024-05-10", "2024-05-15"),
        ("During the week it carried out nine raids.", "2024-05-09", "2024-05-15"),
        ("Nine crossed in the two days to Tuesday.", "2024-05-13", "2024-05-14"),
        ("Nine crossed in the week to 3 May.", "2024-04-27", "2024-05-03"),
        ("Nine died in the first half of April.", "2024-04-01", "2024-04-15"),
        ("Nine died in the second half of April.", "2024-04-16", "2024-04-30"),
        ("Nine died in the first two weeks of May.", "2024-05-01", "2024-05-14"),
        ("Nine died in the last week of April.", "2024-04-24", "2024-04-30"),
        ("Nine died in the first two months of 2024.", "2024-01-01", "2024-02-29"),
        ("Nine died in the third quarter of last year.", "2023-07-01", "2023-09-30"),
        ("Nine died on Monday last week.", "2024-05-06", "2024-05-06"),
        ("Nine died on the Friday of last week.", "2024-05-10", "2024-05-10"),
        ("Nine died between Thursday and Saturday.", "2024-05-09", "2024-05-11"),
        ("Nine died between Friday and Thursday.", "2024-05-03", "2024-05-09"),
        ("Nine died on Monday and Tuesday.", "2024-05-13", "2024-05-14"),
        ("Nine died on Thursday and on Friday.", "2024-05-09", "2024-05-10"),
        ("Nine died in the night of 3/4 May.", "2024-05-03", "2024-05-04"),
        ("Nine died on 13/05/2024.", "2024-05-13", "2024-05-13"),
        ("Nine died on 05/13/2024.", "2024-05-13", "2024-05-13"),
        ("Nine died on 06/05/2024.", "2024-05-06", "2024-05-06"),
        ("Nine died on Easter Sunday.", "2024-03-31", "2024-03-31"),
        ("Nine died on Good Friday.", "2024-03-29", "2024-03-29"),
        ("Nine died on Whit Monday.", "2023-05-29", "2023-05-29"),
        ("Nine died in the 24 hours to Tuesday.", "2024-05-13", "2024-05-14"),
        ("Nine died in the 24 hours to 6 a.m. on Tuesday.", "2024-05-13", "2024-05-14"),
        ("Nine died in the week of 6 May.", "2024-05-06", "2024-05-12"),
        ("Nine died at the beginning of the week.", "2024-05-13", "2024-05-14"),
        ("Nine died at the end of the week.", "2024-05-09", "2024-05-12"),
        ("Nine died overnight on May 13.", "2024-05-12", "2024-05-13"),
        ("Nine died overnight on May 12-13.", "2024-05-12", "2024-05-13"),
        ("Nine died overnight on 12 to 13 May.", "2024-05-12", "2024-05-13"),
        ("Nine died in recent months.", "2024-02-15", "2024-05-15"),
    ],
)
def test_a_span_names_its_days(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It will go by the end of the year.", "2024-05-15", "2024-12-31"),
        ("It will go before the end of next month.", "2024-05-15", "2024-06-30"),
        ("It will go by the end of the week.", "2024-05-15", "2024-05-19"),
        ("It will go by autumn.", "2024-05-15", "2024-09-01"),
        ("It will go within 48 hours.", "2024-05-15", "2024-05-17"),
        ("It will go over the next two weeks.", "2024-05-15", "2024-05-29"),
        ("It will go later this month.", "2024-05-15", "2024-05-31"),
        ("It will go in the first half of next year.", "2025-01-01", "2025-06-30"),
        ("It will go in two weeks.", "2024-05-29", "2024-05-29"),
        ("It will go on Friday next week.", "2024-05-24", "2024-05-24"),
    ],
)
def test_a_span_to_come_begins_with_the_day_of_publication(text, first, last):
    assert days(text, tense="future") == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "It was the deadliest raid in two weeks.",
        "It was their third test in a week.",
        "They left within hours of the raid.",
        "It was over in two hours.",
    ],
)
def test_what_is_compared_over_a_span_or_soon_after_is_not_of_all_of_it(text):
    assert days(text) == []


@pytest.mark.parametrize("text", ["It will go in the coming days.", "It will go within weeks."])
def test_a_span_to_come_without_a_number_names_no_days(text):
    assert days(text, tense="future") == []


def test_a_day_beside_a_span_is_the_one_that_tells_when():
    assert days("On 3 May nine men died in two days of clashes.") == [("2024-05-03", "2024-05-03")]


def test_two_weekdays_apart_are_two_days():
    assert days("They met on Monday and Friday.") == [("2024-05-13", "2024-05-13"), ("2024-05-10", "2024-05-10")]


@pytest.mark.parametrize(("year", "day"), [(2019, "04-21"), (2022, "04-17"), (2025, "04-20")])
def test_easter_moves_from_year_to_year(year, day):
    (date,) = dates_in("It fell on Easter Sunday.", published=datetime.date(year, 12, 1))
    assert str(date.date_start) == f"{year}-{day}"


def test_from_a_weekday_on_is_to_come_unless_it_is_told_until_when():
    assert days("Latvia closes its border from Friday.") == [("2024-05-17", "None")]
    assert days("The toll from Monday's raid rose.") == [("2024-05-13", "2024-05-13")]
    assert days("They had held the town from Monday.")[0][0] == "2024-05-13"


@pytest.fixture
def found(atlas):
    """The events of an article of Wednesday, 15 May 2024."""

    def of(text):
        return find_events(Article(id="a", title="", text=text, published=DAY), atlas).events

    return of


def when(event):
    return str(event.date_start), str(event.date_end)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Troops have killed 342 militants in Idlib since the offensive began on Monday.", "2024-05-13"),
        ("Since the offensive began on Monday, troops have killed 342 militants in Idlib.", "2024-05-13"),
        ("Shells have killed 90 people in Idlib since 3 May.", "2024-05-03"),
        ("Air strikes have killed 90 people in Idlib since last March.", "2024-03-01"),
        ("About 9,000 people have fled Idlib since the fighting began on 27 April.", "2024-04-27"),
    ],
)
def test_a_tally_reaches_from_its_first_day_to_the_news(found, text, first):
    assert (first, "2024-05-15") in {when(e) for e in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed Idlib in the heaviest raid since 3 May.",
        "Thousands fled Idlib, where rebels have been fighting since Sunday.",
        "Jets have bombed Idlib in the deadliest raid since the war began on 3 May.",
    ],
)
def test_the_day_since_which_something_else_has_lasted_dates_no_tally(found, text):
    assert found(text)[0].date_start == DAY


def test_the_toll_of_a_long_war_is_background_and_that_of_some_weeks_is_news(found):
    (event,) = found("Missiles have killed 1,500 people in Kharkiv since February 2022.")
    assert (when(event), event.is_background) == (("2022-02-01", "2024-05-15"), True)
    (event,) = found("Missiles have killed 15 people in Kharkiv since the beginning of May.")
    assert not event.is_background


@pytest.mark.parametrize(
    "text",
    [
        "The army and the rebels have fought a war since April 2023 which has displaced 14 million people.",
        "Since April 2023 the war has displaced 14 million people.",
        "The war, which broke out in April 2023, has displaced 14 million people.",
    ],
)
def test_what_a_war_has_done_is_background_from_its_beginning_on(found, text):
    (event,) = [e for e in found(text) if e.subtype == "displacement"]
    assert (when(event), event.is_background) == (("2023-04-01", "2024-05-15"), True)


@pytest.mark.parametrize(
    ("text", "part"),
    [("Jets bombed Bukavu on the evening of 13 May.", "evening"), ("Jets bombed Bukavu on 13 May.", None)],
)
def test_the_evening_of_a_day_is_a_part_of_it(found, text, part):
    assert found(text)[0].part_of_day == part


def test_what_is_told_next_is_of_the_day_and_of_no_told_hour(found):
    first, second = found("Jets bombed Bukavu early on Tuesday. Rebels captured Goma.")
    assert (first.part_of_day, second.part_of_day) == ("early", None)
    assert when(first) == when(second) == ("2024-05-14", "2024-05-14")


def test_around_midnight_behind_an_overnight_raid_is_of_that_night(found):
    text = "Drones hit a depot at Goma overnight. Boats attacked a ship near Mombasa around midnight."
    assert {when(e) for e in found(text)} == {("2024-05-14", "2024-05-15")}


def test_days_of_clashes_are_not_those_of_what_came_after_them(found):
    events = {e.subtype: when(e) for e in found("Rebels captured Goma after five days of clashes with the army.")}
    assert events["captured"] == ("2024-05-15", "2024-05-15")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In the first weeks of 2024 drones killed six men in Donetsk.", 6),
        ("Jets bombed Saada on Sept 28, wounding nine people.", 9),
    ],
)
def test_the_number_of_a_date_counts_nothing(found, text, count):
    assert found(text)[0].count == count


def test_the_dead_of_two_weeks_are_not_those_of_the_last_strike(found):
    (event,) = found("A drone fell on Okhtyrka on Monday. In the past two weeks 30 people were killed in the region.")[
        :1
    ]
    assert event.killed is None
    (event,) = found("A drone fell on Okhtyrka on Monday. Three people were killed.")
    assert event.killed == 3
