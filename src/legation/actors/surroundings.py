"""What stands around a name and shows that it names no actor there: a sea, a treaty, a language, a person."""

from __future__ import annotations

import re
from typing import Final

from legation.actors.actor import FormType
from legation.actors.load import lines

_CURRENCY: Final = (
    "dollars?|pounds?|francs?|pesos?|yens?|won|dong|baht|rupees?|rupiahs?|reais|real|roubles?|rubles?|kron[ae]r?|"
    "lira|riyals?|rials?|dirhams?|dinars?|yuan|renminbi|ringgit|shillings?|rands?|zloty|zlotys|forints?|hryvnias?"
)
_THING: Final = (
    "Sea|Ocean|Strait|Straits|Gulf|Bay|Channel|River|Times|Post|Herald|Tribune|Gazette|Morning News"
)
_WORDS: Final = frozenset(("WHO", "CAR", "CAN", "AID", "IS"))  # words too, in a line of capitals
_FEW: Final = 5
_TREATY: Final = (
    "Agreements?|Accords?|Conventions?|Protocols?|Declarations?|Treaty|Treaties|Principles|Rules|Charter|"
    "Statute|Memorandum|Consensus|Regulation|Process|Framework|Compact|Pact|Goals?|Platform|Outcome|Formula|"
    "Plan of Action|Club|Olympics|Marathon|Biennale|Airport|International Airport|University|Avenue|Street|"
    "Film Festival"
)
_AFTER_ANY: Final = re.compile(
    rf"(?:\$|€|£)|[ \u00a0](?:{_CURRENCY})(?!\w)|"
    rf"[ -](?:languages?|speakers?|speaking)(?!\w)|[ ](?:{_THING})(?![\w-])"
)
_AFTER_PLACE: Final = re.compile(rf"[ ](?:(?:Climate|State|Tech|Commonwealth)[ ])?(?:{_TREATY})(?!\w)")
_BEFORE_ANY: Final = re.compile(
    r"(?<!\w)(?:Sea|Gulf|Straits?|Bay|Bight|Treaty|Treaties|Statute|Siege|Battle|Bishop|Archbishop|Duke|Duchess|"
    r"Prince of|Bank|University|Peace|Congress|Convention|Statue|Republic of New) of (?:the )?$"
)
_SPOKEN: Final = re.compile(
    r"(?<!\w)(?i:in|into|speaks?|spoke|spoken|speaking|learn|learns|learning|teach|teaches|fluent in|from) $"
)
_LANGUAGE_END: Final = re.compile(r"(?:[.,;:)!?”\"]|\s*$|\s+(?:and|or|but|to|with|on|as|at)(?!\w))")
_BARE_LANGUAGE: Final = re.compile(r"(?:ese|sh|ch|ss|an|ic|Thai|Greek|Lao|Hindi|Khmer)$")
_ALSO_PERSONS: Final = frozenset(lines("surnames.txt"))
_GIVEN_NAMES: Final = frozenset(lines("given_names.txt"))
_WORD_BEFORE: Final = re.compile(r"(?<!\w)([A-Z][a-z]+\.?|[A-Z]\.) $")
_ARABIC: Final = re.compile(r"(?<![^\W_])(?:[Aa]l|[Ee]l|[Bb]in|[Ii]bn)-$")
_COURTESY: Final = frozenset(("mr", "mrs", "ms", "dr", "prof", "rep", "sen", "gov", "sir"))


def names_no_actor(text: str, start: int, end: int, form: FormType) -> bool:
    """Whether the words beside a name show that it is part of something else.

    Args:
        text: The text.
        start: Where the name starts.
        end: Where it ends.
        form: What kind of form of the actor it is; a region's name counts as a capital's.
    """
    before = text[max(0, start - 30) : start]
    if _AFTER_ANY.match(text, end) or (
        text[start:end] in _WORDS and _in_capitals(before + text[end : end + 30])
    ):
        return True
    if _BEFORE_ANY.search(before):
        return form != "official"
    if form == "capital" and _AFTER_PLACE.match(text, end):
        return True
    surface = text[start:end]
    if form == "demonym":
        return _is_language(before, surface, text[end : end + 8])
    return _is_surname(before, surface)


def _in_capitals(around: str) -> bool:
    return sum(c.isupper() for c in around) > _FEW and not any(c.islower() for c in around)


def _is_language(before: str, surface: str, after: str) -> bool:
    return bool(_SPOKEN.search(before) and _BARE_LANGUAGE.search(surface) and _LANGUAGE_END.match(after))


def _is_surname(before: str, surface: str) -> bool:
    if _ARABIC.search(before):
        return True
    if surface.casefold() not in _ALSO_PERSONS:
        return False
    match = _WORD_BEFORE.search(before)
    if match is None:
        return False
    word = match.group(1).rstrip(".").casefold()
    return word in _GIVEN_NAMES or (word in _COURTESY and match.group(1).endswith("."))
