"""Titles of laws, orders, resolutions, strategies and doctrines as they stand in a sentence.

Only what bears a name or a number is a title: "the Trade Expansion Act of 1962", "Decree 13/2023", "Executive Orders
14039 and 14068", "its Indo-Pacific Strategy", "an executive order modifying the tariff rates". A heading such as
"foreign policy" names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from legation.reading.text import Sentence

Sort = Literal["order", "law", "resolution", "strategy", "emergency", "signed"]

_NUMBER = r"(?:No\.?\s?|Nr\.?\s?|number\s)?\d[\w/.-]*\w|(?:No\.?\s?)?\d"
_WORD = r"(?:[A-Z][\w’'-]*|\d{4})"
_LINK = r"(?:of|and|for|on|to|the|in|&|with)"
_NAME = rf"{_WORD}(?:\s(?:{_LINK}\s){{0,3}}{_WORD}){{0,9}}"

_NUMBERED: Final = re.compile(
    r"\b(?P<form>(?:Presidential |Royal |Government |Prime Minister(?:ial)? |Supreme |Sovereign |Legislative |Council )?"
    r"(?:Executive Orders?|E\.O\.s?|Proclamations?|Decrees?|Decree-Laws?|Regulations?|Directives?|Circulars?|Ordinances?|"
    r"Resolutions?|Decisions?|Public Laws?|Republic Acts?|Presidential (?:Determinations?|Memorand(?:um|a))|"
    r"National Security (?:Presidential )?Memorand(?:um|a)|UNSCRs?|UNGA [Rr]esolutions?|"
    r"(?:UN|U\.N\.|United Nations) (?:Security Council|General Assembly) [Rr]esolutions?|"
    r"(?:Security Council|General Assembly) [Rr]esolutions?))"
    rf"\s(?P<numbers>(?:{_NUMBER})(?:(?:,\s(?:and\s)?|\sand\s)(?:{_NUMBER})(?!\s(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)))*)"
)
_ANNOUNCED_NUMBER: Final = re.compile(
    rf"\b(?:Announcement|Notice|Order|Decree|Decision) of the {_NAME},?\sNo\.?\s?\d+(?:\sof\s\d{{4}})?"
)
_CODES: Final = r"(?:Civil|Criminal|Penal|Labou?r|Tax|Customs|Commercial|Maritime)"
_LAW: Final = re.compile(
    rf"\b(?P<title>{_WORD}(?:(?:\s(?:and|of|for|to|with|&))?\s{_WORD}){{0,8}}"
    rf"\s(?:Act|Law|{_CODES} Code)\b(?:\sof\s\d{{4}})?)(?!\s?[A-Z\d])"
)
_LAW_ON: Final = re.compile(
    rf"\b(?:(?:Federal|Organic|Basic|Framework) )?(?:Law|Ordinance|Act) on (?:the )?{_NAME}"
    rf"|\b(?:Organic|Basic|Framework|Federal|Constitutional) (?:Law|Act) (?:of|for|against|to) (?:the )?{_NAME}"
)
_OF_CONGRESS: Final = re.compile(rf"\b(?:Resolution|Documents|Declaration) of the \d+(?:st|nd|rd|th) {_NAME}")
_KINDS: Final = (
    r"Strategy|Doctrine|White Paper|Vision(?= 20\d\d)|Agenda(?= 20\d\d)|Master Plan|Strategic Concept|Action Plan|Call to Action|"
    r"(?:East|South|North|West|First|Sunshine|Door|Neighbou?r|Neighbou?rhood) Policy|"
    r"(?:Jobs|Rescue|Families|Recovery|Reform|Development|Infrastructure|Security|Five-Year) Plan|"
    r"(?:Assistance|Aid|Scholarship|Partnership|Development|Support|Exchange|Reform) [Pp]rogram(?:me)?|"
    r"Outlook on the (?:[A-Z][\w-]+\s?){1,3}|Common Framework for (?:[A-Z][\w-]+\s?){1,4}"
)
_STRATEGY: Final = re.compile(
    rf"\b(?P<title>(?:{_WORD}(?:\s(?:and|of|for|the|on)){{0,2}}\s){{1,6}}(?:{_KINDS})"
    r"(?:\s(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?)?)(?![a-z’'])"
    r"(?!\s(?:Group|Forum|Dialogue|Council|Office|Institute|Committee))"
)
_FAMED: Final = re.compile(
    r"\b(?:One|one)[- ]China (?:[Pp]olicy|[Pp]rinciple)|\b[Dd]oi [Mm]oi"
    r"|[“\"‘'][A-Z][\w\s,’-]{3,60}[”\"’'] (?:policy|doctrine|strategy)"
)
_EMERGENCY: Final = re.compile(
    r"\bnational emergency (?:(?:with respect to|in response to|over|regarding|concerning|related to) (?:U\.S\.|[^,;.()]){3,160}?"
    r"(?= (?:that|must|declared|beyond|is to|which|was|and the emergency authority)\b|[,;.]|$)|declared in Executive Order \d+)"
)
_SIGNED: Final = re.compile(
    r"\b(?:signed|issued|enacted|promulgated|passed|adopted|approved|signs|issues|passes|adopts|approves)\s(?:an?|the|new|two|another)\s(?:\w+\s){0,2}?"
    r"(?P<title>(?:Executive Order|executive order|[Pp]roclamation|[Dd]ecree|[Oo]rdinance|[Ll]aw|[Bb]ill|[Mm]emorandum|resolution"
    r"|regulation|strategy|doctrine|white paper)"
    r"(?:\s(?:last \w+|today|yesterday|this \w+|earlier \w+))?"
    r"\s(?:[a-z]+ing|to|on|that|regarding|with respect to)\s[^.;:]{8,160})"
)
_TARIFFS: Final = re.compile(
    r"\b(?:announced|announces|unveiled|announcing)\s"
    r"(?P<title>(?:[\w%.-]+\s){0,5}(?:tariffs?|duties|export controls)(?:\son\s(?:[\w.’'-]+\s?){1,5})?)"
)
_ORDERED: Final = re.compile(
    r"\bhereby (?:ordered?|proclaim|decreed?)\b|\b[Bb]y the authority vested in me\b|^SUBJECT: |\bit is the policy of\b",
    re.M,
)
_OFFICES: Final = re.compile(
    r"\b(?:Office|President|White House|"
    r"Director|Secretary|Advis[oe]r|Cent(?:er|re)|Institute|Council|Department|Minister|Ministry|School|Assistant|Nominee|"
    r"Senators?|Coordinator|Committee|Chair\w*|Bureau|Professor|Fellow|Journal|Dean|Foundation)\b"
)
_OWNER: Final = re.compile(r"^[^’']+[’']s\s")
_COMMON: Final = frozenset(
    {
        "The",
        "This",
        "That",
        "An",
        "A",
        "Our",
        "Their",
        "Its",
        "His",
        "Under",
        "By",
        "In",
        "On",
        "New",
        "And",
        "For",
        "With",
        "Section",
        "At",
        "From",
        "To",
        "Through",
        "As",
        "But",
        "After",
        "Following",
        "While",
        "Today",
        "Since",
    }
)
_NOT_LAWS: Final = frozenset(
    {
        "International Law",
        "Rule of Law",
        "Public Law",
        "Martial Law",
        "Humanitarian Law",
        "International Humanitarian Law",
        "Family Law",
        "Common Law",
        "Civil Code",
        "Final Act",
        "Constitution",
    }
)
_NOT_STRATEGIES: Final = frozenset(
    {
        "Foreign Policy",
        "Public Policy",
        "Economic Policy",
        "Trade Policy",
        "Gender Policy",
        "Domestic Policy",
        "Climate Policy",
        "Monetary Policy",
        "Defense Policy",
        "Open Door Policy",
        "Joint Action Plan",
    }
)
_NEEDS: Final = {
    "numbered": "Order|E.O.|Proclamation|Decree|Regulation|Directive|Circular|Ordinance|esolution|Decision|"
    "Public Law|Republic Act|Presidential Determination|Memorand|UNSCR",
    "announced number": "Announcement of|Notice of|Order of|Decree of|Decision of",
    "tariffs": "announc|unveiled",
    "signed": "signed|issued|enacted|promulgated|passed|adopted|approved|signs|issues|passes|adopts|approves",
    "law on": "Law|Ordinance|Act",
    "of congress": "Resolution of|Documents of|Declaration of",
    "emergency": "national emergency",
    "law": "Act|Law|Code",
    "famed": "hina|oi |policy|doctrine|strategy",
    "strategy": "Vision|Agenda|"
    "Strategy|Doctrine|White Paper|Strategic Concept|Call to Action|Policy|Plan|rogram|Outlook on|Framework",
    "ordered": "hereby|authority vested|SUBJECT|policy of",
}
"""Of each pattern what all its matches hold: looked for first, for few sentences have it."""
_PARTS: Final = {name: tuple(parts.split("|")) for name, parts in _NEEDS.items()}


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a sentence.

    Attributes:
        start: First token in its block.
        end: Token after the last.
        words: The title as it is written down.
        sort: What kind of policy it is.
        place: Its place among the numbers of one list ("Orders 1 and 2 on Monday and Tuesday"), from 0.
    """

    start: int
    end: int
    words: str
    sort: Sort
    place: int = 0


def titles_in(sentence: Sentence) -> list[Title]:
    """The titles of a sentence in order, none within another."""
    text = sentence.span.text
    found: list[tuple[int, int, str, Sort, int]] = []
    for start, end, words, sort, place in _all(text):
        shared = place and any(place and f[0] <= start < f[1] and f[4] < place for f in found)
        if shared or all(end <= f[0] or start >= f[1] for f in found):
            found.append((start, end, words, sort, place))
    whole = sentence.text.document.title
    if whole and not found and any(_matches(_ORDERED, "ordered", text)):
        found.append((0, len(text.rstrip()), whole, "signed", 0))  # the order itself, under its own title
    base = sentence.span.start_char
    titles = []
    for start, end, words, sort, place in sorted(found, key=lambda f: (f[0], f[4])):
        span = sentence.doc.char_span(base + start, base + end)
        if span is not None:
            titles.append(Title(span.start, min(span.end, sentence.end), words, sort, place))
    return titles


def _matches(pattern: re.Pattern[str], name: str, text: str) -> Iterable[re.Match[str]]:
    """The matches of a pattern, which is tried only where a part that they all hold stands in the text."""
    for part in _PARTS[name]:
        if part in text:
            return pattern.finditer(text)
    return ()


def _all(text: str) -> Iterator[tuple[int, int, str, Sort, int]]:
    yield from _numbered(text)
    for match in _matches(_ANNOUNCED_NUMBER, "announced number", text):
        yield match.start(), match.end(), match.group(), "order", 0
    for match in _matches(_TARIFFS, "tariffs", text):
        yield match.start("title"), match.end("title"), match.group("title").strip(), "signed", 0
    for match in _matches(_SIGNED, "signed", text):
        yield match.start("title"), match.end("title"), _short(match.group("title")), "signed", 0
    for match in (*_matches(_LAW_ON, "law on", text), *_matches(_OF_CONGRESS, "of congress", text)):
        yield match.start(), match.end(), match.group(), "law" if "Law" in match.group() else "resolution", 0
    for match in _matches(_EMERGENCY, "emergency", text):
        yield match.start(), match.end(), match.group(), "emergency", 0
    for match in _matches(_LAW, "law", text):
        yield from _named(match, "law", _NOT_LAWS)
    for match in _matches(_FAMED, "famed", text):
        yield match.start(), match.end(), match.group().strip("“”\"‘’'"), "strategy", 0
    for match in _matches(_STRATEGY, "strategy", text):
        yield from _named(match, "strategy", _NOT_STRATEGIES)


def _numbered(text: str) -> Iterator[tuple[int, int, str, Sort, int]]:
    for match in _matches(_NUMBERED, "numbered", text):
        form = match.group("form")
        numbers = re.findall(_NUMBER, match.group("numbers"))
        singular = re.sub(
            r"(Order|Proclamation|Decree|Law|Regulation|Directive|Circular|Ordinance|esolution|Decision|UNSCR|Act)s$",
            r"\1",
            form,
        )
        singular = re.sub(r"^E\.O\.s?$", "Executive Order", singular)
        sort: Sort = "resolution" if re.search(r"esolution|UNSCR", form) else "order"
        for place, number in enumerate(numbers):
            yield match.start(), match.end(), f"{singular} {number}", sort, place


def _named(
    match: re.Match[str], sort: Sort, common: frozenset[str]
) -> Iterator[tuple[int, int, str, Sort, int]]:
    """A capitalised name, without the capitalised word that only begins the sentence."""
    words = match.group("title")
    start = match.start("title")
    while (first := words.split(" ", 1)[0]) in _COMMON and " " in words:
        start += len(first) + 1
        words = words.split(" ", 1)[1]
    if (owner := _OWNER.match(words)) and len(words[owner.end() :].split()) > 1:
        start += owner.end()
        words = words[owner.end() :]
    if _OFFICES.search(words):
        return
    if len(words.split()) >= 2 and words not in common and not words.endswith(tuple(f" {c}" for c in common)):
        yield start, match.end("title"), words, sort, 0


def _short(words: str) -> str:
    """At most a dozen words of what an order does, cut at a comma."""
    return " ".join(re.split(r",\s|\s(?:that|which|as part|in order)\s", words)[0].split()[:14])
