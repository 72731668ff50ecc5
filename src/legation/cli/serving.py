"""`legation serve`."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from typing import Final

from legation.cli.printing import err, out
from legation.errors import UsageError
from legation.ledger import Ledger

_LAST_PORT: Final = 65_535

_REST: Final = 3.0
"""While documents are being read, a quarter of the time at most goes into showing them."""


def serve_desk(target: str, *, host: str, port: int) -> int:
    """Serve the desk until it is stopped.

    Args:
        target: The ledger.
        host: The address to listen on.
        port: The port; 0 for any that is free.

    Returns:
        The exit code.

    Raises:
        LedgerError: The ledger is missing or cannot be opened.
        UsageError: The desk's packages are not installed, or the address can't be listened on.
    """
    try:
        import uvicorn

        from legation.desk.app import desk
        from legation.desk.guard import OWN_NAMES
    except ImportError as error:
        raise UsageError(
            f"the desk needs its extra packages ({error.name}); install legation[desk]"
        ) from error
    with Ledger.open(target, create=False, read_only=True) as ledger, _listening(host, port) as listener:
        address, taken = listener.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        out.print(f"The desk is open at http://{shown}:{taken} (Ctrl+C closes it)", markup=False)
        private = _is_loopback(address)
        if not private:
            err.print("legation: whoever can reach this address can read the ledger; there is no sign-in yet")
        app = desk(ledger, names={*OWN_NAMES, address, host} if private else None, rest=_REST)
        settings = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[listener])
    return 0


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens, so that the address is only told once it is ours."""
    if not 0 <= port <= _LAST_PORT:
        raise UsageError(f"--port {port}: a port lies between 0 and {_LAST_PORT}")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, place = found[0]
        return socket.create_server(place[:2], family=family)
    except OSError as error:
        raise UsageError(_why(error, host, port)) from error


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} of {host} is taken, perhaps by another desk; close that one, or choose another "
            f"port, such as --port {port + 1} (--port 0 takes any that is free)"
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs an administrator's rights; choose one above 1023, such as --port 8350"
    return f"can't listen on {host}, port {port} ({error.strerror}); check --host and --port"


def _is_loopback(address: str) -> bool:
    return address == "::1" or address.startswith("127.")
