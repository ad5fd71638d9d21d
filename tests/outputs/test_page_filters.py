"""Counts on the page are the table's, for every layer, filter, search and stretch of time."""

import pandas as pd
import pytest

from geoevents.frames.tables import articles_frame, events_frame, frame_of
from geoevents.outputs.geojson import records
from geoevents.outputs.page import write_map
from tests.conftest import event_row
from tests.outputs.browser import opened

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def frame(seeds):
    """Events of the seeds, and one of each kind that is off at first."""
    off = [event_row(event_id="sum", is_aggregate=True), event_row(event_id="off", status="cancelled"),
           event_row(event_id="old", is_background=True), event_row(event_id="undated", start_time=None, end_time=None)]  # fmt: skip
    return frame_of(records(events_frame(seeds)) + off)


@pytest.fixture(scope="module")
def page_file(seeds, frame, tmp_path_factory):
    return write_map(frame, tmp_path_factory.mktemp("page") / "events.html", articles=articles_frame(seeds))


def news(frame):
    return frame[~frame["is_background"] & ~frame["is_aggregate"] & (frame["status"] != "cancelled")]


def count_beside(page, kind, value):
    return page.locator(f'label:has(input[data-{kind}="{value}"]) .n').inner_text()


def test_every_layer_can_be_switched_and_counts_as_the_table(page_file, browser, frame):
    shown = news(frame)
    with opened(page_file, browser) as seen:
        for category, every in frame["category"].value_counts().items():
            own = (shown["category"] == category).sum()
            assert count_beside(seen.page, "category", category) == f"{own} / {every}"
            seen.page.locator(f"input[data-category={category}]").uncheck()
            assert seen.shown == len(shown) - own, category
            seen.page.locator(f"input[data-category={category}]").check()


def test_background_and_sums_are_off_at_first(page_file, browser, frame):
    with opened(page_file, browser) as seen:
        assert seen.shown == len(news(frame))
        off = {
            "background": frame["is_background"],
            "aggregates": frame["is_aggregate"],
            "cancelled": frame["status"] == "cancelled",
        }
        for switch, rows in off.items():
            others = sum(o.astype(int) for name, o in off.items() if name != switch)
            seen.page.check(f"input[data-switch={switch}]")
            assert seen.shown == (others == 0).sum()
            assert count_beside(seen.page, "switch", switch) == str(rows.sum())
            seen.page.uncheck(f"input[data-switch={switch}]")


@pytest.mark.parametrize(
    ("facet", "column"), [("status", "status"), ("country", "country"), ("precision", "geo_precision")]
)
def test_every_value_of_a_facet_counts_as_the_table(page_file, browser, frame, facet, column):
    counts = news(frame)[column].value_counts()
    with opened(page_file, browser) as seen:
        open_facet(seen.page, facet)
        for value, n in counts.items():
            assert count_beside(seen.page, facet, value) == str(n), value
            seen.page.check(f"input[data-{facet}='{value}']")
            assert seen.shown == n, value
            seen.page.uncheck(f"input[data-{facet}='{value}']")


def open_facet(page, facet):
    page.evaluate(f"document.getElementById('facet-{facet}').open = true")
    more = page.locator(f"#facet-{facet} button.more")
    if more.count():
        more.click()


def test_claimants_and_sources_count_as_the_table(page_file, browser, frame):
    shown = news(frame)
    people = shown["claimants"].map(lambda c: sorted({x["name"] for x in c})).explode().value_counts()
    houses = (
        shown["sources"].map(lambda s: sorted({x["publisher"] for x in s if x["publisher"]})).explode().value_counts()
    )
    with opened(page_file, browser) as seen:
        for facet, counts in (("claimant", people), ("source", houses)):
            open_facet(seen.page, facet)
            for value, n in counts.items():
                assert count_beside(seen.page, facet, value) == str(n), value


def test_counts_of_a_facet_are_those_under_the_other_filters(page_file, browser, frame):
    strikes = news(frame).query("category == 'strike'")
    with opened(page_file, browser) as seen:
        for category in set(frame["category"]) - {"strike"}:
            seen.page.locator(f"input[data-category={category}]").uncheck()
        seen.page.check("input[data-status=claimed]")
        for status, n in strikes["status"].value_counts().items():
            assert count_beside(seen.page, "status", status) == str(n)
        assert seen.shown == (strikes["status"] == "claimed").sum()


def test_filters_work_after_a_reset(page_file, browser, frame):
    with opened(page_file, browser) as seen:
        seen.page.check("input[data-status=claimed]")
        seen.page.get_by_role("button", name="Reset all").click()
        assert seen.shown == len(news(frame))
        seen.page.check("input[data-status=claimed]")
        assert seen.shown == (news(frame)["status"] == "claimed").sum()


def test_confidence_hides_what_is_less_sure(page_file, browser, frame):
    with opened(page_file, browser) as seen:
        seen.page.locator("#confidence").fill("0.8")
        assert seen.shown == (news(frame)["confidence"] >= 0.8).sum()


@pytest.mark.parametrize("words", ["drone", "MINISTRY said", "chișinău", "chisinau", "нікополь", "zzzz"])
def test_search_finds_what_the_table_has(page_file, browser, frame, words):
    columns = ["title", "sentence", "place_name", "place_text", "facility"]
    texts = news(frame)[columns].fillna("").agg("\n".join, axis=1)
    texts += news(frame)["claimants"].map(lambda c: "\n" + "\n".join(x["name"] for x in c))
    wanted = sum(all(fold(w) in fold(t) for w in words.split()) for t in texts)
    with opened(page_file, browser) as seen:
        seen.page.fill("#search", words)
        seen.page.wait_for_timeout(250)
        assert seen.shown == wanted


def fold(text):
    import unicodedata

    return "".join(
        c for c in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(c)[0] != "M" and c not in "'’ʼ`"
    )


def test_cyrillic_is_found_as_it_is_written(browser, tmp_path):
    path = write_map(
        frame_of([event_row(sentence="Обстріляли місто Нікополь."), event_row(event_id="b")]), tmp_path / "c.html"
    )
    with opened(path, browser) as seen:
        seen.page.fill("#search", "НІКОПОЛЬ")
        seen.page.wait_for_timeout(250)
        assert seen.shown == 1


@pytest.mark.parametrize(
    ("first", "last"), [("2023-09-01", "2023-12-01"), ("2024-03-10", "2024-03-11"), ("2024-10-01", "2025-01-01")]
)
def test_time_shows_what_meets_it_and_what_has_no_date(page_file, browser, frame, first, last):
    shown = news(frame)
    a, b = pd.Timestamp(first, tz="UTC"), pd.Timestamp(last, tz="UTC")
    meets = ((shown["start_time"] < b) & (shown["end_time"] > a)) | shown["start_time"].isna()
    with opened(page_file, browser, fragment=f"#v=1&t={first},{last}") as seen:
        assert seen.shown == meets.sum()


def test_presets_count_from_the_newest_event(page_file, browser, frame):
    shown = news(frame)
    newest = shown["end_time"].max()
    with opened(page_file, browser) as seen:
        for label, days in (("30 d", 30), ("7 d", 7)):
            seen.page.get_by_role("button", name=label, exact=True).click()
            meets = shown["end_time"] > newest - pd.Timedelta(days=days)
            assert seen.shown == (meets | shown["start_time"].isna()).sum(), label
        seen.page.get_by_role("button", name="All", exact=True).click()
        assert seen.shown == len(shown)


def test_the_brush_can_be_drawn_moved_and_played(page_file, browser, frame):
    with opened(page_file, browser) as seen:
        page, box = seen.page, seen.page.locator(".track").bounding_box()
        drag(page, box, 0.2, 0.4)
        drawn = page.evaluate("[geoevents.app.filters.from, geoevents.app.filters.to]")
        drag(page, box, 0.3, 0.5)
        moved = page.evaluate("[geoevents.app.filters.from, geoevents.app.filters.to]")
        assert moved[0] > drawn[0]
        assert moved[1] - moved[0] == drawn[1] - drawn[0]
        page.get_by_role("button", name="Play").click()
        page.wait_for_timeout(800)
        page.get_by_role("button", name="Pause").click()
        assert page.evaluate("geoevents.app.filters.from") > moved[0]


def drag(page, box, start, end):
    y = box["y"] + 15
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, y, steps=5)
    page.mouse.up()


def test_handles_move_by_keys(page_file, browser):
    with opened(page_file, browser) as seen:
        seen.page.focus(".handle.low")
        before = seen.page.locator(".handle.low").get_attribute("aria-valuetext")
        seen.page.keyboard.press("ArrowRight")
        assert seen.page.locator(".handle.low").get_attribute("aria-valuetext") != before
        assert seen.page.evaluate("geoevents.app.filters.from") is not None


def test_every_event_stands_in_the_list_with_sections_for_those_without_place_or_date(page_file, browser, frame):
    with opened(page_file, browser) as seen:
        for order in ("time", "place", "category"):
            seen.page.select_option("#order", order)
            assert seen.page.locator("#list .row").count() == seen.shown
            assert (
                seen.page.locator("#list [aria-label='No place'] .row").count()
                == ((news(frame)["geo_precision"] == "none") & news(frame)["start_time"].notna()).sum()
            )
            assert (
                seen.page.locator("#list [aria-label='No date'] .row").count() == news(frame)["start_time"].isna().sum()
            )
