"""The still picture: the size asked for, the same bytes twice, text that is drawn as it stands."""

import struct

import pytest

from geoevents.frames.tables import articles_frame, events_frame, frame_of
from geoevents.outputs.picture import write_picture
from tests.conftest import event_row
from tests.outputs.browser import HOSTILE

pytest.importorskip("matplotlib")


def test_it_is_1600_pixels_wide_and_the_same_twice(seeds, tmp_path):
    frame, articles = events_frame(seeds), articles_frame(seeds)
    first = write_picture(frame, tmp_path / "a.png", articles=articles).read_bytes()
    again = write_picture(frame[::-1], tmp_path / "b.png", articles=articles).read_bytes()
    assert struct.unpack(">II", first[16:24]) == (1600, 1000)
    assert first == again
    assert b"Matplotlib" not in first


@pytest.mark.parametrize("rows", [[], [event_row(latitude=66.1, longitude=-169.8), event_row(longitude=177.5)]])
def test_nothing_and_the_far_east_can_be_drawn(rows, tmp_path):
    assert write_picture(frame_of(rows), tmp_path / "e.png").stat().st_size > 20_000


@pytest.mark.filterwarnings("ignore:Glyph .* missing")  # DejaVu Sans draws a box for what it does not have
def test_hostile_names_are_only_text(tmp_path):
    rows = [
        event_row(event_id=f"ev-{k}", place_name=f"$x^{{{bad}", latitude=40.0 + k / 2) for k, bad in enumerate(HOSTILE)
    ]
    assert write_picture(frame_of(rows), tmp_path / "e.png").exists()
