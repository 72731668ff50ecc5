"""Words of measuring."""

from __future__ import annotations

from typing import Final

LEVELS: Final = frozenset(
    "reach total be hit stand amount exceed surpass top become remain value estimate come account represent average number "
    "approach near record register cover".split()
)
CHANGES: Final = frozenset(
    "grow rise increase fall drop decrease decline jump surge climb shrink expand soar slump widen narrow gain slip plunge "
    "double triple cut reduce lower raise lift".split()
)
GROWTH: Final = {
    **dict.fromkeys(
        ("grow", "rise", "increase", "jump", "surge", "climb", "expand", "soar", "gain", "double", "triple"),
        "growth of",
    ),
    **dict.fromkeys(
        (
            "fall",
            "drop",
            "decrease",
            "decline",
            "shrink",
            "slump",
            "slip",
            "plunge",
            "cut",
            "reduce",
            "lower",
        ),
        "fall in",
    ),
}
TARIFFS: Final = frozenset("tariff tariffs duty duties levy".split())
COUNTED_ELSEWHERE: Final = frozenset(
    "visit visits trip trips agreement agreements mou mous memorandum memorandums memoranda treaty treaties document documents "
    "deal deals pact pacts partnership partnerships fta ftas delegation delegations meeting meetings call calls conversation "
    "conversations round rounds ftas".split()
)
NOT_COUNTED: Final = frozenset(
    "country countries nation nations leader leaders side sides party parties day days week weeks month months year years hour "
    "hours minute minutes decade decades century centuries way ways time times step steps pillar pillars point points part "
    "parts priority priorities area areas continent continents president presidents minister ministers thing things question "
    "questions goal goals objective objectives element elements principle principles issue issues track tracks statement "
    "statements article articles section sections chapter chapters page pages resolution resolutions order orders u.s.c usc "
    "act code fr cfr regulation regulations stage stages phase phases level levels person one ones other others anniversary "
    "guest guests secretary secretaries member members session sessions generation generations men women child children "
    "half dozen type types kind kinds category categories group groups team teams".split()
)
PASSED_UNITS: Final = frozenset("day week month year hour minute second decade fraction".split())
OWN_INDICATORS: Final = frozenset(
    "economy exporter importer producer donor investor market buyer supplier contributor lender".split()
)
