"""One journey or encounter spoken of several times in a document becomes one finding.

Law: two findings are one only where nothing that both state differs; what one leaves open the other fills.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legation.reading.found import Found
from legation.records import FieldValue
from legation.values.when import When


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


def _fullness(found: Found) -> tuple[float, bool, int, int]:
    stated = sum(1 for v in found.fields.values() if v not in (None, ()))
    sizes = sum(len(v) for v in found.fields.values() if isinstance(v, tuple))
    return (stated + (found.date is not None), found.weight > 0.5, sizes, -found.sentence.order)


def _same(old: Found, new: Found, names: tuple[str, ...]) -> bool:
    if not _same_count(old, new) and not _same_count(new, old):
        return False
    if not _compatible_dates(old.date, new.date):
        return False
    if old.modality != new.modality and not (old.date and new.date):
        return False
    if _goes_home(old, new) or _goes_home(new, old):
        return False
    return all(_agree(old.fields.get(n), new.fields.get(n)) for n in names)


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
        name: new.fields.get(name) if value in (None, ()) else value for name, value in old.fields.items()
    }
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
