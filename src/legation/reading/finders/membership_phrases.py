"""The words that wordings of standing are made of: patterns over a sentence written as a line.

See `legation.reading.finders.membership_predicates` for how they are read.
"""

from __future__ import annotations

import re
from typing import Final

from legation.reading.finders.membership_line import Predicate


def few(most: int) -> str:
    """A few plain words, as few as will do."""
    return rf"(?:(?![ABD] |[,;:.()] |not |no |never |with |by )\S+ ){{0,{most}}}?"


THE: Final = r"(?:the |both |all |a |an |its |their )*"
BODY: Final = rf"{THE}(?P<b>B )"
OF_BODY: Final = rf"(?:(?:of|in|to|at|on|within|with|for|into) {THE}(?P<b>B ))?"
OF_THE_BODY: Final = rf"(?:of|in|to|at|on|within|with|for|into) {BODY}"
OF_BODY_TOO: Final = OF_BODY.replace("<b>", "<c>")
NEWEST: Final = r"(?:newest|latest|new|youngest|most recent|\w+th|\w+st|\w+nd|\w+rd)"
BE: Final = r"(?:is|are|was|were|be|been|being|remain|remains|remained|stay|stays|stayed)"
ADVERBS: Final = (
    r"(?:(?:also|already|still|now|both|all|long|formally|only|yet|currently|the|then|each|firmly|fully"
    r"|again|since|up)"
    r" )*"
)
CHAIR: Final = r"(?:presidency|chair|chairmanship|chairpersonship|chairship|chairmanships|gavel)"
STATE: Final = r"(?:(?:states?|countr(?:y|ies)|nations?|parties|party|economy|economies) )?"
ENTRY: Final = r"(?:entry|accession|admission|readmission|adhesion|inclusion|elevation)"
JOIN: Final = (
    r"(?:(?:re ?-? ?)?join(?:s|ed|ing)?|acced(?:e|es|ed|ing) to|enter(?:s|ed|ing)?|(?:re ?-?"
    r" ?)?admitted(?: in D)?(?: to| into)?"
    r"|accepted into|taken into|brought into|let (?:in ?to|in)|inducted into|welcomed (?:in)?to|received"
    r" into|came into|come into"
    r"|signed up to|sign up to|went into|going into|go into)"
)
MEMBER: Final = r"(?:member|members|signatory|signatories|party|part|contracting party)"
BECOME: Final = r"(?:become|becomes|became|becoming|made)"
WISH: Final = (
    r"(?:want|wants|wanted|wish|wishes|wished|hope|hopes|hoped|aspire|aspires|aspired|keen|eager|like"
    r"|interested|interest|desire"
    r"|ambition|ambitions|aspiration|aspirations|ready|willing|longs|invited|urged|asked|desires|wishing"
    r"|hoping|invitation)"
)
PLAN: Final = (
    r"(?:will|shall|plans|plan|planned|intends|intend|expects|expect|due|set|about|aims|aim|is|are|was"
    r"|were|prepares|preparing"
    r"|expected|scheduled|pledged|decided|agreed)"
)
NO: Final = r"(?:not|never|n't|no longer|refused to|refuses to|declined to|ruled out|without|does not|nor)"

ACTUAL: Final = r"(?:(?:has|have|had|having|was|were|been|is|are|being) )*"
LEFT: Final = (
    r"(?:left|leaves|leave|leaving|quit|quits|quitting|exited|exits|abandoned|withdrew from|withdraws"
    r" from|withdraw from"
    r"|withdrawing from|withdrawn from|pulled out of|pulls out of|pulling out of|pull out of|walked out"
    r" of|dropped out of"
    r"|expelled from|suspended from|ousted from|excluded from|resigned from)"
)
HOLD: Final = (
    r"(?:hold|holds|held|holding|has|have|had|take|takes|took|taking|taken|assume|assumes|assumed"
    r"|assuming|exercise|exercises|exercised"
    r"|occupies|occupy|receive|receives|received|inherits|inherited|begins|began|starts|started|completes"
    r"|completed|ended|ends)"
)
SEEK: Final = (
    r"(?:sought|seeks|seek|seeking|pursues|pursued|requested|requests|applied for|applies for|applying"
    r" for|apply for|asked for|asks for|wants"
    r"|bid for|bids for)"
)
ONE: Final = r"(?:the |a |an |this |its )?"
COMPOSED: Final = (
    r"(?:,? ?(?:which|that) )?(?:now |currently )?(?:unites|links|comprises|comprised|groups|grouped"
    r"|consists of|consisted of|counts|"
    r"brings together|embraces|is composed of|is made up of|made up of|composed of|comprising|grouping"
    r"|uniting|linking|is formed by|"
    r"bringing together)"
)


def say(
    pattern: str, action: str, modality: str = "actual", *, role: str | None = None, kind: str = "verb"
) -> Predicate:
    """A wording, which begins behind a blank."""
    return Predicate(re.compile(rf"(?<= ){pattern}"), action, modality, role, kind)
