"""Which day of two a row has: a night or the day behind it, the day of the lead or that of publication."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events

DAY = datetime.date(2024, 5, 8)  # a Wednesday


@pytest.fixture
def days(atlas):
    """Subtype with first and last day of the events of an article of Wednesday, 8 May 2024."""

    def of(text, title="Fighting"):
        told = Article(id="a", title=title, text=text, published=DAY)
        return {e.subtype: (str(e.date_start)[8:], str(e.date_end)[8:]) for e in find_events(told, atlas).events}

    return of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Jets bombed Bukavu on Monday night.", "06", "06"),
        ("Jets bombed Bukavu on Wednesday night.", "08", "08"),
        ("Jets bombed Bukavu overnight.", "07", "08"),
        ("Jets bombed Bukavu in the night of Sunday to Monday.", "05", "06"),
        ("Jets bombed Bukavu last night.", "07", "08"),
    ],
)
def test_monday_night_is_monday_and_overnight_has_two_days(days, text, first, last):
    assert days(text)["air_strike"] == (first, last)


def test_a_town_that_fell_on_monday_night_may_have_fallen_after_midnight(days):
    assert days("Rebels captured Goma on Monday night.")["captured"] == ("06", "07")


def test_a_vote_of_last_night_was_in_the_evening(days):
    assert days("The leaders of Rwanda and Congo met in Nairobi last night.")["meeting"] == ("07", "07")


OVERNIGHT = "Drones hit a depot at Goma overnight. "


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("Rebels captured Bukavu.", "captured", "08"),
        ("Ministers visited Bukavu.", "visit", "08"),
        ("Missiles hit a bridge at Bukavu.", "missile_strike", "07"),
        ("The army shot down nine missiles over Bukavu.", "missile_intercepted", "07"),
    ],
)
def test_what_is_told_behind_an_overnight_raid_is_of_the_day_unless_it_flew(days, text, kind, first):
    assert days(OVERNIGHT + text)[kind] == (first, "08")


def test_the_army_that_bombs_through_the_night_does_so_overnight(days):
    for words in ("for most of the night", "all night", "throughout the night"):
        assert days(f"Jets bombed Bukavu {words}.")["air_strike"] == ("07", "08")


LEAD = "Rebels captured Goma on Tuesday. "


def test_a_dealing_told_in_the_paragraph_of_the_lead_is_of_its_day(days):
    assert days(LEAD + "The leaders of Rwanda and Congo agreed by telephone on a truce.")["call"] == ("07", "07")
    assert days(LEAD + "\n\nJets bombed Bukavu.")["air_strike"] == ("07", "08")


def test_words_on_the_lead_may_be_of_either_day(days):
    assert days(LEAD + "Belgium condemned the attack.")["condemnation"] == ("07", "08")


def test_what_is_still_going_on_is_of_the_day_of_publication(days):
    assert days(LEAD + "\n\nSoldiers were still fighting in Bukavu.")["clash"] == ("08", "08")


@pytest.mark.parametrize(
    ("section", "kind", "first"),
    [
        ("A court in Nairobi sentenced three men to death.", "conviction", "08"),
        ("Jets bombed Bukavu.", "air_strike", "07"),
        ("A court in Nairobi sentenced three men to death on Tuesday.", "conviction", "07"),
    ],
)
def test_a_section_of_a_digest_without_a_day_is_of_that_of_publication_unless_it_may_be_of_the_night(
    days, section, kind, first
):
    assert days(f"Goma falls\n\n{LEAD}\n\nElsewhere\n\n{section}")[kind][0] == first


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Congo: what happened on Wednesday", "08"),
        ("Wednesday briefing: Goma falls", "08"),
        ("The latest, Wednesday 8 May", "08"),
        ("Congo: what happened on Tuesday", "07"),
        ("Goma falls: talks to resume on Wednesday", "07"),
        ("Goma falls", "07"),
    ],
)
def test_news_of_a_day_that_the_title_names_is_of_that_day(days, title, first):
    assert days(LEAD + "\n\nJets bombed Bukavu.", title=title)["air_strike"] == (first, "08")


def test_a_second_evening_of_protest_in_a_paper_of_the_day_after_is_that_of_the_lead(days):
    text = LEAD + "\n\nCrowds demonstrated in Kinshasa for a second evening."
    assert days(text)["demonstration"] == ("07", "07")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A bomb that went off at a market in Goma on Monday killed nine people.", "06"),
        ("The bomb which went off at a market in Goma killed nine people on Monday.", "06"),
        ("A bomb, which was found on Monday, killed nine people in Goma.", "06"),
        ("A bomb that had been found on Monday killed nine people in Goma.", "08"),
    ],
)
def test_a_weapon_that_struck_on_a_day_did_its_harm_that_day(days, text, first):
    (found,) = {when for kind, when in days(text).items() if kind in {"explosion", "unspecified"}}
    assert found == (first, first)


def test_hours_later_counts_from_the_section_before_under_a_heading_of_its_own(days):
    text = "Goma falls\n\nRebels captured Goma on Monday.\n\nAn answer\n\nHours later jets bombed Bukavu."
    assert days(text)["air_strike"] == ("06", "06")
    assert days(text.replace("Hours later jets", "Jets"))["air_strike"] == ("08", "08")


@pytest.mark.parametrize(
    ("after", "first"),
    [
        ("A minister in Kigali resigned that morning after clashes in Bukavu.", "08"),
        ("Soldiers bombed Uvira the same afternoon.", "08"),
    ],
)
def test_that_morning_is_not_of_what_is_to_come(days, after, first):
    text = f"Rebels captured Goma on Wednesday. The presidents will meet in Nairobi on Friday. {after}"
    assert all(when[0] in {first, "10"} for when in days(text).values())


def test_that_day_told_further_on_is_not_of_a_look_back(days):
    text = (
        "Rebels captured Goma on Wednesday. They had taken Bukavu in March. The town was quiet. "
        "Jets bombed Uvira the same day."
    )
    assert days(text)["air_strike"] == ("08", "08")


def test_a_day_earlier_counts_from_publication_where_the_news_before_may_be_of_two_days(days):
    text = LEAD + "\n\nJets bombed Bukavu. A day earlier missiles hit Uvira."
    assert days(text)["missile_strike"] == ("07", "07")
    text = LEAD + "Missiles hit Uvira a day earlier."
    assert days(text)["missile_strike"] == ("06", "06")


def test_the_night_before_a_night_is_the_one_before_it(days):
    text = "Drones hit a depot at Goma overnight. The night before, missiles hit Uvira."
    assert days(text)["missile_strike"] == ("06", "07")
    text = "Drones hit a depot at Goma on Wednesday. The night before, missiles hit Uvira."
    assert days(text)["missile_strike"] == ("07", "08")


def test_a_day_said_again_between_commas_is_that_day(days):
    text = "Rebels captured Goma on Wednesday. On Monday, two days before, jets bombed Bukavu."
    assert days(text)["air_strike"] == ("06", "06")


def test_a_day_after_words_about_a_day_to_come_counts_from_the_news(days):
    text = "Jets bombed Bukavu on Wednesday, a day after the president said that he would fly to Goma on 10 May."
    assert days(text)["air_strike"] == ("08", "08")
