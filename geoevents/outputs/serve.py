"""The map page and OGC API Features on this machine only: read-only, standard library only, from one events file."""

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from geoevents.errors import OutputError
from geoevents.outputs.features_api import Collection, Response, answer, collections_of
from geoevents.outputs.read import read_tables

if TYPE_CHECKING:
    from geoevents.outputs.read import Tables

__all__ = ["Source", "server"]

LOOPBACK = "127.0.0.1"
_NAMES = ("127.0.0.1", "localhost")
_PAGE_MEDIA = "text/html; charset=utf-8"
# The map page brings its own, stricter policy in its head; this one is for the plain pages.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Source:
    """What is served, read again when the file has changed; a file that cannot be read then leaves the old content."""

    def __init__(self, path: Path) -> None:
        """Reads the file.  OutputError where it is none of ours."""
        self._path, self._lock = path, threading.Lock()
        self._seen = self._stamp()
        self._take(read_tables(path))

    def _stamp(self) -> tuple[int, int]:
        found = self._path.stat() if self._path.exists() else None
        return (found.st_mtime_ns, found.st_size) if found else (0, 0)

    def _take(self, tables: "Tables") -> None:
        self._tables, self._page = tables, ""
        self._collections = collections_of(tables)

    def _renew(self) -> None:
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            try:
                self._take(read_tables(self._path))
            except OutputError:
                return

    def collections(self) -> dict[str, Collection]:
        """Layers as the file has them now."""
        with self._lock:
            self._renew()
            return self._collections

    def page(self) -> str:
        """The map page, made when it is first asked for."""
        from geoevents.outputs.page import page_html

        with self._lock:
            self._renew()
            if not self._page:
                events, mentions, articles = self._tables
                self._page = page_html(events, mentions=mentions, articles=articles)
            return self._page


def server(source: Source, *, port: int) -> ThreadingHTTPServer:
    """A server that is bound to the loopback address and not yet running; ``port`` 0 takes a free one.

    OutputError where the port is taken.
    """
    handler = type("Handler", (_Handler,), {"source": source})
    try:
        return _Server((LOOPBACK, port), handler)
    except OSError as error:
        raise OutputError(
            f"port {port} of {LOOPBACK} cannot be used: {error.strerror}; name another with --port"
        ) from error


class _Server(ThreadingHTTPServer):
    """A client that goes away in the middle is no error worth a traceback."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Silent where the connection broke, as usual otherwise."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; refuses names that are not ours, so that no web page can reach in by a name of its own."""

    source: ClassVar[Source]
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "geoevents", ""
    timeout = 30

    def do_GET(self) -> None:
        self._send(self._answer())

    def do_HEAD(self) -> None:
        self._send(self._answer(), body=False)

    def _refuse(self) -> None:
        self.close_connection = True  # what the request carries is not read
        self._send(Response(405, "application/json", b'{"code":"NotAllowed","description":"read-only: GET and HEAD"}'))

    do_POST = _refuse  # noqa: N815 - the names are the base class's
    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815

    def _answer(self) -> Response:
        port = self.server.server_port  # type: ignore[attr-defined]
        host = self.headers.get("Host", f"{LOOPBACK}:{port}")
        if host not in {f"{name}:{port}" for name in _NAMES}:
            return Response(
                403, "application/json", b'{"code":"Forbidden","description":"this server answers to 127.0.0.1 only"}'
            )
        if self.path.split("?")[0].rstrip("/") == "/map":
            return self._map()
        accept = self.headers.get("Accept", "")
        return answer(self.path, collections=self.source.collections(), base=f"http://{host}", accept=accept)

    def _map(self) -> Response:
        try:
            return Response(200, _PAGE_MEDIA, self.source.page().encode("utf-8"))
        except OutputError as error:
            return Response(500, "text/plain; charset=utf-8", str(error).encode("utf-8", "replace"))

    def _send(self, response: Response, *, body: bool = True) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.media)
        self.send_header("Content-Length", str(len(response.body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-cache")
        if response.status == 405:
            self.send_header("Allow", "GET, HEAD")
        if response.media == _PAGE_MEDIA and not self.path.startswith("/map"):
            self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()
        if body:
            self.wfile.write(response.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a library does not print."""
