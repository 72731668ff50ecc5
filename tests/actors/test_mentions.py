"""Names of actors in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors import register
from legation.actors.words import key


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Each mention's words and actor."""
    return [(text[m.start : m.end], m.actor.id) for m in register().find(text, language=language)]


def ids(text: str) -> list[str]:
    return [ident for _, ident in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam hosts the talks.",
        "Viet Nam hosts the talks.",
        "Viet\nNam hosts the talks.",
        "Hanoi hosts the talks.",
        "Hà Nội hosts the talks.",
        "VN hosts the talks.",
        "Viet-Nam hosts the talks.",
        "VIETNAM HOSTS THE TALKS",
        "The Vietnamese host the talks.",
        "The Socialist Republic of Viet Nam hosts the talks.",
    ],
)
def test_find_knows_a_state_by_each_of_its_names(text: str) -> None:
    assert ids(text) == ["VNM"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vietnam’s exports rose.", [("Vietnam", "VNM")]),
        ("The U.S. and the U.K. agreed.", [("U.S.", "USA"), ("U.K.", "GBR")]),
        ("the U.S.-China dialogue", [("U.S.", "USA"), ("China", "CHN")]),
        ("the U.S-China talks", [("U.S", "USA"), ("China", "CHN")]),
        ("US-China talks", [("US", "USA"), ("China", "CHN")]),
        ("Vietnam–South Korea ties", [("Vietnam", "VNM"), ("South Korea", "KOR")]),
        ("Sino-Vietnamese trade", [("Sino", "CHN"), ("Vietnamese", "VNM")]),
        ("Franco-German friendship", [("Franco", "FRA"), ("German", "DEU")]),
        ("the inter-Korean hotline", [("Korean", "KOR")]),
        ("the Russo-Ukrainian war", [("Russo", "RUS"), ("Ukrainian", "UKR")]),
        ("Cote d'Ivoire and Sao Tome", [("Cote d'Ivoire", "CIV"), ("Sao Tome", "STP")]),
        ("in Washington, D.C., today", [("Washington, D.C.", "USA")]),
        ("St. Kitts and Nevis", [("St. Kitts and Nevis", "KNA")]),
        ("Democratic People's Republic of Korea", [("Democratic People's Republic of Korea", "PRK")]),
        ("Papua New Guinea and Guinea", [("Papua New Guinea", "PNG"), ("Guinea", "GIN")]),
        ("New Mexico borders Mexico", [("New Mexico", "New Mexico"), ("Mexico", "MEX")]),
        ("the UN Security Council", [("UN Security Council", "UN Security Council")]),
        ("Americans and Emiratis", [("Americans", "USA"), ("Emiratis", "ARE")]),
        ("ASEAN, the EU and APEC", [("ASEAN", "ASEAN"), ("EU", "EU"), ("APEC", "APEC")]),
        ("the CPV Central Committee", [("CPV", "Communist Party of Vietnam")]),
        ("ends in New\n\nZealand", []),
    ],
)
def test_find_quotes_the_name_itself(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He told us who they are.",
        "A turkey and some china stood on the polish.",
        "Michael Jordan played in it.",
        "The guinea pig ate. Guinea pigs eat.",
        "The Bermuda Triangle and the Berlin Wall.",
        "They upheld the Paris Agreement and the Geneva Conventions.",
        "The Washington Post and The New York Times said so.",
        "Ships crossed the Sea of Japan and the Gulf of Oman.",
        "It cost US$5 million, or 7 million Australian dollars.",
        "She spoke in French.",
        "The Treaty of Lisbon and the Hanoi Convention.",
        "The Vietnam War ended.",
        "An African American lawyer.",
        "The Industrial Development Agenda (IDA) began. The IDA grew.",
        "Sheikh Ahmad al-Sabah spoke.",
        "THE MAN WHO SOLD A CAR",
        "The Family Reunion was loud. Reunion is joy.",
        "She studied at Michigan State University.",
    ],
)
def test_find_passes_over_what_only_looks_like_a_name(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("In Tbilisi, Georgia signed an accord.", "GEO"),
        ("Voters in Atlanta and across Georgia chose a county board.", "Georgia"),
        ("Rebels near Goma fought; Congo blamed Rwanda.", "COD"),
        ("From Brazzaville, Congo sent oil.", "COG"),
        ("Korea exports chips.", "KOR"),
        ("Kim Jong Un returned to Pyongyang; Korea fired a missile.", "PRK"),
        ("The Dominican cabinet met in Roseau.", "DMA"),
        ("The Dominican cabinet met in Santo Domingo.", "DOM"),
    ],
)
def test_find_settles_ambiguous_names_by_what_stands_around(text: str, ident: str) -> None:
    mention = next(m for m in register().find(text) if m.others)

    assert mention.actor.id == ident


def test_find_tells_who_else_may_be_meant() -> None:
    (mention,) = register().find("Congo was named.")

    assert {mention.actor.id, *(other.id for other in mention.others)} == {"COD", "COG"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Vietnam", "name"),
        ("Vietnamese", "demonym"),
        ("Hanoi", "capital"),
        ("the White House", "capital"),
        ("UAE", "code"),
        ("Socialist Republic of Viet Nam", "official"),
        ("Burma", "alias"),
    ],
)
def test_find_tells_the_form(text: str, form: str) -> None:
    assert [m.form for m in register().find(text)] == [form]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Mỹ và Nga họp với Liên hợp quốc.", "vi", ["USA", "RUS", "UN"]),
        ("Mỹ và Nga.", "en", []),
        ("Anh ấy học tiếng Nga.", "vi", []),
        ("L’Allemagne et les Nations unies", "fr", ["DEU", "UN"]),
        ("中国和越南发表联合声明", "zh", ["CHN", "VNM"]),
        ("한국은 미국과 협의했다", "ko", ["KOR", "USA"]),
        ("Anh em in nga ba", "en", []),
    ],
)
def test_find_reads_other_languages_when_told(text: str, language: str, expected: list[str]) -> None:
    assert [ident for _, ident in found(text, language)] == expected


_PIECES = st.sampled_from(
    [
        "Vietnam",
        "U.S.",
        "-",
        " ",
        "’s",
        "\n",
        "Georgia",
        "Côte d’Ivoire",
        "Sino-",
        "the ",
        ".",
        "KOREA",
        "中国",
        "Hà ",
        "Nội",
        "(",
        "US$",
        "\u0301",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=12).map("".join)))
def test_find_quotes_a_form_of_the_actor_in_any_text(text: str) -> None:
    end = 0
    for mention in register().find(text):
        forms = {key(form) for form in mention.actor.texts()}
        quoted = key(text[mention.start : mention.end])
        assert end <= mention.start < mention.end <= len(text)
        assert quoted in forms or any(quoted in {key(f) for f in o.texts()} for o in mention.others)
        end = mention.end
