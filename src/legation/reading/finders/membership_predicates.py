"""What is said of standing in a body, as patterns over a sentence whose actors, bodies and dates are single letters.

``A`` stands for actors, ``B`` for bodies, ``D`` for a date, all else for itself in small letters (see
`legation.reading.finders.membership_clauses`). A pattern with a group ``a`` tells by it whose standing it is; one
without tells it of its subject. Where a pattern may leave ``B`` out, the body named last is meant.
"""

from __future__ import annotations

import re
from typing import Final

from legation.reading.finders.membership_line import Predicate


def _few(most: int) -> str:
    """A few plain words, as few as will do."""
    return rf"(?:(?![ABD] |[,;:.()] |not |no |never |with |by )\S+ ){{0,{most}}}?"


_THE: Final = r"(?:the |both |all |a |an |its |their )*"
_BODY: Final = rf"{_THE}(?P<b>B )"
_OF_BODY: Final = rf"(?:(?:of|in|to|at|on|within|with|for|into) {_THE}(?P<b>B ))?"
_OF_THE_BODY: Final = rf"(?:of|in|to|at|on|within|with|for|into) {_BODY}"
_OF_BODY_TOO: Final = _OF_BODY.replace("<b>", "<c>")
_NEWEST: Final = r"(?:newest|latest|new|youngest|most recent|\w+th|\w+st|\w+nd|\w+rd)"
_BE: Final = r"(?:is|are|was|were|be|been|being|remain|remains|remained|stay|stays|stayed)"
_ADVERBS: Final = (
    r"(?:(?:also|already|still|now|both|all|long|formally|only|yet|currently|the|then|each|firmly|fully"
    r"|again|since|up)"
    r" )*"
)
_CHAIR: Final = r"(?:presidency|chair|chairmanship|chairpersonship|chairship|chairmanships|gavel)"
_STATE: Final = r"(?:(?:states?|countr(?:y|ies)|nations?|parties|party|economy|economies) )?"
_ENTRY: Final = r"(?:entry|accession|admission|readmission|adhesion|inclusion|elevation)"
_JOIN: Final = (
    r"(?:(?:re ?-? ?)?join(?:s|ed|ing)?|acced(?:e|es|ed|ing) to|enter(?:s|ed|ing)?|(?:re ?-?"
    r" ?)?admitted(?: in D)?(?: to| into)?"
    r"|accepted into|taken into|brought into|let (?:in ?to|in)|inducted into|welcomed (?:in)?to|received"
    r" into|came into|come into"
    r"|signed up to|sign up to|went into|going into|go into)"
)
_MEMBER: Final = r"(?:member|members|signatory|signatories|party|part|contracting party)"
_BECOME: Final = r"(?:become|becomes|became|becoming|made)"
_WISH: Final = (
    r"(?:want|wants|wanted|wish|wishes|wished|hope|hopes|hoped|aspire|aspires|aspired|keen|eager|like"
    r"|interested|interest|desire"
    r"|ambition|ambitions|aspiration|aspirations|ready|willing|longs|invited|urged|asked|desires|wishing"
    r"|hoping|invitation)"
)
_PLAN: Final = (
    r"(?:will|shall|plans|plan|planned|intends|intend|expects|expect|due|set|about|aims|aim|is|are|was"
    r"|were|prepares|preparing"
    r"|expected|scheduled|pledged|decided|agreed)"
)
_NO: Final = r"(?:not|never|n't|no longer|refused to|refuses to|declined to|ruled out|without|does not|nor)"

_ACTUAL: Final = r"(?:(?:has|have|had|having|was|were|been|is|are|being) )*"
_LEFT: Final = (
    r"(?:left|leaves|leave|leaving|quit|quits|quitting|exited|exits|abandoned|withdrew from|withdraws"
    r" from|withdraw from"
    r"|withdrawing from|withdrawn from|pulled out of|pulls out of|pulling out of|pull out of|walked out"
    r" of|dropped out of"
    r"|expelled from|suspended from|ousted from|excluded from|resigned from)"
)
_HOLD: Final = (
    r"(?:hold|holds|held|holding|has|have|had|take|takes|took|taking|taken|assume|assumes|assumed"
    r"|assuming|exercise|exercises|exercised"
    r"|occupies|occupy|receive|receives|received|inherits|inherited|begins|began|starts|started|completes"
    r"|completed|ended|ends)"
)
_SEEK: Final = (
    r"(?:sought|seeks|seek|seeking|pursues|pursued|requested|requests|applied for|applies for|applying"
    r" for|apply for|asked for|asks for|wants"
    r"|bid for|bids for)"
)
_ONE: Final = r"(?:the |a |an |this |its )?"
_COMPOSED: Final = (
    r"(?:,? ?(?:which|that) )?(?:now |currently )?(?:unites|links|comprises|comprised|groups|grouped"
    r"|consists of|consisted of|counts|"
    r"brings together|embraces|is composed of|is made up of|made up of|composed of|comprising|grouping"
    r"|uniting|linking|is formed by|"
    r"bringing together)"
)


def _say(
    pattern: str, action: str, modality: str = "actual", *, role: str | None = None, kind: str = "verb"
) -> Predicate:
    return Predicate(re.compile(rf"(?<= ){pattern}"), action, modality, role, kind)


PREDICATES: Final = (
    # who has not, will not or would like to
    _say(
        rf"(?:{_BE} )?(?:no|not|not yet|never|neither) {_few(4)}{_MEMBER} {_STATE}{_OF_THE_BODY}",
        "member",
        "denied",
    ),
    _say(
        rf"(?:do|does|did) not (?:\w+ )?(?:belong to|seek {_few(3)}(?:membership|entry|accession) (?:of"
        rf"|in|to|into)|want (?:to join|membership of)) {_BODY}",
        "member",
        "denied",
    ),
    _say(rf"(?:wants?|wanted) no (?:part|place) (?:in|of) {_BODY}", "joined", "denied"),
    _say(rf"{_BE} not (?:in|inside|part of) {_BODY}", "member", "denied"),
    _say(rf"{_NO} (?:to )?{_JOIN} {_BODY}", "joined", "denied"),
    _say(rf"{_NO} (?:to )?{_LEFT} {_BODY}", "left", "denied"),
    _say(
        rf"{_WISH} (?:in |of |by B |by A )?(?:to )?(?:{_JOIN}|{_BECOME} {_few(4)}{_MEMBER} {_STATE}(?:of"
        rf"|in)) {_BODY}",
        "joined",
        "called_for",
    ),
    _say(
        rf"(?:want|wants|wish|wishes|hope|hopes|invited|eager|keen) to (?:join|{_BECOME}"
        rf" {_few(3)}members?) (?=[,.;]|in |and |too |as )",
        "joined",
        "called_for",
    ),
    _say(
        rf"(?:should|must|ought to|deserves to|belongs) (?:be )?(?:{_JOIN}|in|admitted to) {_BODY}",
        "joined",
        "called_for",
    ),
    _say(rf"{_WISH} (?:in |of )?(?:to )?{_LEFT} {_BODY}", "left", "called_for"),
    # who asks for a place
    _say(
        r"(?:applied|applies|applying|apply|application|asked|request|requested|petitioned|applications)"
        rf" (?:(?:in|on) D |formally |once more |again )?to (?:{_JOIN}|{_BECOME} {_few(4)}{_MEMBER} of)"
        rf" {_BODY}",
        "candidate",
    ),
    _say(r"(?:asked|applied) to be (?:let in|admitted|taken in) ", "candidate"),
    _say(
        r"(?:applied|applies|apply|application|asked|bid|request) (?:(?:in|on) D |formally )?for"
        rf" {_few(3)}(?:membership|admission|accession|entry) {_OF_BODY}",
        "candidate",
    ),
    _say(
        rf"{_SEEK} {_few(3)}(?:membership|admission|accession|entry|place|seat) {_OF_THE_BODY}", "candidate"
    ),
    _say(rf"{_SEEK} (?:B )?(?:(?P<b>B ))(?:'s )?(?:membership|admission|accession|entry) ", "candidate"),
    _say(
        rf"(?:{_BE} |as )?{_few(3)}candidates? {_STATE}(?:for|of|to|in) (?:{_few(2)}(?:membership"
        rf"|accession|entry|admission|join) )?(?:(?:of|to|in|into) )?{_BODY}",
        "candidate",
        kind="noun",
    ),
    _say(
        rf"(?:{_BE} |as ){_few(3)}candidates? (?:for|to) (?:membership|accession|entry|join) (?=[.,;]|and )",
        "candidate",
        kind="noun",
    ),
    _say(rf"candidate (?:country )?status (?:for |in |of |to |from |by )?{_BODY}", "candidate"),
    _say(
        r"(?:negotiat(?:e|es|ed|ing)|opened|began|begun|started|holds|concluded|finished|wrapped up"
        rf"|close|closed|completed) {_few(3)}(?:accession|entry|membership)(?: talks| negotiations)?(?:"
        rf" (?:to|with|into|of))? {_BODY}",
        "candidate",
    ),
    _say(
        rf"accession (?:talks|negotiations) (?:with {_BODY})?(?:began|begin|opened|open|started|start|are"
        r"|were|have)",
        "candidate",
    ),
    # who will come in, and who has
    _say(
        rf"(?:{_BE} |as |, )(?:{_THE}(?P<b>B )'s |the |its ){_few(1)}{_NEWEST} {_few(3)}members?"
        rf" {_OF_BODY_TOO}",
        "joined",
        kind="noun",
    ),
    _say(
        rf"{_PLAN} (?:\w+ )?to (?:{_JOIN}|{_BECOME} {_few(4)}{_MEMBER} {_STATE}(?:of|in)) {_BODY}",
        "joined",
        "planned",
    ),
    _say(
        rf"will (?:\w+ )?(?:{_JOIN}|(?:be|{_BECOME}) {_few(5)}{_MEMBER} {_STATE}(?:of|in)|be (?:admitted"
        rf"|accepted|taken) (?:to|into)) {_BODY}",
        "joined",
        "planned",
    ),
    _say(rf"will (?:\w+ )?(?:be|{_BECOME}) (?:{_THE}(?P<b>B )'s ){_few(4)}{_MEMBER} ", "joined", "planned"),
    _say(rf"(?:expects|hopes|expect|hope|will) to be {_few(5)}members? {_OF_BODY}", "joined", "planned"),
    _say(
        rf"{_ACTUAL}{_BECOME} (?:{_few(5)}(?:{_MEMBER}|{_MEMBER} {_STATE}) (?:of|in) {_BODY}"
        rf"|{_THE}(?P<c>B )'s {_few(4)}{_MEMBER} )",
        "joined",
    ),
    _say(rf"{_ACTUAL}{_BECOME} {_few(4)}(?:associate|observer|full) (?:states?|members?) ", "joined"),
    _say(
        rf"{_ACTUAL}(?:signed up|came in|joined|admitted|entered|readmitted) as {_few(4)}(?:state|member"
        rf"|partner|associate|observer)s? {_OF_BODY}",
        "joined",
    ),
    _say(rf"{_ACTUAL}{_JOIN} {_BODY}", "joined"),
    _say(r"(?:joined|entered|acceded|was admitted|were admitted) (?:in|on) D ", "joined"),
    _say(rf"(?:won|gained|obtained|secured|achieved) {_few(3)}(?P<b>B )(?:'s )?membership ", "joined"),
    _say(rf"(?:won|gained|obtained|secured|achieved) {_few(3)}membership (?:of|in) {_BODY}", "joined"),
    _say(rf"(?P<a>A )'s {_few(3)}{_ENTRY} (?:to|into|in) {_BODY}", "joined", kind="own"),
    _say(rf"{_ENTRY} of (?:the )?(?P<a>A )(?:to|into|in) {_BODY}", "joined", kind="own"),
    _say(
        rf"(?P<b>B ){_ACTUAL}(?:admitted|admits|accepted|took in|takes in|readmitted|let in|admit) (?P<a>A )",
        "joined",
        kind="own",
    ),
    _say(
        rf"(?P<b>B ){_ACTUAL}(?:invited|invites|asked) (?P<a>A )to (?:join|become)",
        "joined",
        "called_for",
        kind="own",
    ),
    _say(
        rf"(?P<b>B )(?:, )?(?:which |that )?{_ACTUAL}(?:let|took|take|takes|lets) (?P<a>A )(?:in|back|on"
        r" board)",
        "joined",
        kind="own",
    ),
    _say(rf"{_ACTUAL}(?:voted|elected|chosen) (?:onto|on to|to|for) {_BODY}", "elected"),
    _say(
        rf"{_ACTUAL}(?:taken in|let in|came in|come in|came back|came on board) (?:(?:in|on) (?:the )?D )?",
        "joined",
    ),
    # who is out
    _say(
        rf"{_PLAN} (?:\w+ )?(?:to )?{_LEFT} {_BODY}(?!summit|meeting|talks|headquarters)", "left", "planned"
    ),
    _say(
        r"(?:frozen|suspended|froze|suspends) (?:its|his country 's|their) (?:part|membership"
        rf"|participation) (?:in|of) {_BODY}",
        "left",
    ),
    _say(r"which (?P<a>A )(?:left|quit|abandoned) (?:in|on) D ", "left", kind="own"),
    _say(
        rf"notice (?:of its |that it (?:is|was|would|will) |of )?{_few(3)}(?:{_LEFT}|withdrawal from"
        rf"|departure from|exit from) {_BODY}",
        "left",
        "planned",
    ),
    _say(rf"{_ACTUAL}{_LEFT} {_BODY}(?!summit|meeting|talks|headquarters|in )", "left"),
    _say(rf"(?P<b>B ){_ACTUAL}(?:suspended|expelled|ousted|excluded|barred) (?P<a>A )", "left", kind="own"),
    # who observes
    _say(
        rf"(?:{_BE} |as |, ){_few(4)}observers? {_STATE}(?:members? )?{_OF_THE_BODY}", "observer", kind="noun"
    ),
    _say(rf"(?:{_BE} |as |, ){_few(3)}(?P<b>B )(?:'s )?observers? ", "observer", kind="noun"),
    _say(r", (?:both |all )?observers? ,", "observer", kind="noun"),
    _say(
        r"(?:ha[sd]|have|holds?|held|enjoys?|enjoyed|obtained|gained|won|granted|given|received|retains?"
        rf"|kept) {_few(3)}observer status {_OF_BODY}",
        "observer",
    ),
    _say(
        rf"(?:made|named|became|become|are|is|were|was) {_few(3)}(?:dialogue|sectoral|development"
        rf"|partner) (?:partners?|states?) {_OF_BODY}",
        "participates",
        role="dialogue partner",
    ),
    # who is in
    _say(rf"(?:{_BE} |as ){_few(6)}{_MEMBER} {_STATE}(?:of|in) {_BODY}", "member", kind="noun"),
    _say(rf", {_few(6)}{_MEMBER} {_STATE}(?:of|in) {_BODY}", "member", kind="noun"),
    _say(rf"belong(?:s|ed|ing)? {_ADVERBS}to {_BODY}", "member"),
    _say(
        rf"(?:is|are|has been|have been|remain|remains|stay|stays|remained|stayed) {_ADVERBS}(?:in|inside"
        rf"|within|part of) {_BODY}(?!summit|meeting|headquarters|talks)",
        "member",
    ),
    _say(rf"(?:sit|sits|sat|serve|serves|served|serving|sitting) (?:on|in) {_BODY}", "member"),
    _say(rf"(?:ha[sd]|have|holds?|held) {_few(3)}seats? {_OF_THE_BODY}", "member"),
    _say(
        r"(?P<b>B )(?:, )?(?:to|of|in) which (?P<a>A )(?:(?:also|likewise) )?(?:belongs?|(?:is|are)"
        rf" {_few(3)}members?)",
        "member",
        kind="own",
    ),
    _say(
        rf"(?P<b>B )(?:, )?(?:to|of|in) which (?P<a>A )(?:is|are) {_few(3)}observers?", "observer", kind="own"
    ),
    _say(
        rf"(?:contribut(?:es|e|ed) to|(?:takes?|took) part in|participat(?:es|e|ed) in) {_BODY}(?!summit"
        r"|meeting|talks|negotiations)",
        "participates",
    ),
    _say(
        r"(?P<b>B )(?:member|members|member states|ally|allies|member state) (?P<a>A )", "member", kind="own"
    ),
    _say(
        rf"members? {_STATE}of {_BODY}(?:, |- |– |— |\( |: |are |such as |like |including |namely"
        r" )+(?:the )?(?P<a>A )",
        "member",
        kind="own",
    ),
    _say(
        rf"(?P<b>B )(?:has|have|counts) {_few(3)}members? (?:, |- |– |— |\( |: |namely )+(?P<a>A )",
        "member",
        kind="own",
    ),
    _say(rf"(?P<b>B )(?:, [^,]{{1,40}} , )?{_COMPOSED} (?:the )?(?P<a>A )", "member", kind="list"),
    _say(
        rf"other {_few(1)}(?:states|countries|members|nations|member states) of {_BODY}",
        "member",
        kind="topic",
    ),
    _say(
        r"(?P<b>B )(?:, )?(?:to|of|in|on) which (?P<a>A )(?:(?:also|likewise) )?(?:sits|sit|serves|takes"
        r" part)",
        "member",
        kind="own",
    ),
    _say(
        rf"(?:canvass|compete|vy|vie)(?:s|d|ed|ing)? for {_few(3)}(?:seats?|places?|membership) {_OF_BODY}",
        "candidate",
    ),
    # who leads
    _say(
        r"(?:hand|hands|handed|pass|passes|passed|cede|ceded|transferred|yield|yielded) (?:over |on"
        rf" )?{_ONE}{_few(3)}{_CHAIR} (?:of {_BODY})?(?:over )?to (?P<a>A )",
        "chairs",
        kind="own",
    ),
    _say(
        rf"{_CHAIR} (?:of {_BODY})?(?:will )?(?:passed|passes|pass|went|goes|moves|moved|falls|fell"
        r"|rotates|rotated|shifts|shifted|was handed) (?:over )?(?:(?:on|in) D )?(?:from A )?(?:over"
        r" )?to (?P<a>A )",
        "chairs",
        kind="own",
    ),
    _say(
        r"(?P<b>B )(?:, )?(?:(?:which|that) )?(?:(?:is|are|was|were|now|currently|jointly|then)"
        r" )*(?:chaired|presided over|co - ?chaired|co-chaired) (?:in D |D )?by (?P<a>A )",
        "chairs",
        kind="own",
    ),
    _say(
        rf"(?P<b>B )(?:, )?whose {_few(3)}(?:chair|president|chairman|{_CHAIR}) (?:is|was|is held by|lies"
        r" with) (?P<a>A )",
        "chairs",
        kind="own",
    ),
    _say(rf"(?P<b>B )(?:, )?whose {_few(3)}{_CHAIR} it ", "chairs", kind="topic"),
    _say(
        r"will (?:\w+ )?(?:hold|take|assume|receive|exercise|have) (?:on |over |up"
        rf" )?{_ONE}{_few(4)}{_CHAIR} {_OF_BODY}",
        "chairs",
        "planned",
        role="presidency",
    ),
    _say(
        rf"{_HOLD} (?:on |over |up )?{_THE}(?P<b>B )(?:'s )?{_few(3)}{_CHAIR}\b", "chairs", role="presidency"
    ),
    _say(rf"{_HOLD} (?:on |over |up )?{_ONE}{_few(4)}{_CHAIR} {_OF_BODY}", "chairs", role="presidency"),
    _say(rf"will (?:\w+ )?(?:chair|preside over|lead) {_BODY}(?!'s )", "chairs", "planned", role="chair"),
    _say(
        r"(?:(?:co ?- ?)?chairs|(?:co ?- ?)?chaired|presides over|presided over|chairing)"
        rf" {_BODY}(?!summit|meeting|session|council)",
        "chairs",
        role="chair",
    ),
    _say(
        rf"(?:{_BE} |as |, ){_few(3)}(?:chair|coordinator|chairman|president) of {_BODY}",
        "chairs",
        role="chair",
        kind="noun",
    ),
    _say(rf"(?:(?:in|at) the (?:chair|helm) of) {_BODY}", "chairs", role="chair"),
    _say(
        rf"(?:has|have|had) (?:been )?(?:led|leading|chaired|chairing|presiding over|presided over) {_BODY}",
        "chairs",
        role="chair",
    ),
    _say(
        r"(?P<b>B )(?:, [^,]{1,60} , )?(?:is|was|now|currently|be|being) (?:now |currently )?(?:led"
        r"|headed|chaired) by (?P<a>A )",
        "chairs",
        kind="own",
    ),
    # who receives its meetings
    _say(
        rf"(?:co ?- ?)?host(?:s|ed|ing)? {_few(3)}{_BODY}'s (?:\w+ )?(?:leaders|summit|heads|ministers"
        r"|forum|conference|meeting)",
        "hosts",
    ),
    _say(
        r"(?:to |will )host (?:the )?(?:next|following|second|third|fourth|\w+th) (?:one|summit|forum"
        r"|edition|meeting|conference|session)\b(?! of)",
        "hosts",
        "planned",
    ),
)
"""Wordings in the order in which they are tried: of two that overlap, the first holds."""
