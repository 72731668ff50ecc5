"""Words of promising, aiming and urging."""

from __future__ import annotations

from typing import Final

PROMISES: Final = frozenset(
    "commit pledge promise vow undertake agree aim intend plan seek resolve decide determine determined committed strive "
    "endeavour endeavor target aspire guarantee ready willing dedicated pledge hope look".split()
)
WEAK_AIMS: Final = frozenset("seek plan hope look decide ready willing".split())
AIMS: Final = frozenset("pledge promise commit contribute".split())
NOUNS: Final = frozenset(
    "commitment pledge promise determination goal target aim ambition intention objective readiness willingness obligation "
    "resolve undertaking".split()
)
DUTIES: Final = frozenset({"should", "must", "ought", "needs", "need"})
CALLS: Final = frozenset(
    "urge call ask encourage press demand request invite exhort implore propose recommend appeal".split()
)
NOT_PROMISES: Final = frozenset(
    "be have visit travel arrive meet host attend welcome receive face mark celebrate see include become remain mean require "
    "depend help allow lead result make take bring come go say speak hear know need want like think feel get give fall rise "
    "grow reach exceed begin end happen occur run hold last stay sit serve benefit accompany deliver affect apply enter feature "
    "join prove determine represent show tell thank pay depart discuss address pose constitute expire play expect".split()
)
EMPTY_ACTS: Final = frozenset("be have see".split())
