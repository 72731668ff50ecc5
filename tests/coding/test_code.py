"""Sentences and the events that they tell."""

from __future__ import annotations

from functools import cache

import pytest

from legation.coding import Item, code_all


@cache
def coded(text: str) -> frozenset[tuple[str, str | None, str]]:
    """The events of a text: source, target, type."""
    ((_, events),) = code_all([Item("x", text)])
    return frozenset((e.source.code, e.target.code if e.target else None, e.meaning.type) for e in events)


TOLD = [
    # consult
    ("Norway's foreign minister met her Kenyan counterpart in Oslo.", "NORGOV KENGOV CONSULT"),
    ("Ghana and Togo held talks on fisheries on Monday.", "GHA TGO CONSULT"),
    ("Talks between Egypt and Ethiopia resumed in March.", "EGY ETH CONSULT"),
    ("Chilean President Gabriel Boric will meet Peruvian officials.", "CHLGOV PERGOV AGREE"),
    ("The King of Jordan telephoned the Iraqi prime minister.", "JORGOV IRQGOV CONSULT"),
    ("Finnish Prime Minister Petteri Orpo visited Estonia on Tuesday.", "FINGOV EST CONSULT"),
    # agree
    ("Peru agreed to supply gas to Bolivia.", "PER BOL AGREE"),
    ("Poland will send 40 tanks to Ukraine.", "POL UKR AGREE"),
    ("Mali has offered to negotiate with Niger.", "MLI NER AGREE"),
    ("The European Union agreed to lift sanctions on Syria.", "IGO SYR AGREE"),
    ("Hamas said it would release Thai hostages.", "PSEREB THACVL AGREE"),
    # support and cooperate
    ("Sweden praised Moldova for its reforms.", "SWE MDA SUPPORT"),
    ("Ireland recognised Palestine on Tuesday.", "IRL PSE SUPPORT"),
    ("Brazil apologised to Paraguay for the raid.", "BRA PRY SUPPORT"),
    ("Kenya and Somalia signed a treaty on Friday.", "KEN SOM SUPPORT"),
    ("Indian and Japanese warships began joint exercises.", "INDMIL JPNMIL COOPERATE"),
    # aid
    ("Denmark provided medicine to Sudanese refugees.", "DNK SDNREF AID"),
    ("Qatar granted asylum to Syrian officers.", "QAT SYRMIL AID"),
    # concede and retreat
    ("Japan eased export controls on South Korea.", "JPN KOR CONCEDE"),
    ("France withdrew its troops from Chad.", "FRA TCD RETREAT"),
    ("Israel released 30 Palestinian prisoners.", "ISR PSECVL RETREAT"),
    ("Britain lifted its embargo on Eritrea.", "GBR ERI RETREAT"),
    # request
    ("Austria urged Serbia to reopen the border.", "AUT SRB REQUEST"),
    ("Nepal demanded that India withdraw its border guards.", "NPL IND REQUEST"),
    ("Cuba called on Spain to lift the tariffs.", "CUB ESP REQUEST"),
    ("Panama said that Nicaragua must pay its debts.", "PAN NIC REQUEST"),
    # accuse
    ("Georgia accused Russia of moving the fence.", "GEO RUS ACCUSE"),
    ("Norway condemned the shelling of Kharkiv by Russian forces.", "NOR RUSMIL ACCUSE"),
    ("The Philippines filed a diplomatic protest against China.", "PHL CHN ACCUSE"),
    ("Uganda's army commander was indicted by a Belgian court.", "BELJUD UGAMIL ACCUSE"),
    ("Pakistan and India accused each other of shelling villages.", "PAK IND ACCUSE"),
    # reject
    ("Iran refused to negotiate with the United States.", "IRN USA REJECT"),
    ("Hungary rejected a Croatian proposal on gas.", "HUN HRV REJECT"),
    ("Thailand will not recognise Kosovo.", "THA XKX REJECT"),
    ("Angola vetoed a Zambian resolution.", "AGO ZMB REJECT"),
    # threaten
    ("Turkey threatened to suspend aid to Cyprus.", "TUR CYP THREATEN"),
    ("North Korea threatened South Korea with an attack.", "PRK KOR THREATEN"),
    ("Algeria warned Morocco over the road.", "DZA MAR THREATEN"),
    # protest
    ("Thousands of Bolivians rallied against the government in La Paz.", "BOLCVL BOLGOV PROTEST"),
    ("Greek farmers blocked a highway to Bulgaria.", "GRCAGR BGR PROTEST"),
    # mobilize
    ("Armenia massed troops near Azerbaijan.", "ARM AZE MOBILIZE"),
    # sanction
    ("Canada imposed sanctions on Belarus.", "CAN BLR SANCTION"),
    ("Ukraine expelled two Hungarian diplomats.", "UKR HUNGOV SANCTION"),
    ("Colombia broke off diplomatic relations with Israel.", "COL ISR SANCTION"),
    ("Germany suspended aid to Rwanda.", "DEU RWA SANCTION"),
    ("Australia cancelled a planned visit to Fiji.", "AUS FJI SANCTION"),
    # coerce
    ("Libyan police arrested 40 Chadian workers.", "LBYCOP TCDLAB COERCE"),
    ("Spain deported 12 Moroccans.", "ESP MARCVL COERCE"),
    ("Malawi expelled a South African teacher.", "MWI ZAFEDU COERCE"),
    # assault
    ("Rwandan rebels kidnapped a Ugandan doctor.", "RWAREB UGAMED ASSAULT"),
    ("A Lebanese village was shelled by Israeli artillery.", "ISRMIL LBN ASSAULT"),
    ("The attack by Russian forces on Kharkiv killed five civilians.", "RUSMIL UKRCVL ASSAULT"),
    ("Three Kenyan soldiers were killed in an ambush near Kismayo.", "SOMUAF KENMIL ASSAULT"),
    ("Indian and Pakistani soldiers fought each other in Kashmir.", "INDMIL PAKMIL ASSAULT"),
    ("Al-Shabaab fighters attacked an Ethiopian base.", "SOMREB ETH ASSAULT"),
    # who does it tells what it is
    ("Bangladeshi garment workers stormed a ministry in Dhaka.", "BGDLAB BGDGOV PROTEST"),
    ("Peruvian teachers continued their strike for a third week.", "PEREDU PERGOV PROTEST"),
    ("Pakistani police arrested 30 activists near the border with India.", "PAKCOP PAKOPP COERCE"),
    ("Ethiopia and Tigrayan rebels signed a truce in Pretoria.", "ETH ETHREB SUPPORT"),
    # who speaks, well-known persons, capitals, bodies
    ("Tokyo denounced Beijing's drills, officials said.", "JPNGOV CHNGOV ACCUSE"),
    ("Putin threatened Finland.", "RUSGOV FIN THREATEN"),
    ("NATO condemned North Korea.", "IGO PRK ACCUSE"),
    ("Amnesty International criticised Egypt.", "NGO EGY ACCUSE"),
]


@pytest.mark.parametrize(("text", "event"), TOLD, ids=[e for _, e in TOLD])
def test_sentence_tells_event(text: str, event: str) -> None:
    source, target, kind = event.split()

    assert (source, target, kind) in coded(text)


UNTOLD = [
    "The Minister spoke of the weather in Oslo.",
    "Trade between Norway and Ghana reached 120 million dollars in 2024.",
    "If France attacks Monaco, Italy will protest.",
    "Experts believe that Chile could attack Peru.",
    "Peru has not attacked Chile.",
    "The two leaders discussed the future of Ukraine.",
    "The budget of Kenya grew by four per cent.",
    "Professor Maria Silva teaches law in Lisbon.",
    "Readers met the author of a book on Japan.",
    "The committee welcomed the report.",
    "France released a statement on the talks in Peru.",
    "Malta plans to build a bridge.",
    "Kenya seeks to grow more tea.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_sentence_tells_no_event(text: str) -> None:
    assert coded(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\u200b \x00 🙂 ( ) ; --",
        "France agreed " + "to agree " * 60 + "to help Chad.",
        " and ".join(["France attacked Chad"] * 40),
        "The soldiers " + "of the army " * 40 + "of Chad attacked France.",
    ],
    ids=["empty", "marks", "deep", "long", "nested"],
)
def test_noise_is_read_to_its_end(text: str) -> None:
    assert len(list(code_all([Item("x", text)]))) == 1


def test_events_of_lists_go_to_each_target() -> None:
    assert coded("Sweden condemned Iran and Belarus.") == {("SWE", "IRN", "ACCUSE"), ("SWE", "BLR", "ACCUSE")}


def test_each_other_tells_both_directions() -> None:
    told = coded("Pakistan and India accused each other of shelling villages.")

    assert told == {("PAK", "IND", "ACCUSE"), ("IND", "PAK", "ACCUSE")}


def test_event_has_mode_context_and_cameo_code() -> None:
    ((_, (event,)),) = code_all([Item("x", "The King of Jordan telephoned the Iraqi prime minister.")])

    assert event.row(cameo=True) == {
        "source": "JORGOV",
        "target": "IRQGOV",
        "code": "CONSULT",
        "mode": "phone",
        "context": None,
        "cameo": "041",
    }
    assert "cameo" not in event.row()


def test_items_come_back_in_order_with_none_for_empty_text() -> None:
    items = [Item("a", "Sweden condemned Iran."), Item("b", " "), Item("c", "Mali thanked Niger.")]

    found = list(code_all(items))

    assert [item.id for item, _ in found] == ["a", "b", "c"]
    assert [len(events) for _, events in found] == [1, 0, 1]
