"""Reports on the past day, sums since a war began, ranges that count nothing, sides of a town that point at another place."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events

PUBLISHED = datetime.date(2025, 3, 14)


def rows(atlas, text, title=""):
    article = Article(
        id="x", text=text, title=title, publisher="General Staff of the Armed Forces", published=PUBLISHED
    )
    return find_events(article, atlas).events


def days(events):
    return [(str(e.date_start)[5:], str(e.date_end)[5:]) for e in events]


@pytest.mark.parametrize("title", ["Operational information as of 06:00, 14.03.2025", "Situation update"])
def test_a_report_on_the_past_day_is_of_the_day_before_and_of_its_own(atlas, title):
    text = "Over the past day 120 clashes took place.\n\nThe enemy attacked near Kotlyne.\n\nTonight the enemy struck Odesa with drones."
    assert days(rows(atlas, text, title)) == [("03-13", "03-14")] * 3


def test_a_report_on_what_happened_today_is_of_its_own_day(atlas):
    text = "As of 16:00 today, 120 clashes took place.\n\nThe enemy attacked near Kotlyne."
    assert days(rows(atlas, text, "Situation update as of 16:00, 14 March"))[-1] == ("03-14", "03-14")


def test_what_a_war_has_destroyed_since_it_began_is_no_news_of_the_day(atlas):
    text = "In total, 538 helicopters have been shot down since the beginning of the special military operation."
    assert [(e.is_background, e.date_start) for e in rows(atlas, text)] == [(True, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Jets have bombed Idlib in the deadliest raid since the war began.",
        "The rebels have captured two towns since the offensive began on Monday.",
    ],
)
def test_a_deed_of_the_day_compared_over_a_war_is_news(atlas, text):
    assert [e.is_background for e in rows(atlas, text)] == [False]


@pytest.mark.parametrize(
    "text",
    ["Observers heard rocket fire in Mariupol, about 8 to 10 km away.", "Rockets hit Sumy from 4 to 7 a.m. on Friday."],
)
def test_hours_and_kilometres_count_no_rockets(atlas, text):
    assert [e.count for e in rows(atlas, text)] == [None]


def test_two_numbers_may_share_their_noun(atlas):
    found = rows(atlas, "Rebels carried out two rocket and five mortar attacks on Baghdad.")
    assert [(e.subtype, e.count, e.count_unit) for e in found] == [
        ("rocket_fire", 2, "attacks"),
        ("shelling", 5, "attacks"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russian forces advanced northeast of Kupiansk near Synkivka.", "near Synkivka"),
        ("Rebels attacked a convoy 20 km north of Goma near Rutshuru.", "near Rutshuru"),
        ("Clashes continued south of Omdurman near the bridge.", "south of Omdurman"),
    ],
)
def test_the_side_of_a_town_points_at_the_place_behind_it(atlas, text, place):
    assert [e.place_name for e in rows(atlas, text)] == [place]


def test_a_detail_of_an_older_incident_is_of_its_day(atlas):
    text = (
        "Aircraft bombed a crowded hall in Sanaa during a funeral on March 8, killing 100 people.\n\n"
        "Two bombs hit the hall at about 3:30 p.m., witnesses said.\n\nA drone struck a bus in the city."
    )
    assert days(rows(atlas, text)) == [("03-08", "03-08"), ("03-08", "03-08"), ("03-14", "03-14")]


def test_a_line_that_names_a_region_says_where_what_stands_under_it_is(atlas):
    text = (
        "Kherson region (left bank):\n\nDrones struck a market.\n\nKharkiv region:\n\nShells hit a farm.\n\n"
        "The ministry said:\n\nShells hit Sumy."
    )
    assert [e.place_name for e in rows(atlas, text)] == ["Kherson Oblast", "Kharkiv Oblast", "Sumy"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Despite warnings of missile strikes, people stayed in Odesa.", 0),
        ("Without warning, an air strike hit Beirut.", 1),
    ],
)
def test_what_is_warned_of_has_not_come(atlas, text, events):
    assert len(rows(atlas, text)) == events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last week Israeli jets hit a depot near Masyaf on 4 March, killing five people.", "03-04"),
        ("Last week Israeli jets hit a depot near Masyaf and on 4 March the army shelled Idlib.", "03-03"),
    ],
)
def test_a_day_told_behind_its_week_is_the_day(atlas, text, day):
    assert days(rows(atlas, text))[0][0] == day
