"""The moves of the parser, chosen here by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from legation.reading.transitions import Moves, Numbers, States, sentence_starts

NAMES = ["S", "D", "L-nsubj", "R-dobj", "B-ROOT"]


def parsed(lengths: list[int], script: list[str]) -> States:
    """Parse with a scorer that wants the same move of all texts, step by step; afterwards shifts and reduces."""
    steps = iter(script)
    moves = Moves(NAMES)

    def score(shown: Numbers) -> NDArray[np.float32]:
        wanted = next(steps, "D")
        row = [2.0 if name == wanted else 1.0 if name == "S" else 0.0 for name in NAMES]
        return np.array([row] * len(shown), dtype=np.float32)

    states = States(lengths)
    states.parse(moves, score)
    return states


def test_verb_takes_its_subject_and_object() -> None:
    states = parsed([3], ["S", "L-nsubj", "S", "R-dobj"])
    assert states.heads.tolist() == [0, 2, 0, 2]
    assert [NAMES[i] for i in states.drawn[[1, 3]]] == ["L-nsubj", "R-dobj"]


def test_texts_of_one_batch_do_not_touch() -> None:
    states = parsed([3, 3], ["S", "L-nsubj", "S", "R-dobj"])
    assert states.heads.tolist() == [0, 2, 0, 2, 5, 0, 5]


def test_no_arc_goes_over_a_break() -> None:
    states = parsed([2], ["B-ROOT", "S", "L-nsubj"])
    assert states.heads.tolist() == [0, 0, 0]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_any_scores_end_in_trees(lengths: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    states = States(lengths)
    states.parse(Moves(NAMES), lambda shown: rng.random((len(shown), len(NAMES)), dtype=np.float32))
    begin = 1
    for length in lengths:
        for token in range(begin, begin + length):
            seen = {token}
            while head := int(states.heads[token]):
                assert begin <= head < begin + length
                assert head not in seen
                seen.add(head)
                token = head
        begin += length


def test_sentence_begins_where_another_tree_does() -> None:
    assert sentence_starts(np.array([1, 1, 1, 4, 4])).tolist() == [True, False, False, True, False]
