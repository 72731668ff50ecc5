"""The words that dates are written with, in English, French and Vietnamese, and shared regex pieces."""

from __future__ import annotations

from typing import Final

from legation.values.when import MONTHS

_FRENCH = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
)
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_VIETNAMESE = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_GLUED = ("in", "on", "by", "of", "since", "from", "until", "before", "after", "early", "late", "and", "to")


def _months() -> dict[str, int]:
    rows = [MONTHS, *(row.split() for row in _FRENCH)]
    table = {form: i for row in rows for i, name in enumerate(row, 1) for form in (name, name.title())}
    table |= {name.upper(): i for i, name in enumerate(MONTHS, 1)}
    table |= {form: i for i, name in enumerate(_SHORT.split(), 1) for form in (name, name.upper())}
    return table | {name.lower(): i for i, name in enumerate(MONTHS, 1)} | {"Sept": 9, "SEPT": 9}


MONTH_NUMBERS: Final = _months()
"""Month names and short forms as they are written, with their numbers. Short forms in lower case are left
out: "mar", "dec" and "jan" are words of other kinds."""

SHORT_MONTHS: Final = frozenset(
    form for name in [*_SHORT.split(), "Sept"] if name != "May" for form in (name, name.upper())
)
"""Forms that stand for a month only beside a day or a year."""

VERB_MONTHS: Final = frozenset({"may", "march", "august", "mars"})
"""Words in lower case that are months only where a day and a year, or "in" and a year, stand with them."""

GLUED_MONTHS: Final = {
    prefix + name: len(prefix) for word in _GLUED for prefix in (word, word.title()) for name in MONTHS
}
"""Month names with a lost space before them ("InDecember"), and where the month begins."""

VIETNAMESE_MONTHS: Final = {name: i for i, name in enumerate(_VIETNAMESE, 1)} | {"giêng": 1, "chạp": 12}

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT_WEEKDAYS: Final = {
    form: i
    for i, forms in enumerate(["Mon", "Tue Tues", "Wed", "Thu Thur Thurs", "Fri", "Sat", "Sun"])
    for name in forms.split()
    for form in (name, name.upper())
}
WEEKDAYS: Final = {form: i for i, name in enumerate(_DAYS) for form in (name, name.upper())} | {
    form: i for i, name in enumerate(_JOURS) for form in (name, name.title())
}

_COUNTING = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
"""
NUMBERS: Final = {word: i for i, word in enumerate(_COUNTING.split())} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

SPACE: Final = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
"""Blanks within a paragraph: at most one line break."""

DAY: Final = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH|er)?(?!\w|%|[.:]\d|,\d{3}(?!\d))"
YEAR: Final = r"(1\d{3}|20\d\d|21\d\d)(?![\w%]|[.,:]\d)"
TO: Final = (
    rf"(?:{SPACE}?[-–—]{SPACE}?"
    rf"|{SPACE}(?:to|until|till|through|au|đến|tới){SPACE}(?:the{SPACE}|ngày{SPACE})?)"
)
UNITS: Final = (
    r"(?:%|percent|per\s?cent|thousand|million|billion|trillion|bn|mn|tonnes?|tons?|kilomet(?:re|er)s?|km|miles?"
    r"|hectares?|MW|GW|kWh?|barrels?|dollars?|euros?|yen|yuan|won|USD|EUR|VND|dong|people|persons|troops|soldiers"
    r"|workers|students|households|companies|enterprises|firms|participants|delegates|guests|points|jobs|seats|"
    r"vehicles|aircraft|ships|homes|houses|deaths|cases|years)\b"
)
"""What turns the number before it into an amount."""
