"""Words of agreements: the nouns that name one, their titles, and the field that a title tells."""

from __future__ import annotations

from typing import Final

from legation.reading.finders.sides import listed_from, stem_start
from legation.reading.parse import Token
from legation.reading.text import Sentence

TREATIES: Final = frozenset(
    "agreement agreements treaty treaties accord accords pact pacts memorandum memoranda memorandums mou "
    "mous compact deal deals "
    "fta ftas cepa epa communique communiqué communiques communiqués".split()
)
"""Nouns that name an agreement by themselves."""
NEVER_VERBS: Final = frozenset(
    "treaty treaties memorandum memoranda communique communiqué agreement agreements".split()
)
"""Those of them that are nouns whatever the tagger takes them for."""
INSTRUMENTS: Final = frozenset(
    "convention conventions protocol protocols declaration declarations charter contract contracts "
    "document documents "
    "arrangement arrangements framework frameworks instrument instruments letter letters code "
    "understanding understandings "
    "ceasefire truce armistice settlement roadmap roadmaps guidelines plan plans initiative programme program "
    "notes".split()
)
"""Nouns that name an agreement only where something is done that is done to agreements."""
STATEMENTS: Final = frozenset(
    {"statement", "statements", "declaration", "declarations", "communique", "communiqué", "vision"}
)
PLANS: Final = frozenset(
    "roadmap roadmaps guidelines plan plans initiative framework frameworks programme program notes".split()
)
"""Nouns that name an agreement only in its name: "the Peru–Chile Action Plan on …"."""
HEADS: Final = TREATIES | INSTRUMENTS | STATEMENTS
COUNTABLE: Final = frozenset(
    "document documents agreement agreements mou mous deal deals contract contracts".split()
)

_INNER: Final = frozenset(
    "on of for to in under concerning regarding about against the a an and , establishing relating "
    "raising promoting".split()
)
_OUTER: Final = frozenset(
    {"between", "with", "by", "among", "that", "which", "who", "where", "when", "during", "after", "before"}
)
_ASIDE: Final = frozenset(
    "sidelines margins occasion basis eve behalf fringes presence framework course monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
"""Nouns behind "on the" and "in the" that tell of the signing, not of the agreement."""
_LONGEST: Final = 16
_OPENERS: Final = frozenset(
    "the a an this that its their our his her such these those some several many any another other no all "
    "both each".split()
)
_GENERIC: Final = frozenset(
    "agreement agreements memorandum memoranda mou mous deal deals accord accords pact pacts treaty "
    "treaties of understanding "
    "framework bilateral cooperation document documents contract contracts".split()
)
"""Words that tell nothing of what an agreement is about."""
_PRAISE: Final = frozenset(
    "historic new recent massive landmark important several major first-ever numerous significant big "
    "great key final so-called "
    "breakthrough sweeping unprecedented ambitious".split()
)
_HEADLINE_VERBS: Final = frozenset(
    "announce announces sign signs conclude concludes reach reaches seal seals agree adopt adopts ratify "
    "ratifies ink inks implementing signed concluded existing today tomorrow yesterday finalizes finalises secures "
    "strikes clinches lands welcomes approves hails extends renews wins "
    "finalize finalise release releases".split()
)
_FIELDS: Final = (
    (
        "defence",
        "defence defense military deterrence missile armament arms weapons army naval troops alliance "
        "submarine submarines fighter fighters jet jets tank tanks frigate frigates radar radars helicopter helicopters munition "
        "munitions ammunition drone drones",
    ),
    (
        "security",
        "security policing police border extradition cyber cybersecurity ransomware terrorism intelligence conduct "
        "ceasefire truce peace crime smuggling piracy classified counterterrorism readmission",
    ),
    (
        "energy",
        "energy gas oil power electricity lng pipeline crude uranium reactor smr solar wind hydropower "
        "fuel grid pipelines dam megawatts gigawatt turbines interconnector barrels",
    ),
    (
        "climate",
        "climate environment environmental emissions biodiversity plastic ocean forest methane carbon "
        "water fisheries",
    ),
    (
        "trade",
        "trade fta ftas tariff tariffs customs export exports import imports goods commercial "
        "market economic economy cepa epa procurement purchase cptpp rcep usmca halal phytosanitary veterinary quota "
        "quotas grain wheat",
    ),
    ("investment", "investment investments invest financing finance loan fund bond"),
    (
        "technology",
        "technology technologies digital cybersafe ai semiconductor semiconductors chips space science scientific "
        "telecommunications 5g quantum minerals satellite satellites cyberspace",
    ),
    (
        "health",
        "health hospital medicine medicines doctors medical vaccine vaccines pandemic oncology cancer pharmaceutical",
    ),
    (
        "culture",
        "culture cultural education educational tourism sport sports poetry university academic "
        "scholarship scholarships museum heritage media broadcasting film arts language languages students diplomas archives",
    ),
    (
        "labour",
        "labour labor workers employment recruitment migration immigration mobility nurses seafarers jobs seasonal",
    ),
    (
        "transport",
        "transport aviation air rail railway railways shipping aircraft flights airline airport port ports road roads "
        "bridge transit locomotives trains",
    ),
    (
        "legal",
        "legal judicial visa visas prisoners consular justice convicts mediation nationality inheritance adoption",
    ),
)
_FIRST_WORD: Final = {word: field for field, words in reversed(_FIELDS) for word in words.split()}


_TWO: Final = 2


def _is_told(title: str) -> bool:
    """Whether a title itself says what the agreement is on, in words that are of no field."""
    return any(f" {w} " in title.lower() for w in ("on", "concerning", "regarding"))


def field_of(*texts: str) -> str:
    """The field of an agreement by the words of its title, else of the document's title, else of what stands around it.

    Of two fields the one told first counts, and trade before investment; three or more make no field.
    """
    for number, text in enumerate(texts):
        words = (w.strip(".,;:()“”\"'’") for w in text.lower().replace("-", " ").split())
        kinds = list(
            dict.fromkeys(
                k for w in words if (k := _FIRST_WORD.get(w) or _FIRST_WORD.get(w.removesuffix("s")))
            )
        )
        if set(kinds) == {"trade", "investment"}:
            return "trade"
        if len(kinds) == 1 or (number == 0 and len(kinds) == _TWO):
            return kinds[0]
        if number == 0 and kinds:
            return "trade" if kinds[0] == "trade" else "general"
        if number == 0 and _is_told(text):
            return "general"
    return "general"


def is_joint(sentence: Sentence, noun: Token) -> bool:
    """Whether a statement or declaration is a joint one."""
    start = stem_start(sentence, noun)
    words = {t.lower_ for t in sentence.doc[start : noun.i]}
    return bool(words & {"joint", "trilateral", "quadrilateral", "tripartite"})


def title_of(sentence: Sentence, noun: Token) -> str:
    """The title of an agreement in words; a bare noun takes what it is about, or whom it is with, from its clause."""
    start, end = title_span(sentence, noun)
    title = sentence.words(start, end)
    if any(t.lower_ not in _GENERIC for t in sentence.doc[start:end]):
        many = noun.text.islower() and noun.tag_ == "NNS"
        partners = _whom_with(sentence, end) if end == noun.i + 1 and many else ""
        return f"{title} {partners}" if partners else title
    about = _about(sentence, noun)
    return f"{title} {about}" if about else title


def _whom_with(sentence: Sentence, at: int) -> str:
    """As in "trade deals with Peru and Chile", where nothing else says which."""
    if at >= sentence.end or sentence.doc[at].lower_ != "with":
        return ""
    partners = listed_from(sentence, at + 1, reach=2)
    return sentence.words(at, partners[-1].end) if partners and partners[-1].end - at < _LONGEST else ""


def _about(sentence: Sentence, noun: Token) -> str:
    """As in "An MOU with the operator on safety" gives "on safety"; "a deal with the EU" gives "with the EU"."""
    fallback = ""
    for at in range(noun.i + 1, min(sentence.end, noun.i + _LONGEST)):
        token = sentence.doc[at]
        if token.text in ".;:" or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            break
        behind = sentence.doc[at + 1] if at + 1 < sentence.end else token
        if sentence.date_at(behind) is not None or _is_aside(sentence, at):
            continue
        if token.lower_ in ("on", "for", "concerning", "regarding") or (
            token.lower_ == "to" and behind.tag_ == "VB"
        ):
            return _stretch(sentence, at, 9)
        if token.lower_ in ("with", "between") and not fallback:
            fallback = _stretch(sentence, at, 7)
    return fallback


def _stretch(sentence: Sentence, at: int, longest: int) -> str:
    end = at + 1
    while end < sentence.end and end - at < longest and sentence.doc[end].text not in ".,;:()*":
        if sentence.doc[end].tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT"):
            break
        end += 1
    while end > at and sentence.doc[end - 1].lower_ in _INNER | _OUTER:
        end -= 1
    return sentence.words(at, end)


def title_span(sentence: Sentence, noun: Token, *, alone: bool = False) -> tuple[int, int]:
    """The tokens of an agreement's title: its modifiers, its noun and what it is on, for or of."""
    start = stem_start(sentence, noun)
    other = _joins(sentence, noun)
    if other is not None and not alone:
        return title_span(sentence, noun, alone=True)[0], title_span(sentence, other)[1]
    for at in range(start, noun.i):
        if sentence.doc[at].lower_ in _HEADLINE_VERBS and at < noun.i:
            start = at + 1
    while (
        start < noun.i
        and not _is_term(sentence, start)
        and (
            sentence.doc[start].lower_ in _OPENERS
            or sentence.doc[start].text in ("'s", "’s", ",", "-", "'")
            or sentence.doc[start].lower_ in _PRAISE
            or (sentence.date_at(sentence.doc[start]) is not None and sentence.doc[start].text[0].isalpha())
            or sentence.doc[start].pos_ in ("NUM", "ADV", "CCONJ", "PRON", "ADP")
            or _is_owner(sentence, start)
        )
    ):
        start += 1
    end = noun.i + 1
    last = end
    while end < sentence.end and end - noun.i < _LONGEST and _continues(sentence, noun, end):
        if sentence.doc[end].lower_ not in _INNER:
            last = end + 1
        end += 1
    return start, last


def joined_to(sentence: Sentence, noun: Token) -> Token | None:
    """The noun of an agreement that another joins with nothing but "and": "memoranda and agreements on …"."""
    if noun.i < sentence.start + 2 or noun.nbor(-1).lower_ not in ("and", "&"):
        return None
    other = noun.nbor(-2)
    return other if other.lower_ in HEADS and other.text[-1] == noun.text[-1] else None


def _joins(sentence: Sentence, noun: Token) -> Token | None:
    """The noun that an agreement's noun takes along with "and"."""
    if noun.i + 2 >= sentence.end:
        return None
    other = noun.nbor(2)
    return other if other.lower_ in HEADS and joined_to(sentence, other) == noun else None


def _is_term(sentence: Sentence, at: int) -> bool:
    """As in "10-year agreement"."""
    return sentence.doc[at].pos_ == "NUM" and at + 1 < sentence.end and sentence.doc[at + 1].text == "-"


def _is_owner(sentence: Sentence, at: int) -> bool:
    mention = sentence.mention_at(sentence.doc[at])
    end = mention.end if mention else at + 1
    return mention is not None and end < sentence.end and sentence.doc[end].text in ("'s", "’s")


def _continues(sentence: Sentence, noun: Token, at: int) -> bool:
    token = sentence.doc[at]
    if _is_aside(sentence, at) or _is_next(sentence, at) or sentence.date_at(token) is not None:
        return False
    if token.lower_ in _OUTER or token.text in '.;:()"“”—–' or token.pos_ in ("AUX", "SCONJ"):
        return False
    if at == noun.i + 1:
        return token.lower_ in (
            "on",
            "of",
            "for",
            "under",
            "concerning",
            "regarding",
            "establishing",
            "to",
            "in",
        ) and (noun in token.ancestors and (token.lower_ not in ("in", "to") or token.text.istitle()))
    if token.text == ",":
        return noun in token.head.ancestors or token.head == noun
    after_to = token.tag_ == "VB" and sentence.doc[at - 1].lower_ == "to"
    return noun in token.ancestors and (token.pos_ != "VERB" or token.tag_ in ("VBG", "VBN") or after_to)


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Whether a phrase on the signing begins: "on the sidelines of", "in the presence of", "on 3 May"."""
    if sentence.doc[at].lower_ == "for":
        return at + 1 < sentence.end and sentence.doc[at + 1].pos_ == "NUM"  # "for 60 days"
    if sentence.doc[at].lower_ not in ("on", "in", "at", "under"):
        return False
    behind = sentence.doc[at + 1 : min(sentence.end, at + 3)]
    return any(t.lower_ in _ASIDE for t in behind) or any(sentence.date_at(t) is not None for t in behind[:1])


def _is_next(sentence: Sentence, at: int) -> bool:
    """Whether another agreement begins, in a list of them: "and three memoranda on …", ", a treaty"."""
    if sentence.doc[at].lower_ not in ("and", ",", "as"):
        return False
    opened = counted = False
    for token in sentence.doc[at + 1 : min(sentence.end, at + 7)]:
        counted = counted or token.pos_ == "NUM"
        opened = opened or counted or token.pos_ == "DET"
        if token.lower_ in TREATIES or (counted and token.lower_ in COUNTABLE | INSTRUMENTS):
            return opened
        if token.text in ",.;:" or token.pos_ in ("VERB", "ADP"):
            return False
    return False
