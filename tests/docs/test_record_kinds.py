"""docs/record-kinds.md and records.KINDS tell the same."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from legation.records import BOUNDS, KINDS, MODALITIES, PLOVER, TIERS, Field, FieldValue, check_fields
from legation.values.when import When

ROW = re.compile(r"^\| `(\w+)` \|([^|]*)\|([^|]*)\|", re.M)
EXAMPLE = re.compile(r"^```json\n(.*?)^```$", re.M | re.S)


@pytest.fixture(scope="module")
def sections(root: Path) -> dict[str, str]:
    page = (root / "docs/record-kinds.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)\n", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def labels(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`(\w+)`", cell))


def value_of(spec: Field, plain: Any) -> FieldValue:
    """A field's value from what JSON has of it."""
    if plain is None or spec.type in ("actor", "person", "label", "text"):
        return plain if plain is None else str(plain)
    if spec.type == "number":
        return Decimal(str(plain))
    return When(plain) if spec.type == "when" else tuple(plain)


def test_pages_sections_are_the_kinds_in_order(sections: dict[str, str]) -> None:
    assert [name for name in sections if name in KINDS] == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_table_of_kind_is_its_fields(kind: str, sections: dict[str, str]) -> None:
    rows = [(name, holds.strip(), labels(cell)) for name, holds, cell in ROW.findall(sections[kind])]
    bounded = [(n, h, BOUNDS if n == "bound" else given) for n, h, given in rows]

    assert bounded == [(f.name, f.type, f.labels) for f in KINDS[kind].fields]


@pytest.mark.parametrize("kind", KINDS)
def test_identity_of_kind_is_told(kind: str, sections: dict[str, str]) -> None:
    line = re.search(r"^Identity: (.+)$", sections[kind], re.M)

    assert line is not None
    assert labels(line.group(1).partition(".")[0]) == KINDS[kind].identity


@pytest.mark.parametrize("kind", KINDS)
def test_example_of_kind_fits_its_fields(kind: str, sections: dict[str, str]) -> None:
    (example,) = EXAMPLE.findall(sections[kind])
    row = json.loads(example)
    common = {name: row.pop(name) for name in ("modality", "date")}

    assert common["modality"] in MODALITIES
    assert common["date"] is None or When(common["date"])
    check_fields(kind, {name: value_of(KINDS[kind].field(name), v) for name, v in row.items()})


def test_shared_labels_are_told(sections: dict[str, str]) -> None:
    listed = labels(sections["Labels that several kinds share"])

    assert listed == (*MODALITIES, *BOUNDS, *TIERS, *PLOVER)
