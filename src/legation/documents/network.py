"""Which network addresses may be reached, and connections that go to just the address that was checked.

Law: a host's name is looked up once; every address it has is checked; the connection goes to a checked one,
so a name that answers differently the second time leads nowhere.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

from legation.errors import DocumentError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # IPv4 behind NAT64
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # IPv4 in the old compatible form
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """An http(s) address taken apart.

    Attributes:
        scheme: ``http`` or ``https``.
        host: The host's name or number, in ASCII.
        port: The port.
        path: Path and query, as they are asked for.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def header(self) -> str:
        """The host as the ``Host`` header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(address: str) -> Target:
    """Take an http(s) address apart.

    Raises:
        DocumentError: It is none (``refused_address``), or carries a user name or password.
    """
    try:
        parts = urlsplit(address.strip())
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
        name = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise DocumentError(f"{address!r} is no web address ({error})", reason="refused_address") from error
    if scheme not in _PORTS or not name:
        raise DocumentError(f"{address!r} is no http(s) address", reason="refused_address")
    if parts.username or parts.password:
        raise DocumentError(
            "addresses with a user name or password are not fetched", reason="refused_address"
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(scheme, name, port or _PORTS[scheme], _quoted(path))


def _quoted(path: str) -> str:
    """The path with what may not stand in a request line in percent form, and what is so already kept."""
    from urllib.parse import quote

    return quote(path, safe="/%?=&:@!$'()*+,;~#[]-._")


def is_public(address: Address) -> bool:
    """Whether an address is of the open internet, not loopback, private, link-local, multicast, reserved."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _TRANSLATED or address in _COMPATIBLE:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def checked_address(target: Target, *, allow_private: bool) -> str:
    """Look the host up and check every address that it has.

    Numbers in any notation (``0x7f.1``, ``2130706433``) are looked up like names, so they are checked alike.

    Returns:
        The address to connect to, in figures.

    Raises:
        DocumentError: The host has no address (``fetch_failed``), or one that is not public
            (``refused_address``).
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        message = f"the host {target.host!r} cannot be found ({error}); check the address and the network"
        raise DocumentError(message, reason="fetch_failed") from error
    figures = [str(entry[4][0]).partition("%")[0] for entry in found]
    for figure in figures:
        if not allow_private and not is_public(ipaddress.ip_address(figure)):
            raise DocumentError(
                f"{target.host!r} leads to {figure}, which is no public address; "
                "allow private addresses (--allow-private) if that is meant",
                reason="refused_address",
            )
    return figures[0]


class Line(HTTPConnection):
    """A connection that goes to a given address, whatever the host's name would lead to by now."""

    def __init__(self, target: Target, figure: str, timeout: float) -> None:
        super().__init__(target.host, target.port, timeout=timeout)
        self._figure = figure
        self._wire: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the given address."""
        self._wire = self.sock = socket.create_connection((self._figure, self.port), self.timeout)

    def cut(self) -> None:
        """End the connection from another thread, so that a server that dribbles cannot hold the reader."""
        if self._wire is not None:
            with contextlib.suppress(OSError):  # it may have ended by itself just now
                self._wire.shutdown(socket.SHUT_RDWR)


class SecureLine(Line):
    """The same over TLS; the certificate is checked against the host's name."""

    default_port = _PORTS["https"]

    def connect(self) -> None:
        """Connect to the given address and shake hands."""
        super().connect()
        self._wire = self.sock = ssl.create_default_context().wrap_socket(
            self.sock, server_hostname=self.host
        )


def connection(target: Target, figure: str, *, timeout: float) -> Line:
    """A connection to the checked address, over TLS where the target says https."""
    return (SecureLine if target.scheme == "https" else Line)(target, figure, timeout)
