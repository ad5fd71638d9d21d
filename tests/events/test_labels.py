"""Days and clock times before what they date: chronologies, live pages, sections with a day for a heading."""

import datetime

import pytest

from geoevents.articles.article import Article
from geoevents.articles.segments import segment
from geoevents.events.find import find_events

PUBLISHED = datetime.date(2025, 3, 14)


def rows(atlas, text):
    return find_events(Article(id="x", text=text, published=PUBLISHED), atlas).events


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("17:40 The president spoke.", "17:40"),
        ("1650 GMT: Four soldiers died.", "1650 GMT:"),
        ("7.40pm GMT Here is a recap.", "7.40pm GMT"),
        ("Feb 5, 1994: A shell kills 68.", "Feb 5, 1994:"),
        ("June 2 - A jet is downed.", "June 2 -"),
        ("Sept 16-18: Militiamen kill hundreds.", "Sept 16-18:"),
        ("April 2023 - Fighting breaks out.", "April 2023 -"),
        ("December: The army leaves.", "December:"),
    ],
)
def test_a_clock_time_or_a_day_before_a_paragraph_is_a_label(line, label):
    first = segment(line)[0]
    assert (first.kind, line[first.start : first.end]) == ("label", label)


@pytest.mark.parametrize(
    "line",
    [
        "2100 people fled.",
        "1,200 Soldiers fled.",
        "In 1985 it left.",
        "May: The premier said so.",
        "1985 was a bad year.",
    ],
)
def test_numbers_and_dates_inside_a_sentence_are_no_labels(line):
    assert segment(line)[0].kind != "label"


def test_lines_of_a_chronology_are_of_their_day_and_context(atlas):
    text = (
        "The army shelled Omdurman on Friday.\n\n2023\n\n- June 20: The RSF captures Nyala.\n\n"
        "- December: The army abandons Wad Madani.\n\n2024\n\n- May 10: Fighting breaks out in El Fasher."
    )
    found = [(str(e.date_start), str(e.date_end), e.is_background) for e in rows(atlas, text)]
    assert found == [
        ("2025-03-14", "2025-03-14", False),
        ("2023-06-20", "2023-06-20", True),
        ("2023-12-01", "2023-12-31", True),
        ("2024-05-10", "2024-05-10", True),
    ]


def test_a_day_later_counts_from_the_day_of_the_line(atlas):
    text = "Aug 4, 1995: Croatia shells Knin. A day later its troops capture Knin.\n\nOn Friday shells hit Kherson."
    assert [str(e.date_start) for e in rows(atlas, text)] == ["1995-08-04", "1995-08-05", "2025-03-14"]


def test_a_heading_that_is_a_day_dates_its_section_alone(atlas):
    text = (
        "Wednesday\n\nDrones struck a hospital in Kharkiv.\n\nTuesday, 11 March\n\nShells killed a woman in Nikopol.\n\n"
        "Kherson region\n\nShells hit Beryslav."
    )
    assert [str(e.date_start) for e in rows(atlas, text)] == ["2025-03-12", "2025-03-11", "2025-03-14"]


def test_a_clock_time_is_no_part_of_the_speaker(atlas):
    (row,) = rows(atlas, "14:12 Russia's defence ministry said its troops had captured Toretsk.")
    assert row.claimants[0].name == "Russia's defence ministry"
