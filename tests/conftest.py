"""Shared pieces: the real atlas, articles in a line, and programs that a test may need."""

import datetime
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from geoevents.articles.article import Article
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.events.event import Event, Findings
from geoevents.events.find import find_events

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def atlas() -> Gazetteer:
    return Gazetteer.load()


def article(text: str, *, published: str | None = "2024-05-15", name: str = "a") -> Article:
    """An article of a Wednesday in May 2024."""
    return Article(id=name, text=text, published=datetime.date.fromisoformat(published) if published else None)


def event_row(**values: object) -> dict[str, object]:
    """A row of the events table: a drone shot down over a town, with ``values`` on top."""
    base = {
        "event_id": "ev-1", "schema_version": "1.0.0", "category": "air_defence", "subtype": "drone_intercepted",
        "title": "Drone intercepted: Tula", "status": "claimed", "is_background": False, "is_aggregate": False,
        "counted_in": [], "date_precision": "day", "date_start": "2024-05-14", "date_end": "2024-05-14",
        "start_time": "2024-05-14T00:00:00Z", "end_time": "2024-05-15T00:00:00Z", "date_basis": "relative",
        "place_text": "Tula", "place_name": "Tula", "country": "RU", "latitude": 54.19, "longitude": 37.61,
        "geo_precision": "settlement", "uncertainty_km": 5.0, "pin": True, "claimants": [{"name": "the ministry",
        "stance": "asserts", "country": "RUS"}], "actors": [], "place_alternatives": [], "sources": [], "evidence": {},
        "confidence": 0.9, "method": "rule", "sentence": "A drone was shot down over Tula on Tuesday.", "start": 0,
        "end": 43, "n_mentions": 1, "n_articles": 1, "n_publishers": 1,
    }  # fmt: skip
    return base | values


@pytest.fixture
def told(atlas: Gazetteer) -> Callable[..., tuple[Event, ...]]:
    """Events of a text."""
    return lambda text, **options: find_events(article(text, **options), atlas).events


@pytest.fixture(scope="session")
def seeds(atlas: Gazetteer) -> list[Findings]:
    """Findings of the articles in seeds/."""
    from geoevents.articles.read import read_articles

    return [find_events(a, atlas) for a in read_articles(ROOT / "seeds")]


def _needed(program: str) -> str:
    """Path of a program; a missing one skips the test, and fails it where CI is true."""
    found = shutil.which(program)
    if found is None:
        message = f"{program} is not installed"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def chromium() -> str:
    return _needed("chromium")


@pytest.fixture(scope="session")
def ogrinfo() -> str:
    return _needed("ogrinfo")


@pytest.fixture(scope="session")
def qgis_python() -> str:
    """The system's Python that can import PyQGIS."""
    _needed("qgis")
    probe = subprocess.run(["/usr/bin/python3", "-c", "import qgis.core"], capture_output=True, check=False)
    if probe.returncode:
        pytest.fail("PyQGIS cannot be imported") if os.environ.get("CI") == "true" else pytest.skip("no PyQGIS")
    return "/usr/bin/python3"
