"""The page in the real browser with the network off."""

import json

import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import articles_frame, events_frame, frame_of
from geoevents.outputs.page import write_map
from tests.conftest import event_row
from tests.outputs.browser import opened

pytestmark = pytest.mark.browser

# Text that would run or break something if any sink took it for more than text.
HOSTILE = [
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "</script><script>window.hit=1</script>",
    "<svg/onload=window.hit=1>", "javascript:window.hit=1", "`${window.hit=1}`", "{{constructor.constructor('window.hit=1')()}}",
    "'\"><b onmouseover=window.hit=1>", "<!--<script>", "]]>", "&lt;script&gt;", "\u202eevil\u202c", "A" * 3000, "🛩️" * 50,
    "\x00\x01", "\ud800".encode("utf-8", "replace").decode(), "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "<a href=javascript:window.hit=1>x</a>", "\u2028\u2029", "%3Cscript%3E", "<style>*{display:none}</style>", "</style>",
    "<base href=//evil>", "<meta http-equiv=refresh content=0>", "--><script>window.hit=1</script>", "\\u003cscript\\u003e",
]  # fmt: skip


@pytest.fixture(scope="module")
def page_file(seeds, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "events.html"
    return write_map(events_frame(seeds), path, articles=articles_frame(seeds))


def shown(page):
    return int(page.inner_text("#shown").split()[0])


def test_it_asks_for_nothing_and_says_nothing(page_file, chromium):
    with opened(page_file, chromium) as seen:
        assert seen.requests == [page_file.resolve().as_uri()]
        assert seen.messages == []


def test_every_layer_can_be_switched_and_counts_as_pandas_does(page_file, chromium, seeds):
    frame = events_frame(seeds)
    news = frame[~frame["is_background"] & ~frame["is_aggregate"]]
    with opened(page_file, chromium) as seen:
        assert shown(seen.page) == len(news)
        for category in sorted(set(frame["category"])):
            box = seen.page.locator(f"input[data-category={category}]")
            box.uncheck()
            assert shown(seen.page) == len(news) - (news["category"] == category).sum(), category
            box.check()
        for switch, rows in (
            ("background", frame[~frame["is_aggregate"]]),
            ("aggregates", frame[~frame["is_background"]]),
        ):
            seen.page.check(f"#switch-{switch}")
            assert shown(seen.page) == len(rows)
            seen.page.uncheck(f"#switch-{switch}")


def test_every_event_has_a_card_with_all_that_must_be_on_it(page_file, chromium, seeds):
    frame = events_frame(seeds).set_index("event_id")
    with opened(page_file, chromium) as seen:
        seen.page.check("#switch-background")
        seen.page.check("#switch-aggregates")
        rows = seen.page.locator("#list .row")
        assert rows.count() == len(frame)
        for k in range(rows.count()):
            rows.nth(k).click()
            card = seen.page.locator("#card")
            event = frame.loc[card.get_attribute("data-id")]
            assert card.locator(".sentence").inner_text() == " ".join(event["sentence"].split())
            assert card.locator("dd.status").inner_text() == event["status"]
            for part in ("date", "place", "precision", "claimants"):
                assert card.locator(f"dd.{part}").inner_text().strip(), part
        assert seen.messages == []


def test_search_and_filters_show_what_the_table_has(page_file, chromium, seeds):
    frame = events_frame(seeds)
    news = frame[~frame["is_background"] & ~frame["is_aggregate"]]
    with opened(page_file, chromium) as seen:
        seen.page.click("#filter-toggle")
        for status in sorted(set(news["status"])):
            seen.page.locator("#filters select").first.select_option(status)
            assert shown(seen.page) == (news["status"] == status).sum()
        seen.page.locator("#filters button", has_text="Reset").click()
        seen.page.fill("#search", "zzzz")
        seen.page.wait_for_timeout(300)
        assert shown(seen.page) == 0


def test_a_link_brings_back_filters_view_and_event(page_file, chromium):
    with opened(page_file, chromium) as seen:
        seen.page.locator("input[data-category=strike]").uncheck()
        seen.page.locator("#list .row").nth(3).click()
        fragment = seen.page.evaluate("location.hash")
        wanted = (shown(seen.page), seen.page.locator("#card").get_attribute("data-id"))
    with opened(page_file, chromium, fragment=fragment) as seen:
        assert (shown(seen.page), seen.page.locator("#card").get_attribute("data-id")) == wanted


def test_downloads_hold_what_is_shown(page_file, chromium, tmp_path):
    with opened(page_file, chromium) as seen:
        seen.page.locator("input[data-category=strike]").uncheck()
        seen.page.click("#filter-toggle")
        for text, name in (("Download GeoJSON", "events.geojson"), ("Download CSV", "events.csv")):
            with seen.page.expect_download() as got:
                seen.page.get_by_text(text).click()
            got.value.save_as(tmp_path / name)
        features = json.loads((tmp_path / "events.geojson").read_text("utf-8"))["features"]
        assert len(features) == shown(seen.page)
        from geoevents.outputs.read import read_events

        assert len(read_events(tmp_path / "events.csv")) == len(features)


def test_keys_walk_the_list_and_close_the_card(page_file, chromium):
    with opened(page_file, chromium) as seen:
        seen.page.focus("#list")
        seen.page.keyboard.press("ArrowDown")
        seen.page.keyboard.press("ArrowDown")
        first = seen.page.locator("#card").get_attribute("data-id")
        assert first == seen.page.locator("#list .row").nth(1).get_attribute("data-id")
        seen.page.keyboard.press("Escape")
        assert seen.page.locator("#card").is_hidden()


def test_a_phone_shows_map_and_list_without_scrolling_sideways(page_file, chromium):
    with opened(page_file, chromium, width=390, height=800) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
        seen.page.locator("#list .row").first.click()
        assert seen.page.locator("#card").is_visible()


def test_hostile_text_is_only_ever_text(chromium, tmp_path):
    rows = [
        event_row(
            event_id=f"ev-{k}", title=bad, sentence=bad, place_text=bad, place_name=bad, place_reason=bad, facility=bad,
            date_text=bad, actor_init=bad, claimants=[{"name": bad, "stance": "asserts", "channel": bad}],
            sources=[{"url": bad, "publisher": bad, "published": "2024-05-14"}], source_url=bad,
            place_alternatives=[{"name": bad, "admin1": bad, "country": bad, "confidence": 0.1, "reason": bad}],
        )
        for k, bad in enumerate(HOSTILE)
    ]  # fmt: skip
    path = write_map(frame_of(rows), tmp_path / "hostile.html")
    with opened(path, chromium) as seen:
        list_rows = seen.page.locator("#list .row")
        assert list_rows.count() == len(HOSTILE)
        for k in range(len(HOSTILE)):
            list_rows.nth(k).click()
        assert seen.page.evaluate("window.hit") is None
        assert seen.messages == []
        assert seen.requests == [path.resolve().as_uri()]
        assert seen.page.locator("#card a[href^=javascript]").count() == 0
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_no_events_is_said(chromium, tmp_path):
    path = write_map(events_frame([]), tmp_path / "empty.html")
    with opened(path, chromium) as seen:
        assert "No events were found" in seen.page.inner_text("#list")
        assert seen.messages == []


def test_too_many_events_are_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("geoevents.outputs.page.MOST_EVENTS", 1)
    with pytest.raises(OutputError, match="too many for a page"):
        write_map(frame_of([event_row(), event_row(event_id="ev-2")]), tmp_path / "e.html")
