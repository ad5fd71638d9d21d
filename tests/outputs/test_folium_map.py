"""The folium map: real folium, a group a category, and text that cannot run."""

from pathlib import Path

import folium
import pytest

from geoevents.frames.tables import events_frame, frame_of
from geoevents.outputs.folium_map import to_folium
from tests.conftest import event_row
from tests.outputs.browser import HOSTILE, opened


def test_it_is_a_folium_map_with_a_group_for_each_placed_category(seeds):
    frame = events_frame(seeds)
    box = to_folium(frame)
    groups = [c for c in box._children.values() if isinstance(c, folium.FeatureGroup)]
    assert isinstance(box, folium.Map)
    assert len(groups) == frame.loc[frame["latitude"].notna(), "category"].nunique()


def test_no_events_give_a_map():
    assert isinstance(to_folium(events_frame([])), folium.Map)


@pytest.mark.browser
def test_hostile_text_runs_nothing_in_a_folium_map(browser, tmp_path):
    rows = [event_row(event_id=f"ev-{k}", title=bad, sentence=bad, place_name=bad) for k, bad in enumerate(HOSTILE)]
    path = tmp_path / "folium.html"
    to_folium(frame_of(rows)).save(str(path))
    _without_network(path)
    with opened(path, browser, ready="body") as seen:
        seen.page.wait_for_timeout(500)
        assert seen.page.evaluate("window.hit") is None
        assert seen.page.locator("path.leaflet-interactive, canvas").count() > 0


def _without_network(path: Path) -> None:
    """Leaflet from the pinned package in place of the network's, so that the map's own script runs."""
    from geoevents.outputs.assets import leaflet_js

    text = path.read_text("utf-8")
    start = text.index("<script src=")
    end = text.index("</script>", start)
    path.write_text(text[:start] + "<script>" + leaflet_js() + text[end:], "utf-8")
