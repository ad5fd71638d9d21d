"""Whatever stands in a row comes back: any text, any day, any place, any list."""

import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoevents.frames.instants import instants
from geoevents.frames.tables import frame_of
from geoevents.outputs.export import export
from geoevents.outputs.read import read_events
from tests.conftest import event_row

# Halves of surrogate pairs and NUL are written as U+FFFD: said in the documents, tested with the hostile texts.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
DAY = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


@st.composite
def rows(draw):
    first = draw(st.none() | DAY)
    start, end = instants(first, None, "day", None)
    here = draw(st.none() | st.tuples(st.integers(-9_000_000, 9_000_000), st.integers(-18_000_000, 17_999_999)))
    return event_row(
        title=draw(TEXT),
        sentence=draw(TEXT),
        place_text=draw(st.none() | TEXT),
        count=draw(st.none() | st.integers(0, 10**12)),
        confidence=draw(st.none() | st.integers(0, 1000).map(lambda n: n / 1000)),
        claimants=[{"name": name, "stance": "asserts"} for name in draw(st.lists(TEXT, max_size=3))],
        date_start=first,
        date_end=first,
        start_time=start,
        end_time=end,
        latitude=here and here[0] / 1e5,
        longitude=here and here[1] / 1e5,
    )


@pytest.mark.parametrize("ending", [".geojson", ".geojsonl", ".csv", ".fgb", ".parquet"])
@given(found=st.lists(rows(), max_size=3))
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_what_is_read(ending, found):
    frame = frame_of([row | {"event_id": f"ev-{i}"} for i, row in enumerate(found)])
    with TemporaryDirectory() as folder:
        again = read_events(export(frame, Path(folder) / f"e{ending}"))
    pd.testing.assert_frame_equal(pd.DataFrame(again), pd.DataFrame(frame))
