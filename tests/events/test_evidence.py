"""Each field that a row fills points at the words that stand for it."""

import pytest

FILLED = {
    "date_start": lambda e: e.date_basis in {"explicit", "relative"},
    "place_name": lambda e: e.geo_precision != "none",
    "count": lambda e: e.count is not None,
    "claimants": lambda e: bool(e.claimants),
    "actors": lambda e: any(a.basis == "explicit" for a in e.actors),
}


@pytest.mark.parametrize("field", FILLED)
def test_every_filled_field_has_its_words(seeds, field):
    missing = [
        (f.article.id, e.title, e.sentence)
        for f in seeds
        for e in f.events
        if FILLED[field](e) and field not in dict(e.evidence)
    ]
    assert missing == []


def test_every_span_is_words_of_the_article(seeds):
    for f in seeds:
        for e in f.events:
            for name, span in e.evidence:
                words = f.article.text[span.start : span.end]
                assert words.strip() == words != "", (name, e.title)


def test_the_words_of_a_date_are_its_text_and_those_of_a_place_hold_its_name(seeds):
    for f in seeds:
        for e in f.events:
            spans = {name: f.article.text[s.start : s.end] for name, s in e.evidence}
            assert e.date_text is None or e.date_text in spans["date_start"]
            assert e.place_text is None or e.place_text in spans["place_name"]


def test_the_words_of_a_claimant_name_a_claimant_or_its_verb(seeds):
    for f in seeds:
        for e in f.events:
            spans = {name: f.article.text[s.start : s.end] for name, s in e.evidence}
            if e.claimants:
                told = spans["claimants"].lower()
                assert (
                    any(set(c.name.lower().split()) & set(told.replace(",", " ").split()) for c in e.claimants) or told
                )
            assert e.method.startswith(f"{e.category}/")


def test_the_sentence_holds_the_clause(seeds):
    for f in seeds:
        for e in f.events:
            assert f.article.text[e.start : e.end] in e.sentence
