"""The rules of sameness, one for each kind, as a literal list."""

from __future__ import annotations

from typing import Final

from legation.ledger.resolve import (
    agreement,
    appointment,
    commitment,
    contact,
    event,
    figure,
    membership,
    policy,
    relation,
    visit,
)

RULES: Final = {
    rule.kind: rule
    for rule in (
        visit.RULE,
        contact.RULE,
        agreement.RULE,
        relation.RULE,
        commitment.RULE,
        figure.RULE,
        membership.RULE,
        appointment.RULE,
        policy.RULE,
        event.RULE,
    )
}
