"""OGC API Features and the map page, as requests and over a real socket."""

import json
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from html.parser import HTMLParser

import pytest

from geoevents.errors import OutputError
from geoevents.frames.tables import events_frame
from geoevents.outputs.features_api import answer, collections_of
from geoevents.outputs.geopackage import write_geopackage
from geoevents.outputs.read import Tables
from geoevents.outputs.serve import Source, server
from tests.conftest import ROOT
from tests.outputs.far import far_events, hostile_events

BASE = "http://127.0.0.1:1"


def collections(frame):
    return collections_of(Tables(frame, None, None))


@pytest.fixture(scope="module")
def ask(seeds):
    """JSON of a path, over the events of the seeds."""
    found = collections(events_frame(seeds))

    def get(target, status=200):
        response = answer(target, collections=found, base=BASE)
        assert response.status == status, response.body[:300]
        return json.loads(response.body)

    return get


@pytest.fixture(scope="module")
def far():
    found = collections(far_events())
    return lambda q: [
        f["id"]
        for f in json.loads(answer(f"/collections/events/items?{q}", collections=found, base=BASE).body)["features"]
    ]


def links(content):
    return {link["rel"]: link for link in content["links"]}


def test_the_landing_page_leads_everywhere(ask):
    found = links(ask("/"))
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= set(found)
    for rel in ("service-desc", "conformance", "data"):
        assert ask(found[rel]["href"].removeprefix(BASE))


def test_it_keeps_to_core_geojson_html_and_openapi(ask):
    assert {c.rsplit("/", 1)[1] for c in ask("/conformance")["conformsTo"]} == {"core", "geojson", "html", "oas30"}


def test_the_api_lists_its_paths_and_parameters(ask):
    paths = ask("/api")["paths"]
    names = {p["name"] for p in paths["/collections/{collectionId}/items"]["get"]["parameters"]}
    assert {"limit", "bbox", "datetime", "category"} <= names


def test_a_collection_says_where_and_when(ask, seeds):
    found = ask("/collections/events")
    frame = events_frame(seeds)
    assert found["extent"]["temporal"]["interval"][0][0] == frame["start_time"].min().strftime("%Y-%m-%dT%H:%M:%SZ")
    _, south, _, north = found["extent"]["spatial"]["bbox"][0]
    assert south == frame["latitude"].min()
    assert north == frame["latitude"].max()


def test_next_links_lead_through_all_features_once(ask, seeds):
    seen, target = [], "/collections/events/items?limit=7"
    while target:
        page = ask(target)
        seen += [f["id"] for f in page["features"]]
        target = links(page)["next"]["href"].removeprefix(BASE) if "next" in links(page) else None
    assert seen == sorted(events_frame(seeds)["event_id"])
    assert page["numberMatched"] == len(seen)


def test_values_filter(ask, seeds):
    frame = events_frame(seeds)
    page = ask("/collections/events/items?category=strike&status=reported")
    assert page["numberMatched"] == ((frame["category"] == "strike") & (frame["status"] == "reported")).sum()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("bbox=170,60,-160,70", {"ev-1", "ev-2", "ev-3", "ev-6"}),
        ("bbox=170,60,180,70", {"ev-2", "ev-6"}),
        ("bbox=29,49,0,31,51,9", {"ev-4"}),
        ("datetime=2024-05-14", {"ev-1", "ev-2", "ev-3", "ev-4", "ev-5"}),
        ("datetime=2024-05-14T23:59:59Z", {"ev-1", "ev-2", "ev-3", "ev-4", "ev-5"}),
        ("datetime=2024-05-15T00:00:00Z", set()),
        ("datetime=2024-05-15", set()),
        ("datetime=../2024-05-13", set()),
        ("datetime=2024-05-01/..", {"ev-1", "ev-2", "ev-3", "ev-4", "ev-5"}),
        ("datetime=2024-05-14T12:00:00%2B14:00/", {"ev-1", "ev-2", "ev-3", "ev-4", "ev-5"}),
        ("status=denied&bbox=-180,-90,180,90", {"ev-2"}),
    ],
)
def test_boxes_and_times(far, query, wanted):
    assert set(far(query)) == wanted


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=x", "limit=-1", "offset=-1", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=0,5,1,4", "bbox=nan,0,1,1", "datetime=soon",
     "datetime=..", "datetime=2024-05-02/2024-05-01", "datetime=1/2/3", "colour=red", "bbox-crs=EPSG:3857", "f=xml"],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_its_name(ask, query):
    problem = ask(f"/collections/events/items?{query}", status=400)
    assert problem["code"] == "InvalidParameterValue"
    assert query.split("=")[0] in problem["description"]


@pytest.mark.parametrize(
    "path",
    ["/x", "/collections/x", "/collections/events/x", "/collections/events/items/x", "/collections/events/items/a/b"],
)
def test_what_is_not_there_is_404(ask, path):
    assert ask(path, status=404)["code"] == "NotFound"


def test_too_large_a_limit_is_the_largest(ask, seeds):
    assert ask("/collections/events/items?limit=999999")["numberReturned"] == len(events_frame(seeds))


def test_one_feature_has_its_address(ask, seeds):
    name = events_frame(seeds)["event_id"].iloc[0]
    assert ask(f"/collections/events/items/{name}")["id"] == name


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [v for k, v in attrs if k == "href"]


@pytest.mark.parametrize(
    "path", ["/", "/api", "/conformance", "/collections", "/collections/events", "/collections/events/items?limit=99"]
)
def test_html_pages_hold_no_foreign_markup_and_link_to_us_only(path):
    found = collections(hostile_events())
    response = answer(path, collections=found, base=BASE, accept="text/html,*/*")
    page = Tags()
    page.feed(response.body.decode("utf-8"))
    assert response.media.startswith("text/html")
    assert not {"script", "img"} & set(page.tags)
    assert all(link.startswith(BASE) for link in page.links)


@pytest.fixture(scope="module")
def url(seeds, tmp_path_factory):
    path = write_geopackage(events_frame(seeds), tmp_path_factory.mktemp("serve") / "events.gpkg")
    running = server(Source(path), port=0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def fetch(url, **options):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, **options), timeout=20) as response:  # noqa: S310 - loopback
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_the_map_is_served_and_nothing_guesses_types(url):
    status, headers, body = fetch(f"{url}/map")
    assert status == 200
    assert b"geoevents" in body
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_plain_pages_forbid_scripts(url):
    _, headers, _ = fetch(f"{url}/", headers={"Accept": "text/html"})
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_written(url, method):
    status, headers, _ = fetch(f"{url}/collections/events/items", method=method, data=b"{}")
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_head_has_no_body(url):
    status, headers, body = fetch(f"{url}/", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 0


def test_other_names_for_this_machine_are_refused(url):
    assert fetch(f"{url}/", headers={"Host": "evil.example"})[0] == 403


def test_no_page_of_another_origin_is_let_in(url):
    _, headers, _ = fetch(f"{url}/collections", headers={"Origin": "http://evil.example"})
    assert headers["Access-Control-Allow-Origin"] is None


def test_only_this_machine_is_served(seeds, tmp_path):
    running = server(Source(write_geopackage(events_frame([]), tmp_path / "e.gpkg")), port=0)
    assert running.server_address[0] == "127.0.0.1"
    running.server_close()


def test_a_changed_file_is_read_again_and_a_broken_one_leaves_the_old(seeds, tmp_path):
    path = write_geopackage(events_frame([]), tmp_path / "e.gpkg")
    source = Source(path)
    assert len(source.collections()["events"].features) == 0
    write_geopackage(events_frame(seeds), path)
    count = len(source.collections()["events"].features)
    path.write_text("broken", "utf-8")
    assert len(source.collections()["events"].features) == count == len(events_frame(seeds))


def test_more_events_than_a_page_holds_are_said(tmp_path, monkeypatch):
    source = Source(write_geopackage(events_frame([]), tmp_path / "e.gpkg"))
    monkeypatch.setattr(source, "page", lambda: (_ for _ in ()).throw(OutputError("too many events")))
    running = server(source, port=0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    status, _, body = fetch(f"http://127.0.0.1:{running.server_address[1]}/map")
    running.shutdown()
    running.server_close()
    assert (status, body) == (500, b"too many events")


def test_a_client_that_goes_away_leaves_no_traceback(url, capfd):
    import socket
    import struct

    with socket.create_connection(("127.0.0.1", int(url.rsplit(":", 1)[1]))) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closes with a reset
        client.sendall(b"GET /map HTTP/1.1\r\nHost: " + url.removeprefix("http://").encode() + b"\r\n\r\n")
    assert fetch(f"{url}/")[0] == 200
    assert "Traceback" not in capfd.readouterr().err


def test_ctrl_c_ends_the_server_quietly(tmp_path):
    path = write_geopackage(events_frame([]), tmp_path / "e.gpkg")
    command = [sys.executable, "-m", "geoevents", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        address = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert address.startswith("http://127.0.0.1:")
    assert (process.returncode, rest) == (130, "")
