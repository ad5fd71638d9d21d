import datetime
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from geoevents.articles.segments import segment
from geoevents.atlas.mentions import find_mentions
from geoevents.atlas.online import Online
from geoevents.errors import OnlineError
from tests.conftest import article

DAY = datetime.date(2024, 5, 15)


class Location:
    def __init__(self, raw):
        self.raw = raw


def answering(*found):
    return lambda _name, **_: [Location(raw) for raw in found]


RAW = {"lat": "12.5", "lon": "43.25", "name": "Qvrexlopzi", "addresstype": "village", "address": {"country_code": "ye"}}


def test_a_name_the_atlas_lacks_is_asked_for_and_marked(atlas):
    text = "A mast fell in the village of Qvrexlopzi on Sunday."
    online = Online(answering(RAW), today=DAY, sleep=lambda _: None)
    found = find_mentions(article(text), atlas, segments=segment(text), online=online)[-1]
    assert (found.place.source, found.place.country, found.confidence <= 0.5) == ("nominatim", "YE", True)


def test_an_outage_raises_and_is_never_kept(tmp_path):
    from geopy.exc import GeocoderUnavailable

    def down(_name, **_):
        raise GeocoderUnavailable("503")

    with pytest.raises(OnlineError, match="could not be asked"):
        Online(down, cache=tmp_path / "c.json", today=DAY).lookup("X")
    assert not (tmp_path / "c.json").exists()


def test_no_such_place_is_an_answer_and_is_kept(tmp_path):
    cache = tmp_path / "c.json"
    assert Online(answering(), cache=cache, today=DAY).lookup("X") == ()
    assert json.loads(cache.read_text())["X|"]["asked"] == "2024-05-15"
    assert Online(lambda *_a, **_k: pytest.fail("asked twice"), cache=cache, today=DAY).lookup("X") == ()


def test_requests_are_a_second_apart():
    waits = []
    online = Online(answering(), today=DAY, sleep=waits.append)
    online.lookup("A")
    online.lookup("B")
    assert waits == [1.0]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if "Broken" in self.path:
            self.send_error(503)
            return
        body = json.dumps([{**RAW, "display_name": "Qvrexlopzi, Yemen"}]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    httpd = HTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def test_geopy_really_asks_a_nominatim_server(server):
    online = Online.nominatim(today=DAY, domain=server, scheme="http")
    assert online.lookup("Qvrexlopzi")[0].lonlat.latlon == (12.5, 43.25)


def test_a_server_error_is_an_outage(server):
    with pytest.raises(OnlineError):
        Online.nominatim(today=DAY, domain=server, scheme="http").lookup("Broken")
