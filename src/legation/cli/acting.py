"""`legation actors show`, `merge` and `split`: who goes by a name, since when, in whose place, in which offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from legation.actors.actor import Actor
from legation.actors.offices import find_offices
from legation.actors.register import Register, register
from legation.actors.words import key
from legation.cli.judging import judgement_row, statement_ids
from legation.cli.printing import counted, out, print_json
from legation.errors import UnknownActor, UsageError
from legation.ledger import Ledger, View
from legation.ledger.moment import day_of, moment_of
from legation.ledger.offices import Holder, holder_on, known_persons
from legation.ledger.record import Judgement, Verb
from legation.ledger.telling import actor_name

_LOOKED_FOR: Final = (
    ("head of state", "President"),
    ("head of government", "Prime Minister"),
    ("foreign minister", "Foreign Minister"),
)
"""Offices of a state that are told of it; a state calls them as it will."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom it is asked: a name or an office, on a day of the world, as the ledger stood."""

    name: str
    on: str | None = None
    as_of: str | None = None


def show_actor(target: str, asked: Asked, *, as_json: bool) -> int:
    """Explain whom a name means; without a ledger at the place, by the register alone.

    Returns:
        The exit code.

    Raises:
        AmbiguousActor: Several actors go by the name.
        UnknownActor: None does.
        UsageError: The day or moment is none.
    """
    day, moment = day_of(asked.on) if asked.on else None, moment_of(asked.as_of)
    with ExitStack() as stack:
        view = None
        if "://" in target or Path(target).exists():
            ledger = stack.enter_context(Ledger.open(target, create=False, read_only=True))
            view = ledger.view(moment)
        office = next((o for o in find_offices(asked.name[:1].upper() + asked.name[1:]) if o.of), None)
        if office and office.of and view is None:
            raise UsageError(
                f"who was {asked.name} is told by a ledger's documents and lists; there is none at {target}"
            )
        of = office.of if office else None
        told = (
            _office_row(view, office.office, of, day)
            if view and office and of
            else _row(view, asked.name, day)
        )
    if as_json:
        print_json(told)
    else:
        _print(told)
    return 0


def _office_row(view: View, office: str, of: str, day: date | None) -> dict[str, object]:
    on = day or datetime.now(UTC).date()
    holder, is_sure = holder_on(view, office, of, on=on)
    row: dict[str, object] = {"office": office, "of": actor_name(of), "on": str(on)}
    row |= _holder_row(view, holder, on=on, is_sure=is_sure)
    known = known_persons(of, on.year) if not is_sure else ()
    return row | ({f"known in {on.year}, office not told": list(known)} if known else {})


def _holder_row(view: View, holder: Holder | None, *, on: date, is_sure: bool) -> dict[str, object]:
    if holder is None:
        return {"person": None, "sure": False, "because": "no document and no list of this ledger tells"}
    because = [f"since {holder.since.words()}"] if holder.since else []
    because += [f"until {holder.until.words()}"] if holder.until else []
    because += [f"on the list of {holder.listed}"] if holder.listed else []
    because += [f"told in {_source(view, holder, on)}"] if holder.documents else []
    if not is_sure:
        because.append("no source tells of it near that day")
    return {"person": holder.person, "sure": is_sure, "because": "; ".join(because)}


def _source(view: View, holder: Holder, on: date) -> str:
    """The last source up to that day, else the first one after."""
    dated = [(d.published.first or date.max, d) for d in map(view.document, holder.documents) if d.published]
    dated.sort(key=lambda pair: (pair[0], pair[1].name))
    before = [document for first, document in dated if first <= on]
    chosen = before[-1] if before else dated[0][1] if dated else view.document(holder.documents[0])
    published = f" ({chosen.published.words()})" if chosen.published else ""
    more = len(holder.documents) - 1
    return f"{chosen.title or chosen.name}{published}" + (f" and {more} more" if more else "")


def _row(view: View | None, name: str, day: date | None) -> dict[str, object]:
    known = view.naming.register if view else register()
    actor = _actor(view, known, name, day)
    row: dict[str, object] = {"id": actor.id, "name": actor.name, "kind": actor.kind}
    row |= {
        "official": actor.official,
        "state": actor.state,
        "since": _day(actor.since),
        "until": _day(actor.until),
    }
    row["asked as"] = [
        _form(f.text, f.type, f.language, f.since, f.until) for f in actor.forms if key(f.text) == key(name)
    ]
    row["names"] = _names(actor)
    if actor.successors or actor.until:
        row["successors"] = [_called(known, each) for each in actor.successors]
    if day:
        row["on"] = str(day)
        row["then"] = (
            [_called(known, each.id) for each in known.successors(actor.id, day)] if actor.id in known else []
        )
    if view:
        row["offices"] = list(_offices(view, actor, day)) if actor.is_country else []
        row["records"] = len(view.records(with_=actor.id))
        row["decided"] = [judgement_row(j) for j in _decisions(view, actor.id)]
    return {name: value for name, value in row.items() if value not in (None, [], {})}


def _actor(view: View | None, known: Register, name: str, day: date | None) -> Actor:
    """Who goes by a name in this ledger; a name that only its documents have is an actor without a kind."""
    meant = view.naming.of(name) if view else name
    if meant in known:
        return known.get(meant)
    try:
        found = known.resolve(name, on=day)
    except UnknownActor:
        held = {count.actor.casefold(): count.actor for count in view.actors()} if view else {}
        if meant.casefold() not in held:
            raise
        return Actor(held[meant.casefold()], "named in documents only", held[meant.casefold()])
    merged = view.naming.of(found.id) if view else found.id
    return known.get(merged) if merged in known else found


def _names(actor: Actor) -> Mapping[str, list[str]]:
    languages = dict.fromkeys(form.language for form in actor.forms)
    return {language: list(actor.texts(language=language)) for language in languages}


def _form(text: str, type_: str, language: str, since: date | None, until: date | None) -> str:
    days = f" (from {since})" if since else ""
    days += f" (until {until})" if until else ""
    return f"{text}: {type_}, {language}{days}"


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _called(known: Register, ident: str) -> str:
    name = known.get(ident).name
    return name if name == ident else f"{name} ({ident})"


def _offices(view: View, actor: Actor, day: date | None) -> Iterator[dict[str, object]]:
    on = day or datetime.now(UTC).date()
    for title, office in _LOOKED_FOR:
        holder, is_sure = holder_on(view, office, actor.id, on=on)
        if holder:
            yield {
                "rank": title,
                "office": holder.office,
                **_holder_row(view, holder, on=on, is_sure=is_sure),
            }


def _decisions(view: View, ident: str) -> Iterator[Judgement]:
    about = {
        j.id
        for j in view.judgements()
        if j.verb in ("actor", "actor_merge", "actor_split")
        and ident in (j.payload.get(n) for n in ("id", "actor", "into"))
    }
    return (j for j in view.judgements() if j.id in about or (j.verb == "undo" and j.target in about))


def _print(told: Mapping[str, object]) -> None:
    for name, value in told.items():
        if isinstance(value, dict):
            out.print(f"{name}:", markup=False)
            for each, texts in value.items():
                out.print(f"  {each}: {', '.join(texts)}", markup=False)
        elif isinstance(value, list) and name in ("offices", "decided"):
            out.print(f"{name}:", markup=False)
            for row in value:
                out.print(f"  {_line(row)}", markup=False)
        else:
            out.print(
                f"{name}: {'; '.join(value) if isinstance(value, list) else _plain(value)}", markup=False
            )


def _line(row: Mapping[str, object]) -> str:
    if "verb" in row:
        return f"{str(row['id'])[:8]} {row['verb']} by {row['by']} on {str(row['recorded_at'])[:10]}: {row['why']}"
    doubt = "" if row["sure"] else " (not sure)"
    return f"{row['office']}: {row['person']}{doubt}, {row['because']}"


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of an actor: merged into another, or split, by whom and why."""

    verb: Verb
    actor: str
    into: str
    by: str
    why: str = ""
    records: tuple[str, ...] = ()


def turn_actor(target: str, turn: Turn, *, as_json: bool) -> int:
    """Record that two actors are one, or that one is two, and tell how many records each has now.

    Returns:
        The exit code.

    Raises:
        ActorError: A name leads to no actor, or to several.
        UsageError: Both names are one actor, or no record is named to split off.
    """
    with Ledger.open(target, create=False) as ledger:
        view = ledger.view()
        actor = _actor(view, view.naming.register, turn.actor, None).id
        payload: dict[str, object] = {"actor": actor, "into": _into(view, turn)}
        if actor == payload["into"]:
            raise UsageError(f"{turn.actor!r} and {turn.into!r} are one actor already ({actor})")
        if turn.verb == "actor_split":
            payload["with"] = [s for record in turn.records for s in statement_ids(view, record)]
            if not payload["with"]:
                raise UsageError("to split, give the records that are the new actor's with --with ID")
        made = ledger.judge(turn.verb, "", by=turn.by, why=turn.why, payload=payload)
        now = ledger.view()
        counts = {str(name): len(now.records(with_=str(name))) for name in (actor, payload["into"])}
    if as_json:
        print_json({"judgement": judgement_row(made), "records": counts})
        return 0
    out.print(f"{made.id}  {made.verb.replace('_', ' ')} by {made.by}", markup=False)
    told = "; ".join(f"{actor_name(name)}: {counted(count, 'record')}" for name, count in counts.items())
    out.print(f"{told}. `legation judge undo {made.id[:8]}` takes it back.", markup=False)
    return 0


def _into(view: View, turn: Turn) -> str:
    """The other actor: for a split it may be one that nobody knows yet."""
    try:
        return _actor(view, view.naming.register, turn.into, None).id
    except UnknownActor:
        if turn.verb == "actor_split":
            return turn.into
        raise
