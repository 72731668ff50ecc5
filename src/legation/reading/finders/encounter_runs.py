"""Who stands right before or behind a word, told by the order of the words alone.

A parse may hang a subject on the wrong word; the words of a list of persons still stand side by side. A *run* is a
stretch of names, titles and persons with nothing between but what links them: "of", "and", a comma within a list.
"""

from __future__ import annotations

from collections.abc import Iterable

from legation.reading.clauses import who
from legation.reading.finders.encounter_sides import is_official
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_VERBAL = frozenset({"AUX", "ADV", "PART", "VERB"})
_LINKS = frozenset(
    {
        "of",
        "and",
        "&",
        "'s",
        "’s",
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "counterpart",
        "counterparts",
        "from",
    }
)
_COMMAS = frozenset({",", ";"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_DASHES = frozenset({"-", "–", "—", "/"})
_DESCRIBING = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "DET", "PUNCT"})
_LONGEST = 40
_PHRASE = 9
"""Tokens between a noun and the "by" that tells whose act it names."""


def run_before(sentence: Sentence, at: int) -> list[Mention]:
    """Those named in the run that ends before a token, its helpers and adverbs and a date between set aside."""
    last = _skipped(sentence, at - 1)
    if last >= sentence.start and sentence.doc[last].pos_ == "PRON":
        alone = sentence.mention_at(sentence.doc[last])
        return list(alone.each) if alone else []
    first = last
    while first >= sentence.start and last - first < _LONGEST and _belongs(sentence, sentence.doc[first]):
        first -= 1
    words = range(first + 1, last + 1)
    commas = [i for i in words if sentence.doc[i].text in _COMMAS]
    if commas and not any(sentence.doc[i].lower_ in ("and", "&") for i in range(commas[-1] + 1, last + 1)):
        words = range(commas[-1] + 1, last + 1)
    return _sides(sentence, words)


def run_after(sentence: Sentence, at: int) -> list[Mention]:
    """Those named in the run that begins behind a token."""
    first = end = at + 1
    while end < sentence.end and end - first < _LONGEST and _belongs(sentence, sentence.doc[end]):
        end += 1
    for comma in (i for i in range(first, end) if sentence.doc[i].text in _COMMAS):
        if not any(sentence.doc[i].lower_ in ("and", "&") for i in range(comma + 1, end)):
            end = comma
            break
    return _sides(sentence, range(first, end))


def those_at(sentence: Sentence, token: Token) -> list[Mention]:
    """Whom a noun phrase means, its whole list included where the parse breaks it off."""
    return fuller(who(sentence, token), run_after(sentence, token.left_edge.i - 1))


def owner_before(sentence: Sentence, noun: Token) -> list[Mention]:
    """Whose a noun is by a genitive before it: "President X of Y's state visit"."""
    at = noun.i - 1
    while at > sentence.start and sentence.doc[at].pos_ in _DESCRIBING and _is_word(sentence, at):
        at -= 1
    if sentence.doc[at].text not in _GENITIVES or at <= sentence.start:
        return []
    found = run_before(sentence, at)
    return found[-1:]


def _is_word(sentence: Sentence, at: int) -> bool:
    return sentence.doc[at].text not in _GENITIVES and sentence.mention_at(sentence.doc[at]) is None


def joined_before(sentence: Sentence, noun: Token) -> list[Mention]:
    """The sides that dashes join before a noun: "the Japan–Kenya political dialogue"."""
    at = noun.i - 1
    while (
        at > sentence.start and sentence.doc[at].pos_ in ("ADJ", "NOUN", "PROPN") and _is_word(sentence, at)
    ):
        at -= 1
    found: list[Mention] = []
    while at >= sentence.start and (mention := sentence.mention_at(sentence.doc[at])):
        found.insert(0, mention)
        if mention.start - 2 < sentence.start or sentence.doc[mention.start - 1].text not in _DASHES:
            break
        at = mention.start - 2
    return found if len(found) > 1 else []


def maker_behind(sentence: Sentence, noun: Token) -> list[Mention]:
    """Who made what a noun names, told behind its goal: "the first visit to Y by a Z minister"."""
    for token in sentence.doc[noun.i + 1 : min(noun.i + _PHRASE, sentence.end)]:
        if token.lower_ == "by":
            return run_after(sentence, token.i)
        if token.pos_ in ("VERB", "AUX") or token.text in _COMMAS:
            break
    return []


def fuller(parsed: list[Mention], read: list[Mention]) -> list[Mention]:
    """Of two answers the one that tells more: the parse's, unless it lacks some of those who stand side by side."""
    if not parsed or (len(_who(read)) > len(_who(parsed)) and _who(parsed) <= _who(read)):
        return read or parsed
    return parsed


def _who(mentions: Iterable[Mention]) -> set[str]:
    return {name for m in mentions for name in ((m.person,) if m.person else m.actors)}


def _skipped(sentence: Sentence, at: int) -> int:
    """The last token before the verbs, adverbs and dates that end at one."""
    while at > sentence.start:
        token = sentence.doc[at]
        date = sentence.date_at(token)
        if date is not None:
            at = date.start - 1
            if sentence.doc[at].lower_ in ("on", "in"):
                at -= 1
        elif sentence.mention_at(token) is None and token.pos_ in _VERBAL and token.text not in _GENITIVES:
            at -= 1
        else:
            break
    return at


def _belongs(sentence: Sentence, token: Token) -> bool:
    mention = sentence.mention_at(token)
    if mention is not None:
        return mention.form in ("person", "pair", "we", "name", "adjective")
    return (
        token.lower_ in _LINKS
        or token.text in _COMMAS
        or is_official(token)
        or _leads_to_official(sentence, token)
    )


def _leads_to_official(sentence: Sentence, token: Token) -> bool:
    """Whether a word is part of a title: "foreign", "Crown", "Deputy Prime" before who holds it."""
    for behind in sentence.doc[token.i + 1 : min(token.i + 4, sentence.end)]:
        if is_official(behind):
            return token.pos_ in ("ADJ", "PROPN", "NOUN")
        if behind.pos_ not in ("ADJ", "PROPN", "NOUN"):
            break
    return False


def _sides(sentence: Sentence, words: range) -> list[Mention]:
    """The persons of a run, and the sides of the officials in it who have no name."""
    if not words:
        return []
    mentions = [
        m
        for m in sentence.mentions
        if words.start <= m.start and m.end <= words.stop and sentence.doc[m.start].tag_ != "PRP$"
    ]
    persons = [each for m in mentions if m.form in ("person", "pair", "we") for each in m.each]
    if persons:
        return list(dict.fromkeys(persons))
    named = [m for m in mentions if m.form == "name"]
    if len(named) > 1 and len(named) == len(mentions):
        return named
    officials = any(
        is_official(t) and sentence.mention_at(t) is None for t in sentence.doc[words.start : words.stop]
    )
    return mentions if officials else []
