"""Lemmas and parts of speech come from tables."""

from __future__ import annotations

import pytest

from legation.reading.lemmas import irregular, lemma_of, part_of_speech, words


@pytest.mark.parametrize(
    ("word", "tag", "pos", "lemma"),
    [
        ("hoped", "VBD", "VERB", "hope"),
        ("hopes", "VBZ", "VERB", "hope"),
        ("agreed", "VBN", "VERB", "agree"),
        ("signed", "VBD", "VERB", "sign"),
        ("stopped", "VBD", "VERB", "stop"),
        ("met", "VBD", "VERB", "meet"),
        ("Ministers", "NNPS", "PROPN", "Minister"),
        ("ties", "NNS", "NOUN", "tie"),
        ("countries", "NNS", "NOUN", "country"),
        ("policymakers", "NNS", "NOUN", "policymaker"),
        ("politics", "NNS", "NOUN", "politics"),
        ("doses", "NNS", "NOUN", "dose"),
        ("was", "VBD", "AUX", "be"),
        ("’s", "VBZ", "AUX", "be"),
        ("her", "PRP", "PRON", "she"),
        ("her", "PRP$", "PRON", "her"),
        ("n’t", "RB", "PART", "not"),
        ("larger", "JJR", "ADJ", "large"),
        ("Ghana", "NNP", "PROPN", "Ghana"),
        ("“", "``", "PUNCT", '"'),
    ],
)
def test_lemma_is_the_form_that_a_dictionary_has(word: str, tag: str, pos: str, lemma: str) -> None:
    assert lemma_of(word, tag, pos) == lemma


@pytest.mark.parametrize(
    ("tag", "word", "dep", "pos"),
    [
        ("VBD", "had", "aux", "AUX"),
        ("VBD", "had", "ROOT", "VERB"),
        ("IN", "that", "mark", "SCONJ"),
        ("DT", "that", "nsubj", "PRON"),
        ("DT", "that", "det", "DET"),
        ("TO", "to", "aux", "PART"),
        ("no such tag", "word", "dep", "X"),
    ],
)
def test_part_of_speech_follows_tag_word_and_relation(tag: str, word: str, dep: str, pos: str) -> None:
    assert part_of_speech(tag, word, dep) == pos


def test_word_lists_hold_plain_english() -> None:
    assert {"treaty", "visit"} <= words("noun")
    assert irregular("verb")["went"] == "go"
