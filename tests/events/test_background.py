"""What is news of the day, and what is told only to explain it."""

import pytest


def flags(told, text):
    return {(e.category, e.place_name): e.is_background for e in told(text, published="2012-03-14")}


@pytest.mark.parametrize(
    ("text", "category", "is_background"),
    [
        ("Anna Berg, who met the Kenyan president in Nairobi, condemned the raid on Kismayo.", "diplomacy", False),
        ("Anna Berg, who has visited Nairobi five times since January, condemned the raid on Kismayo.", "diplomacy", True),
        ("The premier, after a meeting of ministers in Nairobi, said shells had hit Kismayo.", "diplomacy", False),
        ("Anna Berg, whose visit to Nairobi in January angered many, condemned the raid on Kismayo.", "diplomacy", True),
    ],
)  # fmt: skip
def test_whom_a_speaker_met_is_news_unless_it_is_long_past(told, text, category, is_background):
    found = flags(told, f"Rebels attacked an army base near Kismayo on Wednesday. {text}")
    assert found[category, "Nairobi"] is is_background


def test_the_news_told_backwards_by_a_part_of_the_day_is_news(told):
    text = "Government troops and rebels agreed on a truce on Wednesday. In the morning rebels had seized Kismayo."
    assert flags(told, text)["control_change", "Kismayo"] is False


def test_what_had_been_seized_without_a_day_is_context(told):
    text = "Government troops and rebels agreed on a truce on Wednesday. Rebels had seized Kismayo."
    assert flags(told, text)["control_change", "Kismayo"] is True


@pytest.mark.parametrize(
    ("text", "is_background"),
    [
        ("The envoy has visited Nairobi several times since the war began.", True),
        ("The envoy has visited Nairobi.", False),
    ],
)
def test_what_happened_several_times_since_is_summed_up(told, text, is_background):
    found = flags(told, f"Rebels attacked an army base near Kismayo on Wednesday. {text}")
    assert found["diplomacy", "Nairobi"] is is_background


def test_when_a_war_began_is_told_by_its_year(told):
    text = "Rebels attacked an army base near Kismayo on Wednesday. The war broke out in 1991."
    assert [str(e.date_start) for e in told(text, published="2012-03-14") if e.subtype == "invasion"] == ["1991-01-01"]


def test_a_year_of_what_is_only_told_again_is_no_event(told):
    text = "Rebels attacked an army base near Kismayo on Wednesday. They were last attacked in 2009."
    assert len(told(text, published="2012-03-14")) == 1
