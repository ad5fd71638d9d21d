"""The days of undated news where an article tells that they are not that of publication."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events


@pytest.fixture
def days(atlas):
    """Subtype, first and last day of the events of an article of Wednesday, 8 May 2024."""

    def of(text, title="Fighting"):
        told = Article(id="a", title=title, text=text, published=datetime.date(2024, 5, 8))
        return [(e.subtype, str(e.date_start), str(e.date_end)) for e in find_events(told, atlas).events]

    return of


YESTERDAY = "Rebels captured Goma yesterday.\n\n"


@pytest.mark.parametrize(
    "news", ["Jets bombed Bukavu.", "Shells are falling on Bukavu.", "Soldiers have captured Bukavu."]
)
def test_a_paper_that_leads_with_yesterday_tells_of_yesterday(days, news):
    assert days(YESTERDAY + news)[-1][1:] == ("2024-05-07", "2024-05-07")


def test_a_day_that_is_told_stays(days):
    assert days(YESTERDAY + "Jets bombed Bukavu on Monday.")[-1][1:] == ("2024-05-06", "2024-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Goma yesterday.\n\nA school was closed this morning.\n\nJets bombed Bukavu.",
        "Crowds in Goma cheered at yesterday's vote.\n\nJets bombed Bukavu.",
        "Rebels captured Goma.\n\nThe mayor fled yesterday.\n\nJets bombed Bukavu.",
    ],
)
def test_news_of_today_is_not_of_yesterday(days, text):
    assert ("air_strike", "2024-05-08", "2024-05-08") in days(text)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Daily report, based on information as of 18:00, 7 May 2024", "2024-05-07", "2024-05-07"),
        ("The week in the east, 29 April to 5 May 2024", "2024-04-29", "2024-05-05"),
        ("Situation report, 1-7 May 2024", "2024-05-01", "2024-05-07"),
        ("The raid of 7 May 2024", "2024-05-08", "2024-05-08"),
        ("The truce of 1 March 2024 to 7 March 2024", "2024-05-08", "2024-05-08"),
        ("Talks planned 9-12 May 2024", "2024-05-08", "2024-05-08"),
    ],
)
def test_a_report_whose_title_tells_its_days(days, title, first, last):
    assert days("Jets bombed Bukavu.", title=title) == [("air_strike", first, last)]


def test_a_part_of_the_day_is_of_yesterday_too(days):
    assert days(YESTERDAY + "Jets bombed Bukavu at noon.")[-1] == ("air_strike", "2024-05-07", "2024-05-07")


WEEKDAY = "Rebels captured Goma on Tuesday.\n\n"


def test_a_lead_with_the_weekday_before_leaves_both_days_open(days):
    assert days(WEEKDAY + "Jets bombed Bukavu.")[-1] == ("air_strike", "2024-05-07", "2024-05-08")


@pytest.mark.parametrize(
    "text",
    [
        WEEKDAY + "Soldiers have captured Bukavu.",
        "Rebels captured Goma on Tuesday and left it on Wednesday.\n\nSoldiers captured Bukavu.",
        "Rebels captured Goma on Monday.\n\nSoldiers captured Bukavu.",
    ],
)
def test_the_day_of_publication_stays_for_news_that_is_of_now(days, text):
    assert days(text)[-1] == ("captured", "2024-05-08", "2024-05-08")


def test_the_day_of_a_deed_that_a_verb_only_names_is_not_its_own(days):
    text = "A minister toured the site of Sunday's strike on Sidon and met the mayor."
    assert {first for kind, first, _ in days(text) if kind in {"visit", "meeting"}} == {"2024-05-08"}
    assert days("Sunday's strike on Sidon killed nine people.")[0][1] == "2024-05-05"


def test_the_day_on_which_a_man_was_killed_is_not_that_of_the_march_for_him(days):
    text = "In Colombo hundreds marched behind the coffin of an editor, the man shot dead by gunmen on Sunday."
    assert ("demonstration", "2024-05-08", "2024-05-08") in days(text)
    assert ("demonstration", "2024-05-05", "2024-05-05") in days("In Colombo hundreds marched on Sunday.")


def test_that_night_is_of_the_day_named_just_before(days):
    raid = "The army has fought rebels in Goma since a raid on May 3. "
    assert ("captured", "2024-05-03", "2024-05-04") in days(raid + "Rebels captured Bukavu that night.")
    between = raid + "A bridge near Uvira was blown up on May 5. "
    assert ("captured", "2024-05-05", "2024-05-06") in days(between + "Rebels captured Bukavu that night.")


def test_the_fall_of_a_town_that_came_after_another_looks_back_from_its_own_day(days):
    text = "Rebels captured Goma on Monday.\n\nThe fall of Goma came a week after the loss of Bukavu to the rebels."
    assert ("withdrawal", "2024-04-29", "2024-04-29") in days(text)


REPORT = "In the past 24 hours the army has continued its operation. "


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Daily briefing of the ministry", "2024-05-07"),
        ("Evening bulletin", "2024-05-07"),
        ("Goma shelled", "2024-05-08"),
    ],
)
def test_a_report_on_the_last_day_tells_of_both_its_days(days, title, first):
    assert days(REPORT + "Jets bombed Bukavu.", title=title)[-1] == ("air_strike", first, "2024-05-08")


def test_a_report_that_names_its_weekday_tells_of_that_day(days):
    text = "The ministry said on Wednesday it had hit nine targets in the past day. Jets bombed Bukavu."
    assert days(text, title="Front report")[-1] == ("air_strike", "2024-05-08", "2024-05-08")


def test_dealings_in_a_report_on_the_last_day_are_of_the_day_of_publication(days):
    text = REPORT + "A court in Nairobi sentenced three men to death."
    assert days(text, title="Daily briefing of the ministry")[-1] == ("conviction", "2024-05-08", "2024-05-08")


def test_hours_told_in_words_count(days):
    text = "In the course of the last forty-eight hours jets bombed Bukavu."
    assert days(text) == [("air_strike", "2024-05-06", "2024-05-08")]
