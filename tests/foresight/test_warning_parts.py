from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.foresight.streams import ASSAULT, TALK, stream_of

from legation.errors import UsageError
from legation.foresight.warning import by_country, stream_of_quads, towards_anyone
from legation.foresight.warning.calibration import METHODS, Calibration, cells, learn_calibration
from legation.foresight.warning.kinds import Kind, quad_of
from legation.foresight.warning.memory import PAIR_LIVES, Calendar, Memory, Pairs
from legation.foresight.warning.model import learn_linear, sigmoid

EVENTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 4), st.integers(0, 4), st.integers(0, 3)),
    min_size=1,
    max_size=30,
)


@settings(deadline=None, max_examples=50)
@given(EVENTS, st.integers(0, 60))
def test_memory_counts_events_before_the_day_and_halves_them(
    rows: list[tuple[int, int, int, int]], day: int
) -> None:
    stream = stream_of(rows, 5)
    pairs = Pairs.in_stream(stream)
    memory = Memory(stream, pairs)
    memory.move_to(day)
    day = memory.day  # the first day of the stream where it lies later
    for number, (one, other) in enumerate(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)):
        ages = [day - 1 - t for t, s, o, k in rows if {s, o} == {one, other} and k == ASSAULT and t < day]
        told = memory.between.counts[number, :, ASSAULT].sum(0)
        expected = [sum(0.5 ** (age / life) for age in ages) for life in PAIR_LIVES]
        np.testing.assert_allclose(told, expected, rtol=1e-3, atol=1e-5)


@settings(deadline=None, max_examples=50)
@given(EVENTS, st.integers(0, 50), st.integers(0, 50))
def test_calendar_counts_days_with_such_an_event(
    rows: list[tuple[int, int, int, int]], first: int, length: int
) -> None:
    stream = stream_of(rows, 5)
    pairs = Pairs.in_stream(stream)
    calendar = Calendar.of(stream, pairs, stream.of_class("material_conflict"))
    told = calendar.count(np.arange(len(pairs.one)), first, first + length)
    for number, pair in enumerate(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True)):
        days = {t for t, s, o, k in rows if {s, o} == set(pair) and k == ASSAULT}
        assert told[number] == sum(first <= day < first + length for day in days)


def test_stream_of_countries_takes_actors_for_their_country() -> None:
    names = ("India", "Police_(India)", "Citizen_(Peru)", "A. Person")
    rows = np.array([(1, 0, 2, 5), (0, 0, 1, 6), (3, 1, 0, 7)])
    stream = by_country(
        stream_of_quads(names, ("Threaten", "Make_statement"), rows, {"Make statement": "VC"})
    )
    told = zip(stream.source, stream.target, strict=True)
    assert stream.actors == ("India", "Peru", "others")
    assert [(stream.actors[s], stream.actors[o]) for s, o in told] == [
        ("India", "Peru"),
        ("India", "India"),
        ("others", "India"),
    ]
    pairs = Pairs.in_stream(stream)
    assert [(stream.actors[i], stream.actors[j]) for i, j in zip(pairs.one, pairs.other, strict=True)] == [
        ("India", "Peru")
    ]
    assert stream.kinds[0].quad == "verbal_conflict"


def test_stream_towards_anyone_keeps_what_is_between_two() -> None:
    stream = towards_anyone(stream_of([(1, 0, 1, TALK), (2, 1, 1, ASSAULT)], 2))
    assert [
        (stream.actors[s], stream.actors[o]) for s, o in zip(stream.source, stream.target, strict=True)
    ] == [
        ("A0", "anyone"),
        ("anyone", "A1"),
    ]


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Threaten with sanctions, boycott, embargo", "THREATEN"),
        ("Appeal_for_military_aid", "REQUEST"),
        ("Express intent to cooperate", "AGREE"),
        ("Reduce or break diplomatic relations", "SANCTION"),
        ("Arrest, detain, or charge with legal action", "COERCE"),
        ("Provide humanitarian aid", "AID"),
        ("Make a visit", "CONSULT"),
    ],
)
def test_kind_is_known_by_its_words(name: str, type_: str) -> None:
    assert Kind.of_words(name).type == type_


def test_kind_of_unknown_quad_class_is_refused() -> None:
    with pytest.raises(UsageError, match="table of quad classes"):
        Kind.of_words("Make statement")
    with pytest.raises(UsageError, match="MX"):
        quad_of("MX")


def test_class_that_no_kind_has_is_refused() -> None:
    with pytest.raises(UsageError, match="verbal_conflict"):
        stream_of([(1, 0, 1, TALK)]).of_class("coup")


def biased(slope: float, shift: float) -> tuple[np.ndarray, ...]:
    """Log-odds whose true ones are slope times as much, and a shift: (told, came, day, pair)."""
    chance = np.random.default_rng(7)
    odds = chance.normal(-2, 1.5, 8000)
    came = (chance.random(8000) < sigmoid(slope * odds + shift)).astype(float)
    return odds, came, np.repeat(np.arange(20), 400), np.tile(np.arange(400), 20)


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.5, -0.5), (1.8, 0.7)])
def test_calibration_undoes_a_bias(slope: float, shift: float) -> None:
    odds, came, day, pair = biased(slope, shift)
    learnt = learn_calibration(odds, came, day, pair)
    assert np.abs(learnt.probability(odds) - sigmoid(slope * odds + shift)).mean() < 0.02


def test_band_covers_what_it_was_meant_to() -> None:
    odds, came, day, pair = biased(0.7, 0.0)
    early = day < 10
    learnt = learn_calibration(odds[early], came[early], day[early], pair[early])
    misses = [miss for _, _, miss in cells(learnt.probability(odds[~early]), came[~early], day[~early])]
    assert 0.8 <= np.mean(np.array(misses) <= learnt.width) <= 1.0
    low, high = learnt.band(np.array([0.0, 0.5, 1.0]))
    assert low.min() == 0
    assert high.max() == 1
    assert (low <= high).all()


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.floats(-8, 8), st.booleans()), min_size=4, max_size=40))
def test_calibration_keeps_the_order(rows: list[tuple[float, bool]]) -> None:
    odds, came = np.array([r[0] for r in rows]), np.array([float(r[1]) for r in rows])
    learnt = learn_calibration(odds, came, np.zeros(len(rows), int), np.arange(len(rows)))
    assert learnt.method in METHODS
    assert (np.diff(learnt.probability(np.sort(odds))) >= -1e-12).all()


def test_parts_of_the_regression_add_up() -> None:
    chance = np.random.default_rng(8)
    rows = chance.gamma(1, 1, (500, 3)).astype(np.float32)
    came = (chance.random(500) < sigmoid(np.log1p(3 * rows[:, 0]) - 2)).astype(float)
    learnt = learn_linear(rows, came, 0.001)
    weights = learnt.weights
    assert weights[0] > 5 * np.abs(weights[1:]).max()
    assert sigmoid(learnt.parts(rows).sum(1)).mean() == pytest.approx(came.mean(), abs=1e-3)


def test_calibration_as_it_is_changes_nothing() -> None:
    odds = np.array([-3.0, 0.0, 2.0])
    assert Calibration("as it is", np.array([1.0, 0.0])).probability(odds) == pytest.approx(sigmoid(odds))


def test_calibration_is_levelled_without_another_shape() -> None:
    odds, came, day, pair = biased(1.0, 0.0)
    learnt = learn_calibration(odds, came, day, pair)
    again = learnt.levelled(odds - 1, came)
    assert again.probability(odds - 1).mean() == pytest.approx(came.mean(), abs=1e-6)
    assert again.weights[0] == learnt.weights[0]
