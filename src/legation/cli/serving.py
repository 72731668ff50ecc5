"""`legation serve`."""

from __future__ import annotations

from legation.cli.printing import out
from legation.errors import UsageError
from legation.ledger import Ledger


def serve_desk(target: str, *, host: str, port: int) -> int:
    """Serve the desk until it is stopped.

    Returns:
        The exit code.

    Raises:
        LedgerError: The ledger is missing or cannot be opened.
        UsageError: The desk's packages are not installed.
    """
    try:
        import uvicorn

        from legation.desk.app import desk
    except ImportError as error:
        raise UsageError(
            f"the desk needs its extra packages ({error.name}); install legation[desk]"
        ) from error
    with Ledger.open(target, create=False, read_only=True) as ledger:
        out.print(f"The desk is open at http://{host}:{port} (Ctrl+C closes it)", markup=False)
        uvicorn.run(desk(ledger), host=host, port=port, log_level="warning")
    return 0
