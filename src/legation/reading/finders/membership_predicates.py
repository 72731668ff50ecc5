"""What is said of standing in a body, as patterns over a sentence whose actors, bodies and dates are single letters.

``A`` stands for actors, ``B`` for bodies, ``D`` for a date, all else for itself in small letters (see
`legation.reading.finders.membership_clauses`). A pattern with a group ``a`` tells by it whose standing it is; one
without tells it of its subject. Where a pattern may leave ``B`` out, the body named last is meant.
"""

from __future__ import annotations

from typing import Final

from legation.reading.finders.membership_phrases import (
    ACTUAL,
    ADVERBS,
    BE,
    BECOME,
    BODY,
    CHAIR,
    COMPOSED,
    ENTRY,
    HOLD,
    JOIN,
    LEFT,
    MEMBER,
    NEWEST,
    NO,
    OF_BODY,
    OF_BODY_TOO,
    OF_THE_BODY,
    ONE,
    PLAN,
    SEEK,
    STATE,
    THE,
    WISH,
    few,
    say,
)

PREDICATES: Final = (
    # who has not, will not or would like to
    say(
        rf"(?:{BE} )?(?:no|not|not yet|never|neither) {few(4)}{MEMBER} {STATE}{OF_THE_BODY}",
        "member",
        "denied",
    ),
    say(
        rf"(?:do|does|did) not (?:\w+ )?(?:belong to|seek {few(3)}(?:membership|entry|accession) (?:of"
        rf"|in|to|into)|want (?:to join|membership of)) {BODY}",
        "member",
        "denied",
    ),
    say(rf"(?:wants?|wanted) no (?:part|place) (?:in|of) {BODY}", "joined", "denied"),
    say(rf"{BE} not (?:in|inside|part of) {BODY}", "member", "denied"),
    say(rf"{NO} (?:to )?{JOIN} {BODY}", "joined", "denied"),
    say(rf"{NO} (?:to )?{LEFT} {BODY}", "left", "denied"),
    say(
        rf"{WISH} (?:in |of |by B |by A )?(?:to )?(?:{JOIN}|{BECOME} {few(4)}{MEMBER} {STATE}(?:of"
        rf"|in)) {BODY}",
        "joined",
        "called_for",
    ),
    say(
        rf"(?:want|wants|wish|wishes|hope|hopes|invited|eager|keen) to (?:join|{BECOME}"
        rf" {few(3)}members?) (?=[,.;]|in |and |too |as )",
        "joined",
        "called_for",
    ),
    say(
        rf"(?:should|must|ought to|deserves to|belongs) (?:be )?(?:{JOIN}|in|admitted to) {BODY}",
        "joined",
        "called_for",
    ),
    say(rf"{WISH} (?:in |of )?(?:to )?{LEFT} {BODY}", "left", "called_for"),
    # who asks for a place
    say(
        r"(?:applied|applies|applying|apply|application|asked|request|requested|petitioned|applications)"
        rf" (?:(?:in|on) D |formally |once more |again )?to (?:{JOIN}|{BECOME} {few(4)}{MEMBER} of)"
        rf" {BODY}",
        "candidate",
    ),
    say(r"(?:asked|applied) to be (?:let in|admitted|taken in) ", "candidate"),
    say(
        r"(?:applied|applies|apply|application|asked|bid|request) (?:(?:in|on) D |formally )?for"
        rf" {few(3)}(?:membership|admission|accession|entry) {OF_BODY}",
        "candidate",
    ),
    say(rf"{SEEK} {few(3)}(?:membership|admission|accession|entry|place|seat) {OF_THE_BODY}", "candidate"),
    say(rf"{SEEK} (?:B )?(?:(?P<b>B ))(?:'s )?(?:membership|admission|accession|entry) ", "candidate"),
    say(
        rf"(?:{BE} |as )?{few(3)}candidates? {STATE}(?:for|of|to|in) (?:{few(2)}(?:membership"
        rf"|accession|entry|admission|join) )?(?:(?:of|to|in|into) )?{BODY}",
        "candidate",
        kind="noun",
    ),
    say(
        rf"(?:{BE} |as ){few(3)}candidates? (?:for|to) (?:membership|accession|entry|join) (?=[.,;]|and )",
        "candidate",
        kind="noun",
    ),
    say(rf"candidate (?:country )?status (?:for |in |of |to |from |by )?{BODY}", "candidate"),
    say(
        r"(?:negotiat(?:e|es|ed|ing)|opened|began|begun|started|holds|concluded|finished|wrapped up"
        rf"|close|closed|completed) {few(3)}(?:accession|entry|membership)(?: talks| negotiations)?(?:"
        rf" (?:to|with|into|of))? {BODY}",
        "candidate",
    ),
    say(
        rf"accession (?:talks|negotiations) (?:with {BODY})?(?:began|begin|opened|open|started|start|are"
        r"|were|have)",
        "candidate",
    ),
    # who will come in, and who has
    say(
        rf"(?:{BE} |as |, )(?:{THE}(?P<b>B )'s |the |its ){few(1)}{NEWEST} {few(3)}members?"
        rf" {OF_BODY_TOO}",
        "joined",
        kind="noun",
    ),
    say(
        rf"{PLAN} (?:\w+ )?to (?:{JOIN}|{BECOME} {few(4)}{MEMBER} {STATE}(?:of|in)) {BODY}",
        "joined",
        "planned",
    ),
    say(
        rf"will (?:\w+ )?(?:{JOIN}|(?:be|{BECOME}) {few(5)}{MEMBER} {STATE}(?:of|in)|be (?:admitted"
        rf"|accepted|taken) (?:to|into)) {BODY}",
        "joined",
        "planned",
    ),
    say(rf"will (?:\w+ )?(?:be|{BECOME}) (?:{THE}(?P<b>B )'s ){few(4)}{MEMBER} ", "joined", "planned"),
    say(rf"(?:expects|hopes|expect|hope|will) to be {few(5)}members? {OF_BODY}", "joined", "planned"),
    say(
        rf"{ACTUAL}{BECOME} (?:{few(5)}(?:{MEMBER}|{MEMBER} {STATE}) (?:of|in) {BODY}"
        rf"|{THE}(?P<c>B )'s {few(4)}{MEMBER} )",
        "joined",
    ),
    say(rf"{ACTUAL}{BECOME} {few(4)}(?:associate|observer|full) (?:states?|members?) ", "joined"),
    say(
        rf"{ACTUAL}(?:signed up|came in|joined|admitted|entered|readmitted) as {few(4)}(?:state|member"
        rf"|partner|associate|observer)s? {OF_BODY}",
        "joined",
    ),
    say(rf"{ACTUAL}{JOIN} {BODY}", "joined"),
    say(r"(?:joined|entered|acceded|was admitted|were admitted) (?:in|on) D ", "joined"),
    say(rf"(?:won|gained|obtained|secured|achieved) {few(3)}(?P<b>B )(?:'s )?membership ", "joined"),
    say(rf"(?:won|gained|obtained|secured|achieved) {few(3)}membership (?:of|in) {BODY}", "joined"),
    say(rf"(?P<a>A )'s {few(3)}{ENTRY} (?:to|into|in) {BODY}", "joined", kind="own"),
    say(rf"{ENTRY} of (?:the )?(?P<a>A )(?:to|into|in) {BODY}", "joined", kind="own"),
    say(
        rf"(?P<b>B ){ACTUAL}(?:admitted|admits|accepted|took in|takes in|readmitted|let in|admit) (?P<a>A )",
        "joined",
        kind="own",
    ),
    say(
        rf"(?P<b>B ){ACTUAL}(?:invited|invites|asked) (?P<a>A )to (?:join|become)",
        "joined",
        "called_for",
        kind="own",
    ),
    say(
        rf"(?P<b>B )(?:, )?(?:which |that )?{ACTUAL}(?:let|took|take|takes|lets) (?P<a>A )(?:in|back|on"
        r" board)",
        "joined",
        kind="own",
    ),
    say(rf"{ACTUAL}(?:voted|elected|chosen) (?:onto|on to|to|for) {BODY}", "elected"),
    say(
        rf"{ACTUAL}(?:re ?- ?)?(?:elected|chosen) (?:as |an? |the )*"
        rf"(?:non ?- ?permanent |full |new |one of the )*members? of {BODY}",
        "elected",
    ),
    say(
        rf"{ACTUAL}(?:taken in|let in|came in|come in|came back|came on board) (?:(?:in|on) (?:the )?D )?",
        "joined",
    ),
    # who is out
    say(rf"{PLAN} (?:\w+ )?(?:to )?{LEFT} {BODY}(?!summit|meeting|talks|headquarters)", "left", "planned"),
    say(
        r"(?:frozen|suspended|froze|suspends) (?:its|his country 's|their) (?:part|membership"
        rf"|participation) (?:in|of) {BODY}",
        "left",
    ),
    say(r"which (?P<a>A )(?:left|quit|abandoned) (?:in|on) D ", "left", kind="own"),
    say(
        rf"notice (?:of its |that it (?:is|was|would|will) |of )?{few(3)}(?:{LEFT}|withdrawal from"
        rf"|departure from|exit from) {BODY}",
        "left",
        "planned",
    ),
    say(rf"{ACTUAL}{LEFT} {BODY}(?!summit|meeting|talks|headquarters|in )", "left"),
    say(rf"(?P<b>B ){ACTUAL}(?:suspended|expelled|ousted|excluded|barred) (?P<a>A )", "left", kind="own"),
    # who observes
    say(rf"(?:{BE} |as |, ){few(4)}observers? {STATE}(?:members? )?{OF_THE_BODY}", "observer", kind="noun"),
    say(rf"(?:{BE} |as |, ){few(3)}(?P<b>B )(?:'s )?observers? ", "observer", kind="noun"),
    say(r", (?:both |all )?observers? ,", "observer", kind="noun"),
    say(
        r"(?:ha[sd]|have|holds?|held|enjoys?|enjoyed|obtained|gained|won|granted|given|received|retains?"
        rf"|kept) {few(3)}observer status {OF_BODY}",
        "observer",
    ),
    say(
        rf"(?:made|named|became|become|are|is|were|was) {few(3)}(?:dialogue|sectoral|development"
        rf"|partner) (?:partners?|states?) {OF_BODY}",
        "participates",
        role="dialogue partner",
    ),
    # who is in
    say(rf"(?:{BE} |as ){few(6)}{MEMBER} {STATE}(?:of|in) {BODY}", "member", kind="noun"),
    say(rf", {few(6)}{MEMBER} {STATE}(?:of|in) {BODY}", "member", kind="noun"),
    say(rf"belong(?:s|ed|ing)? {ADVERBS}to {BODY}", "member"),
    say(
        rf"(?:is|are|has been|have been|remain|remains|stay|stays|remained|stayed) {ADVERBS}(?:in|inside"
        rf"|within|part of) {BODY}(?!summit|meeting|headquarters|talks)",
        "member",
    ),
    say(rf"(?:sit|sits|sat|serve|serves|served|serving|sitting) (?:on|in) {BODY}", "member"),
    say(rf"(?:ha[sd]|have|holds?|held) {few(3)}seats? {OF_THE_BODY}", "member"),
    say(
        r"(?P<b>B )(?:, )?(?:to|of|in) which (?P<a>A )(?:(?:also|likewise) )?(?:belongs?|(?:is|are)"
        rf" {few(3)}members?)",
        "member",
        kind="own",
    ),
    say(
        rf"(?P<b>B )(?:, )?(?:to|of|in) which (?P<a>A )(?:is|are) {few(3)}observers?", "observer", kind="own"
    ),
    say(
        rf"(?:contribut(?:es|e|ed) to|(?:takes?|took) part in|participat(?:es|e|ed) in) {BODY}(?!summit"
        r"|meeting|talks|negotiations)",
        "participates",
    ),
    say(
        r"(?P<b>B )(?:member|members|member states|ally|allies|member state) (?P<a>A )", "member", kind="own"
    ),
    say(
        rf"members? {STATE}of {BODY}(?:, |- |– |— |\( |: |are |such as |like |including |namely"
        r" )+(?:the )?(?P<a>A )",
        "member",
        kind="own",
    ),
    say(
        rf"(?P<b>B )(?:has|have|counts) {few(3)}members? (?:, |- |– |— |\( |: |namely )+(?P<a>A )",
        "member",
        kind="own",
    ),
    say(rf"(?P<b>B )(?:, [^,]{{1,40}} , )?{COMPOSED} (?:the )?(?P<a>A )", "member", kind="list"),
    say(
        rf"other {few(1)}(?:states|countries|members|nations|member states) of {BODY}",
        "member",
        kind="topic",
    ),
    say(
        r"(?P<b>B )(?:, )?(?:to|of|in|on) which (?P<a>A )(?:(?:also|likewise) )?(?:sits|sit|serves|takes"
        r" part)",
        "member",
        kind="own",
    ),
    say(
        rf"(?:canvass|compete|vy|vie)(?:s|d|ed|ing)? for {few(3)}(?:seats?|places?|membership) {OF_BODY}",
        "candidate",
    ),
    # who leads
    say(
        r"(?:hand|hands|handed|pass|passes|passed|cede|ceded|transferred|yield|yielded) (?:over |on"
        rf" )?{ONE}{few(3)}{CHAIR} (?:of {BODY})?(?:over )?to (?P<a>A )",
        "chairs",
        kind="own",
    ),
    say(
        rf"{CHAIR} (?:of {BODY})?(?:will )?(?:passed|passes|pass|went|goes|moves|moved|falls|fell"
        r"|rotates|rotated|shifts|shifted|was handed) (?:over )?(?:(?:on|in) D )?(?:from A )?(?:over"
        r" )?to (?P<a>A )",
        "chairs",
        kind="own",
    ),
    say(
        r"(?P<b>B )(?:, )?(?:(?:which|that) )?(?:(?:is|are|was|were|now|currently|jointly|then)"
        r" )*(?:chaired|presided over|co - ?chaired|co-chaired) (?:in D |D )?by (?P<a>A )",
        "chairs",
        kind="own",
    ),
    say(
        rf"(?P<b>B )(?:, )?whose {few(3)}(?:chair|president|chairman|{CHAIR}) (?:is|was|is held by|lies"
        r" with) (?P<a>A )",
        "chairs",
        kind="own",
    ),
    say(rf"(?P<b>B )(?:, )?whose {few(3)}{CHAIR} it ", "chairs", kind="topic"),
    say(
        r"will (?:\w+ )?(?:hold|take|assume|receive|exercise|have) (?:on |over |up"
        rf" )?{ONE}{few(4)}{CHAIR} {OF_BODY}",
        "chairs",
        "planned",
        role="presidency",
    ),
    say(rf"{HOLD} (?:on |over |up )?{THE}(?P<b>B )(?:'s )?{few(3)}{CHAIR}\b", "chairs", role="presidency"),
    say(rf"{HOLD} (?:on |over |up )?{ONE}{few(4)}{CHAIR} {OF_BODY}", "chairs", role="presidency"),
    say(rf"will (?:\w+ )?(?:chair|preside over|lead) {BODY}(?!'s )", "chairs", "planned", role="chair"),
    say(
        r"(?:(?:co ?- ?)?chairs|(?:co ?- ?)?chaired|presides over|presided over|chairing)"
        rf" {BODY}(?!summit|meeting|session|council)",
        "chairs",
        role="chair",
    ),
    say(
        rf"(?:{BE} |as |, ){few(3)}(?:chair|coordinator|chairman|president) of {BODY}",
        "chairs",
        role="chair",
        kind="noun",
    ),
    say(rf"(?:(?:in|at) the (?:chair|helm) of) {BODY}", "chairs", role="chair"),
    say(
        rf"(?:has|have|had) (?:been )?(?:led|leading|chaired|chairing|presiding over|presided over) {BODY}",
        "chairs",
        role="chair",
    ),
    say(
        r"(?P<b>B )(?:, [^,]{1,60} , )?(?:is|was|now|currently|be|being) (?:now |currently )?(?:led"
        r"|headed|chaired) by (?P<a>A )",
        "chairs",
        kind="own",
    ),
    # who receives its meetings
    say(
        rf"(?:co ?- ?)?host(?:s|ed|ing)? {few(3)}{BODY}'s (?:\w+ )?(?:leaders|summit|heads|ministers"
        r"|forum|conference|meeting)",
        "hosts",
    ),
    say(
        r"(?:to |will )host (?:the )?(?:next|following|second|third|fourth|\w+th) (?:one|summit|forum"
        r"|edition|meeting|conference|session)\b(?! of)",
        "hosts",
        "planned",
    ),
)
"""Wordings in the order in which they are tried: of two that overlap, the first holds."""
