"""Coding: sentences and records to political events, with PLOVER types and actor codes.

sentence → readings (what is done, `acts`) → parties (who to whom, `parties`) → coded events (`code`)
"""

from __future__ import annotations

from legation.coding.code import Item, code_all
from legation.coding.event import CodedEvent

__all__ = ["CodedEvent", "Item", "code_all"]
