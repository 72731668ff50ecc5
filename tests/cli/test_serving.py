from __future__ import annotations

import socket
from pathlib import Path

import pytest

from legation.cli.serving import serve_desk
from legation.errors import LedgerError, UsageError
from legation.ledger import Ledger


@pytest.fixture
def target(tmp_path: Path) -> str:
    Ledger.open(tmp_path / "desk.ledger").close()
    return str(tmp_path / "desk.ledger")


def test_serve_says_when_the_port_is_taken(target: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} of 127.0.0.1 is taken"):
            serve_desk(target, host="127.0.0.1", port=port)


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 99_999), ("no.such.host.invalid", 8350), ("127.0.0.1", -1)]
)
def test_serve_says_when_the_address_cannot_be_listened_on(target: str, host: str, port: int) -> None:
    with pytest.raises(UsageError, match=r"check --host and --port|a port lies"):
        serve_desk(target, host=host, port=port)


def test_serve_does_not_make_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        serve_desk(str(tmp_path / "none.ledger"), host="127.0.0.1", port=0)
