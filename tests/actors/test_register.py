"""The register: names in, one actor out."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors import Register, register
from legation.actors.load import rows
from legation.errors import ActorError, AmbiguousActor, UnknownActor

STATES = [actor for actor in register() if actor.is_country]


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Viet Nam", "VNM"),
        ("VN", "VNM"),
        ("Ha Noi", "VNM"),
        ("Hà Nội", "VNM"),
        ("U.S.", "USA"),
        ("the United States", "USA"),
        ("America", "USA"),
        ("Hoa Kỳ", "USA"),
        ("Hiệp hội các quốc gia Đông Nam Á", "ASEAN"),
        ("الأمم المتحدة", "UN"),
        ("上海合作组织", "SCO"),
        ("Лига арабских государств", "Arab League"),
        ("세계보건기구", "WHO"),
        ("Organización Mundial del Comercio", "WTO"),
        ("Mỹ", "USA"),
        ("Korea", "KOR"),
        ("Seoul", "KOR"),
        ("Republic of Korea", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Holland", "NLD"),
        ("Burma", "MMR"),
        ("Turkiye", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Czech Republic", "CZE"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("East Timor", "TLS"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("DR Congo", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("the Vatican", "VAT"),
        ("Lao PDR", "LAO"),
        ("Emirates", "ARE"),
        ("Great Britain", "GBR"),
        ("Downing Street", "GBR"),
        ("the Kremlin", "RUS"),
        ("Kosovo", "XKX"),
        ("Palestine", "PSE"),
        ("Taiwan", "TWN"),
        ("Chinese Taipei", "TWN"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Niger", "NER"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Papua New Guinea", "PNG"),
        ("Equatorial Guinea", "GNQ"),
        ("Guinea-Bissau", "GNB"),
        ("Guinea", "GIN"),
        ("Washington", "USA"),
        ("Россия", "RUS"),
        ("中国", "CHN"),
        ("Deutschland", "DEU"),
        ("España", "ESP"),
        ("United Nations", "UN"),
        ("Association of Southeast Asian Nations", "ASEAN"),
        ("CPV Central Committee", None),
    ],
)
def test_resolve_knows_spelling(name: str, ident: str | None) -> None:
    if ident is None:
        with pytest.raises(UnknownActor):
            register().resolve(name)
    else:
        assert register().resolve(name).id == ident


@pytest.mark.parametrize("language", ["en", "fr", "vi", "de"])
def test_resolve_knows_every_state_by_its_name_in_a_language(language: str) -> None:
    names = [(actor.name_in(language), actor.id) for actor in STATES]

    assert [(name, register().resolve(name).id) for name, _ in names] == names


@pytest.mark.parametrize("column", ["id", "code", "official"])
def test_resolve_knows_every_state_by_its_codes_and_official_name(column: str) -> None:
    pairs = [(row[column], row["id"]) for row in rows("states.csv") if row[column]]
    clashes = {"AU"}  # the African Union's abbreviation wins over Australia's two letters

    wrong = [(name, ident) for name, ident in pairs if register().resolve(name).id != ident]

    assert {name for name, _ in wrong} - clashes == set()


def test_resolve_gives_no_actor_of_china_for_taiwan() -> None:
    taiwan = register().get("TWN")

    assert (taiwan.kind, taiwan.state) == ("territory", None)


def test_resolve_refuses_congo_without_context() -> None:
    with pytest.raises(AmbiguousActor, match="Democratic Republic") as caught:
        register().resolve("Congo")

    assert caught.value.candidates == ("COD", "COG")


@pytest.mark.parametrize(
    ("name", "context", "ident"),
    [
        ("Congo", ("Kinshasa",), "COD"),
        ("Congo", ("COG",), "COG"),
        ("Congolese", ("RWA", "UGA"), "COD"),
        ("Georgia", ("ARM", "AZE"), "GEO"),
        ("Georgia", ("Atlanta",), "Georgia"),
        ("Georgia", (), "GEO"),
        ("Korea", ("Pyongyang",), "PRK"),
        ("Korea", ("JPN",), "KOR"),
        ("Dominican", ("Roseau",), "DMA"),
        ("Guinean", ("GNB",), "GNB"),
        ("CPV", (), "CPV"),
        ("CPV", ("VNM",), "Communist Party of Vietnam"),
        ("Brussels", ("European Commission",), "EU"),
    ],
)
def test_resolve_settles_by_context(name: str, context: tuple[str, ...], ident: str) -> None:
    assert register().resolve(name, context=context).id == ident


def test_resolve_names_near_ones() -> None:
    with pytest.raises(UnknownActor, match="Kazakhstan"):
        register().resolve("Kazkhstan")


def test_get_refuses_an_unknown_id() -> None:
    with pytest.raises(UnknownActor, match="QQQ"):
        register().get("QQQ")


def test_actor_stands_only_in_its_time() -> None:
    union = register().get("Soviet Union")

    assert [union.stands(date(year, 1, 1)) for year in (1922, 1980, 1992)] == [False, True, False]


def test_register_ids_are_unique_over_all_files() -> None:
    files = ("states", "bodies", "parties", "organs", "firms", "regions", "former", "succession")
    ids = [row["id"] for name in files for row in rows(f"{name}.csv")]

    assert len(ids) == len(set(ids)) == len(register())


def test_register_lists_members_of_bodies() -> None:
    listed = [ident for actor in register() for ident in actor.members]

    assert set(register().get("Quad").members) == {"AUS", "IND", "JPN", "USA"}
    assert len(register().get("EU").members) == 27
    assert all(ident in register() for ident in listed)


def test_register_rows_point_at_known_actors() -> None:
    pointed = {row["id"] for name in ("names", "names_own", "ambiguous") for row in rows(f"{name}.csv")}
    owners = {actor.state for actor in register() if actor.state}

    assert {ident for ident in pointed | owners if ident not in register()} == {"-"}


@given(st.text(max_size=40))
def test_resolve_answers_or_says_why(name: str) -> None:
    try:
        answer = register().resolve(name).name
    except ActorError as error:
        answer = str(error)

    assert answer


def _list(path: Path, *lines: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(lines)
    return path


def test_user_names_add_an_actor_and_its_forms(tmp_path: Path) -> None:
    head = ("id", "kind", "name", "aliases")
    path = _list(
        tmp_path / "own.csv",
        head,
        ("Blue Shore Dialogue", "forum", "Blue Shore Dialogue", "BSD; Shore talks"),
    )

    mine = register().with_user_names(path)

    assert mine.resolve("bsd").kind == "forum"
    assert [m.actor.id for m in mine.find("He spoke at the Shore talks.")] == ["Blue Shore Dialogue"]
    assert "Blue Shore Dialogue" not in register()


def test_user_names_set_a_deployments_own_kind(tmp_path: Path) -> None:
    mine = register().with_user_names(_list(tmp_path / "own.csv", ("id", "kind"), ("TWN", "region")))

    assert (mine.get("TWN").kind, mine.get("TWN").name) == ("region", "Taiwan")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([("id", "kind"), ("X", "planet")], "line 2: 'planet' is no kind"),
        ([("id", "kind"), ("", "firm")], "line 2: an actor needs an id"),
        ([("id", "kind", "since"), ("X", "firm", "May")], "line 2: 'May' is no day"),
        ([("id", "colour"), ("X", "red")], "line 1: .*unknown columns: colour"),
    ],
)
def test_user_names_say_which_line_is_wrong(
    tmp_path: Path, lines: list[tuple[str, ...]], message: str
) -> None:
    with pytest.raises(ActorError, match=message):
        register().with_user_names(_list(tmp_path / "own.csv", *lines))


def test_user_names_say_when_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ActorError, match="cannot be read"):
        Register((), blocking=(), ambiguous={}).with_user_names(tmp_path / "none.csv")
