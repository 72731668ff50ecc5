from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.foresight.indicators.declared import DEFAULT, RULES, declared


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_file_declares_every_rule_and_explains_every_key() -> None:
    assert [type(rule) for rule in declared().rules] == list(RULES)
    head = DEFAULT.read_text(encoding="utf-8").split("[contact_drought]")[0]
    assert all(key in head for key in ("raise_at", "clear_at", "news", "warns_of", "within_days"))


def test_own_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    own = declared(
        written(tmp_path, "[tone]\nraise_at = 3\n[tariff_step]\nenabled = false\n[past]\nyears = 1\n")
    )
    shipped = {rule.NAME: rule for rule in declared().rules}
    changed = {rule.NAME: rule for rule in own.rules}
    assert changed["tone"].raise_at == 3
    assert changed["tone"].clear_at == shipped["tone"].clear_at
    assert "tariff_step" not in changed
    assert changed["contact_drought"] == shipped["contact_drought"]
    assert (own.years, own.every_days) == (1, declared().every_days)
    assert own.digest != declared().digest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[tone]\n\nraisat = 2\n",
            r"rules\.toml:3: tone has no key 'raisat'; its keys are enabled, raise_at",
        ),
        (
            "[tones]\nraise_at = 2\n",
            r"rules\.toml:1: there is no rule 'tones'; the tables are contact_drought",
        ),
        ('[tone]\nraise_at = "2"\n', r"rules\.toml:2: raise_at = '2' is no number"),
        ("[tone]\nlast_days = 1.5\n", r"rules\.toml:2: last_days = 1\.5 is no whole number"),
        ("[tone]\nlast_days = 0\n", r"rules\.toml:2: last_days = 0 is too small"),
        ("[tone]\nenabled = 1\n", r"rules\.toml:2: enabled = 1 is neither true nor false"),
        (
            '[tone]\nwarns_of = ["war"]\n',
            r"rules\.toml:2: .* names 'war', which is no class of event; they are visit",
        ),
        ("[tone]\nwarns_of = []\n", r"rules\.toml:2: .* is no list of words"),
        ("[contact_drought]\nusual_gap = 2\n", r"rules\.toml:2: .* between 0 and 1"),
        ("[tone]\nclear_at = 1.0\n", r"rules\.toml:2: clear_at = 1\.0 is not below raise_at = 1\.0"),
        ("tone = 3\n", r"rules\.toml:1: there is no rule 'tone'"),
        ("[past]\nevery_days = -1\n", r"rules\.toml:2: every_days = -1 is too small"),
        ("[tone\n", r"rules\.toml: no TOML: .*line 1"),
    ],
)
def test_mistake_is_told_by_file_line_key_and_what_would_do(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        declared(written(tmp_path, text))


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        declared(tmp_path / "none.toml")
