"""What an event can be: its quad class, its PLOVER type, and the classes that a warning can be about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from legation.errors import UsageError
from legation.foresight.classes import CLASSES

QUADS: Final = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
"""The quad classes, mildest first."""
_LETTERS: Final = MappingProxyType(dict(zip(("VC", "MC", "VF", "MF"), QUADS, strict=True)))

TYPES: Final = tuple(sorted(kind for name in QUADS for kind in CLASSES[name].conditions[0].types))
"""The types of PLOVER."""
_QUAD_OF_TYPE: Final[Mapping[str, str]] = MappingProxyType(
    {kind: name for name in QUADS for kind in CLASSES[name].conditions[0].types}
)

_CUES: Final = (
    ("THREATEN", "threaten|ultimatum"),
    ("REJECT", "reject|refuse|veto|defy"),
    ("REQUEST", "appeal|demand |request"),
    ("AGREE", "intent"),
    ("ACCUSE", "accuse|criticize|complain|rally opposition|investigate|lawsuit|guilty"),
    ("CONCEDE", "ease |yield|accede|release"),
    ("RETREAT", "retreat|truce|demobilize"),
    ("SANCTION", "sanction|embargo|reduce|halt|expel|withdraw"),
    ("ASSAULT", "use conventional|use uncon|fight|bomb|kill|assassinat|physically|sexually|tortur|mass destr|chemical"),
    ("ASSAULT", "aerial weapon|human shield|abduct|occupy|ceasefire|mass killing|nuclear"),
    ("COERCE", "arrest|repress|restrict|blockade|seize|coerce|confiscate|curfew|martial law|ban polit|deport|destroy"),
    ("MOBILIZE", "mobilize|alert status|military or police power"),
    ("PROTEST", "protest|strike|demonstrate|obstruct|dissent"),
    ("AID", "aid|asylum|peacekeep"),
    ("CONSULT", "visit|meet|consult|telephone|negotiat|mediat"),
    ("SUPPORT", "praise|endorse|recogni|agreement|apolog|forgive|defend|rally support|diplomatic cooperation"),
    ("COOPERATE", "cooperat|intelligence"),
)  # fmt: skip
"""Words by which the name of a kind tells its PLOVER type; the first that fits holds."""
_NAMED: Final = (
    ("visit", "host a visit|make a visit"),
    ("agreement", "sign formal agreement"),
    ("sanction", "impose administrative sanctions|impose embargo"),
    ("downgrade", "reduce or break diplomatic relations"),
)
"""Words by which the name of a kind tells that it is of a class that is no quad class."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event.

    Attributes:
        name: Its name, in words.
        quad: One of `QUADS`.
        type: Its PLOVER type; empty where it is not known.
        classes: Every class that an event of this kind is of, its quad class among them.
    """

    name: str
    quad: str
    type: str = ""
    classes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "classes", self.classes | {self.quad})

    @classmethod
    def of_type(cls, plover: str) -> Kind:
        """The kind that a PLOVER type is by itself."""
        return cls(plover.lower(), _QUAD_OF_TYPE[plover], plover)

    @classmethod
    def of_words(cls, name: str, quad: str | None = None) -> Kind:
        """A kind that is known by its name, such as "Threaten with sanctions", and by its quad class if that is known.

        Raises:
            UsageError: Neither its quad class is given nor does the name tell it.
        """
        said = plain(name).lower()
        type_ = next((each for each, cues in _CUES if any(cue in said for cue in cues.split("|"))), "")
        quad = quad or _QUAD_OF_TYPE.get(type_)
        if quad is None:
            raise UsageError(
                f"of which quad class {name!r} is, is not known; tell it in the table of quad classes"
            )
        named = {each for each, cues in _NAMED if any(said.startswith(cue) for cue in cues.split("|"))}
        return cls(name, quad, type_, frozenset(named))


def plain(name: str) -> str:
    """A name with blanks where files have underscores or hyphens."""
    return name.replace("_", " ").replace("-", " ")


def quad_of(letters: str) -> str:
    """The quad class that two letters stand for: VC, MC, VF or MF.

    Raises:
        UsageError: They stand for none.
    """
    try:
        return _LETTERS[letters.rstrip("+")]
    except KeyError:
        raise UsageError(f"{letters!r} is no quad class; it is one of {', '.join(_LETTERS)}") from None
