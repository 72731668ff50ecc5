from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.foresight.streams import ACTORS, ASSAULT, SMALL, SPAN, THREAT, stream_of, threatened

from legation.errors import UsageError
from legation.foresight.warning import EventStream, Question, Warner, learn_warning, load_warner, save_warner
from legation.foresight.warning.lessons import lessons

ASKED = Question("material_conflict", 28)
UNTIL = 200


@pytest.fixture(scope="module")
def stream() -> EventStream:
    return threatened()


@pytest.fixture(scope="module")
def warner(stream: EventStream) -> Warner:
    return learn_warning(stream, [ASKED], until=UNTIL, options=SMALL)


def changed_later(stream: EventStream, day: int) -> EventStream:
    """The same stream with what happens from a day on given to other actors, and half of it dropped."""
    chance = np.random.default_rng(3)
    later = np.flatnonzero(stream.day >= day)
    target = stream.target.copy()
    target[later] = chance.permutation(target[later])
    kept = np.sort(np.concatenate([np.flatnonzero(stream.day < day), later[chance.random(len(later)) < 0.5]]))
    return replace(stream, target=target).take(kept)


def by_pair(warner: Warner, day: int) -> dict[tuple[int, ...], float]:
    pairs, chance = warner.probabilities(day, ASKED)
    return dict(zip(map(tuple, pairs.tolist()), chance.tolist(), strict=True))


def test_warning_finds_who_is_threatened(stream: EventStream, warner: Warner) -> None:
    told = by_pair(warner, UNTIL + 5)
    recent = (stream.kind == THREAT) & (stream.day < UNTIL + 5) & (stream.day >= UNTIL - 10)
    ends = zip(stream.source[recent].tolist(), stream.target[recent].tolist(), strict=True)
    marked = {(min(pair), max(pair)) for pair in ends}
    others = [chance for pair, chance in told.items() if pair not in marked]
    assert len(marked) >= 3
    assert np.mean([told[pair] for pair in marked]) > 3 * np.mean(others)


def test_warning_does_not_change_with_what_comes_later(stream: EventStream, warner: Warner) -> None:
    other = learn_warning(changed_later(stream, UNTIL), [ASKED], until=UNTIL, options=SMALL)
    assert by_pair(other, UNTIL) == by_pair(warner, UNTIL)


def test_warning_of_a_day_uses_events_before_it_alone(stream: EventStream, warner: Warner) -> None:
    later = Warner(changed_later(stream, UNTIL + 14), warner.learnt, UNTIL)
    assert by_pair(later, UNTIL + 14) == by_pair(warner, UNTIL + 14)
    assert by_pair(later, UNTIL + 21) != by_pair(warner, UNTIL + 21)


def test_warning_is_the_same_from_either_end(warner: Warner) -> None:
    (one, other), chance = next(iter(by_pair(warner, UNTIL).items()))
    names = (f"A{one}", f"A{other}")
    there, back = warner.warn(names, UNTIL, ASKED), warner.warn(names[::-1], UNTIL, ASKED)
    assert there.probability == back.probability == pytest.approx(chance)


def test_features_do_not_change_with_the_numbers_of_the_actors(stream: EventStream) -> None:
    to = np.random.default_rng(4).permutation(ACTORS)
    other = replace(stream, source=to[stream.source], target=to[stream.target])
    first, second = (lessons(s, [ASKED], [UNTIL])[ASKED] for s in (stream, other))
    assert first.came.sum() == second.came.sum()
    for one, two in zip(first.rows.T, second.rows.T, strict=True):
        np.testing.assert_allclose(np.sort(one), np.sort(two), rtol=1e-3, atol=1e-3)


def test_warning_tells_why(stream: EventStream, warner: Warner) -> None:
    at = np.flatnonzero((stream.kind == THREAT) & (stream.day < UNTIL))[-1]
    pair = stream.actors[stream.source[at]], stream.actors[stream.target[at]]
    told = warner.warn(pair, UNTIL, ASKED)
    assert told.enough
    assert told.low is not None
    assert told.low <= (told.probability or 0) <= (told.high or 0)
    assert told.reasons.reasons[0].effect > 0
    assert "raises it" in told.reasons.reasons[0].words()
    assert "threaten" in {event.what for event in told.reasons.events}
    assert all(event.day < UNTIL for event in told.reasons.events)


def test_warning_of_strangers_says_what_is_missing(warner: Warner, stream: EventStream) -> None:
    known = {(min(p), max(p)) for p in zip(stream.source.tolist(), stream.target.tolist(), strict=True)}
    one, other = next((i, j) for i in range(ACTORS) for j in range(i + 1, ACTORS) if (i, j) not in known)
    told = warner.warn((f"A{one}", f"A{other}"), UNTIL, ASKED)
    assert (told.probability, told.enough, told.n, told.own_rate) == (None, False, 0, 0.0)
    assert told.missing == ("0 events between the two are known; 5 are needed",)
    assert told.base_rate is not None


def test_warning_with_little_to_learn_from_tells_rates_and_no_probability() -> None:
    rows = [(day, 0, 1, ASSAULT) for day in range(0, 200, 14)] + [(day, 2, 3, 0) for day in range(0, 200, 14)]
    told = learn_warning(stream_of(rows), [ASKED], until=200).warn(("A0", "A1"), 200, ASKED)
    assert told.probability is None
    assert (told.pairs, told.base_rate, told.own_rate) == (1, 0.5, 1.0)
    assert "30 pairs" in told.missing[0]


def test_learnt_warnings_are_kept_and_taken_up(stream: EventStream, warner: Warner, tmp_path: Path) -> None:
    place = tmp_path / "learnt.json"
    save_warner(warner, place)
    assert by_pair(load_warner(place, stream), UNTIL) == by_pair(warner, UNTIL)
    place.write_text(place.read_text("utf-8").replace("warning.v", "warning.old"), "utf-8")
    with pytest.raises(UsageError, match="learn anew"):
        load_warner(place, stream)
    with pytest.raises(UsageError, match="holds no learnt warnings"):
        load_warner(tmp_path / "missing.json", stream)


@pytest.mark.parametrize(
    ("pair", "on", "question", "matter"),
    [
        (("A0", "A1"), UNTIL - 1, ASKED, "lies before"),
        (("A0", "A1"), date(1, 1, 1), ASKED, "lies before"),
        (("A0", "A1"), UNTIL, Question("visit", 28), "was not learnt"),
    ],
)
def test_warning_asked_wrongly_is_told(
    warner: Warner, pair: tuple[str, str], on: date | int, question: Question, matter: str
) -> None:
    with pytest.raises(UsageError, match=matter):
        warner.warn(pair, on, question)


def test_lessons_see_no_window_beyond_the_data() -> None:
    rows = [(day, 0, 1, ASSAULT) for day in range(0, SPAN, 30)]
    told = lessons(stream_of(rows), [ASKED], [100, 121])[ASKED]
    assert told.came.tolist() == [True, False]
    assert told.quiet.tolist() == [False, False]
