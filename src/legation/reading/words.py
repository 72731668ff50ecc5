"""Text to words: what the parser takes for a word or a mark.

Law: words and white space together are the text: ``"".join(word + " " * spaced) == text``.

White space parts the text first; of each piece, marks are taken from the front and the back, then what is joined
within is parted; pieces that no rule leads to ("don't", "U.S.", "a.m.") stand in a table. The rules are those that
the larger pipeline was taught with, without scripts that English texts do not hold.

Source: spaCy's English tokenizer (MIT), https://spacy.io/usage/linguistic-features#how-tokenizer-works.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "parser" / "words.tsv"

_MARK = r"""§%=—–,:;!?¿¡(){}\[\]<>_#*&·'"”“`‘´’‚„»«"""
_MONEY = r"$£€¥฿₽₴₩₪₫₭₮₱₲₵₸₹₺₼₿"
_SIGN = r"¦©®°℀℁℃-℆℈℉℔№℗℞-℣℥℧℩℮⅊⅌⅍⅏↕-↙↜-↟↡↢↤↥↧-↭↯-⇍⇐⇑⇓⇕-⇳⌀-⌇⌌-⌟⌢-⌨⌫-⏛⏢-␦─-▶▸-◀◂-◷☀-♮♰-❧➔-➿⠀-⣿⬀-⬯⭅-⮈�\U0001f000-\U0001faff"
_LETTER = r"[^\W\d_]"
_UNITS = (
    "km|km²|km³|m|m²|m³|dm|dm²|dm³|cm|cm²|cm³|mm|mm²|mm³|ha|µm|nm|yd|in|ft|kg|g|mg|µg|t|lb|oz|m/s|km/h|mph|hPa|Pa|"
    "mbar|mb|MB|kb|KB|gb|GB|tb|TB|T|G|M|K|%"
)
_FRONT = re.compile(rf"\+(?![0-9])|\.\.+|…+|(?:US|C|A)\$|[{_MARK}{_MONEY}{_SIGN}]")
_BACK = re.compile(
    rf"(?:\.\.+|…+|[{_MARK}{_SIGN}]|['’][sS]|(?<=[0-9])\+|(?<=°[FfCcKk])\.|(?<=[0-9])(?:[{_MONEY}]|{_UNITS})"
    rf"|(?<=[0-9%²\-+{_MARK}])\.|(?<=[^\W\d_A-Z])\.|(?<=[A-Z][A-Z])\.)$"
)
_WITHIN = re.compile(
    rf"\.\.+|…|[{_SIGN}]|(?<=[0-9])[+\-*^](?=[0-9-])|(?<=[^\W\d_A-Z'\"”“`‘´’‚„»«])\.(?=[A-Z'\"”“`‘´’‚„»«])"
    rf"|(?<={_LETTER}),(?={_LETTER})|(?<=[^\W_])(?:---|--|——|[-–—~])(?={_LETTER})"
    rf"|(?<=[^\W_])[:<>=/](?={_LETTER})"
)
_ADDRESS = re.compile(
    r"(?:[\w+.-]{2,}://)?(?:\S+(?::\S*)?@)?(?:(?:\d{1,3}\.){3}\d{1,3}"
    r"|(?:[A-Za-z0-9\u00a1-\uffff](?:[\w\u00a1-\uffff-]{0,62}[A-Za-z0-9\u00a1-\uffff])?\.)+[a-z\u00a1-\uffff]{2,63})"
    r"(?::\d{2,5})?(?:[/?#]\S*)?"
)
_SPACE = re.compile(r"\s+|\S+")
_KNOWN = 200_000
"""Pieces whose words are kept in mind."""
_BEFORE_NUMBERS = frozenset("no nos nr vol vols art arts sec para paras reg ch fig".split())
"""Abbreviations whose full stop before a number ends no sentence: "Regulation No. 27"."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {whole: tuple(parts) for whole, *parts in rows}


_pieces: dict[str, tuple[str, ...]] = {}


def words_of(text: str) -> tuple[list[str], list[bool]]:
    """The words of a text, and whether a space follows each.

    Example:
        >>> words_of("It won't rain (today).")
        (['It', 'wo', "n't", 'rain', '(', 'today', ')', '.'], [True, False, True, True, False, False, False, False])
    """
    words: list[str] = []
    spaced: list[bool] = []
    for piece in _SPACE.findall(text):
        if piece == " " and words:
            spaced[-1] = True
        elif piece.isspace():
            _add_space(piece, words, spaced)
        else:
            found = _pieces.get(piece) or _remembered(piece)
            if words and words[-1] == "." and found[0][0].isdigit():
                _join_abbreviation(words, spaced)
            words += found
            spaced += [False] * len(found)
    return words, spaced


def _join_abbreviation(words: list[str], spaced: list[bool]) -> None:
    """Before a number: the full stop and the abbreviation that it belongs to become one word, "No."."""
    if len(words) > 1 and not spaced[-2] and words[-2].lower() in _BEFORE_NUMBERS:
        words[-2:] = [f"{words[-2]}."]
        del spaced[-2]


def _add_space(piece: str, words: list[str], spaced: list[bool]) -> None:
    """White space that is more than the one blank between words is a word of its own."""
    if piece[0] == " " and words:
        spaced[-1] = True
        piece = piece[1:]
    words.append(piece)
    spaced.append(False)


def _remembered(piece: str) -> tuple[str, ...]:
    if len(_pieces) >= _KNOWN:
        _pieces.clear()
    found = _pieces[piece] = _parted(piece)
    return found


def _parted(piece: str) -> tuple[str, ...]:
    front: list[str] = []
    back: list[str] = []
    table = _table()
    while piece and piece not in table:
        first, last = _FRONT.match(piece), _BACK.search(piece)
        if first is None and last is None:
            break
        if first is not None:
            front.append(first[0])
            piece = piece[first.end() :]
            if piece in table:
                break
            last = _BACK.search(piece)
        if last is not None:
            back.append(last[0])
            piece = piece[: last.start()]
    return (*front, *_middle(piece, table), *reversed(back))


def _middle(piece: str, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What is left of a piece without the marks around it."""
    if piece in table:
        return table[piece]
    if "." in piece and _ADDRESS.fullmatch(piece):
        return (piece,)
    parts: list[str] = []
    start = 0
    for match in _WITHIN.finditer(piece):
        if match.start() == 0:
            continue
        parts += (piece[start : match.start()], match[0])
        start = match.end()
    parts.append(piece[start:])
    return tuple(part for part in parts if part)
