"""A parsed block as plain objects: its tokens, their tree, its sentences.

Laws: a token is one object for the life of its parse; ``t in t.head.children`` for every token but a root; the
subtree of a token holds it and all that hang on it, and is a run of neighbours where the tree is projective.

Everything is filled in at once from columns (`Columns`), whatever parser they come from; what few ask for (subtree,
conjuncts) is worked out when first asked, and kept. The names of the attributes are spaCy's.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from sys import intern
from typing import overload

from legation.reading.once import once

_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth hundredth thousandth millionth billionth trillionth".split()
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What a parser says of a text, a value for each token.

    Attributes:
        words: The words as they stand in the text.
        spaced: Whether a space follows.
        lemmas: The dictionary forms.
        pos: Coarse parts of speech (``VERB``).
        tags: Fine parts of speech (``VBN``).
        deps: The relation to the head (``nsubj``).
        heads: The number of the head; a root's is its own.
        starts: Whether a sentence begins; the first always does.
    """

    words: Sequence[str]
    spaced: Sequence[bool]
    lemmas: Sequence[str]
    pos: Sequence[str]
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    starts: Sequence[bool]


class Token:
    """A word or mark of a parsed text.

    Attributes:
        doc: The parse that it is of.
        i: Its number there.
        idx: The offset of its first character.
        text: The word as it stands.
        whitespace_: The space behind it, or nothing.
        lower_: The word in lower case.
        lemma_: Its dictionary form.
        pos_: Its coarse part of speech.
        tag_: Its fine part of speech.
        dep_: Its relation to its head.
        head: What it hangs on; a root hangs on itself.
        children: What hangs on it, in order.
    """

    __slots__ = (
        "_conjuncts",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Parse
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: Token
    children: Sequence[Token]
    _subtree: tuple[Token, ...]
    _conjuncts: tuple[Token, ...]

    def __init__(self, i: int, idx: int, text: str, whitespace: str, said: tuple[str, str, str, str]) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.whitespace_ = whitespace
        self.lower_ = intern(text.lower())
        self.lemma_, self.pos_, self.tag_, self.dep_ = said
        self.children = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The word with the space behind it."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> list[Token]:
        """What hangs on it and stands before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """What hangs on it and stands behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It and all that hang on it, at any remove; in order where the tree is projective."""
        try:
            return self._subtree
        except AttributeError:
            self._subtree = self._gathered()
        return self._subtree

    def _gathered(self) -> tuple[Token, ...]:
        if not self.children:
            return (self,)
        found: list[Token] = []
        for child in self.lefts:
            found += child.subtree
        found.append(self)
        for child in self.rights:
            found += child.subtree
        return tuple(found)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=_number)

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=_number)

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on up to the root; nothing for a root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """Those that are listed with it ("France, Italy and Spain"), without itself."""
        try:
            return self._conjuncts
        except AttributeError:
            self._conjuncts = self._listed()
        return self._conjuncts

    def _listed(self) -> tuple[Token, ...]:
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:  # which grows on the way
            found += [child for child in token.children if child.dep_ == "conj" and child.i > token.i]
        return tuple(token for token in found if token is not self)

    def nbor(self, i: int = 1) -> Token:
        """The token so many places on.

        Raises:
            IndexError: The parse ends before.
        """
        if self.i + i < 0:
            raise IndexError(f"no token {-i} places before {self.text!r}")
        return self.doc.tokens[self.i + i]

    @property
    def sent(self) -> Span:
        """Its sentence."""
        sents = self.doc.sents
        return sents[bisect_right(sents, self.i, key=lambda sent: sent.start) - 1]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.sent.start == self.i

    @property
    def is_punct(self) -> bool:
        """Whether it is made of marks only."""
        return all(unicodedata.category(char).startswith("P") for char in self.text)

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def like_num(self) -> bool:
        """Whether it is a number in figures or one word: "10,000", "3/4", "21st", "twelve"."""
        if self.lower_ in _NUMBERS:
            return True
        figures = self.lower_.lstrip("+-±~").replace(",", "").replace(".", "")
        if figures.endswith(("st", "nd", "rd", "th")):
            figures = figures[:-2]
        return all(part.isdigit() for part in figures.split("/", 1))


def _number(token: Token) -> int:
    return token.i


class Span:
    """Tokens ``[start, end)`` of a parse."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Parse, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[range(self.start, self.end)[at]]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The offset of its first character."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def text(self) -> str:
        """Its words as they stand, without the space behind the last."""
        if self.start >= self.end:
            return ""
        last = self.doc.tokens[self.end - 1]
        return self.doc.text[self.start_char : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of those that are equally near."""
        best, least = self.doc.tokens[self.start], len(self.doc)
        for token in self.doc.tokens[self.start : self.end]:
            if token.head is token:
                return token
            if self.start <= token.head.i < self.end:
                continue
            depth = sum(1 for _ in token.ancestors)
            if depth < least:
                best, least = token, depth
        return best


class Parse:
    """A parsed text.

    Attributes:
        text: The text.
        tokens: Its tokens, in order.
        sents: Its sentences, in order.
    """

    def __init__(self, text: str, columns: Columns) -> None:
        self.text = text
        self.tokens = _tokens(self, columns)
        self._starts = [token.idx for token in self.tokens]
        begins = [i for i, start in enumerate(columns.starts) if start or i == 0]
        ends = [*begins[1:], len(self.tokens)]
        self.sents = tuple(Span(self, start, end) for start, end in zip(begins, ends, strict=bool(begins)))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def __repr__(self) -> str:
        return self.text

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that the characters ``[start, end)`` touch; None where the text ends before."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        behind = first.idx + len(first.text) == start  # the space behind a word is none of it
        return Span(self, first.i + behind, last.i + 1)

    def part(self) -> None:
        """Undo the ties between its tokens, and forget them.

        They hold each other, so that else they would stay until Python's collector has walked all of them.
        """
        for token in self.tokens:
            del token.doc, token.head, token.children
            token._subtree = token._conjuncts = ()
        self.tokens.clear()
        self.sents = ()

    @once
    def capitals(self) -> tuple[int, ...]:
        """The numbers of the tokens that begin with a capital."""
        return tuple(token.i for token in self.tokens if token.text[0].isupper())

    @once
    def words(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset([token.lower_ for token in self.tokens])

    def with_word(self, words: Set[str]) -> Sequence[Token]:
        """The tokens that are one of these words (in lower case), in order."""
        if self.words.isdisjoint(words):
            return ()
        return [token for token in self.tokens if token.lower_ in words]

    def _token_at(self, char: int) -> Token | None:
        """The token that a character or the space behind it belongs to."""
        at = bisect_right(self._starts, char) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if char < token.idx + len(token.text) + len(token.whitespace_) else None


def _tokens(doc: Parse, columns: Columns) -> list[Token]:
    spaces = [" " if spaced else "" for spaced in columns.spaced]
    starts = accumulate(map(add, map(len, columns.words), columns.spaced), initial=0)
    said = zip(columns.lemmas, columns.pos, columns.tags, columns.deps, strict=True)
    tokens = list(map(Token, range(len(spaces)), starts, columns.words, spaces, said))
    hanging: dict[int, list[Token]] = {}
    for token, head in zip(tokens, columns.heads, strict=True):
        token.doc = doc
        token.head = tokens[head]
        if head != token.i:
            hanging.setdefault(head, []).append(token)
    for head, children in hanging.items():
        tokens[head].children = children
    return tokens
