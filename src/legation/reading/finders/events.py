"""Events: acts of one actor towards another that none of the other kinds tells.

Sparing on purpose: an act is told only where both sides are known, by the clause or by what stands right before.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.context import is_state
from legation.reading.finders.encounter_dates import date_of
from legation.reading.finders.encounter_sides import beside
from legation.reading.finders.event_sides import (
    actors,
    defended,
    doers,
    helped,
    of_pronoun,
    other_of_pair,
    owners,
    proper,
    told_of,
    unnamed,
    within,
)
from legation.reading.finders.event_words import (
    ACTS,
    FORCES,
    GOING_ON,
    JOINT,
    JOINTLY,
    LASTING,
    MESSAGES,
    NAMING,
    SERVING,
    SHARED,
    SPOKEN,
    THANKS,
    VOIDS,
    WORDINGS,
    WRONGS,
    Wording,
)
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import day_of
from legation.values.when import When

_AGAINST = frozenset({"against", "on", "upon", "of", "in", "toward", "towards"})
_FOR = frozenset({"for", "to", "with"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_AVERTING = frozenset({"deter", "prevent", "avert", "avoid", "forestall"})
_NO_ACT = frozenset({"to", "can", "could", "would", "should", "must", "might"})
_ASKING = frozenset({"demand", "insist", "urge", "request", "propose", "recommend", "ask", "want"})
_PROMISED = frozenset({"COOPERATE", "AID", "SUPPORT"})
"""Acts that are commitments where they are yet to come."""
_UNREAL = frozenset({"any", "future", "possible", "potential", "further"})
_OBJECTS = ("dobj", "nsubjpass", "obj")
_BESIDE = ("advmod", "npadvmod", "prt", "dobj")
_NEAR_OBJECT = 6


class Events:
    """Finds acts of one actor towards another."""

    name = "events.v2"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each act once."""
        seen: set[tuple[object, ...]] = set()
        for sentence in text.sentences:
            for found in _events(sentence):
                key = (*found.fields.values(), found.date)
                if key not in seen:
                    seen.add(key)
                    yield found


def _events(sentence: Sentence) -> Iterator[Found]:
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") or _is_predicate(token, lemma):
            yield from _by_verb(sentence, token, lemma if lemma in WORDINGS else lemma.removesuffix("s"))
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma in ACTS:
                yield from _act(sentence, token, ACTS[lemma])
            elif lemma in JOINT:
                yield from _together(sentence, token)
            elif lemma in ("cooperation", "collaboration"):
                yield from _going_on(sentence, token)


def _is_predicate(token: Token, lemma: str) -> bool:
    """Whether a word that is tagged otherwise stands as a verb: "Slovakia supports …", "remains united behind"."""
    if lemma == "united" or token.lower_ == "united":
        return token.dep_ in ("acomp", "oprd", "xcomp", "attr")
    listed = lemma.removesuffix("s") in WORDINGS
    return listed and token.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in token.children)


def _by_verb(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Found]:
    if lemma == "thank":
        yield from _thanked(sentence, verb)
    if _is_infinitive(verb):
        return
    if lemma in NAMING or lemma == "be":
        yield from _named(sentence, verb)
    if lemma in ("ask", "demand"):
        yield from _asked(sentence, verb)
    if lemma in SERVING:
        yield from _served(sentence, verb)
    if lemma in SHARED:
        yield from _shared(sentence, verb)
    for wording in WORDINGS.get("unite" if lemma == "united" else lemma, ()):
        found = list(_worded(sentence, verb, wording))
        if found:
            yield from found
            return


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb names what somebody means to do, could or is asked to do: a commitment or a wish, not an act."""
    if verb.dep_ in ("amod", "compound"):
        return True
    asked = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _ASKING
    return asked or any(c.dep_ == "aux" and c.lower_ in _NO_ACT for c in verb.children)


def _worded(sentence: Sentence, verb: Token, wording: Wording) -> Iterator[Found]:
    """As in "X imposed sanctions on Y", "X condemned Y", "X stands by Y", "X was attacked by Y"."""
    if wording.type == "COOPERATE" and verb.tag_ == "VBG" and verb.dep_ != "ROOT":
        return
    source = doers(sentence, verb)
    trigger, tokens = verb, []
    if wording.objects:
        noun = _object(sentence, verb, wording.objects)
        if noun is None or _is_sum(sentence, noun):
            return
        trigger = noun
        tokens = [t for c in verb.children if c.dep_ == "dative" for t in (c, *c.children)]
        tokens += beside(noun, wording.sides) or beside(verb, wording.sides)
        tokens = tokens or owners(noun)
    elif wording.needs or not any(c.dep_ in _OBJECTS for c in verb.children):
        tokens = beside(verb, wording.sides) or _near(sentence, verb, wording.sides)
    else:
        tokens = _acted_on(sentence, verb, wording)
    target = (
        next((o for t in tokens if (o := of_pronoun(sentence, t, source))), ())
        or proper(source, actors(sentence, tokens))
        or proper(source, within(sentence, tokens))
    )
    if wording.type == "COOPERATE" and wording.objects and not target and len(source) > 1:
        source, target = source[:1], source[1:]
    if wording.type == "ASSAULT" and not target:
        target = helped(sentence, source)
    if not target and (wording.sought or _is_feeling(wording)):
        found = (
            told_of(sentence, source, tokens)
            if wording.sought and _points(tokens)
            else _listener(sentence, source, wording)
        )
        target = found if source else ()
    source = source or unnamed(sentence, verb, target)
    yield from _event(sentence, (trigger, verb), wording.type, source, target)


def _is_feeling(wording: Wording) -> bool:
    return wording.type == "SUPPORT" and not wording.needs


def _points(tokens: list[Token]) -> bool:
    """Whether what is blamed or rejected is one told of before: "the vote", "it", and no "rise of hatred", "any attempt"."""
    return all(
        t.pos_ == "PRON"
        or (
            any(c.lower_ in _DEFINITE for c in t.children)
            and not any(c.lower_ == "of" and c.i == t.i + 1 and t.lemma_ != "country" for c in t.children)
        )
        for t in tokens
    )


def _listener(sentence: Sentence, source: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    """The other of two who met: whom "expressed support for the reforms" is for."""
    if not wording.objects and (not wording.sides or not sentence.text.context.between):
        return ()
    return tuple(a for a in other_of_pair(sentence, source) if is_state(a) and is_state(source[0]))


def _near(sentence: Sentence, verb: Token, sides: frozenset[str]) -> list[Token]:
    """What stands behind one of the prepositions a few words on, as after "stands firmly and resolutely with"."""
    for token in sentence.doc[verb.i + 1 : min(verb.i + _NEAR_OBJECT, sentence.end - 1)]:
        if token.lower_ in sides:
            return [t for t in token.children if t.dep_ == "pobj"]
    return []


def _acted_on(sentence: Sentence, verb: Token, wording: Wording) -> list[Token]:
    """The objects of a verb, or whose they are where they are acts themselves."""
    objects = [c for c in verb.children if c.dep_ in _OBJECTS]
    if wording.type == "SUPPORT" and verb.lemma_.lower() == "support":
        return [o for o in objects if sentence.mention_at(o)] or [t for o in objects for t in owners(o)]
    if wording.type in ("ACCUSE", "REJECT"):
        return [t for o in objects for t in (owners(o) or [o])]
    if wording.type == "AID":
        return [o for o in objects if (m := sentence.mention_at(o)) and m.form in ("name", "adjective")]
    return objects


def _object(sentence: Sentence, verb: Token, nouns: frozenset[str]) -> Token | None:
    """The object of a verb, or of those listed with it the first, that is one of these nouns."""
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            for each in (child, *child.conjuncts):
                if each.lemma_.lower() in nouns:
                    return each
                if each.lemma_.lower() in MESSAGES:
                    inside = (t for t in each.subtree if t.i > each.i and t.lemma_.lower() in nouns)
                    if (meant := next(inside, None)) is not None:
                        return meant
    for token in sentence.doc[verb.i + 1 : min(verb.i + _NEAR_OBJECT, sentence.end)]:
        if token.pos_ in ("VERB", "ADP") or token.text in (",", ";"):
            return None
        if token.lemma_.lower() in nouns and token.pos_ == "NOUN":
            return token
    return None


def _is_sum(sentence: Sentence, noun: Token) -> bool:
    """Whether what is given is a sum of money, which a figure or a commitment tells."""
    low, high = noun.left_edge.i, noun.right_edge.i
    return any(low <= q.start <= high and q.quantity.unit.isupper() for q in sentence.quantities)


def _thanked(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "She thanked Oslo for its help": Norway helped."""
    thanking = doers(sentence, verb)
    givers = actors(sentence, [c for c in verb.children if c.dep_ in _OBJECTS])
    for token in (t for head in beside(verb, {"for"}) for t in (head, *head.conjuncts)):
        kind = THANKS.get(token.lemma_.lower())
        if kind and token.pos_ == "NOUN":
            target = proper(givers, thanking) or other_of_pair(sentence, givers)
            yield from _event(sentence, (token, verb), kind, givers, target)
            return


def _asked(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "X asked Y for help", "X demanded that Y withdraw"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None and verb.lemma_.lower() == "demand":
        asked = [c for c in clause.children if c.dep_ == "nsubj"]
        yield from _event(sentence, (verb, verb), "REQUEST", doers(sentence, verb), actors(sentence, asked))
    elif any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children):
        target = actors(sentence, [c for c in verb.children if c.dep_ in (*_OBJECTS, "dative")])
        yield from _event(sentence, (verb, verb), "REQUEST", doers(sentence, verb), target)


def _served(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "Polish troops served in Mali", "Kenyan police officers were sent to Haiti"."""
    forces = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lemma_.lower() in FORCES]
    if forces:
        source = tuple(
            dict.fromkeys(
                a for f in forces for o in owners(f) if (m := sentence.mention_at(o)) for a in m.actors
            )
        )
        sides = beside(verb, {"in", "to", "near", "along", "at"})
        target = actors(sentence, sides) or within(sentence, sides)
        yield from _event(sentence, (verb, verb), "MOBILIZE", source, target)


def _shared(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "Indian and Thai ships exercised together", "the two countries are working side by side"."""
    if not any(c.lower_ in JOINTLY and c.dep_ in _BESIDE for c in verb.children):
        return
    if verb.tag_ in ("VBG", "VB") and not any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children):
        return
    sides = doers(sentence, verb)
    sides = sides if len(sides) > 1 else (*sides, *other_of_pair(sentence, sides))
    yield from _event(sentence, (verb, verb), "COOPERATE", sides[:1], sides[1:])


def _named(sentence: Sentence, verb: Token) -> Iterator[Found]:
    """As in "X called it a breach of the treaty", "declared the deal null and void", "the award was null, X said"."""
    ends = min(verb.i + 12, sentence.end)
    word = next((t for t in sentence.doc[verb.i + 1 : ends] if t.lemma_.lower() in WRONGS | VOIDS), None)
    if word is None or any(t.pos_ == "VERB" and t.tag_ != "VBN" for t in sentence.doc[verb.i + 1 : word.i]):
        return
    saying = verb
    if verb.lemma_.lower() == "be":
        if verb.dep_ != "ccomp" or verb.head.pos_ != "VERB":
            return
        saying = verb.head
    if any(c.dep_ == "neg" for c in verb.children):
        return
    kind = "REJECT" if word.lemma_.lower() in VOIDS else "ACCUSE"
    source = doers(sentence, saying)
    acted = [c for c in sentence.doc[verb.i + 1 : word.i] if c.pos_ in ("NOUN", "PROPN")]
    target = proper(source, actors(sentence, acted)) or told_of(sentence, source)
    yield from _event(sentence, (word, saying), kind, source, target)


def _act(sentence: Sentence, noun: Token, kind: str) -> Iterator[Found]:
    """As in "Russia's invasion of Ukraine", "Houthi attacks on shipping"; who is not named is not told."""
    averted = noun.dep_ == "dobj" and noun.head.lemma_.lower() in _AVERTING
    if (
        averted
        or any(c.lower_ in _UNREAL for c in noun.children)
        or (kind == "AID" and _is_sum(sentence, noun))
    ):
        return
    sources = tuple(dict.fromkeys(a for o in owners(noun) if (m := sentence.mention_at(o)) for a in m.actors))
    preps = _FOR if kind in ("SUPPORT", "AID") else _AGAINST
    target = actors(
        sentence,
        [
            t
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in preps
            for t in c.children
            if t.dep_ == "pobj"
        ],
    )
    sources = sources or of_pronoun(sentence, noun, target)
    if kind == "ASSAULT":
        target = proper(sources, target) or defended(sentence, noun, sources) or helped(sentence, sources)
    yield from _event(sentence, (noun, noun), kind, sources, target)


def _together(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """As in "joint exercises between X and Y", "the U.S.–Japan drill"."""
    sides = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    sides = [t for t in noun.subtree if t.i < noun.i and sentence.mention_at(t)] or sides
    found = actors(sentence, [*sides, *beside(noun, {"between", "with", "of", "by"})])
    yield from _event(sentence, (noun, noun), "COOPERATE", found[:1], found[1:])


def _going_on(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """As in "Defence cooperation between X and Y is expanding"."""
    verb = next((c for c in noun.head.children if c.dep_ == "xcomp"), noun.head)
    lasting = any(c.lower_ in LASTING for c in noun.children)
    if lasting:
        verb = noun
    elif noun.dep_ != "nsubj" or verb.lemma_.lower() not in GOING_ON:
        return
    found = actors(sentence, [*owners(noun), *beside(noun, {"between", "with", "of"})])
    pair = sentence.text.context.pair
    sides = found if len(found) > 1 or lasting else pair
    yield from _event(sentence, (noun, verb), "COOPERATE", sides[:1], sides[1:])


def _event(
    sentence: Sentence,
    words: tuple[Token, Token],
    kind: str,
    source: tuple[str, ...],
    target: tuple[str, ...],
) -> Iterator[Found]:
    trigger, verb = words
    target = proper(source, target)
    if not source or not target or not any(is_state(a) for a in (*source, *target)):
        return
    near = [
        m for m in sentence.mentions if set(m.actors) & {*source, *target} and abs(m.start - trigger.i) < 25
    ]
    modality = modality_of(verb)
    if modality == "denied":
        return
    if modality == "planned" and kind in _PROMISED and trigger.lemma_.lower() != "cooperation":
        return
    yield Found(
        "event",
        sentence,
        min([trigger.i, verb.i, *(m.start for m in near)]),
        max([trigger.i + 1, verb.i + 1, *(m.end for m in near)]),
        {"source": source, "target": target, "type": kind},
        modality=modality,
        date=_date(sentence, words, kind, modality),
        evidence=(f"type:{kind}", f"word:{trigger.lemma_.lower()}"),
        weight=0.5,
    )


def _date(sentence: Sentence, words: tuple[Token, Token], kind: str, modality: str) -> When | None:
    stated = _opening(sentence) or date_of(sentence, *words)
    if stated is not None:
        return stated
    if kind in SPOKEN and modality == "actual" and sentence.text.context.between:
        return day_of(sentence.text)
    return None


def _opening(sentence: Sentence) -> When | None:
    """The date that a paragraph opens with, as a chronicle's do: "3 May 2019: … Chile condemned the vote"."""
    first = sentence
    while (before := first.before()) is not None and before.number == sentence.number:
        first = before
    heads = [d for d in first.dates if d.start <= first.start + 1 and d.end < first.end]
    return heads[0].when if heads and first.doc[heads[0].end].text in (":", "–", "-", "—") else None
