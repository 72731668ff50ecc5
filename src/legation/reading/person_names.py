"""Names of persons by their shape: where one begins and ends among capitals, and how it is written down.

A name is a run of capitalised words that is no actor's name, no title and no verb of a headline.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from legation.reading.lexicon import is_verb
from legation.reading.parse import Parse

_PARTICLES = frozenset(
    "bin bint ibn al el de da do dos das del della der den van von la le du ter ten y".split()
)
_JUNIOR = frozenset({"Jr.", "Jr", "Sr."})
HONORIFICS = frozenset(
    "mr mrs ms mr. mrs. ms. dr dr. prof prof. datuk seri shri smt madam madame sir comrade h.e. he excellency "
    "president-elect".split()
)
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday today the a an and of in on at his her their our its joint statement press "
    "government ministry republic kingdom state party central committee congress council assembly conference "
    "university institute bank agreement treaty house office department north south east west general president minister "
    "ministers presidents secretary advisors advisers call calls before after during upon family members meeting remarks "
    "visit trip speech interview policy engagement provisions signing special assistant".split()
)
_HEADLINE_VERBS = frozenset(
    "meets hosts announces holds welcomes visits signs speaks calls says urges attends delivers travels receives convenes joins "
    "launches marks met hails pledges vows wraps heads arrives leaves returns begins ends concludes tells warns thanks lauds "
    "praises greets pays kicks leads chairs addresses backs seeks modifies imposes issues approves nominates appoints names "
    "extends establishes strengthens secures unveils reaffirms condemns thanks congratulates departs confirms further formally "
    "discusses participates opens expands proclaims continues declares amends adjusts orders restores protects takes makes "
    "highlights commits proposes invites accepts rejects threatens raises cuts lifts reinstates terminates designates".split()
)
THINGS = frozenset(
    "agency airlines alliance association authority award board bureau centre center college commission committee company "
    "corporation council county court department fund foundation forum initiative institute ministry movement network "
    "organization organisation partnership programme program project roundtable summit treaty tribunal university "
    "waste administration caucus convening customs efforts protection quality symposium".split()
)
"""Last words of names that are no person's."""
_PLACES = frozenset({"san", "santa", "los", "las", "fort", "mount", "cape"})
"""First words of names of cities and lands: "Vice President, San Francisco"."""
_LETTERS = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "ð": "d",
        "þ": "th",
    }
)
_BESIDE_NAME = re.compile(r",?\s+(?:Jr|Sr)\b\.?|[“\"(][^”\")]*[”\")]")
_INITIALS = re.compile(r"(?<=\w)\s+[A-Z]\.(?:\s*[A-Z]\.)*(?=\s+\w)")
_HYPHEN = re.compile(r"\s*-\s*")
_HONOURED = re.compile(
    r"^(?:(?:H\.\s?E\.|HE|Mrs?|Ms|Madame?|Dr|Prof|Professor|Shri|Smt|Hon|Amb|Datuk|Dato['’]?|Datin|Seri)\.?\s+)+(?=\w)"
)
_OF_A_PLACE = 2
"""Words of a city's name that begins so; a longer one is somebody's: "San Suu Kyi"."""
LONGEST = 6
"""Words of the longest name, without particles."""


def plain_name(words: str) -> str:
    """A person's name as commonly written in English: no accents, no middle initials, no "Jr." behind them.

    Example:
        >>> plain_name("Joseph R. Biden, Jr."), plain_name("Tô Lâm")
        ('Joseph Biden', 'To Lam')
    """
    words = _BESIDE_NAME.sub("", _HONOURED.sub("", words))
    words = _INITIALS.sub("", words)
    words = _HYPHEN.sub("-", words)
    return " ".join(_folded(words).split()).strip(" ,.")


@lru_cache(maxsize=65536)
def plain_word(word: str) -> str:
    """A word of a name as commonly written in English, in lower case."""
    return _folded(word).lower()


def _folded(words: str) -> str:
    if words.isascii():
        return words
    folded = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def name_after(doc: Parse, start: int, taken: Sequence[bool]) -> int:
    """The token after a name that begins at a token; the token itself where none does."""
    tokens = doc.tokens
    end = start
    while end < len(tokens) and end - start < LONGEST + 4:
        token = tokens[end]
        if taken[end] or not _continues(doc, start, end) or _is_title_verb(token.lower_):
            break
        end += 1
        if token.text.endswith(("’s", "'s")):
            break
    while end > start and not tokens[end - 1].text[0].isupper() and not _hyphenated(doc, start, end - 1):
        end -= 1
    if end > start and tokens[end - 1].text in _JUNIOR:
        return end
    return end if _is_name(doc, start, end) else start


def may_go_on(doc: Parse, at: int) -> bool:
    """Whether a name that begins before a token may go on with it, by the look of it."""
    if at >= len(doc.tokens):
        return False
    token = doc.tokens[at]
    return token.text[0].isupper() or token.text[0] in "‘-," or token.lower_ in _PARTICLES


def name_before(doc: Parse, end: int, taken: Sequence[bool]) -> int:
    """The first token of a name that ends before a token; the token itself where none does."""
    for start in range(max(0, end - LONGEST - 1), end):
        begins = start == 0 or not doc[start - 1].text[0].isupper() or taken[start - 1]
        long = begins and doc[start].text[0].isupper() and end - start >= 2
        if long and name_after(doc, start, taken) == end:
            return start
    return end


def _hyphenated(doc: Parse, start: int, at: int) -> bool:
    """Whether a word is the later part of a hyphenated name: "Tae-yul"."""
    if at - 2 < start:
        return False
    before = doc.tokens[at - 1]
    return before.text == "-" and not before.whitespace_ and doc.tokens[at].text[0].isalpha()


def _is_title_verb(word: str) -> bool:
    """Whether a word is a verb or adverb that a headline's capitals make look like a name: "Leading", "Announces"."""
    return word in _HEADLINE_VERBS or (len(word) > 5 and word.endswith("ing") and is_verb(word))


def _continues(doc: Parse, start: int, at: int) -> bool:
    tokens = doc.tokens
    text, lower = tokens[at].text, tokens[at].lower_
    if text[0].isupper() or (text[0] == "‘" and len(text) > 1):
        return lower not in _NO_NAMES or (at == start and text == "May")
    if at == start:
        return False
    if text == "-" or (text == "," and at + 1 < len(tokens) and tokens[at + 1].text in _JUNIOR):
        return at + 1 < len(tokens) and tokens[at + 1].text[0].isalnum()
    if tokens[at - 1].text == "-" and not tokens[at - 1].whitespace_:
        return text[0].isalpha()
    return lower in _PARTICLES and _leads_on(doc, at + 1)


def _leads_on(doc: Parse, at: int) -> bool:
    """Whether a capital follows, past further particles: "von der Leyen", "bin al-Saud"."""
    ahead = at
    while ahead < min(len(doc), at + 3) and (doc[ahead].text == "-" or doc[ahead].lower_ in _PARTICLES):
        ahead += 1
    return ahead < len(doc) and doc[ahead].text[0].isupper()


def _is_name(doc: Parse, start: int, end: int) -> bool:
    words = [t.text for t in doc[start:end] if t.text[0].isalpha()]
    if (
        not words
        or sum(w.lower() not in _PARTICLES for w in words) > LONGEST
        or any(mark in word for word in words for mark in "<>=/@_")
    ):
        return False
    if len(words) == _OF_A_PLACE and words[0].lower() in _PLACES:
        return False
    return any(len(w.rstrip(".")) > 1 for w in words) and words[-1].lower() not in THINGS
