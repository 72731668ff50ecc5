"""Records as events."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from legation.coding.from_records import events_of
from legation.records import KINDS, FieldValue
from legation.values.when import When


@dataclass(frozen=True)
class Told:
    """What a record tells."""

    kind: str
    fields: dict[str, FieldValue]
    modality: str = "actual"
    date: When | None = field(default_factory=lambda: When.parse("2025-03"))


def told(kind: str, **fields: FieldValue) -> list[str]:
    """The events of a record, in words."""
    found = events_of(Told(kind, {f.name: None for f in KINDS[kind].fields} | fields))
    return [
        " ".join((e.event.source.code, e.event.target.code if e.event.target else "-", e.event.meaning.type))
        for e in found
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "events"),
    [
        ("visit", {"from": "VNM", "to": ("KOR", "JPN")}, ["VNM KOR CONSULT", "VNM JPN CONSULT"]),
        (
            "contact",
            {"participants": ("VNM", "UN", "LAO")},
            ["VNM IGO CONSULT", "VNM LAO CONSULT", "IGO LAO CONSULT"],
        ),
        ("agreement", {"parties": ("NOR", "KEN"), "action": "signed"}, ["NOR KEN AGREE"]),
        ("agreement", {"parties": ("NOR", "KEN"), "action": "negotiating"}, ["NOR KEN CONSULT"]),
        ("agreement", {"parties": ("NOR", "KEN"), "action": "suspended"}, ["NOR KEN SANCTION"]),
        ("relation", {"parties": ("FJI", "PER"), "action": "upgraded"}, ["FJI PER COOPERATE"]),
        ("relation", {"parties": ("FJI", "PER"), "action": "severed"}, ["FJI PER SANCTION"]),
        ("relation", {"parties": ("FJI", "PER"), "action": "described"}, []),
        (
            "commitment",
            {"by": ("JPN",), "to": ("LAO",), "what": "lend 2 billion yen as a loan"},
            ["JPN LAO AID"],
        ),
        ("commitment", {"by": ("JPN",), "what": "net zero by 2050"}, ["JPN - AGREE"]),
        ("membership", {"actor": "TLS", "body": "ASEAN", "action": "joined"}, ["TLS IGO COOPERATE"]),
        ("membership", {"actor": "TLS", "body": "ASEAN", "action": "member"}, []),
        ("appointment", {"of": "KEN", "action": "left"}, ["KENGOV - CONCEDE"]),
        ("appointment", {"of": "KEN", "action": "holds"}, []),
        ("policy", {"by": ("CAN",), "title": "Sanctions Act", "action": "adopted"}, ["CAN - SANCTION"]),
        ("policy", {"by": ("CAN",), "title": "Arctic Strategy", "action": "adopted"}, ["CAN - AGREE"]),
        ("event", {"source": ("SWE",), "target": ("IRN",), "type": "ACCUSE"}, ["SWE IRN ACCUSE"]),
        ("event", {"source": ("Nobody Ltd",), "target": ("IRN",), "type": "AID"}, ["UNK IRN AID"]),
        ("figure", {"subject": ("KEN",)}, []),
    ],
)
def test_record_tells_events(kind: str, fields: dict[str, FieldValue], events: list[str]) -> None:
    assert told(kind, **fields) == events


def test_every_kind_with_an_act_gives_an_event() -> None:
    covered = set()
    for kind, spec in KINDS.items():
        for labels in [f.labels for f in spec.fields if f.name in ("action", "type", "mode")] or [("",)]:
            for label in labels:
                named: dict[str, FieldValue] = {
                    f.name: ("KEN", "PER") if f.type == "actors" else {"body": "UN"}.get(f.name, "FJI")
                    for f in spec.fields
                    if f.type in ("actor", "actors")
                }
                named |= {f.name: label for f in spec.fields if f.name in ("action", "type", "mode")}
                covered |= {kind for _ in told(kind, **named)}

    assert covered == set(KINDS) - {"figure"}


def test_event_keeps_modality_and_date() -> None:
    (event,) = events_of(Told("visit", {"from": "VNM", "to": ("KOR",)}, modality="planned"))

    assert (event.modality, str(event.date)) == ("planned", "2025-03")


def test_promised_aid_is_planned_and_not_given() -> None:
    fields: dict[str, FieldValue] = {"by": ("JPN",), "to": ("LAO",), "what": "humanitarian assistance"}

    (promised,) = events_of(Told("commitment", fields))
    (urged,) = events_of(Told("commitment", fields, modality="called_for"))

    assert (promised.event.meaning.type, promised.modality) == ("AID", "planned")
    assert urged.modality == "called_for"


def test_call_has_its_mode_and_field_its_context() -> None:
    (call,) = events_of(Told("contact", {"participants": ("FRA", "DEU"), "mode": "call"}))
    (pact,) = events_of(Told("agreement", {"parties": ("FRA", "DEU"), "field": "trade", "action": "signed"}))

    assert (call.event.meaning.mode, call.event.meaning.cameo) == ("phone", "041")
    assert pact.event.meaning.context == "economic"
