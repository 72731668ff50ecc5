"""One journey or encounter spoken of several times in a document becomes one finding.

Law: two findings are one only where nothing that both state differs; what one leaves open the other fills.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from legation.reading.finders.encounter_sides import is_region
from legation.reading.found import Found
from legation.records import FieldValue
from legation.values.when import When

_TOUR: Final = timedelta(days=21)
"""How long after its start a tour may reach its last land."""
_NEWS: Final = timedelta(days=90)
"""How far from publication what a document tells without a date may be."""
_BESIDE: Final = 2
"""Sentences between two tellings of one thing of long ago."""


def merged_visits(found: Iterable[Found]) -> list[Found]:
    """Visits, each once."""
    return _merged(found, ("from", "to", "visitors"))


def merged_contacts(found: Iterable[Found]) -> list[Found]:
    """Contacts, each once."""
    return _merged(found, ("participants", "persons", "mode"))


def _merged(found: Iterable[Found], names: tuple[str, ...]) -> list[Found]:
    kept: list[Found] = []
    for new in sorted(found, key=_fullness, reverse=True):
        at = next((i for i, old in enumerate(kept) if _same(old, new, names)), None)
        if at is None:
            kept.append(new)
        else:
            kept[at] = _filled(kept[at], new)
    return sorted(kept, key=lambda f: (f.sentence.order, f.start))


def _fullness(found: Found) -> tuple[float, bool, bool, int, int]:
    stated = sum(1 for v in found.fields.values() if v not in (None, ()))
    sizes = sum(len(v) for v in found.fields.values() if isinstance(v, tuple))
    body = found.sentence.block.kind != "title"
    return (stated + (found.date is not None), found.weight > 0.5, body, sizes, -found.sentence.order)


def _same(old: Found, new: Found, names: tuple[str, ...]) -> bool:
    if not _same_count(old, new) and not _same_count(new, old):
        return False
    if not _are_of_one_time(old, new):
        return False
    if not _compatible_dates(old.date, new.date) and not _is_leg(old, new) and not _is_leg(new, old):
        return False
    if old.modality != new.modality and not (old.date and new.date):
        return False
    if _goes_home(old, new) or _goes_home(new, old):
        return False
    if old.kind == "contact" and not _may_be_one_circle(old, new):
        return False
    told = ((old.fields.get(n), new.fields.get(n), n) for n in names)
    return all(_agree(a, b) or (n == "to" and (_is_vague(a) or _is_vague(b))) for a, b, n in told)


def _same_count(one: Found, other: Found) -> bool:
    """Whether counts agree: both the same, or one counts the lands that the other names."""
    count, to = one.fields.get("count"), other.fields.get("to")
    if other.fields.get("count") is None and count is not None:
        return isinstance(to, tuple) and len(to) == count
    return count == other.fields.get("count")


def _goes_home(one: Found, other: Found) -> bool:
    """Whether, taken as one, somebody would visit the state that he or she comes from."""
    to = other.fields.get("to")
    return isinstance(to, tuple) and one.fields.get("from") in to


def _may_be_one_circle(old: Found, new: Found) -> bool:
    """Whether two circles of participants can be one: the same, or one side or a person of both told in each."""
    one, other = (_listed(f, "participants") for f in (old, new))
    if one == other or min(len(one), len(other)) < 2:
        return True
    return bool({_key(p) for p in _listed(old, "persons")} & {_key(p) for p in _listed(new, "persons")})


def _listed(found: Found, name: str) -> set[str]:
    value = found.fields.get(name)
    return set(value) if isinstance(value, tuple) else set()


def _are_of_one_time(one: Found, other: Found) -> bool:
    """Whether an undated telling may be of what another dates: of history only where it stands beside it."""
    when = one.date or other.date
    published = one.sentence.text.document.published
    if (
        (one.date and other.date)
        or when is None
        or when.first is None
        or published is None
        or not published.first
    ):
        return True
    return (
        abs(when.first - published.first) <= _NEWS
        or abs(one.sentence.order - other.sentence.order) <= _BESIDE
    )


def _is_part(part: Found, whole: Found) -> bool:
    """Whether one visit went to some of the lands of another, and so tells no more of when that one was."""
    lands, land = _listed(whole, "to"), _listed(part, "to")
    if whole.kind != "visit" or whole.date is None or not land or not land < lands:
        return False
    return part.date is None or part.date.precision == "day"


def _is_leg(whole: Found, part: Found) -> bool:
    """Whether a visit is one leg of a tour: of the same person to one of its lands, within weeks of its start."""
    lands, land = whole.fields.get("to"), part.fields.get("to")
    if whole.kind != "visit" or not isinstance(lands, tuple) or not isinstance(land, tuple):
        return False
    same = whole.fields["visitors"] and whole.fields["visitors"] == part.fields["visitors"]
    if not same or not set(land) < set(lands) or not whole.date or not part.date:
        return False
    first, later = whole.date.first, part.date.first
    return first is not None and later is not None and timedelta(0) <= later - first <= _TOUR


def _is_vague(value: FieldValue) -> bool:
    """Whether all that tells where to is a part of the world."""
    return isinstance(value, tuple) and bool(value) and all(is_region(a) for a in value)


def _agree(old: FieldValue, new: FieldValue) -> bool:
    """Whether two values can be of one thing: one is open, or contained in the other."""
    if old in (None, ()) or new in (None, ()):
        return True
    if isinstance(old, tuple) and isinstance(new, tuple):
        a, b = {_key(x) for x in old}, {_key(x) for x in new}
        return a <= b or b <= a
    return old == new


def _key(name: str) -> str:
    return name.lower().split()[-1]


def _compatible_dates(old: When | None, new: When | None) -> bool:
    return old is None or new is None or old.overlaps(new)


def _filled(old: Found, new: Found) -> Found:
    fields = {
        name: (new.fields.get(name) or value) if value in (None, ()) or _is_vague(value) else value
        for name, value in old.fields.items()
    }
    if _is_part(new, old):
        return replace(old, weight=max(old.weight, new.weight))
    date = _whole(old.date, new.date) if old.kind == "visit" else _finer(old.date, new.date)
    return replace(old, fields=fields, date=date, weight=max(old.weight, new.weight))


def _whole(old: When | None, new: When | None) -> When | None:
    """The days of a whole journey rather than one of them."""
    for whole, part in ((old, new), (new, old)):
        if whole and part and whole.precision == "interval" and whole.contains(part):
            return whole
    return _finer(old, new)


def _finer(old: When | None, new: When | None) -> When | None:
    if old is None or new is None:
        return old or new
    return new if old.contains(new) and new != old and old.precision in ("month", "year") else old
