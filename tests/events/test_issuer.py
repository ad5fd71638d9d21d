"""Texts that a ministry or an army issued itself: it says what nobody else is told to say."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events

TEXT = "In the Kupiansk direction troops captured the village of Synkivka on Friday."


@pytest.fixture
def issued(atlas):
    def read(text, publisher, title=""):
        day = datetime.date(2024, 3, 2)
        return find_events(Article(id="a", text=text, title=title, publisher=publisher, published=day), atlas).events

    return read


@pytest.mark.parametrize(
    ("publisher", "title", "name"),
    [
        ("Russian Defence Ministry", "", "Russian Defence Ministry"),
        ("General Staff, evening summary", "", "General Staff"),
        ("Ministry of Defence of Ukraine press release", "", "Ministry of Defence of Ukraine"),
        ("ministry", "Briefing by the Russian Defence Ministry on Friday", "Russian Defence Ministry"),
        ("armed forces press release", "Advance continues", "armed forces"),
    ],
)
def test_what_a_body_publishes_it_claims(issued, publisher, title, name):
    [event] = issued(TEXT, publisher, title)
    assert (event.status, [c.name for c in event.claimants]) == ("claimed", [name])
    assert "claimants" not in dict(event.evidence)


@pytest.mark.parametrize(
    "publisher",
    [None, "Agency wire", "defence weekly", "military blog", "intelligence firm", "Army Times", "military news agency"],
)
def test_a_paper_about_armies_is_none(issued, publisher):
    [event] = issued(TEXT, publisher)
    assert (event.status, event.claimants) == ("reported", ())


def test_who_is_told_to_say_it_says_it(issued):
    [event] = issued("Troops captured Synkivka on Friday, General Ivan Petrov said.", "Russian Defence Ministry")
    assert [c.name for c in event.claimants] == ["General Ivan Petrov"]


def test_what_the_body_does_itself_needs_no_word(issued):
    [event] = issued("The minister met his Turkish counterpart in Ankara on Friday.", "Foreign Ministry")
    assert (event.status, event.claimants) == ("reported", ())
