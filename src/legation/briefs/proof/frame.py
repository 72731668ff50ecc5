"""The words that a sentence may use without proof, and those that must meet a cue in their passage.

A word that stands neither here nor in a cited passage fails its sentence. The list holds no noun that could
be a fact: what happened, to whom, when and how much always needs a passage.
"""

from __future__ import annotations

import re
from typing import Final

FRAME: Final = frozenset(
    """
    a an the of to in on at by for from with and or but as is are was were be been has have had it its their they
    that this between since until after before not no than
    took place part taking joint visit visits visited from planned scheduled is plan plans bring
    held hold made were contact letter letters call calls meeting meetings dialogue dialogues conference
    relations relation described having upgraded downgraded established severed restored level
    signed concluded adopted ratified amended suspended ended negotiating force
    undertook gave word committed itself themselves aim aims set would condition
    urged asked deadline evidence delivery found
    another value others source sources names differ report reports two three four five six seven eight nine ten
    office assumed elected appointed left
    sides countries
    """.split()
)

CUES: Final[tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = tuple(
    (re.compile(said), re.compile(cue))
    for said, cue in (
        (r"\bvisit", r"visit|travel|trip|tour|arriv|journey|fly|flew|went|welcom|receiv|host|land|attend|delegation|guest"
            r"|\b(?:was|were|is|are|stay\w*) in\b|\bcame\b|\bcom(?:e|es|ing) to\b|\bleft\b"),
        (r"\bmeetings?\b", r"me(?:e)?t|talk|summit|host|receiv|welcom|sat down|confer|consult|discuss|bilateral|greet|session"),
        (r"\bcalls?\b", r"call|phon|spoke|video|conversation"),
        (r"\bletters?\b", r"letter|messag|congratulat|wrote|write|cable|note|telegram|condol"),
        (r"\bdialogues?\b", r"dialogue|consult|talk|round|mechanism|session"),
        (r"\bconference\b", r"conference|summit|forum|session|meeting|assembly|congress|gather|symposium"),
        (r"\bestablished\b", r"establish|set up|open|since|forg|beg[aiu]n|start|form|found|launch"),
        (r"\bupgraded\b", r"upgrad|elevat|rais|lift|promot|advanc|enhanc|bring|brought|level|mov(?:e|ed|ing) (?:from|to)"),
        (r"\bdowngraded\b", r"downgrad|lower|reduc|demot"),
        (r"\bsevered\b", r"sever|cut|br[eo]ak|broke|suspend"),
        (r"\brestored\b", r"restor|re-?establish|normali|resum|renew|reopen"),
        (r"\bsigned\b", r"sign|ink|initial"),
        (r"\bconcluded\b", r"conclu|reach|struck|strike|agreed\b|\bagrees?\b|finali|complet|deal\b|clinch|seal|produc|result"),
        (r"\badopted\b", r"adopt|issu|releas|endors|approv|pass|statement|joint|declar|announc|communiqu"),
        (r"\bratified\b", r"ratif|approv"),
        (r"\bin force\b", r"force|effect|enter|implement|appl"),
        (r"\bnegotiating\b", r"negotiat|talk|discuss|work"),
        (r"\bamended\b", r"amend|revis|updat|renew|extend|expand|modif"),
        (r"\bsuspended\b", r"suspend|halt|paus|freez|froze"),
        (r"\bended\b", r"\bend(?:ed|s|ing)?\b|terminat|withdr|expir|scrap|cancel|abrogat|left|quit"),
        (r"\b(?:assumed|elected|appointed) ", r"assum|elect|appoint|nam|sworn|took|tak|becom|became|inaugurat|since|new|vot"),
        (r"\bleft office\b", r"left|leav|former|resign|step|retir|end|depart|remov|dismiss|succe"),
    )
)  # fmt: skip
"""What a sentence says was done, and the words of which a passage must then hold one."""
