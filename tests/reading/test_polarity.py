"""A denied thing is not told as done, and a question tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.conftest import Read

PUBLISHED = "2025-06-20"


@pytest.mark.parametrize(
    "sentence",
    [
        "None of the Chilean ministers travelled to Lima in May 2025.",
        "Nobody from the Chilean government met the Peruvian president last week.",
        "Rumours that President Rojas of Chile would visit Peru in May 2026 are unfounded.",
        "Hardly had Chile signed the agreement with Peru when the talks ended.",
        "Neither Chile nor Peru signed the treaty.",
        "No Chilean minister will visit Lima.",
        "Chile ruled out a visit by its president to Peru.",
        "Reports that Norway and Ghana upgraded their ties to a strategic partnership are false.",
        "The paper wrongly reported that Norway joined the African Union.",
        "Chile and Peru almost signed the Lima Trade Agreement.",
        "Had Norway signed the Oslo Fisheries Treaty with Ghana, its exports would have grown.",
        "Had Chile met its pledge to Peru, the two would have signed the Lima Trade Agreement.",
        "Nothing he does will harm India's security.",
        "Would he meet Taiwan's president?",
        "Did Norway sign the Oslo Fisheries Treaty with Ghana?",
        "It is not true that Norway and Ghana signed a trade agreement.",
        "Few Chilean ministers visited Peru in 2025.",
        "Chile barely signed the Lima Trade Agreement with Peru.",
        "The ministry called reports that Norway joined the African Union baseless.",
        "The envoy falsely claimed that Norway joined the African Union.",
        "Norway denied reports that it recognised Kosovo.",
        "No agreement was signed by Chile and Peru.",
        "Nor did Chile sign the Lima Trade Agreement with Peru.",
        "The claim that Ghana expelled the Norwegian ambassador is untrue.",
        "The Norwegian prime minister met nobody from Ghana.",
    ],
)
def test_denied_or_asked_is_not_told_as_done(sentence: str, read: Read) -> None:
    told = [s for s in read(sentence, published=PUBLISHED) if s.kind != "appointment"]
    assert {s.modality for s in told} <= {"denied", "conditional"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("No fewer than three agreements were signed by Chile and Peru.", "agreement"),
        ("Chile and Peru not only signed but ratified the Lima Trade Agreement.", "agreement"),
        ("Nobody but the President of Chile met the envoy of Peru.", "contact"),
        ("It is true that Norway and Ghana signed the Oslo Fisheries Treaty.", "agreement"),
        ("Reports that Chile and Peru signed the Lima Trade Agreement are true.", "agreement"),
        ("There is no doubt that Norway and Ghana signed the Oslo Fisheries Treaty.", "agreement"),
        ("A few Chilean ministers visited Peru in 2025.", "visit"),
        ("Nearly 40 ministers from Chile visited Peru in May 2025.", "visit"),
        (
            "Chile and Peru signed the Lima Trade Agreement in May 2025, and no minister objected.",
            "agreement",
        ),
        ("President Rojas of Chile visited Peru and rejected claims that the treaty had failed.", "visit"),
    ],
)
def test_what_only_looks_denied_stays_told(sentence: str, kind: str, read: Read) -> None:
    assert {s.modality for s in read(sentence, published=PUBLISHED) if s.kind == kind} == {"actual"}


def test_never_closer_is_no_denial(read: Read) -> None:
    assert "denied" not in {s.modality for s in read("Chile and Peru have never been closer partners.")}


def test_question_still_names_who_holds_an_office(read: Read) -> None:
    assert [s.kind for s in read("Did President Rojas of Chile visit Peru in May 2025?")] == ["appointment"]
