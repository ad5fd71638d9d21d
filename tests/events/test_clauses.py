"""Clauses tile their sentence; time and reality of a verb come from the words beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.articles.tokens import tokenize
from geoevents.events.codebook import Codebook
from geoevents.events.event import Span
from geoevents.events.sentence.clauses import clauses, parse
from geoevents.events.what.triggers import hits

BOOK = Codebook.load()


@given(st.text(max_size=150))
def test_clauses_tile_the_tokens_of_any_text(text):
    tokens = tokenize(text)
    found = clauses(tokens)
    assert [t for c in found for t in tokens if c.start <= t.start < c.end] == list(tokens)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Troops captured the village on Monday.", "actual"),
        ("Troops will capture the village on Monday.", "planned"),
        ("Troops did not capture the village on Monday.", "negated"),
        ("Troops were able to capture the village on Monday.", "hypothetical"),
        ("Troops hope to capture the village on Monday.", "planned"),
        ("Troops without insignia captured the village on Monday.", "actual"),
        ("Troops could capture the village on Monday.", "hypothetical"),
        ("If troops captured the village on Monday, the road would be cut.", "hypothetical"),
    ],
)
def test_a_verb_is_real_only_if_the_words_beside_it_let_it(text, modality):
    found = [h for h in hits(BOOK, text, tokenize(text), ()) if h.category == "control_change"]
    assert [h.modality for h in found] == [modality]


@pytest.mark.parametrize("tried", ["failed to capture", "tried without success to capture", "were trying to enter"])
def test_who_tries_to_take_ground_attacks_it(tried):
    text = f"Troops {tried} the village on Monday."
    found = [(h.category, h.subtype, h.modality) for h in hits(BOOK, text, tokenize(text), ())]
    assert found == [("ground_combat", "assault", "actual")]


@pytest.mark.parametrize(
    "text",
    [
        '"When troops enter a town that they know, if nobody resists, they stay," the mayor said.',
        "If it rains when we march, that is a pity.",
        "So far who it was is what nobody knows.",
    ],
)
def test_parents_of_clauses_never_lead_round_in_a_circle(text):
    found = clauses(tokenize(text, 0, len(text)))
    for number in range(len(found)):
        chain = [number]
        while (parent := found[chain[-1]].parent) is not None:
            assert parent not in chain
            chain.append(parent)


def test_the_main_clause_goes_on_after_a_relative_one():
    text = "Drones that had come in from the sea were shot down over Odesa."
    assert [c.kind for c in clauses(tokenize(text))] == ["main", "relative", "main"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A missile that missed its target hit a school in Sumy.", "A missile"),
        ("The village that troops captured on Monday was shelled.", "The village"),
        ("The bridge, once a supply route of the garrison, was shelled.", "The bridge"),
    ],
)
def test_the_verb_after_an_aside_or_a_relative_clause_has_the_subject_before_it(text, subject):
    found = hits(BOOK, text, tokenize(text), ())[-1].subject or Span(0, 0)
    assert text[found.start : found.end] == subject


def test_a_weapon_told_by_where_it_came_from_is_told_once_as_stopped():
    text = "The army said a drone that had come over the border was shot down near the village."
    assert [(h.category, h.subtype) for h in hits(BOOK, text, tokenize(text), ())] == [
        ("air_defence", "drone_intercepted")
    ]


def test_two_participles_share_one_passive():
    text = "Sixteen drones were intercepted and destroyed over the village."
    assert {(h.category, h.voice) for h in hits(BOOK, text, tokenize(text), ())} == {("air_defence", "passive")}


def test_for_the_first_time_stands_inside_a_verb(told):
    (event,) = told("Ukraine said on Monday it had for the first time shot down a bomber over the Black Sea.")
    assert (event.category, event.subtype, event.place_name) == ("air_defence", "aircraft_shot_down", "Black Sea")


def test_that_before_a_time_opens_no_clause(told):
    found = told("Rebels of the army at war took Goma in January and lost it that March.")
    assert {(e.subtype, str(e.date_start)[:7]) for e in found} >= {("captured", "2024-01")}


def test_troops_who_now_control_a_place(told):
    (event,) = told("Azerbaijani troops now control Hadrut, the president said on Monday.")
    assert (event.category, event.place_name) == ("control_change", "Hadrut")


def test_ground_that_rebels_hold_is_no_deed(told):
    text = "A strike on a queue in the rebel-held east of Aleppo killed seven people, residents said."
    assert {e.category for e in told(text)} == {"strike"}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Soldiers pushed women on to buses in a town.", "buses", "N"),
        ("Soldiers were told to bus the women out.", "bus", "I"),
        ("Ministers met to discuss the raid.", "discuss", "I"),
    ],
)
def test_a_form_in_s_behind_to_is_no_infinitive(text, word, tag):
    tokens = tokenize(text)
    tags = parse(tokens, BOOK.bare_verbs).tags
    assert tags[[t.lower for t in tokens].index(word)] == tag


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Forty of those died on Monday.", "died", "V"),
        ("Several told reporters that troops had left.", "told", "V"),
        ("Many fled Goma.", "fled", "V"),
        ("Several crashed drones were found.", "crashed", "J"),
        ("Those killed were buried.", "killed", "N"),
    ],
)
def test_what_some_did_is_a_verb(text, word, tag):
    parsed = parse(tokenize(text))
    assert parsed.tags[parsed.lows.index(word)] == tag


def test_a_wish_not_to_be_named_ends_no_relative_clause():
    text = "An official who asked not to be named called the talks a success."
    assert [text[c.start : c.end] for c in clauses(tokenize(text))][1] == "who asked not to be named"
