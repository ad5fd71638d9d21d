"""How large and how fast the page is: limits of ``outputs.md`` 6.8, with margins for a busy machine."""

import pytest

from geoevents.frames.tables import frame_of
from geoevents.outputs.page import write_map
from tests.outputs.browser import opened
from tests.outputs.synthetic import synthetic_rows

pytestmark = [pytest.mark.browser, pytest.mark.speed]
_MARGIN = 3  # the limits hold for an idle machine; tests run beside others


@pytest.fixture(scope="module")
def page_of(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sizes")
    return lambda n: write_map(frame_of(synthetic_rows(n)), folder / f"{n}.html")


@pytest.mark.parametrize(
    ("events", "seconds", "kilobytes"), [(1_000, 1, 600), (10_000, 2, 700), (20_000, 3, 1_000), (100_000, 6, 3_000)]
)
def test_the_page_is_small_and_opens_soon(page_of, browser, events, seconds, kilobytes):
    path = page_of(events)
    assert path.stat().st_size < kilobytes * 1000
    with opened(path, browser) as seen:
        assert seen.page.evaluate("performance.getEntriesByName('ready')[0].startTime") < _MARGIN * 1000 * seconds
        assert seen.messages == []
        assert seen.page.evaluate("geoevents.app.map.layer.drawn.length") > 0
        assert seen.page.evaluate("geoevents.app.map.layer.drawn.length") < 200  # clusters, not a carpet


def test_many_events_are_cut_and_the_page_says_so(browser, tmp_path, monkeypatch):
    monkeypatch.setattr("geoevents.outputs.page_data.MANY", 1)
    rows = [r | {"sentence": "word " * 200} for r in synthetic_rows(3)]
    with opened(write_map(frame_of(rows), tmp_path / "many.html"), browser) as seen:
        seen.page.locator("#list .row").first.click()
        assert len(seen.page.inner_text("#card .sentence")) <= 400
        seen.page.click("#about-open")
        assert "the GeoPackage has everything" in seen.page.inner_text("#about")
