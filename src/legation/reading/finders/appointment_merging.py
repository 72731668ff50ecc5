"""One appointment for one office of one person, however often and however fully a document names it.

"President Lula" and "President Luiz Inacio Lula da Silva" are one, "Minister Wong" and "Foreign Minister Penny
Wong" too; a deputy is never the one deputised for.
"""

from __future__ import annotations

from collections.abc import Iterable

from legation.reading.found import Found

_OTHER_OFFICE = frozenset(
    "deputy vice acting assistant interim former under associate permanent shadow caretaker".split()
)
_SMALL = frozenset("of the for and to in on at".split())


def merged(found: Iterable[Found]) -> list[Found]:
    """The appointments of a document, each once, in the order of their passages."""
    best: list[Found] = []
    for new in found:
        same = next((i for i, old in enumerate(best) if _same(new, old)), None)
        if same is None:
            best.append(new)
        else:
            best[same] = _fuller(new, best[same])
    return sorted(best, key=lambda f: (f.sentence.order, f.start))


def _same(new: Found, old: Found) -> bool:
    if not _same_person(str(new.fields["person"]), str(old.fields["person"])):
        return False
    if not _same_office(str(new.fields["office"]), str(old.fields["office"])):
        return False
    if _are_steps(new, old):
        return False
    bodies = {f.fields["of"] for f in (new, old)} - {None}
    return len(bodies) < 2 or new.fields["person"] == old.fields["person"]


def _are_steps(new: Found, old: Found) -> bool:
    """Whether two tell two steps of one career, each with its date: appointed in March, in office from May."""
    actions = {new.fields["action"], old.fields["action"]}
    dated = new.date is not None and old.date is not None
    return dated and len(actions) == 2 and "holds" not in actions and new.date != old.date


def _same_person(one: str, other: str) -> bool:
    a, b = one.lower().split(), other.lower().split()
    if a == b or set(a) < set(b) or set(b) < set(a):
        return True
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][:2] == b[0][:2]


def _same_office(one: str, other: str) -> bool:
    a = set(one.lower().replace("-", " ").split()) - _SMALL
    b = set(other.lower().replace("-", " ").split()) - _SMALL
    if a == b:
        return True
    return (a < b or b < a) and not (a ^ b) & _OTHER_OFFICE


def _fuller(new: Found, old: Found) -> Found:
    return new if _says(new) > _says(old) else old


def _says(found: Found) -> tuple[int, ...]:
    """How much a passage says of an appointment: an act, its date, the office and the name in full, what it is of."""
    fields = found.fields
    return (
        int(fields["action"] != "holds"),
        int(found.date is not None),
        len(str(fields["office"]).split()),
        len(str(fields["person"]).split()),
        int(fields["of"] is not None),
        int("of:said" in found.evidence),
    )
