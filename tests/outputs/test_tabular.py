"""CSV: what spreadsheets read, and what comes back."""

import csv

import pytest

from geoevents.errors import OutputError
from geoevents.frames.columns import ARTICLES, MENTIONS
from geoevents.frames.tables import articles_frame, events_frame, frame_of, mentions_frame
from geoevents.outputs.read import read_events
from geoevents.outputs.tabular import write_csv, write_csv_table
from tests.conftest import event_row
from tests.outputs.far import far_events, hostile_events


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_spreadsheet_runs_no_formula_and_reads_it_back(tmp_path):
    path = write_csv(frame_of([event_row(place_text="=HYPERLINK(1)", title="@x")]), tmp_path / "e.csv")
    (row,) = cells(path)
    assert (row["place_text"], row["title"]) == ("'=HYPERLINK(1)", "'@x")
    assert read_events(path)["place_text"].tolist() == ["=HYPERLINK(1)"]


def test_no_text_cell_begins_like_a_formula(tmp_path):
    text = [
        c for row in cells(write_csv(hostile_events(), tmp_path / "e.csv")) for c in (row["title"], row["sentence"])
    ]
    assert not [c for c in text if c.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_quotes_before_formulas_come_back_as_they_were(tmp_path):
    titles = ["=1", "'=1", "''=1", "'tis", "-5", "plain"]
    frame = frame_of([event_row(event_id=f"ev-{i}", title=t) for i, t in enumerate(titles)])
    assert read_events(write_csv(frame, tmp_path / "e.csv"))["title"].tolist() == titles


def test_the_file_begins_with_a_mark_and_ends_lines_with_a_line_feed(tmp_path):
    raw = write_csv(far_events(), tmp_path / "e.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfevent_id,title,category")
    assert b"\r\n" not in raw


def test_wkt_has_points_and_areas(tmp_path):
    rows = {r["event_id"]: r for r in cells(write_csv(far_events(), tmp_path / "e.csv", wkt=True))}
    assert rows["ev-1"]["geometry_wkt"] == "POINT (-169.8 66.16)"
    assert rows["ev-4"]["area_wkt"].startswith("POLYGON ((")
    assert rows["ev-5"]["geometry_wkt"] == ""


def test_areas_come_back_by_wkt(tmp_path):
    frame = far_events()
    again = read_events(write_csv(frame, tmp_path / "e.csv", wkt=True))
    assert again["area"][3].equals(frame["area"][3])
    assert again["area"].notna().tolist() == frame["area"].notna().tolist()


@pytest.mark.parametrize(("build", "columns"), [(mentions_frame, MENTIONS), (articles_frame, ARTICLES)])
def test_tellings_and_articles_are_tables_of_their_own(seeds, tmp_path, build, columns):
    table = build(seeds)
    rows = cells(write_csv_table(table, tmp_path / "t.csv", columns))
    assert len(rows) == len(table) > 0
    assert list(rows[0]) == [c.name for c in columns]


def test_a_broken_cell_is_named_by_its_line(tmp_path):
    path = write_csv(events_frame([]), tmp_path / "e.csv")
    head = path.read_text("utf-8-sig")
    path.write_text(head + ",".join("x" for _ in head.split(",")) + "\n", "utf-8")
    with pytest.raises(OutputError, match=r"e\.csv:2:"):
        read_events(path)
