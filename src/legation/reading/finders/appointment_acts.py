"""Clauses that say how somebody came to an office, held or left it.

"was elected president", "has served as ambassador since 2020", "resigned as prime minister", "intends to nominate
Mary Doe to be Under Secretary". The person is the subject of the verb, or the object where others elect or appoint;
the office is the title that follows, or for "took office" the one the person has already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.reading.clauses import is_passive, subjects_of, who
from legation.reading.finders.appointment_bodies import as_spelled, body_of, employer_behind, parted, whose
from legation.reading.found import Found
from legation.reading.mention import DateAt, Mention
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.people import Title, title_of
from legation.reading.person_names import name_after, plain_name
from legation.reading.text import Sentence
from legation.reading.timing import date_for
from legation.records import FieldValue

_CHOSEN = {
    **dict.fromkeys(("elect", "reelect", "re-elect", "vote"), "elected"),
    **dict.fromkeys(
        ("appoint", "name", "designate", "nominate", "pick", "choose", "select", "tap", "install"),
        "appointed",
    ),
    **dict.fromkeys(("confirm", "reappoint", "re-appoint", "promote", "assign"), "appointed"),
    **dict.fromkeys(("inaugurate", "swear"), "assumed"),
    **dict.fromkeys(("dismiss", "sack", "fire", "remove", "oust", "impeach", "recall", "relieve"), "left"),
}
"""Verbs whose object, or passive subject, comes to an office or leaves it."""
_TAKEN = {
    **dict.fromkeys(("become", "assume"), "assumed"),
    **dict.fromkeys(("resign", "quit", "retire"), "left"),
}
"""Verbs whose subject does."""
_PARTICIPLES = {
    "elected": "elect",
    "re-elected": "re-elect",
    "reelected": "reelect",
    "appointed": "appoint",
    "named": "name",
}
"""Participles that a parser takes for adjectives after "be", with their verbs."""
_SERVING = frozenset({"serve", "act"})
_OFFICE_NOUNS = frozenset(
    "office power presidency premiership post position oath duties leadership chairmanship helm".split()
)
_LEAVING = frozenset({"leave", "resign", "quit", "relinquish", "vacate"})
_TAKING = frozenset({"assume", "take", "enter"})
_NOUNS = {
    **dict.fromkeys(("election", "re-election", "reelection"), "elected"),
    **dict.fromkeys(("appointment", "nomination", "reappointment"), "appointed"),
    **dict.fromkeys(("inauguration",), "assumed"),
    **dict.fromkeys(("resignation", "departure", "dismissal", "retirement"), "left"),
}
_TRIGGERS = frozenset(
    {*_CHOSEN, *_TAKEN, *_SERVING, *_LEAVING, *_TAKING, *_NOUNS, "be", "step", "succeed", "replace"}
)
_PAST = frozenset({"previously", "formerly", "earlier", "once", "prior", "before"})
_INTENDED = frozenset({"nominate", "nomination"})


@dataclass(frozen=True, slots=True)
class _Act:
    """Who came to, holds or left an office by which word, and the titles that it names."""

    verb: Token
    action: str
    persons: tuple[Mention, ...]
    titles: tuple[Title, ...]


def acts(sentence: Sentence) -> Iterator[Found]:
    """The appointments that the clauses of a sentence state."""
    for token in sentence.with_lemma(_TRIGGERS):
        if act := _act(sentence, token):
            yield from _found(sentence, act)
    if nominee := _nominated(sentence):
        yield nominee


def _nominated(sentence: Sentence) -> Found | None:
    """A line of a list of nominations: "Mary Doe, of Ohio, to be Ambassador to Chad"."""
    doc, start = sentence.doc, sentence.start
    title = sentence.titles[0] if sentence.titles else None
    if title is None or title.start - start < 4 or not 2 <= title.start - start <= 14:
        return None
    words = [t.lower_ for t in doc[start : title.start]]
    if "to" not in words or words[words.index("to") :][:2] != ["to", "be"] or "," not in words:
        return None
    if any(t.pos_ in ("VERB", "AUX") and t.lower_ != "be" for t in doc[start : title.start]):
        return None
    end = name_after(doc, start, [False] * len(doc))
    if end - start < 2 or doc[end].text != ",":
        return None
    sides = {
        i: m for m in sentence.mentions if m.form != "person" and m.actors for i in range(m.start, m.end)
    }
    of, how = body_of(sentence.text, title.office, title_of(doc, title, title.end, sides), ())
    of = of or sentence.text.context.seat
    fields: dict[str, FieldValue] = {
        "person": plain_name(doc[start:end].text),
        "office": title.office,
        "of": of,
        "action": "appointed",
    }
    evidence = ("action:appointed", f"of:{how}", "pattern:to be")
    return Found(
        "appointment", sentence, start, title.end, fields, modality="planned", evidence=evidence, weight=0.85
    )


def _act(sentence: Sentence, token: Token) -> _Act | None:
    if token.pos_ == "NOUN":
        return _by_noun(sentence, token)
    if token.pos_ not in ("VERB", "AUX"):
        return None
    lemma = token.lemma_.lower()
    if lemma in _CHOSEN:
        return _chosen(sentence, token, _CHOSEN[lemma])
    if lemma in ("succeed", "replace"):
        return _succeeded(sentence, token)
    if _of_office(token):
        return _office_taken(sentence, token)
    if lemma in _TAKEN:
        return _with_title(sentence, token, _TAKEN[lemma])
    if lemma == "be" and token.i > sentence.start and token.nbor(-1).lower_ == "to":
        return None  # "to be Ambassador" is said of whom others choose
    if lemma in _SERVING or lemma == "be":
        return _with_title(sentence, token, "holds" if _goes_on(token) else "left")
    return None


def _found(sentence: Sentence, act: _Act) -> Iterator[Found]:
    at = date_for(sentence, act.verb, whole=False)
    modality = "planned" if act.verb.lemma_.lower() in _INTENDED else modality_of(act.verb)
    for person in act.persons:
        for office, said, spot in _offices(sentence, act, person):
            office, said = parted(office, said)
            of, how = body_of(sentence.text, office, as_spelled(sentence, said), person.actors)
            if of is None and how == "none":
                of = whose(sentence, person, spot[0], office)
            yield Found(
                "appointment",
                sentence,
                min(person.start, act.verb.i, spot[0]),
                max(person.end, act.verb.i + 1, spot[1], _date_end(at, spot[1])),
                {"person": person.person, "office": office, "of": of, "action": act.action},
                modality=modality,
                date=at.when if at else None,
                evidence=(f"action:{act.action}", f"of:{how}", f"pattern:{act.verb.lemma_.lower()}"),
                weight=0.75,
            )


def _date_end(at: DateAt | None, end: int) -> int:
    """A date right behind the clause belongs to its quote."""
    return at.end if at and 0 <= at.start - end <= 3 else end


def _offices(
    sentence: Sentence, act: _Act, person: Mention
) -> Iterator[tuple[str, str | None, tuple[int, int]]]:
    sides = {
        i: m for m in sentence.mentions if m.form != "person" and m.actors for i in range(m.start, m.end)
    }
    for title in act.titles:
        body = title_of(sentence.doc, title, title.end, sides) or employer_behind(sentence, title.end)
        yield title.office, body, (title.start, title.end)
    if not act.titles and person.office:
        yield person.office, person.body, (person.start, person.end)


def _chosen(sentence: Sentence, verb: Token, action: str) -> _Act | None:
    """ "elected To Lam president", "was appointed ambassador": the object is the person."""
    objects = [
        c
        for c in verb.children
        if c.dep_ in ("dobj", "nsubjpass", "nsubj" if is_passive(verb) else "nsubjpass")
    ]
    if not objects and is_passive(verb):
        objects = subjects_of(verb)
    persons = _persons(sentence, objects) or _small_clause(sentence, verb)
    titles = _titles(sentence, verb)
    if not persons or (not titles and not (verb.lemma_.lower() == "swear" and persons[0].office)):
        return None
    return _Act(verb, action, persons, titles)


def _small_clause(sentence: Sentence, verb: Token) -> tuple[Mention, ...]:
    """The person of "nominate Mary Doe to be ambassador", where the parse makes her the subject of "be"."""
    inner = [
        c
        for child in verb.children
        if child.dep_ in ("ccomp", "xcomp")
        for c in child.children
        if c.dep_ == "nsubj"
    ]
    return _persons(sentence, inner)


def _with_title(sentence: Sentence, verb: Token, action: str) -> _Act | None:
    persons = _persons(sentence, subjects_of(verb))
    titles = _titles(sentence, verb) if persons else ()
    if verb.lemma_ == "be":
        titles = tuple(t for t in titles if _is_attribute(sentence, verb, t))
        between = {t.lower_ for t in sentence.doc[verb.i + 1 : titles[0].start]} if titles else set()
        action = next((_CHOSEN[lemma] for word, lemma in _PARTICIPLES.items() if word in between), action)
    return _Act(verb, action, persons, titles) if titles else None


def _is_attribute(sentence: Sentence, verb: Token, title: Title) -> bool:
    """Whether a title is what "be" says of its subject, not something farther inside."""
    token = sentence.doc[title.start : title.end].root
    while token.dep_ in ("conj", "compound", "nmod", "amod"):
        token = token.head
    return token.head == verb and token.dep_ in ("attr", "nsubj", "acomp")


def _of_office(verb: Token) -> bool:
    """Whether a verb is "take office", "assume power", "be sworn in", "step down", "leave the post"."""
    lemma = verb.lemma_.lower()
    words = {c.lower_ for c in verb.children if c.dep_ in ("dobj", "prt", "advmod", "prep")}
    if lemma == "step":
        return bool(words & {"down", "aside"})
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "pobj")}
    return lemma in _TAKING | _LEAVING and bool(objects & _OFFICE_NOUNS)


def _office_taken(sentence: Sentence, verb: Token) -> _Act | None:
    persons = _persons(sentence, subjects_of(verb))
    titles = _titles(sentence, verb) if persons else ()
    if not persons or (not titles and not persons[0].office):
        return None
    return _Act(verb, "assumed" if verb.lemma_.lower() in _TAKING else "left", persons, titles)


def _succeeded(sentence: Sentence, verb: Token) -> _Act | None:
    """ "Li succeeded Wen as premier": who comes; who goes is said by another sentence."""
    persons = _persons(sentence, subjects_of(verb))
    titles = _titles(sentence, verb) if persons else ()
    passive = is_passive(verb)
    return _Act(verb, "left" if passive else "assumed", persons, titles) if persons and titles else None


def _by_noun(sentence: Sentence, noun: Token) -> _Act | None:
    """ "his re-election as party leader", "the appointment of Mary Doe as envoy"."""
    if noun.lemma_.lower() not in _NOUNS:
        return None
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [
        p
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ == "of"
        for p in c.children
        if p.dep_ == "pobj"
    ]
    persons = _persons(sentence, owners)
    titles = tuple(
        t
        for t in _titles(sentence, noun)
        if sentence.doc[t.start - 1].lower_ in ("as", "to", "the", "a", "'s", "’s")
    )
    return _Act(noun, _NOUNS[noun.lemma_.lower()], persons, titles) if persons and titles else None


def _persons(sentence: Sentence, tokens: list[Token]) -> tuple[Mention, ...]:
    found = [m for t in tokens for m in who(sentence, t) if m.form == "person" and m.person]
    return tuple({m.person: m for m in found}.values())


def _titles(sentence: Sentence, head: Token) -> tuple[Title, ...]:
    """The titles that follow a word in its own clause, the first and those joined to it."""
    inside = {t.i for t in head.subtree}
    held = {i for m in sentence.mentions if m.form == "person" and m.office for i in range(m.start, m.end)}
    chain: list[Title] = []
    for title in sentence.titles:
        if title.start <= head.i or title.start in held or title.end - 1 not in inside:
            continue
        if title.office == "Leader" and title.of is None:
            continue  # "the first foreign leader to come": of nothing, it is no office
        if chain and not _joined(sentence, chain[-1], title):
            break
        if not chain and _in_other_clause(sentence, head, title):
            break
        chain.append(title)
    return tuple(chain)


def _joined(sentence: Sentence, before: Title, title: Title) -> bool:
    between = [t.lower_ for t in sentence.doc[before.end : title.start]]
    return (len(between) <= 4 and "and" in between) or between == [","]


def _in_other_clause(sentence: Sentence, head: Token, title: Title) -> bool:
    """Whether a clause of its own stands between a word and a title: "… elected, said the minister"."""
    token = sentence.doc[title.start : title.end].root
    for above in token.ancestors:
        if above == head:
            return False
        if (
            above.dep_ in ("relcl", "advcl", "ccomp", "conj")
            and above.pos_ in ("VERB", "AUX")
            and above.lemma_ != "be"
        ):
            return True
    return True


def _goes_on(verb: Token) -> bool:
    """Whether a verb of holding is of the present: "is", "serves", "has served … since", not "was" or "has served"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    words = {t.lower_ for t in verb.subtree}
    if "since" in words or "currently" in words or "now" in words:
        return True
    if verb.tag_ in ("VBZ", "VBP") and not words & _PAST:
        return True
    return bool(helpers & {"is", "are", "will"}) and verb.tag_ == "VBG"
