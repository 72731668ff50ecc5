"""The ledger: an append-only store of documents, statements and judgements, and the views of it.

Example:
    >>> from legation.ledger import Ledger
    >>> with Ledger.open(":memory:") as ledger:
    ...     ledger.view().records()
    []
"""
