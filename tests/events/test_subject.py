"""Words of war in reports of sport, food, markets and weather are figures of speech; those of war lose nothing."""

import pytest

from geoevents.events.find import find_events
from geoevents.events.what.subject import subject_of
from tests.conftest import article

PEACEFUL = {
    "food": "A battle over rice has broken out in Valencia. Cooks launched an offensive against a chef from London, "
    "whose recipe was condemned by the council, and talks between restaurants collapsed.",
    "sport": "Lyon came under siege on Saturday. The striker fired a rocket in extra time, fans were evacuated from the "
    "stadium in Bordeaux, and the coach meets his players in Paris on Monday.",
    "weather": "A storm left Brest without electricity on Sunday. Firefighters rescued 12 people from flooded houses and "
    "evacuated a camp near Vannes; gusts of 140 km an hour were forecast.",
    "make-believe": "Players of a video game invaded Karelia, a fictional state, at the weekend. Virtual soldiers captured "
    "Vyborg and missiles hit Petrozavodsk. A sequel is planned.",
    "score": "Bilbao came under siege in Lyon on Thursday but struck twice to win 2-1. Three supporters were held back.",
    "traffic": "A car struck a tree near Ulm on Friday and burned out, police said. The road to Stuttgart was closed.",
    "insects": "An army of ants has invaded kitchens in Perth. Gardeners in Fremantle said beetles had occupied their hedges.",
    "shops": "Discounters occupied the centre of Leeds and forced the grocers of York to retreat. A broker said that the "
    "market share of the largest had come under heavy fire; shoppers in Hull wait for the next salvo in the price war.",
    "vote": "The candidate for mayor of Turin captured two boroughs that had been strongholds of the incumbent, pollsters "
    "said. Voters in Milan saw the challenger open fire in a television debate before the runoff.",
    "crime": "A fire broke out in a nightclub in Bari on Saturday. Police arrested the owner, and prosecutors opened an "
    "investigation in the city.",
}


@pytest.mark.parametrize("text", PEACEFUL.values(), ids=PEACEFUL.keys())
def test_a_peaceful_subject_makes_no_events(atlas, text):
    assert find_events(article(text), atlas).events == ()


LONG = (
    "{} The premier declared a state of emergency for the district and asked the army for help. Shops opened for two hours "
    "in the morning, and the mayor said that there was enough water for everybody. Farmers on the coast expect to lose most "
    "of this year's harvest. Schools stay closed until Monday; the ministry has found rooms for four hundred families. "
    "Engineers hope to repair the railway within a week, but the bridge over the river will take longer. An insurer put the "
    "cost at 90 million dollars. The weather office sees no further rain before the weekend, although the wind may turn. "
    "Residents queued for bread and batteries. The hospital has moved its kitchen to the gymnasium of a school nearby, and "
    "the bank has set up a counter in the library, where three clerks pay out small sums to people who have lost papers."
)


@pytest.mark.parametrize(
    "first",
    ["Thousands of houses were hit and Toamasina was levelled on Tuesday.", "The number of nurses in Fiji fell."],
)
def test_a_single_word_of_force_in_a_long_article_makes_no_war(atlas, first):
    text = LONG.format(first)
    assert [
        e.category for e in find_events(article(text), atlas).events if e.category in {"strike", "control_change"}
    ] == []


def test_dealings_inside_one_country_are_no_diplomacy(atlas):
    text = LONG.format("Governor Ann Lee met the leaders of both parties in Columbus on Tuesday.")
    assert [e for e in find_events(article(text), atlas).events if e.category == "diplomacy"] == []


def test_a_match_or_a_storm_in_a_report_of_war_changes_nothing(atlas):
    text = "A missile hit a stadium in Kharkiv during a football match on Sunday and killed two fans, the army said."
    assert [e.category for e in find_events(article(text), atlas).events] == ["strike"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (
            "A drone attack on Monday set fire to a refinery in Ryazan. Shares of the firm fell, traders said; prices rose.",
            "strike",
        ),
        (
            "Two players were killed when shells hit a football pitch in Nikopol on Sunday. The match was called off.",
            "strike",
        ),
    ],
)
def test_what_weapons_did_is_told_in_reports_of_trade_and_sport_too(told, text, category):
    assert [e.category for e in told(text)] == [category]


def test_one_section_of_sport_does_not_silence_the_others(atlas):
    sport = "The coach praised his striker after the match in Lyon, where fans had laid siege to the goal."
    text = f"Cup\n\n{sport}\n\nFront\n\nTroops retook the village of Robotyne on Friday, the army said."
    assert {e.category for e in find_events(article(text), atlas).events} == {"control_change"}


def test_forms_of_one_word_count_once():
    assert subject_of("flood, floods, flooding and flooded fields").civil == 1


def test_a_group_by_its_name_alone_makes_an_article_one_of_fighting(told):
    found = told("A blast killed five people in Kabul on Monday. Islamic State said it was behind the attack.")
    assert [(e.category, e.place_name) for e in found] == [("strike", "Kabul")]


@pytest.mark.parametrize(
    "text",
    [
        "Israel struck 50 targets in Lebanon overnight.",
        "The 47th Brigade repelled five attacks near Avdiivka.",
        "A Saudi jet bombed a bridge in Yemen, killing four.",
        "Poland closed its border with Belarus on Friday.",
    ],
)
def test_a_line_of_news_of_two_countries_or_two_words_of_force_is_about_war(atlas, text):
    assert len(find_events(article(text), atlas).events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Israel beat Lebanon 2-0 in a qualifier on Friday.",
        "France hit Spain with new tariffs on olive oil.",
        "A French singer was jailed in Morocco for tax fraud.",
        "A man was killed as villagers fought with sticks after a cow ate rice in Dimla.",
    ],
)
def test_a_line_of_other_news_is_not(atlas, text):
    assert find_events(article(text), atlas).events == ()


def test_a_line_of_news_about_explosions_needs_no_army(atlas):
    assert [e.subtype for e in find_events(article("Explosions rocked Kharkiv."), atlas).events] == ["explosion"]


def test_a_line_of_news_with_another_subject_is_not_of_war(atlas):
    assert find_events(article("An explosion at a bakery shook Kharkiv, police said."), atlas).events == ()
