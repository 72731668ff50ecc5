"""A parse is a forest of tokens, and every way of walking it tells the same tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.parse import Columns, Parse, Span, Token

WORDS = st.text(alphabet=st.sampled_from("Aab,.é-1"), min_size=1, max_size=4)


def parse_of(words: list[str], heads: list[int], *, deps: list[str] | None = None, starts: set[int]) -> Parse:
    size = len(words)
    spaced = [True] * size
    text = "".join(f"{word} " for word in words)
    said = ["x"] * size
    columns = Columns(
        words, spaced, words, said, said, deps or said, heads, [i in starts for i in range(size)]
    )
    return Parse(text, columns)


@st.composite
def sentence_heads(draw: st.DrawFn, start: int, end: int) -> dict[int, int]:
    """A projective tree over tokens ``[start, end)``: a root, and a tree on each side of it, over and over."""
    if start >= end:
        return {}
    root = draw(st.integers(start, end - 1))
    left, right = draw(sentence_heads(start, root)), draw(sentence_heads(root + 1, end))
    return {child: root if child == head else head for child, head in (left | right).items()} | {root: root}


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    sizes = draw(st.lists(st.integers(1, 7), min_size=1, max_size=4))
    heads: dict[int, int] = {}
    starts: set[int] = set()
    for size in sizes:
        starts.add(len(heads))
        heads |= draw(sentence_heads(len(heads), len(heads) + size))
    total = len(heads)
    words = draw(st.lists(WORDS, min_size=total, max_size=total))
    drawn = draw(st.lists(st.sampled_from(["conj", "prep"]), min_size=total, max_size=total))
    deps = [dep if heads[i] < i else "nsubj" for i, dep in enumerate(drawn)]  # who is listed stands behind
    return parse_of(words, [heads[i] for i in range(total)], deps=deps, starts=starts)


def numbers(tokens: object) -> list[int]:
    assert isinstance(tokens, list | tuple | Span)
    return [token.i for token in tokens]


@given(parses())
def test_children_hang_on_their_head(doc: Parse) -> None:
    for token in doc:
        assert numbers(token.children) == [t.i for t in doc if t.head is token and t is not token]
        assert numbers([*token.lefts, *token.rights]) == numbers(list(token.children))
        assert all(left.i < token.i for left in token.lefts)


@given(parses())
def test_subtree_is_a_run_of_neighbours(doc: Parse) -> None:
    for token in doc:
        under = numbers(token.subtree)
        assert under == list(range(token.left_edge.i, token.right_edge.i + 1))
        assert under == [t.i for t in doc if t is token or token in t.ancestors]


@given(parses())
def test_ancestors_lead_to_the_root_of_the_sentence(doc: Parse) -> None:
    for token in doc:
        top = [token, *token.ancestors][-1]
        assert top.head is top
        assert top is token.sent.root


@given(parses())
def test_conjuncts_are_each_others(doc: Parse) -> None:
    for token in doc:
        assert token not in token.conjuncts
        assert all(token in other.conjuncts for other in token.conjuncts)
        assert (token.dep_ == "conj") <= (token.head in token.conjuncts)


@given(parses())
def test_sentences_part_the_tokens(doc: Parse) -> None:
    assert [t.i for sent in doc.sents for t in sent] == list(range(len(doc)))
    assert [t.i for t in doc if t.is_sent_start] == [sent.start for sent in doc.sents]
    assert all(token.sent.start <= token.i < token.sent.end for token in doc)


@given(parses(), st.data())
def test_characters_lead_back_to_their_tokens(doc: Parse, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    span = doc[start:end]
    assert doc.text[span.start_char :].startswith(span.text)
    found = doc.char_span(span.start_char, span.start_char + len(span.text))
    assert found is not None
    assert (found.start, found.end) == (start, end)


@given(parses())
def test_spans_count_like_lists(doc: Parse) -> None:
    everything = list(doc)
    for at in (slice(1, 3), slice(-2, None), slice(3, 1), slice(0, 99), slice(None, -1)):
        assert list(doc[at]) == everything[at]
        assert list(doc[:][at]) == everything[at]
        assert len(doc[at]) == len(everything[at])
    assert doc[:][-1] is everything[-1]


@given(parses(), st.sets(WORDS))
def test_tokens_are_found_by_their_word(doc: Parse, words: set[str]) -> None:
    assert list(doc.with_word(words)) == [t for t in doc if t.lower_ in words]
    assert list(doc.capitals) == [t.i for t in doc if t.text[0].isupper()]


def test_char_span_takes_whole_tokens_and_no_space_before() -> None:
    doc = parse_of(["Lao", "gold"], [1, 1], starts={0})
    inside, space, beyond = doc.char_span(1, 5), doc.char_span(3, 6), doc.char_span(3, 60)
    assert inside is not None
    assert space is not None
    assert (inside.text, space.text, beyond) == ("Lao gold", "gold", None)


def test_root_of_a_span_is_its_word_nearest_to_the_root() -> None:
    doc = parse_of(["the", "old", "port", "of", "Hanoi", "opened"], [2, 2, 5, 2, 3, 5], starts={0})
    assert doc[0:3].root.text == "port"
    assert doc[3:5].root.text == "of"
    assert doc[0:6].root.text == "opened"


def test_neighbour_beyond_the_ends_is_an_error() -> None:
    first, last = parse_of(["a", "b"], [0, 0], starts={0})
    assert first.nbor() is last
    with pytest.raises(IndexError):
        first.nbor(-1)
    with pytest.raises(IndexError):
        last.nbor()


def test_number_words_and_figures_are_like_numbers() -> None:
    words = ["10,000", "3/4", "21st", "Twelve", "+5", "st", "1/", "fish"]
    doc = parse_of(words, [0] * len(words), starts={0})
    assert [token.like_num for token in doc] == [True, True, True, True, True, False, False, False]


def test_parted_parse_holds_no_tokens() -> None:
    doc = parse_of(["a", "b"], [0, 0], starts={0})
    token: Token = doc[1]
    doc.part()
    assert len(doc) == 0
    assert not hasattr(token, "head")
