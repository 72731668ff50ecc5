"""The command line: each command is one function of the parts below it.

Exit codes: 0 done; 1 done, but some documents could not be read; 2 wrong use, or nothing could be done.
"""

from legation.cli.app import run
from legation.cli.options import app

__all__ = ["app", "run"]
