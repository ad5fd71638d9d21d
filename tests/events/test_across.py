"""Articles that tell one event give one row; articles that tell two nearby give two."""

import datetime
import itertools
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from geoevents.articles.article import Article
from geoevents.events.find import find_events
from geoevents.events.merging.across import merge_events

PAIRS = Path(__file__).parent / "pairs"


def pairs(name):
    found = tomllib.loads((PAIRS / name).read_text("utf-8"))["pair"]
    return [pytest.param(p, id=p["name"]) for p in found]


@pytest.fixture
def read(atlas):
    """Findings of (published, publisher, text) dicts."""

    def articles(*told):
        return [
            find_events(
                Article(
                    id=f"{n}-{t['publisher']}", text=t["text"], publisher=t["publisher"],
                    published=datetime.date.fromisoformat(t["published"]),
                ),
                atlas,
            )
            for n, t in enumerate(told)
        ]  # fmt: skip

    return articles


def merged(found, category=None):
    return [e for f in merge_events(found) for e in f.events if category in {None, e.category}]


@pytest.mark.parametrize("pair", pairs("same.toml"))
def test_one_event_in_two_articles_is_one_row(read, pair):
    found = read(pair["first"], pair["second"])
    assert all(any(e.category == pair["category"] for e in f.events) for f in found)
    (event,) = [e for e in merged(found, pair["category"]) if pair["place"] in (e.place_name or "")]
    assert (event.n_articles, event.n_publishers, event.n_mentions >= 2) == (2, 2, True)


@pytest.mark.parametrize("pair", pairs("different.toml"))
def test_two_events_in_two_articles_are_two_rows(read, pair):
    found = read(pair["first"], pair["second"])
    events = merged(found, pair["category"])
    assert [e.n_articles for e in events] == [1, 1]


@pytest.mark.parametrize("pair", [*pairs("same.toml"), *pairs("different.toml")])
def test_the_order_of_the_articles_changes_nothing(read, pair):
    found = read(pair["first"], pair["second"])
    one, other = merged(found), merged(found[::-1])
    assert sorted(one, key=lambda e: e.event_id) == sorted(other, key=lambda e: e.event_id)


def test_articles_printed_twice_add_no_event(seeds):
    again = [replace(f, article=replace(f.article, id=f"{f.article.id}-again", publisher="another")) for f in seeds]
    once, twice = merged(seeds), merged([*seeds, *again])
    assert len(twice) == len(once)
    assert all(e.n_articles == 2 * o.n_articles for e, o in zip(twice, once, strict=True))


def test_every_mention_and_every_sum_names_a_row_that_is_there(seeds):
    found = merge_events(seeds)
    ids = [e.event_id for f in found for e in f.events]
    assert len(ids) == len(set(ids))
    assert {m.event_id for f in found for m in f.event_mentions} == set(ids)
    assert {c for f in found for e in f.events for c in e.counted_in} <= set(ids)


def test_all_orders_of_three_articles_agree(read):
    told = [p.values[0] for p in pairs("same.toml")[:2]]
    found = read(told[0]["first"], told[0]["second"], told[1]["first"])
    rows = [sorted(merged(list(order)), key=lambda e: e.event_id) for order in itertools.permutations(found)]
    assert all(row == rows[0] for row in rows)


def test_the_later_number_counts_and_the_range_is_kept(read):
    pair = next(p.values[0] for p in pairs("same.toml") if p.values[0]["name"] == "a strike whose toll rises")
    (event,) = merged(read(pair["first"], pair["second"]), "strike")
    assert (event.killed, event.count_low, event.count_high) == (9, 4, 9)


def test_a_denial_in_another_paper_disputes_the_claim(read):
    pair = next(p.values[0] for p in pairs("same.toml") if "denial" in p.values[0]["name"])
    (event,) = merged(read(pair["first"], pair["second"]), "control_change")
    assert (event.status, {c.stance for c in event.claimants}) == ("disputed", {"asserts", "denies"})


def test_a_plan_that_came_true_is_one_row_that_happened(read):
    pair = next(p.values[0] for p in pairs("same.toml") if "announced" in p.values[0]["name"])
    (event,) = [e for e in merged(read(pair["first"], pair["second"]), "diplomacy") if e.place_name == "Tbilisi"]
    assert (event.status, str(event.date_start), str(event.first_seen)) == ("reported", "2021-10-18", "2021-10-15")


def test_who_denied_a_loss_and_admits_it_later_confirms_it(read):
    first = "The rebels said on Tuesday that they had captured Goma. The army denied it and said its men were still in the city."
    later = "Congo's army admitted on Friday that its troops had withdrawn from Goma on Tuesday."
    found = read(
        {"published": "2024-05-15", "publisher": "A", "text": first},
        {"published": "2024-05-17", "publisher": "B", "text": later},
    )
    assert [e.status for e in merged(found, "control_change")] == ["confirmed"]


def test_the_soldiers_of_one_side_are_not_the_number_of_an_exchange(read):
    found = read(
        {
            "published": "2024-05-14",
            "publisher": "A",
            "text": "Armenia and Azerbaijan exchanged 280 prisoners in Goris on Tuesday.",
        },
        {
            "published": "2024-05-15",
            "publisher": "B",
            "text": "Armenia said 140 of its soldiers had been freed in Goris on Tuesday.",
        },
    )
    assert [(e.count, e.n_articles) for e in merged(found, "detention")] == [(280, 2)]


def test_a_speaker_named_longer_is_one_claimant(read):
    found = read(
        {"published": "2024-05-14", "publisher": "A", "text": "The Arakan Army said it had captured Ann on Monday."},
        {
            "published": "2024-05-15",
            "publisher": "B",
            "text": "The rebel Arakan Army (AA) said it had captured Ann on Monday.",
        },
    )
    assert [len(e.claimants) for e in merged(found, "control_change")] == [1]
