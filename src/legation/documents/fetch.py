"""Fetch single pages politely: one at a time, a pause for each host, robots.txt obeyed, limits kept."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from legation.documents.network import Target, checked_address, connection, target_of
from legation.documents.settings import LoadSettings
from legation.documents.sources import too_large
from legation.errors import DocumentError

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_GONE = frozenset((404, 410))
_FINE = 200
_SERVER_FAILS = 500
_NOTHING = "User-agent: *\nDisallow: /"
_ROBOTS_BYTES = 500 * 1024
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered.

    Attributes:
        content: The bytes.
        address: The address after redirects.
    """

    content: bytes
    address: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of a server: its status, where it sends on to, and its bytes if it is a page."""

    status: int
    reason: str
    onward: str | None
    content: bytes


@dataclass(slots=True)
class Fetcher:
    """Fetches pages and remembers, for each host, when it was asked last and what its robots.txt says."""

    _asked: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def fetch(self, address: str, settings: LoadSettings) -> Page:
        """Fetch one page, following redirects by hand so that each hop is checked.

        Raises:
            DocumentError: ``not_found``, ``refused_address``, ``too_large`` or ``fetch_failed``.
        """
        until = time.monotonic() + settings.fetch_seconds
        with self._turn:
            for _ in range(settings.redirects + 1):
                target = target_of(address)
                self._ask_leave(target, settings, until)
                answer = self._request(target, settings, settings.max_bytes, until)
                if answer.onward is None:
                    return Page(_page_of(answer, target), address)
                address = urljoin(address, answer.onward)
        message = f"it redirects more than {settings.redirects} times, at last to {address}"
        raise DocumentError(message, reason="fetch_failed")

    def _request(self, target: Target, settings: LoadSettings, limit: int, until: float) -> _Answer:
        figure = checked_address(target, allow_private=settings.allow_private_addresses)
        self._wait(target.host, settings.delay_seconds)
        line = connection(target, figure, timeout=settings.timeout_seconds)
        watch = threading.Timer(max(0.0, until - time.monotonic()), line.cut)
        watch.start()
        try:
            line.request("GET", target.path, headers=_headers(target, settings))
            answer = _answer(line.getresponse(), limit)
            if time.monotonic() > until:
                raise TimeoutError
            return answer
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            what = "it took too long" if time.monotonic() > until else str(error) or type(error).__name__
            message = f"{target.host} gave no whole answer ({what}); try again later"
            raise DocumentError(message, reason="fetch_failed") from error
        finally:
            watch.cancel()
            line.close()
            self._asked[target.host] = time.monotonic()

    def _wait(self, host: str, delay: float) -> None:
        """Pause until the host has had its rest since the last request."""
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + delay - time.monotonic()))

    def _ask_leave(self, target: Target, settings: LoadSettings, until: float) -> None:
        """Refuse what the host's robots.txt asks programs not to read."""
        if not settings.obey_robots:
            return
        site = f"{target.scheme}://{target.header}"
        if site not in self._rules:
            self._rules[site] = self._read_rules(target, settings, until)
        if not self._rules[site].can_fetch(settings.user_agent, site + target.path):
            message = f"{target.host} asks programs not to read this page (robots.txt); save it in a browser"
            raise DocumentError(message, reason="refused_address")

    def _read_rules(self, target: Target, settings: LoadSettings, until: float) -> RobotFileParser:
        """The host's robots.txt; one that is not there forbids nothing, one that fails forbids all.

        Source: RFC 9309, section 2.3.1.
        """
        rules = RobotFileParser()
        asked = replace(target, path="/robots.txt")
        for _ in range(settings.redirects):
            answer = self._request(asked, settings, _ROBOTS_BYTES, until)
            if answer.onward is None:
                text = answer.content.decode("utf-8", errors="replace")
                rules.parse((_NOTHING if answer.status >= _SERVER_FAILS else text).splitlines())
                return rules
            asked = target_of(urljoin(f"{asked.scheme}://{asked.header}{asked.path}", answer.onward))
        rules.parse([])
        return rules


def _headers(target: Target, settings: LoadSettings) -> dict[str, str]:
    return {
        "Host": target.header,
        "User-Agent": settings.user_agent,
        "Accept": "text/html,application/pdf,text/plain,*/*;q=0.5",
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }


def _answer(answer: HTTPResponse, limit: int) -> _Answer:
    onward = answer.getheader("Location") if answer.status in _REDIRECTS else None
    content = b"".join(_received(answer, limit)) if answer.status == _FINE else b""
    return _Answer(answer.status, answer.reason, onward, content)


def _page_of(answer: _Answer, target: Target) -> bytes:
    """The bytes of an answer that is a page.

    Raises:
        DocumentError: It is none (``not_found``, ``fetch_failed``).
    """
    if answer.status in _GONE:
        raise DocumentError(
            f"{target.host} answers {answer.status}: there is no such page", reason="not_found"
        )
    if answer.status != _FINE:
        what = f"{answer.status} {answer.reason}".strip()
        message = f"{target.host} answers {what}; try again later or save the page by hand"
        raise DocumentError(message, reason="fetch_failed")
    return answer.content


def _received(answer: HTTPResponse, limit: int) -> Iterator[bytes]:
    """The bytes of an answer, unpacked, never more than the limit.

    Raises:
        DocumentError: There are more (``too_large``).
        ValueError: The answer ends before its end.
    """
    declared = answer.getheader("Content-Length") or ""
    whole = int(declared) if declared.isdigit() else None
    too_large(whole or 0, limit)
    unpack = zlib.decompressobj(wbits=31) if answer.getheader("Content-Encoding") == "gzip" else None
    size = arrived = 0
    while chunk := answer.read1(_CHUNK):
        arrived += len(chunk)
        piece = unpack.decompress(chunk, limit + 1 - size) if unpack else chunk
        size += len(piece)
        too_large(size, limit)
        yield piece
    if (whole is not None and arrived < whole) or (unpack and not unpack.eof):
        raise ValueError(f"it ended after {arrived:,} bytes")
