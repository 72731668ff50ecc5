"""Whether a sentence tells as held, planned, urged or conditional what its passage tells so.

Laws: planned is not held; urged is not promised. A sentence's verb is compared with the statement that it
cites, and with the words of the passage themselves.
"""

from __future__ import annotations

import re
from typing import Final

from legation.briefs.proof.evidence import Evidence
from legation.values.when import When

ACTS: Final = frozenset(("visit", "contact", "agreement"))
"""Kinds of things that are done, or not yet."""

_SAID: Final = (
    ("planned", re.compile(r"\b(?:is|are|was|were) (?:scheduled|planned)\b|\bplan\b")),
    ("called_for", re.compile(r"\b(?:was|were) (?:urged|asked)\b")),
    ("conditional", re.compile(r"\bon a condition\b")),
)
_FUTURE: Final = (
    r"\b(?:will|shall|would)\b|[’']ll\b|\b(?:is|are|was|were|be|been|being) (?:\w+ )?"
    r"(?:scheduled|expected|set|due|slated|planned|poised|to)\b"
    r"|\bplan(?:s|ned|ning)?\b|\bintend|\bprepar|\bupcoming|\bforthcoming|\bnext (?:week|month|year)|\blater th"
    r"|\bannounce|\binvit|\bahead of\b|\baim|\bhope|\bexpect|\bagreed to\b|\bgoing to\b|\bpropos|\bschedul"
    r"|\blook(?:s|ing)? forward|\bnegotiat|\btoward|\bseek|\bwork(?:s|ing)? to\b|\bcommit|\bpledg|\bon the occasion\b|\bduring\b"
    r"|\bto (?:visit|travel|meet|attend|host|hold|tour|sign|pay)\b"
)
_CUES: Final = {
    "planned": re.compile(_FUTURE),
    "called_for": re.compile(
        r"\burg|\bcall|\bask|\bshould|\bmust|\bneed|\brequest|\bdemand|\bappeal|\bhope|\bwish|\bpropos|\bsuggest"
        r"|\brecommend|\bencourag|\bexpect|\bought|\bwelcom|\binsist|\bwant|\bpress|\bseek|\blet us\b|\bwould like|\brequire"
        r"|\bessential|\bimportan|\bnecessary|\bimperative|\binvit|\bcould\b|\bstress|\bemphasi|\bha(?:ve|s) to\b|\bit is time\b"
    ),
    "conditional": re.compile(
        r"\bif\b|\bunless\b|\bprovided\b|\bsubject to\b|\bwould\b|\bwhen\b|\bonce\b|\bin the event\b|\bcondition"
        r"|\bany\b|\bshould\b|\bas long as\b|\bcontingent|\bdepend"
    ),
}
_STRONG_PLAN: Final = re.compile(
    r"\b(?:will|shall)\b|\b(?:is|are) (?:\w+ )?(?:scheduled|expected|set|due|slated|planned) (?:to|for)\b|\bplans to\b"
)
_DONE: Final = re.compile(
    r"\b(?:\w{2,}ed|met|held|made|took|taken|spoke|spoken|gave|went|came|told|said|led|left|was|were|has|have|had|did|saw|won"
    r"|sent|paid|brought|built|began|became|wrote|struck|set|are|is|since|on|during|after|following)\b(?! to\b)"
)
_HANGS: Final = re.compile(
    r"\b(?:subject to|towards?|efforts? to|call(?:s|ed|ing)? for|pending|need (?:for|to)"
    r"|look(?:s|ed|ing)? forward to|with a view to|work(?:s|ed|ing)? (?:to|on)|seek(?:s|ing)? to|sought to"
    r"|aim(?:s|ed|ing)? (?:to|at)|hop(?:e|es|ed|ing) (?:to|for)|importance of|prospects? (?:of|for)|possib\w+|potential"
    r"|in the event of|discuss(?:ed|es|ing|ions? on)|negotiat(?:e|es|ed|ing|ions?)|urg(?:e|es|ed|ing)|would|if) "
    r"(?:(?!and |but |after )[^\s.;:,]+ ){0,7}?$"
)
"""Words under which an act is yet to come: "towards the conclusion of", "subject to the signing of"."""
_INFINITIVE: Final = re.compile(r"(?<!\bmet )(?<!\bproceeded )(?<!\bmanaged )(?<!\bable )\bto (?:\w+ly )?$")
"""An act in the infinitive is yet to come, or only meant."""
_WANTED: Final = re.compile(
    r"\b(?:need for|efforts? to|importance of|towards? (?:the )?(?:conclusion|signing|adoption)|subject to"
    r"|possibility of|prospects? (?:of|for)|call(?:s|ed)? for|look(?:s|ed|ing)? forward to|working (?:to|towards?))\b"
)
_FAR: Final = 90
_DENIED: Final = re.compile(
    r"\b(?:did|has|have|had|was|were|is|are|does|do|will|would|can|could) not\b(?! only| just| merely)"
    r"|n[’']t\b(?! only| just)|\bnever\b|\bdenied\b|\brefused\b|\bcancell?ed\b|\bpostponed\b|\bcalled off\b|\bno longer\b"
)
_BOUNDARY: Final = re.compile(
    r"[;:]|\n\s*\n|(?<!\b[A-Z])[.!?][\s\"”’)]|,? (?:and|but|while|whereas|although|though) (?!not\b)"
)
_NOBODY: Final = re.compile(
    r"\b(?:(?:none|nobody|nothing|no one|no)\b(?![.-])(?! (?:but|except|other|fewer|less|more than|later|sooner|doubt|matter)\b)"
    r"|neither|nor|hardly|scarcely|barely|(?:almost|nearly)(?= (?!all\b|every)[a-z]+(?:ed|t|n)\b)"
    r"|ruled out|ruling out|rules out)\b|(?<!\ba )(?<!\bthe )(?<!\blast )(?<!\bpast )(?<!\bnext )\bfew\b"
)
_UNTRUE: Final = re.compile(
    r"\b(?:falsely|wrongly|erroneously|mistakenly|incorrectly|unfounded|untrue|baseless|groundless|fabricated)\b"
    r"|\b(?:is|are|was|were|as) (?:\w+ly )?(?:false|wrong|incorrect|inaccurate)\b|\bnot (?:true|the case|correct|accurate)\b"
    r"|\b(?:false|fake) (?:report|rumou?r|claim|allegation|news|stor)"
    r"|\b(?:denied|denies|dismissed|rejected|refuted) (?:the |any |all |such )?"
    r"(?:report|rumou?r|claim|allegation|suggestion|speculat)"
)
_INVERTED: Final = re.compile(r"[\"“]?(?:Had|Should|Were) (?!to\b|been\b|be\b)\S")
_ASKING: Final = re.compile(r"\?[\s\"”’)\]]*$")
_BEST: Final = re.compile(r"\bnever (?:been |stood |looked )?(?:\w+ )?(?:\w{2,}er|better|more \w+)\b")
_AFTER_TELLING: Final = ("commitment", "figure", "appointment")
"""Kinds that stay true beside nobody and nothing: a promise to leave nobody behind is one."""


def said(text: str) -> str:
    """The modality that a segment's own verb tells."""
    return next((name for name, pattern in _SAID if pattern.search(text)), "actual")


def unproved(text: str, dates: tuple[When, ...], evidence: Evidence) -> str | None:
    """Why a segment's modality is not that of its passage; None where it is.

    Args:
        text: The segment, without its quotations.
        dates: The dates that the segment gives.
        evidence: What it cites.
    """
    told, held = said(text), evidence.statement.modality
    if told != held:
        return f"it is told as {told}, but citation {evidence.number} is {held}"
    quote = evidence.quote.lower()
    if told in ("actual", "planned") and (word := _turned(evidence)):
        return f"it is told as {told}, but citation {evidence.number} says “{word}”"
    if told in _CUES:
        later = told == "planned" and _after_source(dates, evidence)
        found = later or _CUES[told].search(quote)
        return None if found else f"no word of citation {evidence.number} makes it {told}"
    return _held(text, dates, evidence)


def hangs(before: str, core: str) -> bool:
    """Whether words stand under others by which they are yet to come.

    Args:
        before: What stands before them in their sentence.
        core: The words that tell the act.
    """
    words = core.lower()
    above = before.lower()[-_FAR:]
    return bool(
        _HANGS.search(f"{above.rstrip()} ") or _INFINITIVE.search(above) or _WANTED.search(words)
    ) or (bool(_STRONG_PLAN.search(words)) and not _DONE.search(_STRONG_PLAN.sub(" ", words)))


def _held(text: str, dates: tuple[When, ...], evidence: Evidence) -> str | None:
    """Why something can't be told as held, though its statement says that it was."""
    quote = evidence.core.lower()
    if evidence.statement.kind == "commitment":
        return None
    if _after_source(dates, evidence):
        return f"it is told as held, but it lies after the source of citation {evidence.number}"
    if _STRONG_PLAN.search(quote) and not _DONE.search(_STRONG_PLAN.sub(" ", quote)):
        return f"it is told as held, but citation {evidence.number} only plans it"
    if (
        evidence.statement.kind in ACTS
        and "negotiating" not in text
        and hangs(evidence.before, evidence.core)
    ):
        return f"it is told as held, but citation {evidence.number} makes it hang on something"
    if _DENIED.search(_BEST.sub(" ", quote)):
        return f"it is told as held, but citation {evidence.number} denies something"
    return None


def _turned(evidence: Evidence) -> str | None:
    """The words in the clause of a statement by which it is not so, or not said; None where there are none."""
    statement = evidence.statement
    if statement.kind == "appointment" and statement.fields.get("action") == "holds":
        return None
    opened = [m.end() for m in _BOUNDARY.finditer(evidence.lead)]
    closed = _BOUNDARY.search(evidence.rest)
    lead = evidence.lead[opened[-1] if opened else 0 :].lstrip()
    rest = evidence.rest[: closed.start() + 1 if closed else len(evidence.rest)]
    clause = " ".join(f"{lead}{evidence.core}{rest}".split())
    asked = _ASKING.search(evidence.core) or _ASKING.search(rest)
    condition = _INVERTED.match(clause) if statement.kind in ACTS else None
    found = asked or _UNTRUE.search(clause.lower()) or condition
    if found is None and statement.kind not in _AFTER_TELLING:
        found = _NOBODY.search(" ".join(f"{lead}{evidence.core}".lower().split()))
    return " ".join(found.group().split()) if found else None


def _after_source(dates: tuple[When, ...], evidence: Evidence) -> bool:
    published = evidence.document.published
    if published is None or published.after is None:
        return False
    return any(when.first is not None and when.first >= published.after for when in dates)
