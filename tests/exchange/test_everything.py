"""Everything of a ledger as Parquet, as FollowTheMoney entities, and by the schema of its lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from legation.cli.showing import record_row
from legation.exchange.ftm import ftm_of, left_out
from legation.exchange.jsonl import record_schema
from legation.exchange.parquet import write_parquet
from legation.exchange.rowform import TABLES, json_schema
from legation.ledger import View

TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def fits(value: object, schema: Mapping[str, Any]) -> bool:
    """The part of JSON Schema that the schemas here use."""
    if "oneOf" in schema:
        return sum(fits(value, each) for each in schema["oneOf"]) == 1
    if "const" in schema and value != schema["const"]:
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    types = schema.get("type", list(TYPES))
    if not any(isinstance(value, TYPES[name]) for name in ([types] if isinstance(types, str) else types)):
        return False
    if isinstance(value, list):
        return all(fits(each, schema.get("items", {})) for each in value)
    if isinstance(value, dict):
        named = schema.get("properties", {})
        closed = schema.get("additionalProperties", True) or set(value) <= set(named)
        return (
            set(schema.get("required", ())) <= set(value)
            and closed
            and all(fits(each, named[name]) for name, each in value.items() if name in named)
        )
    return True


def test_every_record_fits_the_schema_of_its_kind(view: View) -> None:
    schema = record_schema()
    rows = [json.loads(json.dumps(record_row(view, record))) for record in view.records()]
    assert rows
    assert all(fits(row, schema) for row in rows)
    assert not fits({**rows[0], "modality": "rumoured"}, schema)
    assert not fits({name: value for name, value in rows[0].items() if name != "statements"}, schema)


def test_every_row_of_every_table_fits_its_schema(view: View) -> None:
    definitions: Any = json_schema()["$defs"]
    for table in TABLES:
        rows = list(table.rows(view, view.records()))
        assert all(fits(row, definitions[table.name]) for row in rows), table.name
        assert all(list(row) == [column.name for column in table.columns] for row in rows)


def test_parquet_gives_back_what_was_written(view: View, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="Parquet is written by DuckDB, of the extra foresight")
    path = tmp_path / "it's out.parquet"
    written = dict(write_parquet(view, view.records(), path))
    for table in TABLES:
        file = path.with_suffix(f".{table.name}.parquet")
        told = list(table.rows(view, view.records()))
        asked = ", ".join(
            f'"{column.name}"' for column in table.columns if column.holds in ("text", "texts", "count")
        )
        name = str(file).replace("'", "''")
        back = duckdb.sql(f"SELECT {asked} FROM read_parquet('{name}')").fetchall()  # noqa: S608
        kept = [column.name for column in table.columns if column.holds in ("text", "texts", "count")]
        assert back == [tuple(row[name] for name in kept) for row in told], table.name
        assert written[file] == len(told)
    with path.with_suffix(".codebook.csv").open(encoding="utf-8", newline="") as lines:
        book = list(csv.DictReader(lines))
    assert {(row["table"], row["column"]) for row in book} == {
        (t.name, c.name) for t in TABLES for c in t.columns
    }
    assert all(row["meaning"] for row in book)


THING = {"name", "alias", "summary", "keywords", "sourceUrl", "publisher", "country"}
INTERVAL = {"startDate", "endDate", "date", "summary", "recordId", "sourceUrl", "publisher"}
SCHEMATA: dict[str, tuple[set[str], set[str], dict[str, set[str]]]] = {
    "Person": (THING, {"name"}, {}),
    "Organization": (THING, {"name"}, {}),
    "PublicBody": (THING, {"name"}, {}),
    "Company": (THING, {"name"}, {}),
    "Position": (
        THING | {"organization"},
        {"name"},
        {"organization": {"Organization", "PublicBody", "Company"}},
    ),
    "Occupancy": (
        INTERVAL | {"holder", "post", "status"},
        {"holder", "post"},
        {"holder": {"Person"}, "post": {"Position"}},
    ),
    "Membership": (
        INTERVAL | {"member", "organization", "role", "status"},
        {"member", "organization"},
        {"organization": {"Organization", "PublicBody", "Company"}},
    ),
    "UnknownLink": (INTERVAL | {"subject", "object", "role", "status"}, set(), {}),
    "Event": (
        THING | INTERVAL | {"involved", "organizer"},
        {"name"},
        {"involved": {"Person", "Organization", "PublicBody", "Company"}},
    ),
}
"""Of the schemata that are used: properties, those that must be there, and what they lead to, as the model is published."""


def test_entities_have_the_properties_of_their_schemata_and_lead_to_each_other(view: View) -> None:
    entities = [json.loads(line) for line in ftm_of(view, view.records()).splitlines()]
    schema_of = {each["id"]: each["schema"] for each in entities}
    assert len(schema_of) == len(entities)
    assert {"Person", "PublicBody", "Event", "Position", "Occupancy"} <= set(schema_of.values())
    for each in entities:
        named, required, ranges = SCHEMATA[each["schema"]]
        assert required <= set(each["properties"]) <= named
        for name, allowed in ranges.items():
            assert {schema_of[key] for key in each["properties"].get(name, [])} <= allowed
        links = {"involved", "organizer", "member", "organization", "holder", "post", "subject", "object"}
        assert all(key in schema_of for name in links for key in each["properties"].get(name, []))


def test_entities_of_two_exports_are_the_same(view: View) -> None:
    whole = ftm_of(view, view.records()).splitlines()
    part = ftm_of(view, view.records("visit")).splitlines()
    assert part
    assert set(part) <= set(whole)
    assert left_out(view.records()) == len(view.records("figure"))
