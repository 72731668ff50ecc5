"""Memberships: who stands how in which international body or forum.

A word of standing ("joined", "member", "presidency", "host") ties an actor to a body. Lists expand on both sides:
one statement for each actor and body.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.reading.clauses import actors_in, agents_of, is_passive, objects_of, subjects_of
from legation.reading.context import is_state
from legation.reading.finders.membership_acts import HEADS, Standing, standings
from legation.reading.finders.membership_bodies import Body, bodies_in, event_name, is_event
from legation.reading.finders.membership_clauses import told_in_order
from legation.reading.finders.membership_line import Memory
from legation.reading.finders.membership_rolls import (
    WELCOMES,
    Election,
    also_elected,
    bracketed,
    election_in,
    home_of,
    rolls,
    term_in,
    welcomed,
)
from legation.reading.finders.membership_wordings import chosen, groups, led, outside, worded
from legation.reading.finders.sides import is_side, listed_from, parties_only, stem_start, subject_actors
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import frame_of
from legation.reading.timing import date_for
from legation.values.when import When

_FORUMS: Final = frozenset(
    "forum forums fora mechanism mechanisms institution institutions organization organizations "
    "organisation organisations frameworks bodies".split()
)
_HOLDING: Final = frozenset(
    "assume hold take have continue enjoy retain secure win gain obtain seek lose submit announce pursue "
    "complete begin start serve "
    "become remain be".split()
)
"""Verbs whose subject has the standing that is their object: "assumed the presidency"."""
_PHRASE: Final = 6
"""Tokens of "in multilateral institutions and" before the forums that it speaks of."""
_CHOSEN: Final = frozenset({"elected", "re-elected", "chosen"})
_NEAR: Final = 12
"""Tokens between a word of standing and the body that it is of."""


class Memberships:
    """Finds standing in international bodies."""

    name = "memberships.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each actor, body and action once a document."""
        best: dict[tuple[object, ...], Found] = {}
        election: Election | None = None
        last: Body | None = None
        memory = Memory()
        for sentence in text.sentences:
            bodies = bodies_in(sentence, last)
            told = list(told_in_order(sentence, bodies, memory))
            said = {(found.fields["actor"], found.fields["body"]) for found in told}
            others = (
                *_found(sentence, bodies, election),
                *welcomed(sentence, bodies, last),
                *groups(sentence, last),
            )
            for found in (*told, *(f for f in others if (f.fields["actor"], f.fields["body"]) not in said)):
                key = (
                    *(str(found.fields[name]).lower() for name in ("actor", "body", "action")),
                    found.modality,
                )
                if key not in best or (best[key].date is None and found.date is not None):
                    best[key] = found
            election = election_in(sentence, bodies) or election
            last = next((b for b in reversed(bodies) if b.known), last)
        yield from best.values()


def _found(sentence: Sentence, bodies: list[Body], election: Election | None) -> Iterator[Found]:
    if election is not None and all(b.name == election.body.name for b in bodies):
        yield from also_elected(sentence, election)
    if any(t.lower_ in _CHOSEN for t in sentence.tokens):
        yield from chosen(sentence, bodies, election)
    yield from led(sentence, bodies)
    yield from outside(sentence)
    if bodies:
        told = list(worded(sentence, bodies))
        yield from told
        done = {str(found.fields["body"]) for found in told}
        yield from _forums(sentence, bodies)
        yield from rolls(sentence, bodies)
        yield from bracketed(sentence, bodies)
        if sentence.with_lemma(HEADS) or sentence.with_word(HEADS):
            left = [b for b in bodies if b.name not in done]
            for standing in standings(sentence.tokens):
                yield from _standing(sentence, standing, left)


def _forums(sentence: Sentence, bodies: list[Body]) -> Iterator[Found]:
    """As in "In forums such as A, B and C, Kenya …": it takes part in each."""
    if len(bodies) < 3 or not _is_forum_list(sentence, bodies[0].start):
        return
    duties = any(
        t.lower_ == "responsibilities" and t.nbor().lower_ in ("such", "like", "including")
        for t in sentence.doc[sentence.start : bodies[-1].start]
    )
    action = "member" if duties else "participates"
    root = sentence.span.root
    actors = parties_only(subject_actors(sentence, subjects_of(root))) or home_of(sentence)
    date = date_for(sentence, root, whole=False)
    for body in bodies if len(actors) == 1 else ():
        for actor in actors:
            yield Found(
                "membership",
                sentence,
                sentence.start,
                max(b.end for b in bodies),
                {"actor": actor, "body": body.name, "action": action},
                modality=modality_of(root),
                date=date.when if date and date.when.precision != "interval" else frame_of(sentence),
                evidence=("forums",),
                weight=0.75,
            )


def _is_forum_list(sentence: Sentence, end: int) -> bool:
    """Whether a list of bodies is of those in which somebody does something: "in international forums such as"."""
    for token in sentence.doc[sentence.start : end]:
        if token.lower_ in _FORUMS:
            before = sentence.doc[max(sentence.start, token.i - _PHRASE) : token.i]
            if any(t.lower_ in ("in", "at", "within") for t in before):
                return True
    return False


def _standing(sentence: Sentence, standing: Standing, bodies: list[Body]) -> Iterator[Found]:
    verb = standing.word.pos_ == "VERB"
    chosen = _objects(standing, bodies) if verb else _bodies_of(sentence, standing.word, bodies)
    if standing.action == "member" and _is_elected_as(sentence, standing.word):
        return
    if standing.action == "hosts":
        chosen = [b for b in chosen if is_event(sentence, b) and not _is_aside(sentence, b)]
    if standing.action in ("elected", "member"):
        chosen = [b for b in chosen if b.known or _is_part(sentence, b)]
    if not chosen:
        return
    actors = _doers(sentence, standing, chosen) if verb else _holders(sentence, standing.word, chosen)
    if len(actors) > 1 and not verb:
        chosen = chosen[:1]
    term = term_in(sentence, standing.word)
    date = _date(sentence, standing, term)
    for actor in actors:
        for body in chosen:
            name = event_name(sentence, body) if standing.action == "hosts" else body.name
            if actor != name:
                yield Found(
                    "membership",
                    sentence,
                    *_quote(sentence, standing.word, actor, body),
                    {
                        "actor": actor,
                        "body": name,
                        "action": standing.action,
                        "role": standing.role,
                        "term": term,
                    },
                    modality=_modality(sentence, standing, date),
                    date=date,
                    evidence=(f"word:{standing.word.lemma_.lower()}", "known" if body.known else "named"),
                    weight=0.7 if body.known else 0.5,
                )


def _is_elected_as(sentence: Sentence, noun: Token) -> bool:
    """Whether those "elected as members" or "welcomed as members" are told by the verb already."""
    before = sentence.doc[max(sentence.start, noun.i - 8) : noun.i]
    verbs = {t.lower_ for t in before} & _CHOSEN or {t.lemma_.lower() for t in before} & WELCOMES
    return any(t.lower_ == "as" for t in before) and bool(verbs)


def _is_aside(sentence: Sentence, body: Body) -> bool:
    """Whether something is hosted on the margins of what a body holds."""
    before = sentence.doc[max(sentence.start, body.start - 4) : body.start]
    return any(t.lower_ in ("margins", "sidelines", "margin") for t in before)


def _is_part(sentence: Sentence, body: Body) -> bool:
    """Whether a body that the register does not know is part of one that it knows: "the UNESCO Executive Board"."""
    inside = [m for m in sentence.mentions if body.start <= m.start and m.end <= body.end]
    return any(is_side(a) and not is_state(a) for m in inside for a in m.actors)


def _modality(sentence: Sentence, standing: Standing, date: When | None) -> str:
    """What is dated after the document's own day is planned, whatever the form of the verb."""
    published = sentence.text.document.published
    if standing.modality == "actual" and date and date.first and published and published.after:
        return (
            "planned"
            if date.first >= published.after
            or (_ahead(sentence) and date.after is not None and date.after > published.after)
            else "actual"
        )
    return standing.modality


def _ahead(sentence: Sentence) -> bool:
    words = [t.lower_ for t in sentence.tokens]
    return "later" in words and "this" in words


def _objects(standing: Standing, bodies: list[Body]) -> list[Body]:
    """The bodies that a verb of standing takes: "joined BRICS", "was elected to the Council", "chaired a meeting of …"."""
    verb = standing.word
    if standing.action == "elected":
        heads = [t for t in verb.subtree if t.lower_ in ("to", "on", "of") and t.i > verb.i]
    elif verb.lemma_.lower() in ("accede", "withdraw", "enter", "exit", "preside", "admit"):
        heads = [c for c in verb.children if c.lower_ in ("to", "from", "into", "over")]
    elif verb.lemma_.lower() in ("run", "apply", "campaign", "participate"):
        heads = [c for c in verb.children if c.lower_ in ("for", "in", "to")]
    else:
        heads = objects_of(verb)
    if standing.action == "hosts" and verb.dep_ == "relcl":
        return [b for b in bodies if b.start > verb.i]  # "the events that it will host, including …"
    found = []
    for head in heads:
        reach = list(head.subtree)
        inside = [
            b for b in bodies if any(b.start <= t.i < b.end for t in reach) and b.start - verb.i < _NEAR + 20
        ]
        if standing.action in ("joined", "left"):
            inside = [b for b in inside if b.start <= head.i < b.end or head.i < b.start <= head.i + 4]
        elif standing.action != "hosts":
            inside = inside[:1]
        found += [b for b in inside if b not in found]
    return found


def _doers(sentence: Sentence, standing: Standing, bodies: list[Body]) -> tuple[str, ...]:
    verb = standing.word
    if standing.action == "elected" or verb.lemma_.lower() == "admit":
        tokens = subjects_of(verb) if is_passive(verb) else []
    else:
        tokens = agents_of(verb) if is_passive(verb) and verb.dep_ != "relcl" else _subjects(verb)
    names = {b.name for b in bodies}
    found = tuple(a for a in parties_only(subject_actors(sentence, tokens)) if a not in names)
    return found or (home_of(sentence) if standing.action == "candidate" else ())


def _subjects(verb: Token) -> list[Token]:
    """Subjects of a verb, or of what its infinitive or gerund hangs on: "expressed interest in joining"."""
    token = verb
    for _ in range(5):
        if token.dep_ == "acl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
            token = token.head  # "its application to join"
        found = subjects_of(token)
        if found or token.head == token:
            return found
        token = token.head
    return []


def _bodies_of(sentence: Sentence, noun: Token, bodies: list[Body]) -> list[Body]:
    """The bodies of a noun of standing: "member of the G20", "its EU accession", "ASEAN's chair", "host of APEC"."""
    which = [b for b in bodies if b.end < noun.i and _of_which(sentence, b, noun)]
    if which:
        return which[-1:]
    before = [
        b for b in bodies if b.end <= noun.i and noun.i - b.end <= 2 and _adjoins(sentence, b.end, noun.i)
    ]
    if before:
        return before[-1:]
    behind = [b for b in bodies if noun.i < b.start <= noun.i + _NEAR and _leads(sentence, noun, b)]
    if not behind:
        return []
    found = behind[:1]
    for body in behind[1:]:
        between = sentence.doc[found[-1].end : body.start]
        if all(t.lower_ in (",", "and", "the", "of", "(", ")") for t in between):
            found.append(body)
    return found


def _of_which(sentence: Sentence, body: Body, noun: Token) -> bool:
    """As in "The OECD, of which Chile is a member"."""
    words = [t.lower_ for t in sentence.doc[body.end : noun.i]]
    return "which" in words[:4] and words[words.index("which") - 1] == "of"


def _adjoins(sentence: Sentence, start: int, end: int) -> bool:
    return all(
        t.lower_ in ("'s", "’s", "'") or (t.pos_ in ("ADJ", "NOUN", "PUNCT") and t.text not in ",.;:")
        for t in sentence.doc[start:end]
    )


def _leads(sentence: Sentence, noun: Token, body: Body) -> bool:
    between = sentence.doc[noun.i + 1 : body.start]
    if not len(between) or between[0].lower_ not in ("of", "in", "to", "for", "on", "at", "status", "from"):
        return False
    return not any(t.pos_ in ("VERB", "AUX") or t.text in ";:." for t in between)


def _holders(sentence: Sentence, noun: Token, bodies: list[Body]) -> tuple[str, ...]:
    """Whose standing a noun tells: an owner, a list behind it, the noun it stands beside, or the subject."""
    names = {b.name for b in bodies}
    own = tuple(a for a in parties_only(_owners(sentence, noun)) if a not in names)
    if own:
        return own
    if any(c.lower_ in ("its", "our") for c in noun.children):
        before = [
            m for m in sentence.mentions if m.end <= noun.i and m.actors and all(map(is_state, m.actors))
        ]
        near = parties_only(actors_in(before[-1:])) or parties_only(subject_actors(sentence, _subjects(noun)))
        return tuple(a for a in near if a not in names) or home_of(sentence)
    run = listed_from(sentence, noun.i + 1, reach=2)
    direct = run and all(t.pos_ != "ADP" for t in sentence.doc[noun.i + 1 : run[0].start])
    if direct and not any(b.start == run[0].start for b in bodies):
        return tuple(a for a in parties_only(actors_in(run)) if a not in names)
    if noun.dep_ == "appos":
        mention = sentence.mention_at(noun.head)
        return parties_only(mention.actors) if mention else ()
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    said_of = noun.dep_ in ("attr", "oprd", "acomp") or (
        noun.dep_ == "pobj" and noun.head.lower_ in ("as", "toward", "towards")
    )
    if not said_of and verb.lemma_.lower() not in _HOLDING:
        return ()
    subjects = [s for s in _subjects(verb) if s != noun]
    return tuple(a for a in parties_only(subject_actors(sentence, subjects)) if a not in names)


def _owners(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """Whose standing it is by possession: "Chile's presidency", "the Belgian chair", "its accession"."""
    first = stem_start(sentence, noun)
    found: list[str] = []
    for mention in sentence.mentions:
        if first <= mention.start and mention.end <= noun.i:
            behind = sentence.doc[mention.end].text
            if (
                mention.form in ("adjective", "we", "back", "pair")
                or behind in ("'s", "’s", "'", "’")
                or mention.person
            ):
                found.extend(mention.actors)
    return tuple(dict.fromkeys(found))


def _date(sentence: Sentence, standing: Standing, term: When | None) -> When | None:
    if standing.word.lower_ in ("members", "accession"):
        return None
    at = date_for(sentence, standing.word)
    if at is not None and at.when != term:
        return at.when
    return (
        frame_of(sentence)
        if standing.modality == "actual" and standing.action not in ("member", "candidate")
        else None
    )


def _quote(sentence: Sentence, word: Token, actor: str, body: Body) -> tuple[int, int]:
    spots = [word.i, body.start, body.end - 1]
    near = [m for m in sentence.mentions if actor in m.actors]
    if near:
        best = min(near, key=lambda m: abs(m.start - word.i))
        spots += [best.start, best.end - 1]
    return min(spots), max(spots) + 1
