"""The page in the real browser with the network off: what it asks for, says, shows, links to and lets one take away."""

import json

import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import articles_frame, events_frame, frame_of, mentions_frame
from geoevents.outputs.page import page_html, write_map
from geoevents.outputs.read import read_events
from tests.conftest import event_row
from tests.outputs.browser import HOSTILE, opened

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(seeds, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "events.html"
    return write_map(events_frame(seeds), path, mentions=mentions_frame(seeds), articles=articles_frame(seeds))


def show_everything(page):
    for switch in page.locator("input[data-switch]").all():
        switch.check()


def test_it_asks_for_nothing_and_says_nothing(page_file, browser):
    with opened(page_file, browser) as seen:
        assert seen.page.evaluate("document.documentElement.dataset.ready") == "1"
        for button in ("#legend-open", "#about-open"):
            seen.page.click(button)
            seen.page.keyboard.press("Escape")
        assert seen.requests == [page_file.resolve().as_uri()]
        assert seen.messages == []


def test_the_map_is_drawn(page_file, browser):
    with opened(page_file, browser) as seen:
        for pane in ("base", "events"):
            drawn = seen.page.evaluate(
                f"(() => {{ const c = document.querySelector('.leaflet-{pane}-pane canvas');"
                " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.filter((v, i) => i % 4 === 3 && v).length })()"
            )
            assert drawn > 1000, pane


def test_the_policy_lets_no_other_script_run(page_file, browser):
    with opened(page_file, browser) as seen:
        seen.page.evaluate(
            "{ const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s); }"
        )
        assert seen.page.evaluate("window.hit") is None
        assert "unsafe" not in page_file.read_text("utf-8").split("Content-Security-Policy")[1][:400]


def test_every_event_has_a_card_with_all_that_must_be_on_it(page_file, browser, seeds):
    frame = events_frame(seeds).reset_index(drop=True)
    with opened(page_file, browser) as seen:
        show_everything(seen.page)
        rows = seen.page.locator("#list .row")
        assert rows.count() == len(frame)
        for k in range(rows.count()):
            rows.nth(k).click()
            card = seen.page.locator("#card")
            event = frame[frame["event_id"] == card.get_attribute("data-id")].iloc[0]
            assert " ".join(card.locator(".sentence").first.inner_text().split()) == " ".join(event["sentence"].split())
            assert card.locator(".who .badge").inner_text() == event["status"]
            assert card.inner_text().lstrip("×\n ").startswith(event["status"])
            for part in ("date", "place", "precision", "claimants", "confidence", "status"):
                assert card.locator(f"dd.{part}").inner_text().strip(), part
        assert seen.messages == []


def test_a_click_on_a_marker_opens_the_card_of_its_event(browser, tmp_path):
    path = write_map(frame_of([event_row()]), tmp_path / "one.html")
    with opened(path, browser) as seen:
        point = seen.page.evaluate(
            "(() => { const p = geoevents.map.latLngToContainerPoint([54.19, 37.61]),"
            " b = document.getElementById('map').getBoundingClientRect(); return [p.x + b.x, p.y + b.y]; })()"
        )
        seen.page.mouse.move(*point, steps=3)
        seen.page.mouse.click(*point)
        assert seen.page.locator("#card").get_attribute("data-id") == "ev-1"
        assert seen.page.locator("#list [aria-selected=true]").get_attribute("data-id") == "ev-1"


def test_events_at_one_coordinate_are_one_marker_with_a_list(browser, tmp_path):
    path = write_map(frame_of([event_row(event_id=f"ev-{k}") for k in range(3)]), tmp_path / "three.html")
    with opened(path, browser) as seen:
        assert seen.page.evaluate("geoevents.app.map.layer.drawn.map((d) => d.group.count)") == [3]
        seen.page.evaluate("geoevents.app.map.clicked(geoevents.app.map.layer.drawn[0].group)")
        assert seen.page.locator("#card .several li").count() == 3
        seen.page.locator("#card .several button").first.click()
        seen.page.locator("#card .back").click()
        assert seen.page.locator("#card .several li").count() == 3


def test_a_region_is_an_area_and_never_a_pin(browser, tmp_path):
    row = event_row(pin=False, geo_precision="adm1", place_name="Tula Oblast", uncertainty_km=90.0)
    path = write_map(frame_of([row]), tmp_path / "region.html")
    with opened(path, browser) as seen:
        assert seen.page.evaluate("geoevents.app.map.areas.getLayers().length") == 1
        assert seen.page.evaluate("geoevents.app.map.layer.drawn[0].group.spots[0].pin") is False


def test_a_link_brings_back_filters_view_and_event(page_file, browser):
    with opened(page_file, browser) as seen:
        seen.page.locator("input[data-category=strike]").uncheck()
        seen.page.locator("input[data-status=claimed]").check()
        seen.page.locator("#list .row").nth(2).click()
        fragment = seen.page.evaluate("location.hash")
        wanted = (seen.shown, seen.page.locator("#card").get_attribute("data-id"))
    with opened(page_file, browser, fragment=fragment) as seen:
        assert (seen.shown, seen.page.locator("#card").get_attribute("data-id")) == wanted
        assert seen.page.evaluate("location.hash") == fragment


def test_unknown_parts_of_a_link_are_ignored(page_file, browser):
    with opened(
        page_file, browser, fragment="#v=1&z=x&c=9,9,9&t=never&conf=NaN&e=none&cat=%3Cimg%3E,strike&zzz=1"
    ) as seen:
        assert seen.messages == []
        assert seen.page.locator("input[data-category=strike]").is_checked()


def test_downloads_are_what_the_writers_write(page_file, browser, tmp_path, seeds):
    from geoevents.outputs.geojson import records

    frame = events_frame(seeds)
    with opened(page_file, browser) as seen:
        show_everything(seen.page)
        for button, name in (("#get-geojson", "events.geojson"), ("#get-csv", "events.csv")):
            seen.page.click(".menu summary")
            with seen.page.expect_download() as got:
                seen.page.click(button)
            got.value.save_as(tmp_path / name)
            seen.page.click(".menu summary")
    for name in ("events.geojson", "events.csv"):
        found, wanted = (sorted(records(f), key=str) for f in (read_events(tmp_path / name), frame))
        assert found == wanted, name
    head = json.loads((tmp_path / "events.geojson").read_text("utf-8"))
    assert head["geoevents"]["n_events"] == len(frame)
    assert all(f["geometry"] is None or f["geometry"]["type"] == "Point" for f in head["features"])


def test_downloads_hold_only_what_is_shown(page_file, browser, tmp_path):
    with opened(page_file, browser) as seen:
        seen.page.locator("input[data-status=claimed]").check()
        seen.page.click(".menu summary")
        with seen.page.expect_download() as got:
            seen.page.click("#get-geojson")
        got.value.save_as(tmp_path / "e.geojson")
        rows = read_events(tmp_path / "e.geojson")
        assert len(rows) == seen.shown
        assert set(rows["status"]) == {"claimed"}


def test_keys_lead_from_load_to_a_card_and_back(page_file, browser):
    with opened(page_file, browser) as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.className") == "skip"
        seen.page.keyboard.press("Enter")
        seen.page.keyboard.press("j")
        seen.page.keyboard.press("ArrowDown")
        second = seen.page.locator("#list .row").nth(1).get_attribute("data-id")
        assert seen.page.locator("#card").get_attribute("data-id") == second
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.id") == "card"
        seen.page.keyboard.press("Escape")
        assert seen.page.locator("#card").is_hidden()
        assert seen.page.evaluate("document.activeElement.id") == "list"


def test_slash_searches_and_f_goes_to_the_filters(page_file, browser):
    with opened(page_file, browser) as seen:
        seen.page.keyboard.press("/")
        assert seen.page.evaluate("document.activeElement.id") == "search"
        seen.page.keyboard.press("Escape")
        seen.page.keyboard.press("f")
        assert seen.page.evaluate("document.activeElement.matches('#side input')")


def test_readers_of_the_screen_are_told_what_is_what(page_file, browser):
    with opened(page_file, browser) as seen:
        assert seen.page.locator("#list[role=listbox] [role=group] [role=option]").count() > 10
        assert seen.page.locator("#shown[aria-live=polite]").count() == 1
        for handle in seen.page.locator("[role=slider].handle").all():
            assert "20" in handle.get_attribute("aria-valuetext")
        unnamed = seen.page.locator("button").evaluate_all(
            "list => list.filter(b => b.checkVisibility() && !b.textContent.trim() && !b.getAttribute('aria-label')).length"
        )
        assert unnamed == 0


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_shows_map_list_and_card_without_scrolling_sideways(page_file, browser, width):
    with opened(page_file, browser, width=width, height=740, has_touch=True, is_mobile=True) as seen:
        page = seen.page
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.tap("#grip")
        page.locator("#list .row").first.tap()
        assert page.locator("#card").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.locator("nav button, nav summary, #card .close").evaluate_all(
            "list => list.filter(b => b.checkVisibility() && b.getBoundingClientRect().height < 44).map(b => b.textContent)"
        )
        assert small == []


def test_paper_has_the_map_and_the_list_as_a_table_with_links(page_file, browser, seeds):
    with opened(page_file, browser) as seen:
        seen.page.emulate_media(media="print")
        seen.page.wait_for_selector("#print table")
        assert seen.page.locator("#print tbody tr").count() == seen.shown
        assert seen.page.locator("header, #side, #panel").evaluate_all("l => l.every((e) => !e.checkVisibility())")
        assert len(seen.page.pdf()) > 20_000
        seen.page.emulate_media(media="screen")
        assert seen.page.locator("#list").is_visible()


def hostile_rows():
    return [
        event_row(
            event_id=f"ev-{k}-{bad[:40]}", title=bad, sentence=bad, place_text=bad, place_name=bad, place_id=bad, place_reason=bad,
            facility=bad, date_text=bad, actor_init=bad, actor_target=bad, subtype=bad, admin1=bad, admin2=bad, country=bad[:2],
            count_unit=bad, count=3, method=bad, place_qualifier=bad, reference_place=bad, administered_by=bad, group_id=bad,
            claimants=[{"name": bad, "stance": "asserts", "channel": bad}], actors=[{"name": bad, "role": bad}],
            sources=[{"url": bad, "publisher": bad, "published": "2024-05-14"}, {"url": f"https://x.org/{bad}", "publisher": None,
            "published": None}], source_url=bad, counted_in=[bad], part_of=bad, plover=bad,
            place_alternatives=[{"name": bad, "admin1": bad, "country": bad, "confidence": 0.1, "reason": bad}],
        )
        for k, bad in enumerate(HOSTILE)
    ]  # fmt: skip


def hostile_tables():
    import pandas as pd

    articles = pd.DataFrame([{"article_id": b, "title": b, "published": None, "publisher": b, "url": b, "language": b}
                             for b in HOSTILE])  # fmt: skip
    tellings = [
        {"event_id": r["event_id"], "article_id": b, "quote": f"{b}{b}", "stance": "asserts", "claimant": b,
         "sentence_index": 0, "start": 0} for r, b in zip(hostile_rows(), HOSTILE, strict=True)
    ]  # fmt: skip
    return articles, pd.DataFrame(tellings)


@pytest.mark.parametrize("plain", [False, True])
def test_hostile_text_is_only_ever_text(browser, tmp_path, plain):
    articles, mentions = hostile_tables()
    path = write_map(
        frame_of(hostile_rows()), tmp_path / "hostile.html", mentions=mentions, articles=articles, plain_data=plain
    )
    with opened(path, browser) as seen:
        list_rows = seen.page.locator("#list .row")
        assert list_rows.count() == len(HOSTILE) > 40
        for k in range(len(HOSTILE)):
            list_rows.nth(k).click()
        for facet in ("source", "claimant", "country"):
            seen.page.click(f"#facet-{facet} summary")
        seen.page.click("#about-open")
        seen.page.keyboard.press("Escape")
        seen.page.emulate_media(media="print")
        assert seen.page.evaluate("window.hit") is None
        assert seen.messages == []
        assert seen.requests == [path.resolve().as_uri()]
        assert seen.page.locator("a[href]:not([href^='http']):not([href^='#'])").count() == 0
        seen.page.emulate_media(media="screen")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1400
        assert seen.page.locator("#card").bounding_box()["width"] < 500


def test_no_events_is_said(browser, tmp_path):
    path = write_map(events_frame([]), tmp_path / "empty.html")
    with opened(path, browser) as seen:
        assert "No events were found" in seen.page.inner_text("#list")
        assert seen.page.evaluate("document.documentElement.dataset.ready") == "1"
        assert seen.messages == []


def test_events_around_the_180th_meridian_stand_side_by_side(browser, tmp_path):
    rows = [
        event_row(event_id="w", latitude=66.16, longitude=-169.8),
        event_row(event_id="e", latitude=64.73, longitude=177.5),
    ]
    with opened(write_map(frame_of(rows), tmp_path / "far.html"), browser) as seen:
        assert seen.page.evaluate("geoevents.data.spots.map((s) => s.lon).sort()") == [177.5, 190.2]


def test_tiles_are_asked_for_only_where_they_are_wanted(tmp_path):
    frame = frame_of([event_row()])
    assert "img-src data:;" in page_html(frame)
    assert "img-src data: https://tile.openstreetmap.org;" in page_html(frame, tiles="OpenStreetMap.Mapnik")
    assert "img-src data: https://*.tiles.example;" in page_html(
        frame, tiles="https://{s}.tiles.example/{z}/{x}/{y}.png"
    )
    for bad in (
        "Nobody.Knows",
        "http://tiles.example/{z}/{x}/{y}",
        "https://a.b; script-src *{z}{x}{y}",
        "https://a.b/1.png",
    ):
        with pytest.raises(OutputError, match="tiles"):
            page_html(frame, tiles=bad)


@pytest.mark.parametrize(("name", "countries"), [("none", 0), ("land", 237), ("countries", 237)])
def test_the_basemap_can_be_chosen(name, countries):
    from geoevents.outputs.page_data import page_data

    assert len(page_data(frame_of([event_row()]), basemap=name)["basemap"]["countries"]) == countries


def test_too_many_events_are_refused_with_a_way_out(monkeypatch, tmp_path):
    monkeypatch.setattr("geoevents.outputs.page.MOST_EVENTS", 1)
    with pytest.raises(OutputError, match=r"--since.*--sample.*GeoPackage"):
        write_map(frame_of([event_row(), event_row(event_id="ev-2")]), tmp_path / "e.html")


def test_a_changed_address_is_followed(page_file, browser):
    with opened(page_file, browser) as seen:
        seen.page.evaluate("location.hash = '#v=1&status=claimed'")
        seen.page.wait_for_selector("#active .chip")
        assert seen.page.locator("input[data-status=claimed]").is_checked()


def test_a_page_with_tiles_asks_for_tiles_alone(browser, tmp_path):
    path = write_map(frame_of([event_row()]), tmp_path / "t.html", tiles="https://tiles.example/{z}/{x}/{y}.png")
    with opened(path, browser) as seen:
        seen.page.wait_for_timeout(300)
        asked = {r for r in seen.requests if not r.startswith("file:")}
        assert asked
        assert all(r.startswith("https://tiles.example/") for r in asked)
        assert "Tiles: tiles.example" in seen.page.inner_text(".attribution")


def test_an_own_basemap_is_drawn_and_a_broken_one_is_named(tmp_path):
    from geoevents.outputs.page_data import page_data

    own = tmp_path / "own.geojson"
    triangle = {"type": "Polygon", "coordinates": [[[30, 50], [40, 50], [35, 55], [30, 50]]]}
    own.write_text(json.dumps({"type": "FeatureCollection", "features": [{"geometry": triangle}]}), "utf-8")
    frame = frame_of([event_row()])
    assert len(page_data(frame, basemap=str(own))["basemap"]["countries"]) == 1
    own.write_text("{}", "utf-8")
    for bad in (own, tmp_path / "none.geojson"):
        with pytest.raises(OutputError, match="basemap"):
            page_data(frame, basemap=str(bad))


def test_too_many_events_for_a_page_are_named_and_the_rest_is_written(monkeypatch, tmp_path, capsys):
    from geoevents.cli import _write_page
    from geoevents.console import Run

    monkeypatch.setattr("geoevents.outputs.page.MOST_EVENTS", 0)
    run = Run()
    _write_page(frame_of([event_row()]), tmp_path / "e.html", run)
    assert not list(tmp_path.iterdir())
    assert len(run.errors) == 1
    assert "GeoPackage" in capsys.readouterr().err


def test_a_card_shows_every_other_sentence_that_tells_the_event(browser, tmp_path):
    import pandas as pd

    told = [{"event_id": "ev-1", "article_id": "a", "quote": q, "stance": "denies", "claimant": "the governor",
             "sentence_index": k, "start": k} for k, q in enumerate(["A drone was shot", "Nothing fell on Tula."])]  # fmt: skip
    path = write_map(frame_of([event_row()]), tmp_path / "told.html", mentions=pd.DataFrame(told))
    with opened(path, browser) as seen:
        seen.page.locator("#list .row").click()
        assert seen.page.locator("#card .told blockquote").all_inner_texts() == ["Nothing fell on Tula."]
        assert "the governor denies" in seen.page.inner_text("#card .told")


def test_no_motion_is_respected(page_file, browser):
    with opened(page_file, browser, reduced_motion="reduce") as seen:
        assert seen.page.evaluate("geoevents.map.options.zoomAnimation") is False
        seen.page.click(".leaflet-control-zoom-in")
        assert seen.page.evaluate("geoevents.app.map.layer.drawn.length") > 0
        assert seen.messages == []
