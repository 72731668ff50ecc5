"""The words of meeting, calling, writing and conferring, and the mode that they name."""

from __future__ import annotations

from typing import Final

from legation.reading.modality import looks_forward
from legation.reading.parse import Token
from legation.reading.text import Sentence

SPEAKING: Final = frozenset({"speak", "talk", "converse", "chat"})
MEETING: Final = SPEAKING | {
    "meet",
    "convene",
    "gather",
    "confer",
    "consult",
    "sit",
    "huddle",
    "dine",
    "lunch",
}
TELLING: Final = frozenset({"congratulate", "thank", "assure", "brief", "inform", "tell"})
"""Verbs of speaking to somebody that tell of a call where a telephone is named beside them."""
REMOTE: Final = frozenset({"phone", "telephone", "telephoned"})
RINGING: Final = frozenset({"call", "phone", "telephone", "ring"})
RANG: Final = frozenset(
    "rang rung rings ring ringing telephoned phoned telephones phones telephoning phoning".split()
)
CALLING_ON: Final = frozenset({"call"})
HAPPENING: Final = frozenset({"take", "occur", "proceed", "ensue"})
"""Verbs whose subject is the encounter itself: "talks took place between X and Y"."""
ANSWERING: Final = frozenset({"receive", "place", "initiate"})
"""Verbs of a call's two ends."""
HOSPITALITY: Final = {
    **dict.fromkeys(("reception", "dinner", "banquet", "lunch", "luncheon", "breakfast"), frozenset({"for"})),
    "call": frozenset({"on", "upon"}),
}
"""Nouns of hospitality, each with the prepositions behind which the other side stands."""
RECEIVING: Final = frozenset({"receive", "host", "welcome", "greet", "entertain"})
TOGETHER: Final = frozenset({"discuss", "exchange"})
SEEING: Final = frozenset({"see", "entertain", "await"})
"""Verbs by which persons meet where both their object and their subject are persons."""
JOINTLY: Final = frozenset(
    "sign seal initial ink conclude inaugurate open launch unveil decide announce review shake dine lunch stroll".split()
)
"""What two principals named as one subject do face to face."""
ASKING: Final = frozenset({"invite", "ask", "urge", "allow", "enable"})
SENDING: Final = frozenset(
    "send write exchange deliver convey address present hand receive cable dispatch".split()
)
WRITINGS: Final = frozenset("letter message telegram cable note credential credentials".split())
HOLDING: Final = frozenset(
    "hold have conduct chair co-chair cochair host co-host cohost convene attend join lead open begin start conclude end "
    "complete finish launch take participate organise organize stage wrap give arrange schedule plan resume continue make "
    "pay cancel postpone propose request seek demand decline reject refuse await expect announce tell address headline "
    "moderate preside kick finalise finalize enjoy enter co-lead deliver appear speak".split()
)
TALKS: Final = frozenset(
    "meeting talk talks call conversation discussion dialogue consultation negotiation session round audience lunch luncheon "
    "dinner banquet reception encounter exchange videoconference teleconference telephone-call phone-call breakfast "
    "consultations negotiations".split()
)
GATHERINGS: Final = frozenset(
    "summit conference forum roundtable symposium convening gathering ministerial workshop".split()
)
NOUNS: Final = TALKS | GATHERINGS | WRITINGS
TRIGGERS: Final = NOUNS | MEETING | RINGING | RECEIVING | TOGETHER | TELLING | SEEING | JOINTLY | {"write"}
AFFIXES: Final = frozenset({"compound", "amod", "nmod", "npadvmod", "det"})
CALLS: Final = frozenset(
    "phone telephone telephoned phoned video virtual virtually videoconference teleconference telephonic online secure".split()
)
WISHING: Final = frozenset({"propose", "request", "seek", "demand"})
CANCELLING: Final = frozenset({"cancel", "postpone", "decline", "reject", "refuse"})
EXPECTING: Final = frozenset({"await", "expect", "announce", "plan", "schedule", "arrange"})
_READINESS = frozenset({"readiness", "willingness", "intention", "desire", "wish", "ready", "willing"})
_WIRES = frozenset({"in", "during", "by", "over", "via", "on", "through"})
_WIRED = frozenset("phone telephone telephonic video videoconference teleconference".split())
_DIALOGUES = frozenset("dialogue consultation negotiation round consultations negotiations".split())


def mode_of(sentence: Sentence, trigger: Token, verb: Token, *, bilateral: bool) -> str | None:
    """The mode that an encounter's words name.

    Args:
        sentence: Its sentence.
        trigger: The word that names it.
        verb: The verb that governs that word.
        bilateral: Whether just two states take part.
    """
    lemma = trigger.lemma_.lower()
    near = [t for word in (trigger, verb) for t in word.children]
    near += [t for link in near if link.lower_ in ("by", "over", "via", "on") for t in link.children]
    close = {t.lower_ for t in near} | {
        t.lower_ for t in sentence.doc[max(sentence.start, trigger.i - 3) : trigger.i]
    }
    credence = any(t.lower_ in ("credence", "credentials") for t in trigger.subtree)
    if (
        lemma in ("credential", "credentials")
        or (lemma in WRITINGS and credence)
        or (lemma == "call" and ("courtesy" in close or _on_people(sentence, trigger)))
    ):
        return "meeting"
    if lemma in JOINTLY:
        return "meeting"
    if lemma in WRITINGS or lemma == "write":
        return "letter"
    if close & CALLS or _is_by_wire(sentence, trigger, verb):
        return "call"
    if lemma in TOGETHER and sentence.block.kind == "title":
        return None  # the body tells whether they met or rang
    if lemma in _DIALOGUES:
        return "dialogue"
    if lemma == "conference" and "press" in close:
        return "meeting"
    if lemma in GATHERINGS and (lemma != "summit" or not bilateral):
        return "conference"
    return "meeting"


def rung(verb: Token) -> bool:
    """Whether something is said over a wire: "told him by telephone in Accra", "said in a video call"."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _WIRES]
    spoken = [t for link in links for t in link.children if t.dep_ == "pobj"]
    return any(t.lower_ in _WIRED or any(c.lower_ in _WIRED for c in t.children) for t in spoken)


def _is_by_wire(sentence: Sentence, trigger: Token, verb: Token) -> bool:
    """Whether two speak from afar, by what is said of it."""
    lemma = trigger.lemma_.lower()
    told = lemma in TELLING and bool(REMOTE & {t.lower_ for t in trigger.subtree})
    if told or lemma in RINGING or trigger.lower_ in RANG or lemma == "conversation" or rung(verb):
        return True
    return trigger.pos_ == "VERB" and (lemma == "speak" or (lemma in SPEAKING and _is_of_a_call(sentence)))


def _is_of_a_call(sentence: Sentence) -> bool:
    """Whether a document's title says that it is of a call: "Readout of a call with …"."""
    first = sentence.text.blocks[0]
    return first.block.kind == "title" and any(t.lower_ in ("call", "phone") for t in first.doc)


def _on_people(sentence: Sentence, call: Token) -> bool:
    """Whether a call is paid on somebody, not rung."""
    called = [t for c in call.children if c.lower_ in ("on", "upon") for t in c.children if t.dep_ == "pobj"]
    people = [t for t in called if not sentence.date_at(t)]
    return any(t.pos_ == "PROPN" or t.lower_ in ("him", "her") for t in people)


def is_awaited(token: Token) -> bool:
    """Whether somebody looks forward to what a word names, or is merely ready or willing for it."""
    above = list(token.ancestors)[:4]
    if any(a.lemma_.lower() in _READINESS for a in (token, *above[:2])):
        return True
    return any(map(looks_forward, (token, *above)))
