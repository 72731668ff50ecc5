"""More of what is said of standing in a body: wordings that name it by "which" or "it", or leave it out.

Written as in `legation.reading.finders.membership_predicates`, and tried after those: what one of them covers, none
here covers again.
"""

from __future__ import annotations

from typing import Final

from legation.reading.finders.membership_phrases import (
    ACTUAL,
    ADVERBS,
    BECOME,
    BODY,
    CHAIR,
    ENTRY,
    JOIN,
    ONE,
    WISH,
    few,
    say,
)

WORDED_LATER: Final = (
    # a body told again by "which", "it", or not at all
    say(
        rf"(?P<b>B )(?:, )?which (?P<a>A ){ADVERBS}(?:joined|entered|founded|helped found|acceded to) ",
        "joined",
        kind="own",
    ),
    say(rf"(?P<b>B )(?:, )?which (?P<a>A ){ADVERBS}(?:left|quit|lost|abandoned) ", "left", kind="own"),
    say(
        rf"(?P<b>B )(?:, )?which (?P<a>A ){ADVERBS}(?:chairs|chaired|leads|heads|presides over) ",
        "chairs",
        role="chair",
        kind="own",
    ),
    say(rf"(?P<b>B )(?:, )?which (?:it|they) {ADVERBS}(?:joined|entered) ", "joined", kind="topic"),
    say(
        rf"(?P<b>B )(?:, )?(?:to|of) which (?:it|they) (?:has|have|had)? ?{ADVERBS}(?:belongs?|belonged"
        rf"|been {few(3)}(?:part|members?))",
        "member",
        kind="topic",
    ),
    say(rf"(?:its|their) {few(2)}{ENTRY} (?:to|into|in) {BODY}", "joined", kind="topic"),
    say(rf"{WISH} to (?:join|enter) it ", "joined", "called_for"),
    say(
        rf"{ACTUAL}(?:turned|become|became) {few(2)}(?:full |associate )?members? (?:in|on|since) D ",
        "joined",
    ),
    say(r"(?:has|have|had) been (?:a |full |an? \w+ )*members? (?:since|from) D ", "member"),
    say(r"(?:was|were) (?:re)?(?:admitted|let in|taken in) (?=[,.;]|in D |on D )", "joined"),
    say(
        r"(?:withdrew|pulled out|walked out|was suspended|were suspended|being suspended) (?:in|on) D ",
        "left",
    ),
    say(r", (?:expelled|suspended|out|barred|excluded) (?:in|since) D ", "left", kind="noun"),
    say(
        rf", (?:both |all three |all )?(?:suspended|expelled|ousted|barred|excluded) from {BODY}",
        "left",
        kind="noun",
    ),
    say(rf"{BECOME} {few(1)}candidate (?:in|on) D ", "candidate"),
    say(
        r"(?:asked for|applied for|requested|sought) (?:its|their|a) (?:old )?(?:seat|place) (?:again|back|there) ?",
        "candidate",
    ),
    say(r"(?:re ?-? ?)?(?:applied|applies) (?:again )?(?=[,.;]|in D |on D )", "candidate"),
    say(
        rf"(?:stands?|stood|standing) for (?:{few(3)}(?:seat|place|election|membership|term) (?:of|in|on|to|at) )?"
        rf"{BODY}(?!'s |charter |values |principles )",
        "candidate",
    ),
    say(r", an? observer ,", "observer", kind="noun"),
    # who is taken in or out by somebody
    say(
        rf"(?:took|takes|taking|take|pulled|pulls|withdrew) (?P<a>A )(?:out of|from) {BODY}",
        "left",
        kind="own",
    ),
    say(
        rf"(?:brought|brings|led|leads|took|takes|lead|bring|take) (?P<a>A )into {BODY}", "joined", kind="own"
    ),
    say(
        r"(?P<b>B )[^.;]{0,70}(?:resolved|agreed|decided|voted|resolve|agree|decide|vote) to (?:let in|admit|take in|invite"
        r"|bring in) (?P<a>A )",
        "joined",
        "planned",
        kind="own",
    ),
    say(
        rf"(?:let|admit|admitted|admits|take|took|welcome|welcomed|accept|accepted) (?P<a>A )(?:in ?to|to membership of)"
        rf" {BODY}",
        "joined",
        kind="own",
    ),
    say(
        rf"(?:failed|failing|fell short|tried in vain) [^.;]{{0,40}}(?:get into|{JOIN}|win {few(3)}(?:on|in)) {BODY}",
        "joined",
        "denied",
    ),
    say(
        rf"(?:withdrew|dropped|abandoned|gave up) (?:its|their) {few(2)}(?:bid|candidacy|application|candidature)"
        rf" (?:for|to|in) {few(3)}{BODY}",
        "candidate",
        "denied",
    ),
    say(
        rf"(?:stays?|stayed|remains?|remained|keeps?|kept) (?:out|outside|aloof) (?:of |from )?(?:{BODY})?",
        "member",
        "denied",
    ),
    say(rf"{ACTUAL}return(?:s|ed|ing)? to {BODY}(?!summit|meeting|talks|headquarters)", "joined"),
    # who leads and who receives
    say(
        rf"(?:who|which) (?:now |currently |also )?(?:leads|heads|led|headed) {BODY}(?!'s )",
        "chairs",
        role="chair",
    ),
    say(
        r", (?:now |currently )?in the chair (?:this year |until |for |now )?",
        "chairs",
        kind="noun",
        role="chair",
    ),
    say(r"(?:pass|passes|hand|hands) it (?:on |over )?to (?P<a>A )", "chairs", "planned", kind="own"),
    say(
        rf"(?P<a>A )(?:will )?(?:takes?|took) over {ONE}{few(2)}(?:{CHAIR} )?(?:next|afterwards|in D|on D|from D)",
        "chairs",
        kind="own",
    ),
    say(
        rf"host(?:s|ed|ing)? {ONE}{few(3)}(?:summit|meeting|conference|assembly|ministerial|session) of {BODY}",
        "hosts",
    ),
)
"""Wordings that are tried after the others: more of them leave the body out, so that they hold where no other does."""
