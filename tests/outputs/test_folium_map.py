"""The folium map: real folium, a group a category, text that cannot run, and one file that needs no network."""

import folium
import folium.plugins
import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import events_frame, frame_of
from geoevents.outputs.folium_file import save_folium
from geoevents.outputs.folium_map import to_folium
from geoevents.outputs.page import page_scripts
from tests.conftest import event_row
from tests.outputs.browser import HOSTILE, opened
from tests.outputs.test_page import hostile_rows

DRAWN = ".geoevents[data-ready]"


def groups_of(box):
    return [c for c in box._children.values() if isinstance(c, folium.FeatureGroup)]


def test_it_is_a_folium_map_with_a_group_for_each_category(seeds):
    frame = events_frame(seeds)
    box = to_folium(frame)
    assert isinstance(box, folium.Map)
    assert len(groups_of(box)) == frame["category"].nunique()
    assert sum(int(g.layer_name.rsplit("(")[-1][:-1]) for g in groups_of(box)) == len(frame)


def test_no_events_give_a_map():
    assert isinstance(to_folium(events_frame([])), folium.Map)


def test_folium_itself_stays_as_it_was(seeds):
    before = (list(folium.Map.default_js), list(folium.Map.default_css), folium.FeatureGroup._template)
    to_folium(events_frame(seeds))
    assert before == (folium.Map.default_js, folium.Map.default_css, folium.FeatureGroup._template)


def test_own_scripts_hold_nothing_that_a_template_engine_takes_for_its_own():
    scripts = page_scripts(
        ("data", "words", "shapes", "clusters", "layer", "basemap", "labels", "areas", "map", "quote", "card", "folium")
    )
    assert not any(sign in scripts for sign in ("{{", "{%", "{#"))


@pytest.mark.browser
def test_it_opens_without_a_network_and_its_layers_switch(seeds, browser, tmp_path):
    frame = events_frame(seeds)
    path = save_folium(to_folium(frame), tmp_path / "map.html")
    shown = frame[~frame["is_background"] & ~frame["is_aggregate"] & (frame["status"] != "cancelled")]
    with opened(path, browser, ready=DRAWN) as seen:
        assert (seen.requests, seen.messages) == ([path.resolve().as_uri()], [])
        for category, every in frame["category"].value_counts().items():
            box = seen.page.locator(f"label:has(input[data-layer={category}])")
            assert box.locator(".n").inner_text() == f"{(shown['category'] == category).sum()} / {every}"
            box.locator("input").uncheck()
            assert box.locator(".n").inner_text() == f"0 / {every}"


@pytest.mark.browser
def test_a_click_opens_a_card(browser, tmp_path):
    box = to_folium(frame_of([event_row()]))
    path = save_folium(box, tmp_path / "map.html")
    with opened(path, browser, ready=DRAWN) as seen:
        point = seen.page.evaluate(
            f"(() => {{ const p = {box.get_name()}.latLngToContainerPoint([54.19, 37.61]); return [p.x, p.y]; }})()"
        )
        seen.page.mouse.move(*point, steps=3)
        seen.page.mouse.click(*point)
        seen.page.wait_for_selector(".card")
        assert seen.page.inner_text(".card .who") == "claimed by the ministry"
        assert seen.page.inner_text(".card mark.place") == "Tula"


@pytest.mark.browser
def test_hostile_text_runs_nothing_in_a_folium_map(browser, tmp_path):
    rows = [
        r | {"latitude": 40 + k / 2, "category": bad or "x"}
        for k, (r, bad) in enumerate(zip(hostile_rows(), HOSTILE, strict=True))
    ]
    box = to_folium(frame_of(rows))
    path = save_folium(box, tmp_path / "hostile.html")
    with opened(path, browser, ready=DRAWN) as seen:
        seen.page.evaluate(f"{box.get_name()}.doubleClickZoom.disable(), 0")
        for k in range(len(rows)):
            seen.page.evaluate(f"{box.get_name()}.setView([{40 + k / 2}, 37.61], 9, {{animate: false}}), 0")
            seen.page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
            width, height = seen.page.viewport_size.values()
            seen.page.mouse.move(width / 2, height / 2, steps=3)
            seen.page.mouse.click(width / 2, height / 2)
            seen.page.wait_for_selector(".card h2")
            seen.page.evaluate(f"{box.get_name()}.closePopup(), 0")
        assert seen.page.evaluate("window.hit") is None
        assert (seen.requests, seen.messages) == ([path.resolve().as_uri()], [])


@pytest.mark.browser
def test_users_layers_are_saved_too(browser, tmp_path):
    box = to_folium(frame_of([event_row()]))
    folium.plugins.MarkerCluster([[54, 37], [54.1, 37]]).add_to(box)
    folium.Marker([55, 37]).add_to(box)
    folium.Circle([54, 37], radius=5000).add_to(box)
    path = save_folium(box, tmp_path / "m.html")
    with opened(path, browser, ready=DRAWN) as seen:
        assert seen.page.locator("img.leaflet-marker-icon").count() >= 1
        assert (seen.requests[:1], seen.messages) == ([path.resolve().as_uri()], [])
        assert all(r.startswith(("file:", "data:")) for r in seen.requests)


@pytest.mark.parametrize(
    ("add", "named"),
    [
        (lambda m: folium.TileLayer("OpenStreetMap").add_to(m), "TileLayer"),
        (lambda m: folium.Marker([1, 1], popup="x").add_to(m), "Popup"),
        (lambda m: folium.plugins.Fullscreen().add_to(m), "fullscreen"),
    ],
)
def test_what_cannot_be_put_inside_is_named(tmp_path, add, named):
    box = to_folium(frame_of([event_row()]))
    add(box)
    with pytest.raises(OutputError, match=f"(?i){named}"):
        save_folium(box, tmp_path / "m.html")
    assert not list(tmp_path.iterdir())
