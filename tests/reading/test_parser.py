"""The parser that ships with the package."""

from __future__ import annotations

from legation.reading.parse import Parse
from legation.reading.parser import parse

SENTENCES = (
    "The foreign minister of Ghana met his counterpart in Oslo on Monday. They signed two agreements on fish.",
    "Norway will send ten doctors.",
    "",
    "MINISTERS HOPE FOR PEACE",
    "Talks between the two countries’ ministers, who hadn't met since 2019, were postponed.",
)


def told(parsed: Parse) -> list[tuple[str, str, str, str, int]]:
    return [(t.text, t.tag_, t.lemma_, t.dep_, t.head.i) for t in parsed]


def test_sentence_has_its_verb_subject_and_object() -> None:
    (parsed,) = parse([SENTENCES[0]])
    verb = parsed[5]
    assert (verb.text, verb.lemma_, verb.pos_, verb.head) == ("met", "meet", "VERB", verb)
    assert {t.text: t.dep_ for t in verb.children if t.dep_ in ("nsubj", "dobj")} == {
        "minister": "nsubj",
        "counterpart": "dobj",
    }
    assert [sent.root.text for sent in parsed.sents] == ["met", "signed"]


def test_text_is_parsed_alone_as_with_others() -> None:
    together = [told(parsed) for parsed in parse(SENTENCES)]
    assert together == [told(parsed) for text in SENTENCES for parsed in parse([text])]


def test_parse_keeps_every_character() -> None:
    for text, parsed in zip(SENTENCES, parse(SENTENCES), strict=True):
        assert "".join(t.text_with_ws for t in parsed) == text
