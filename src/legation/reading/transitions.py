"""Arc-eager parsing of many texts in step: at each step every text that is not done makes its best move.

Tokens of all texts are numbered together from 1, and 0 is no token, so that what stands on a stack, at the front of
the buffer or under a word is looked up for all texts at once. A text that is done leaves; longer ones go on.

Source: arc-eager parsing with sentence breaks and "unshift", Nivre (2003), Nivre and Fernández-González (2014), in
the form that spaCy's parser has, which the weights were learnt by.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.intp]
Scores = NDArray[np.float32]
Scorer = Callable[[Numbers], Scores]
"""From the tokens that a state shows, 8 a state, to the scores of all moves."""

_KINDS = "SDLRB"
"""Shift, reduce, left arc, right arc, break: the first letter of a move's name."""
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)
_NEVER = np.float32(-1e9)


class Moves:
    """The moves that a parser may choose from.

    Attributes:
        kinds: For each move its kind.
        labels: For each move the relation that it draws.
        bars: For each set of kinds that are allowed, as bits, what is added to the scores.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.kinds = np.array([_KINDS.index(name[0]) for name in names], dtype=np.intp)
        self.labels = [name[2:] for name in names]
        bits = np.arange(32)[:, None] >> self.kinds[None, :] & 1
        self.bars = np.where(bits == 1, np.float32(0), _NEVER).astype(np.float32)


class States:
    """The states of all texts, from nothing read to all read.

    Attributes:
        heads: For each token its head; 0 for a root.
        drawn: For each token the move that drew the arc to it.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        total, texts = sum(lengths), len(lengths)
        sizes = np.array(lengths, dtype=np.intp)
        self.heads: Numbers = np.zeros(total + 1, np.intp)
        self.drawn: Numbers = np.zeros(total + 1, np.intp)
        self._lefts: Numbers = np.zeros(total + 1, np.intp)  # the last child on each side
        self._rights: Numbers = np.zeros(total + 1, np.intp)
        self._before: Numbers = np.zeros(
            total + 1, np.intp
        )  # the child that was the last on the right before
        self._begins: NDArray[np.bool_] = np.zeros(total + 1, bool)
        self._returned: NDArray[np.bool_] = np.zeros(total + 1, bool)
        self._end = np.cumsum(sizes) + 1  # the number behind a text's last token
        self._next: Numbers = self._end - sizes
        room = sizes + 3  # three blanks, then tokens
        self._stack: Numbers = np.zeros(total + 3 * texts, np.intp)
        self._put_back: Numbers = np.zeros(total + 3 * texts, np.intp)
        self._floor: Numbers = np.cumsum(room) - sizes - 1  # the last blank of a text
        self._top: Numbers = self._floor.copy()
        self._front: Numbers = self._floor.copy()

    def parse(self, moves: Moves, score: Scorer) -> None:
        """Move all texts to their ends."""
        live = np.arange(len(self._end))
        while len(live):
            self._step(live, moves, score)
            done = (self._top == self._floor) & (self._front == self._floor) & (self._next == self._end)
            if done.any():
                live = np.flatnonzero(~done)

    def _step(self, live: Numbers, moves: Moves, score: Scorer) -> None:
        top, front, floor = self._top[live], self._front[live], self._floor[live]
        upcoming, end = self._next[live], self._end[live]
        waiting = front - floor
        b0 = np.where(waiting > 0, self._put_back[front], upcoming * (upcoming < end))
        second = upcoming + (waiting == 0)
        b1 = np.where(waiting > 1, self._put_back[front - 1], second * (second < end))
        s0, s1, s2 = self._stack[top], self._stack[top - 1], self._stack[top - 2]
        shown = np.stack([b0, b1, s0, s1, s2, self._lefts[b0], self._lefts[s0], self._rights[s0]], axis=1)
        allowed = self._allowed(s0, b0, b1)
        chosen = (score(shown) + moves.bars[allowed]).argmax(axis=1)
        kind = moves.kinds[chosen]
        self._arcs(kind, chosen, s0, b0)
        self._begins[b1[kind == _BREAK]] = True
        self._shift(live, kind, b0)
        self._reduce(live, kind, s0)

    def _allowed(self, s0: Numbers, b0: Numbers, b1: Numbers) -> Numbers:
        """The kinds of move that each state allows, as bits."""
        some, ahead, two = s0 > 0, b0 > 0, b1 > 0
        inside = some & ahead & ~self._begins[b0]
        shift = ~some | (two & ~self._begins[b0] & ~self._returned[b0])
        split = two & (b1 == b0 + 1) & ~self._begins[b1]
        bits: Numbers = (
            shift * (1 << _SHIFT)
            + some * (1 << _REDUCE)
            + inside * ((1 << _LEFT) + (1 << _RIGHT))
            + split * (1 << _BREAK)
        )
        return bits

    def _arcs(self, kind: Numbers, chosen: Numbers, s0: Numbers, b0: Numbers) -> None:
        at = kind == _LEFT
        child, head = s0[at], b0[at]
        former = self.heads[child]
        lost = (former > 0) & (self._rights[former] == child)
        self._rights[former[lost]] = self._before[child[lost]]
        self.heads[child], self.drawn[child] = head, chosen[at]
        self._lefts[head] = child
        self._returned[head] = False
        at = kind == _RIGHT
        child, head = b0[at], s0[at]
        self.heads[child], self.drawn[child] = head, chosen[at]
        self._before[child] = self._rights[head]
        self._rights[head] = child

    def _shift(self, live: Numbers, kind: Numbers, b0: Numbers) -> None:
        """Take the buffer's first token onto the stack."""
        at = (kind == _SHIFT) | (kind == _RIGHT)
        taking = live[at]
        again = self._front[taking] > self._floor[taking]
        self._front[taking] -= again
        self._next[taking] += ~again
        self._top[taking] += 1
        self._stack[self._top[taking]] = b0[at]

    def _reduce(self, live: Numbers, kind: Numbers, s0: Numbers) -> None:
        """Take the token off the stack; one without a head goes back to the buffer, unless it is the only one."""
        at = kind == _REDUCE
        reducing, token = live[at], s0[at]
        back = (self.heads[token] == 0) & (self._top[reducing] > self._floor[reducing] + 1)
        returning, token = reducing[back], token[back]
        self._returned[token] = True
        self._front[returning] += 1
        self._put_back[self._front[returning]] = token
        self._top[live[at | (kind == _LEFT)]] -= 1


def sentence_starts(heads: Numbers) -> NDArray[np.bool_]:
    """Whether a sentence begins with each token: the first of those that hang together.

    Args:
        heads: For each token the number of its head; a root's is its own.
    """
    roots = heads
    while True:
        above = roots[roots]
        if (above == roots).all():
            break
        roots = above
    starts = np.zeros(len(heads), bool)
    starts[np.unique(roots, return_index=True)[1]] = True
    return starts
