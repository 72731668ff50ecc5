from __future__ import annotations

import pytest

from legation.documents.language import declared_language, detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers met in the capital and agreed to open talks on a treaty with the union."),
        ("vi", "Hai bộ trưởng đã gặp nhau tại thủ đô và nhất trí mở đàm phán về hiệp định của hai nước."),
        (
            "fr",
            "Les ministres se sont rencontrés dans la capitale et ouvriront des négociations sur une taxe.",
        ),
        (
            "es",
            "Los ministros se reunieron en la capital y abren las negociaciones del tratado con la UE.",
        ),
        (
            "de",
            "Die Minister trafen sich in der Hauptstadt und sind mit dem Vertrag zufrieden.",
        ),
        (
            "pt",
            "Os ministros reuniram-se na capital e não abriram as negociações do tratado.",
        ),
        (
            "it",
            "I ministri si sono incontrati nella capitale e hanno aperto le trattative per il trattato.",
        ),
        ("ru", "Министры встретились в столице и договорились начать переговоры."),
        ("uk", "Міністри зустрілися в столиці й домовилися розпочати переговори про її договір."),
        ("zh", "两国外长在首都会晤，同意就税收条约展开谈判。"),
        ("ja", "両国の外相は首都で会談し、租税条約の交渉を始めることで合意した。"),
        ("ko", "양국 외교장관은 수도에서 만나 조세 조약 협상을 시작하기로 합의했다."),
        ("ar", "التقى الوزيران في العاصمة واتفقا على بدء محادثات."),
    ],
)
def test_language_is_told_from_script_or_small_words(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12345", "Ljubljana", "Lorem ipsum dolor sit amet"])
def test_language_stays_open_where_little_tells(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("declared", "code"), [("en-US", "en"), ("vi_VN", "vi"), ("English", "en"), ("??", None), (None, None)]
)
def test_declared_language_becomes_a_code(declared: str | None, code: str | None) -> None:
    assert declared_language(declared) == code
