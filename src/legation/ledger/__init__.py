"""The ledger: an append-only store of documents, statements and judgements, and the views of it.

Example:
    >>> from legation.ledger import Ledger
    >>> with Ledger.open(":memory:") as ledger:
    ...     ledger.view().records()
    []
"""

from legation.ledger.copying import copy_ledger
from legation.ledger.store import Ledger
from legation.ledger.verify import Problem, Soundness
from legation.ledger.view import View

__all__ = ["Ledger", "Problem", "Soundness", "View", "copy_ledger"]
