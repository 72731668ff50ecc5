from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest

from legation.documents import Document, LoadSettings, Unreadable, load
from legation.documents.fetch import Fetcher
from legation.errors import DocumentError

Answer = tuple[int, dict[str, str], bytes]
PAGE = (
    b"<html><head><title>Ministers meet</title></head><body><main><p>"
    + b"They met in Ljubljana. " * 20
    + b"</p></main>"
)


class Site(ThreadingHTTPServer):
    """A site of given answers by path; it remembers what was asked of it and when."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {"/page.html": (200, {"Content-Type": "text/html"}, PAGE)}
        self.asked: list[tuple[str, float]] = []

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, time.monotonic()))
        status, headers, body = self.server.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if body == b"dribble":
            self._dribble()
        else:
            self.wfile.write(body)

    def _dribble(self) -> None:
        with_end = time.monotonic() + 3
        while time.monotonic() < with_end:
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetched(site: Site, quick_settings: LoadSettings) -> Callable[[str], Document | Unreadable]:
    def one(path: str) -> Document | Unreadable:
        (found,) = load(site.address(path), settings=quick_settings)
        return found

    return one


def test_fetch_gives_a_document_named_by_its_address(
    site: Site, fetched: Callable[[str], Document | Unreadable]
) -> None:
    found = fetched("/page.html")
    assert isinstance(found, Document)
    assert (found.name, found.title, found.content) == ("page", "Ministers meet", PAGE)
    assert found.publisher == "127.0.0.1"
    assert site.paths() == ["/robots.txt", "/page.html"]


def test_fetch_follows_redirects_and_notes_them(
    site: Site, fetched: Callable[[str], Document | Unreadable]
) -> None:
    site.answers["/old"] = (301, {"Location": "/page.html"}, b"")
    found = fetched("/old")
    assert isinstance(found, Document)
    assert found.address == site.address("/old")
    assert found.notes[0] == f"redirected to {site.address('/page.html')}"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, {}, b""), "not_found"),
        ((410, {}, b""), "not_found"),
        ((403, {}, b""), "fetch_failed"),
        ((500, {}, b""), "fetch_failed"),
        ((302, {"Location": "/bad"}, b""), "fetch_failed"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "refused_address"),
        ((302, {}, b""), "fetch_failed"),
        ((200, {"Content-Length": "900000000"}, b""), "too_large"),
        ((200, {"Content-Length": "500"}, b"cut short"), "fetch_failed"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(60 * 1024 * 1024))), "too_large"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-20]), "fetch_failed"),
        ((200, {}, b""), "empty"),
    ],
)
def test_fetch_of_a_bad_answer_is_an_entry(
    site: Site, fetched: Callable[[str], Document | Unreadable], answer: Answer, reason: str
) -> None:
    site.answers["/bad"] = answer
    found = fetched("/bad")
    assert isinstance(found, Unreadable)
    assert found.reason == reason
    assert site.address("/bad") in found.message


def test_fetch_unpacks_gzip(site: Site, fetched: Callable[[str], Document | Unreadable]) -> None:
    site.answers["/packed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    found = fetched("/packed")
    assert isinstance(found, Document)
    assert found.content == PAGE


def test_fetch_refuses_private_addresses_unless_told(site: Site) -> None:
    (found,) = load(site.address("/page.html"))
    assert isinstance(found, Unreadable)
    assert found.reason == "refused_address"
    assert site.asked == []


def test_fetch_checks_each_hop_of_a_redirect(site: Site, quick_settings: LoadSettings) -> None:
    site.answers["/away"] = (302, {"Location": "http://user:x@10.0.0.1/"}, b"")
    with pytest.raises(DocumentError) as caught:
        Fetcher().fetch(site.address("/away"), quick_settings)
    assert caught.value.reason == "refused_address"


def test_fetch_obeys_robots(site: Site, quick_settings: LoadSettings) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /page")
    with pytest.raises(DocumentError, match="robots"):
        Fetcher().fetch(site.address("/page.html"), quick_settings)
    assert (
        Fetcher().fetch(site.address("/page.html"), replace(quick_settings, obey_robots=False)).content
        == PAGE
    )


def test_fetch_takes_a_failing_robots_file_for_a_refusal(site: Site, quick_settings: LoadSettings) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    with pytest.raises(DocumentError, match="robots"):
        Fetcher().fetch(site.address("/page.html"), quick_settings)


def test_fetch_pauses_between_requests_to_one_host(site: Site, quick_settings: LoadSettings) -> None:
    fetcher = Fetcher()
    for _ in range(2):
        fetcher.fetch(site.address("/page.html"), replace(quick_settings, delay_seconds=0.1))
    moments = [moment for _, moment in site.asked]
    assert site.paths() == ["/robots.txt", "/page.html", "/page.html"]
    assert all(later - earlier > 0.09 for earlier, later in pairwise(moments))


def test_fetch_ends_with_a_server_that_dribbles(site: Site, quick_settings: LoadSettings) -> None:
    site.answers["/slow"] = (200, {}, b"dribble")
    begun = time.monotonic()
    with pytest.raises(DocumentError) as caught:
        Fetcher().fetch(site.address("/slow"), replace(quick_settings, fetch_seconds=0.4))
    assert caught.value.reason == "fetch_failed"
    assert time.monotonic() - begun < 2


def test_fetch_of_a_host_that_is_not_there_is_an_entry() -> None:
    (found,) = load("http://no-such-host.invalid/a")
    assert isinstance(found, Unreadable)
    assert found.reason == "fetch_failed"
