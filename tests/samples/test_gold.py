import json

import pytest

from legation import samples
from legation.records import KINDS, MODALITIES

GOLD = [json.loads(line) for line in samples.gold().read_text(encoding="utf-8").splitlines()]
COMMON = {"id", "doc", "kind", "quote", "modality", "date"}


def test_gold_covers_six_documents() -> None:
    assert len({row["doc"] for row in GOLD}) == 6
    assert len({row["id"] for row in GOLD}) == len(GOLD)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_gold_statement_has_the_fields_of_its_kind(row: dict[str, object]) -> None:
    kind = KINDS[str(row["kind"])]
    assert set(row) == COMMON | {field.name for field in kind.fields}
    assert row["modality"] in MODALITIES
    for field in kind.fields:
        assert not field.labels or row[field.name] in (None, *field.labels)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_gold_quote_stands_in_its_document(row: dict[str, str]) -> None:
    path = next(samples.dossier().glob(f"{row['doc']}.*"))
    assert " ".join(row["quote"].split()) in " ".join(path.read_text(encoding="utf-8").split())
