"""What was done to an agreement: negotiated, concluded, signed, adopted, ratified, in force, amended, suspended, ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.reading.modality import modality_of
from legation.reading.parse import Token

_VERBS: Final = {
    word: action
    for action, words in (
        ("signed", "sign ink pen sealed co-sign countersign join exchange"),
        (
            "concluded",
            "conclude initial reach strike seal clinch secure enter make broker agree achieve land forge produce "
            "announce cut hammer hail yield culminate result settle",
        ),
        ("adopted", "adopt issue release endorse approve launch pass publish establish"),
        ("ratified", "ratify accede"),
        ("amended", "amend update revise renew extend upgrade modernise modernize prolong"),
        ("suspended", "suspend freeze pause halt shelve"),
        (
            "ended",
            "withdraw pull terminate end cancel scrap denounce quit expire abrogate annul leave repudiate "
            "tear replace supersede "
            "reverse nullify lapse exit",
        ),
        (
            "negotiating",
            "negotiate finalise finalize draft explore pursue develop promote build shape advance "
            "accelerate hammer expedite",
        ),
        ("in_force", "guide govern"),
    )
    for word in words.split()
}
_PLAINLY: Final = {
    form: action
    for action, words in (
        ("signed", "sign signs signed ink inks inked pen pens penned"),
        ("ratified", "ratify ratifies ratified"),
        (
            "concluded",
            "conclude concludes concluded clinch clinches clinched strike strikes struck seal seals sealed "
            "initial initials initialled initialed",
        ),
        ("adopted", "adopt adopts adopted"),
    )
    for form in words.split()
}
"""Forms of verbs that mean one thing right before an agreement."""
SIGNING: Final = frozenset("sign signed signing inked initialled initialed exchanged concluded".split())
"""Words by which a lead-in says that what it lists was signed."""
_OF_TIME: Final = frozenset("in on at by with between during last this".split())
_WHEN: Final = frozenset(
    '“ ” ‘ ’ " `` on in monday tuesday wednesday thursday friday saturday sunday today yesterday january '
    "february march april may june july august september october november december".split()
)
_NOUNS: Final = {
    "signing": "signed",
    "signature": "signed",
    "signatory": "signed",
    "exchange": "signed",
    "conclusion": "concluded",
    "announcement": "adopted",
    "adoption": "adopted",
    "approval": "adopted",
    "launch": "adopted",
    "issuance": "adopted",
    "ratification": "ratified",
    "accession": "ratified",
    "renewal": "amended",
    "extension": "amended",
    "amendment": "amended",
    "upgrade": "amended",
    "suspension": "suspended",
    "withdrawal": "ended",
    "termination": "ended",
    "expiry": "ended",
    "end": "ended",
    "collapse": "ended",
    "negotiation": "negotiating",
    "negotiations": "negotiating",
    "talks": "negotiating",
    "discussions": "negotiating",
    "development": "negotiating",
    "finalization": "negotiating",
    "finalisation": "negotiating",
    "drafting": "negotiating",
    "progress": "negotiating",
    "construction": "negotiating",
}
WELCOMING: Final = frozenset({"welcome", "applaud", "hail", "announce", "celebrate", "note", "commend"})
_SUBJECT_ONLY: Final = frozenset(
    {"guide", "govern", "expire", "lapse", "produce", "yield", "follow", "emerge"}
)
_PREPOSITIONS: Final = {
    "agree": {"to", "on", "upon"},
    "enter": {"into"},
    "withdraw": {"from"},
    "accede": {"to"},
    "exit": {"from"},
    "pull": {"of", "out", "from"},
    "join": {"to"},
    "negotiate": {"on", "for"},
    "conclude": {"on"},  # "concluded negotiations on"
    "culminate": {"in"},
    "result": {"in"},
    "put": {"to"},
}
_NEVER_BARE: Final = frozenset({"agree", "withdraw", "accede", "culminate", "result"})
"""Verbs that take an agreement only behind a preposition."""
_LOOSE: Final = frozenset(
    {
        "pursue",
        "promote",
        "build",
        "shape",
        "develop",
        "advance",
        "explore",
        "implement",
        "apply",
        "launch",
        "make",
        "establish",
        "leave",
        "end",
        "hail",
        "approve",
        "replace",
        "extend",
        "achieve",
        "forge",
        "land",
    }
)
"""Verbs that are done to much besides agreements; only a titled agreement makes them count."""
_THROUGH: Final = frozenset(
    "participation series package number set total dozens implementation adherence text draft status slew "
    "raft range batch group "
    "part work membership".split()
)
"""Nouns between a verb and the agreement that it is about: "signed a series of accords"."""
_EFFORTS: Final = frozenset(
    "effort efforts talks negotiations mediation push attempt attempts bid drive work path".split()
)
_NEEDS: Final = frozenset("need urgency importance call calls time".split())
_KEEPING: Final = frozenset({"implementation", "adherence", "participation", "membership"})
"""What is advanced or promoted with these is what an agreement says, not the agreement."""
_WAITING: Final = frozenset("be have remain wait await expect hope".split())
"""Verbs under which what is "to be signed" is still to come."""
_STEPS: Final = 7
_UPWARD: Final = frozenset(
    "dobj obj pobj prep nsubjpass attr conj appos nsubj compound dep pcomp oprd".split()
)


@dataclass(frozen=True, slots=True)
class Act:
    """What is done to an agreement.

    Attributes:
        action: The guide's word.
        word: The verb or noun that says it.
        modality: Its modality.
        loose: Whether the verb is done to much else too.
    """

    action: str
    word: Token
    modality: str
    loose: bool = False


def acts_on(noun: Token, start: int, end: int) -> Iterator[Act]:
    """What is done to the agreement that a noun names: by the verb it hangs on and by those that hang on it.

    Args:
        noun: The agreement.
        start: First token of its title: "17 signed FTAs".
        end: Token after its title: "the arrangement concluded in 2023".
    """
    above = _above(noun)
    if above is not None:
        yield above
    yield from _shared(noun, above)
    said = _just_before(noun, start) if above is None else None
    if said is not None:
        yield said
    for word in noun.doc[max(0, start - 1) : noun.i]:
        if word.lower_ in ("signed", "concluded", "ratified") and word.head == noun:
            yield Act(
                _VERBS[{"signed": "sign", "concluded": "conclude", "ratified": "ratify"}[word.lower_]],
                word,
                "actual",
            )
    told = _right_behind(noun, end)
    if told is not None:
        yield told
    for child in noun.children:
        if child.dep_ in ("acl", "relcl"):
            for verb in (child, *(c for c in child.conjuncts if c.dep_ == "conj")):
                act = _behind(verb)
                if act is not None:
                    yield act


def _shared(noun: Token, above: Act | None) -> Iterator[Act]:
    """What the verbs that share an agreement as their subject say: "was signed in May and has been in force since"."""
    verb = above.word if above is not None and above.word.pos_ == "VERB" else noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return
    for other in verb.conjuncts:
        own = any(c.dep_ in ("nsubj", "nsubjpass") for c in other.children)
        action = _into_force(other) or (_VERBS.get(other.lemma_.lower()) if other.tag_ == "VBN" else None)
        if other.i > verb.i and not own and action is not None:
            yield Act(action, other, _modality(other))


def _right_behind(noun: Token, end: int) -> Act | None:
    """The participle right behind a title that the parse hangs elsewhere."""
    if end + 1 >= noun.sent.end:
        return None
    verb = noun.doc[end]
    action = _PLAINLY.get(verb.lower_)
    if (
        action is None
        or verb.tag_ not in ("VBN", "VBD")
        or verb.head == noun
        or verb.dep_ not in ("acl", "relcl")
    ):
        return None
    return Act(action, verb, "actual") if noun.doc[end + 1].lower_ in _OF_TIME else None


def _just_before(noun: Token, start: int) -> Act | None:
    """The verb right before an agreement, whatever the parse takes it for: "Chile inks deal with …"."""
    for at in range(start - 1, max(noun.sent.start, start - 8) - 1, -1):
        token = noun.doc[at]
        action = _PLAINLY.get(token.lower_)
        if action is not None:
            planned = at > noun.sent.start and noun.doc[at - 1].lower_ == "to"
            return Act(action, token, "planned" if planned else _modality(token))
        if token.pos_ not in ("DET", "NUM", "ADJ", "ADV") and token.lower_ not in _WHEN:
            return None
    return None


def _above(noun: Token) -> Act | None:
    token = noun
    preposition = ""
    kept = False
    for _ in range(_STEPS):
        if token.dep_ not in _UPWARD or token.head == token:
            return None
        relation = token.dep_
        token = token.head
        if token.pos_ == "ADP":
            preposition = token.lower_
            continue
        act = _act_of(token, relation, preposition)
        if act is not None:
            return None if kept and act.action == "negotiating" else act
        if token.lower_ in _THROUGH:
            kept = kept or token.lower_ in _KEEPING
            continue
        if token.pos_ in ("VERB", "AUX") or (
            relation not in ("conj", "appos", "compound", "prep") and token.pos_ == "NOUN"
        ):
            return None
    return None


def _act_of(word: Token, relation: str, preposition: str) -> Act | None:
    if word.pos_ in ("NOUN", "PROPN"):
        part = word.text[0].isupper() and relation in ("conj", "compound", "nmod")
        return None if part else _act_of_noun(word, preposition)  # "the Research and Development Agreement"
    if force := _into_force(word):
        return Act(force, word, _modality(word))
    if relation == "nsubj" and _came_about(word):
        return Act("concluded", word, _modality(word))
    for aim in (c for c in word.children if c.dep_ == "xcomp"):
        if force := _into_force(aim):
            return Act(force, aim, _modality(aim))  # "is scheduled to take effect"
        due = _VERBS.get(aim.lemma_.lower()) if aim.tag_ == "VBN" and relation == "nsubj" else None
        if due is not None and word.lemma_.lower() in _WAITING:
            return Act(due, aim, "planned", aim.lemma_.lower() in _LOOSE)  # "is to be signed in May"
    lemma = word.lemma_.lower()
    action = _VERBS.get(lemma) if word.pos_ == "VERB" else None
    if action is None or (relation == "nsubj" and lemma not in _SUBJECT_ONLY):
        return None
    allowed = {"of", *_PREPOSITIONS.get(lemma, ()), *(("in",) if action in ("suspended", "ended") else ())}
    if preposition and preposition not in allowed and relation != "conj":
        return None
    if not preposition and lemma in _NEVER_BARE and relation not in ("nsubjpass", "conj"):
        return None
    return _tempered(Act(action, word, _modality(word), lemma in _LOOSE))


def _act_of_noun(word: Token, preposition: str) -> Act | None:
    action = _NOUNS.get(word.lower_)
    over = word.head.lemma_.lower()
    if action is None or (word.lower_ == "progress" and preposition not in ("toward", "towards")):
        return None
    if word.lower_ in ("finalization", "finalisation") and over in WELCOMING:
        return Act("concluded", word, "actual")
    if action in ("ratified", "signed") and over in ("withdraw", "revoke", "cancel"):
        return Act("ended", word.head, _modality(word.head))
    if action == "negotiating" and over in ("conclude", "complete", "finish", "finalise", "finalize"):
        return Act("concluded", word.head, _modality(word.head))
    return Act(action, word, _modality(word))


def _tempered(act: Act) -> Act:
    """Work towards an end is negotiation; a final text that was finalised is concluded."""
    lemma = act.word.lemma_.lower()
    if lemma in ("finalise", "finalize"):
        done = act.word.tag_ in ("VBD", "VBN") and act.modality == "actual"
        return Act("concluded" if done else "negotiating", act.word, "actual")
    if act.action in ("concluded", "negotiating") and _worked_towards(act.word):
        return Act("negotiating", act.word, "actual")
    if act.modality == "actual" and act.word.dep_ == "acl" and act.word.tag_ == "VB":
        over = act.word.head.lower_
        if over in _EFFORTS and act.action in ("concluded", "signed"):
            return Act("negotiating", act.word, "actual")
        return Act(act.action, act.word, "called_for" if over in _NEEDS else "planned", act.loose)
    return act


def _worked_towards(word: Token) -> bool:
    head = word.head
    return word.dep_ in ("xcomp", "advcl", "pcomp") and (
        head.lemma_.lower() in ("work", "negotiate", "seek", "try") or head.lower_ in ("toward", "towards")
    )


def _behind(verb: Token) -> Act | None:
    if verb.pos_ != "VERB":
        return None
    if force := _into_force(verb):
        return Act(force, verb, _modality(verb))
    lemma = verb.lemma_.lower()
    action = _VERBS.get(lemma)
    passive = verb.tag_ == "VBN"
    if action is None or not (passive or lemma in _SUBJECT_ONLY) or lemma in ("agree", "make"):
        return None
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    modality = "planned" if {"to", "be"} <= helpers else _modality(verb)
    return Act(action, verb, modality, lemma in _LOOSE)


def _came_about(verb: Token) -> bool:
    """As in "A convention followed in 2019", "a declaration came out of the talks"."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : min(len(verb.doc), verb.i + 3)]]
    lemma = verb.lemma_.lower()
    return (lemma == "come" and behind == ["out", "of"]) or (
        lemma in ("follow", "emerge") and behind[:1] in (["in"], ["from"])
    )


def _into_force(verb: Token) -> str | None:
    """As in "Entered into force", "took effect"."""
    if verb.tag_ == "VBG":
        return None  # "in advance of the treaty entering into force"
    words = [t.lower_ for t in verb.doc[verb.i : min(len(verb.doc), verb.i + 5)]]
    lemma = verb.lemma_.lower()
    if (
        lemma in ("enter", "come", "go", "put")
        and "into" in words
        and {"force", "effect", "operation"} & set(words)
    ):
        return "in_force"
    holds = lemma in ("be", "remain", "stay") and words[1:3] in (["in", "force"], ["in", "effect"])
    return "in_force" if holds or (lemma == "take" and "effect" in words) else None


def _modality(word: Token) -> str:
    return modality_of(word)
