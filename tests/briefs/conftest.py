"""A small ledger of documents in our own prose, with what they say written out by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from legation.briefs import Brief, write_brief
from legation.documents.document import Document, Part
from legation.ledger import Ledger, View
from legation.records import Statement
from legation.values.passage import Passage
from legation.values.when import When

READ_AT = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


@dataclass
class Paper:
    """A document with the statements that it makes."""

    name: str
    text: str
    published: str | None
    publisher: str | None = "Han River Review"
    said: list[Statement] = field(default_factory=list)

    @property
    def id(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    def place(self, words: str) -> Passage:
        start = self.text.index(words)
        return Passage(self.id, start, start + len(words))

    def says(
        self,
        kind: str,
        quote: str,
        *,
        date: str | None = None,
        modality: str = "actual",
        at: Mapping[str, str] | None = None,
        **fields: Any,
    ) -> Paper:
        places = {name: (self.place(words),) for name, words in (at or {}).items()}
        self.said.append(
            Statement(
                kind,
                self.place(quote),
                {name.rstrip("_"): value for name, value in fields.items()},
                modality=modality,
                date=When(date) if date else None,
                passages=places,
                finder="hand.v1",
            )
        )
        return self

    def document(self) -> Document:
        return Document(
            id=self.id,
            name=self.name,
            address=f"https://example.org/{self.name}",
            media_type="text/plain",
            content=self.text.encode(),
            text=self.text,
            parts=(Part("body", 0, len(self.text)),),
            read_at=READ_AT,
            title=self.name.replace("-", " ").title(),
            published=When(self.published) if self.published else None,
            publisher=self.publisher,
            language="en",
        )


def announced() -> Paper:
    paper = Paper(
        "visit-announced",
        "General Secretary To Lam of Viet Nam is scheduled to visit South Korea from August 10 to 13. "
        "Since establishing diplomatic relations in 1992, Viet Nam and South Korea have built steady ties. "
        "In December 2022 the two countries upgraded their relations to a comprehensive strategic partnership. "
        "South Korea has invested over 93 billion US dollars in Viet Nam. "
        "President Lee Jae Myung and To Lam spoke by telephone on July 3. "
        "Seoul should increase imports of Vietnamese goods. "
        "If Hanoi agrees, South Korea would finance the metro line.",
        "2025-08-05",
    )
    paper.says(
        "visit",
        "General Secretary To Lam of Viet Nam is scheduled to visit South Korea from August 10 to 13.",
        date="2025-08-10/2025-08-13",
        modality="planned",
        at={"visitors": "To Lam", "from": "Viet Nam", "to": "South Korea", "date": "August 10 to 13"},
        visitors=("To Lam",),
        from_="VNM",
        to=("KOR",),
        rank="party_leader",
    )
    paper.says(
        "appointment",
        "General Secretary To Lam of Viet Nam",
        person="To Lam",
        office="General Secretary",
        of="VNM",
        action="holds",
    )
    paper.says(
        "relation",
        "Since establishing diplomatic relations in 1992, Viet Nam and South Korea have built steady ties.",
        date="1992",
        parties=("VNM", "KOR"),
        tier="diplomatic_relations",
        action="established",
    )
    paper.says(
        "relation",
        "In December 2022 the two countries upgraded their relations to a comprehensive strategic partnership.",
        date="2022-12",
        parties=("VNM", "KOR"),
        tier="comprehensive_strategic_partnership",
        action="upgraded",
    )
    paper.says(
        "figure",
        "South Korea has invested over 93 billion US dollars in Viet Nam.",
        subject=("KOR", "VNM"),
        indicator="investment",
        value=Decimal(93_000_000_000),
        unit="USD",
        bound="over",
    )
    paper.says(
        "contact",
        "President Lee Jae Myung and To Lam spoke by telephone on July 3.",
        date="2025-07-03",
        participants=("KOR", "VNM"),
        persons=("Lee Jae Myung", "To Lam"),
        mode="call",
    )
    paper.says(
        "commitment",
        "Seoul should increase imports of Vietnamese goods.",
        modality="called_for",
        by=("KOR",),
        to=("VNM",),
        what="increase imports of Vietnamese goods",
    )
    return paper.says(
        "commitment",
        "If Hanoi agrees, South Korea would finance the metro line.",
        modality="conditional",
        by=("KOR",),
        to=("VNM",),
        what="finance the metro line",
    )


def trade_report() -> Paper:
    paper = Paper(
        "trade-report",
        "Goods trade between Vietnam and South Korea reached 86.7 billion US dollars in 2024. "
        "It stood at 76.1 billion US dollars in 2023. "
        "Foreign Minister Bui Thanh Son of Vietnam visited Seoul on 14 January 2025. "
        "Vietnam and South Korea signed a labour mobility agreement on 15 January 2025. "
        "South Korea pledged to open its market to Vietnamese seafood by 30 June 2025.",
        "2025-02-10",
        "Red Delta Times",
    )
    trade: dict[str, Any] = {"subject": ("VNM", "KOR"), "indicator": "goods trade", "unit": "USD"}
    paper.says(
        "figure",
        "Goods trade between Vietnam and South Korea reached 86.7 billion US dollars in 2024.",
        date="2024",
        value=Decimal("86.7e9"),
        period=When("2024"),
        **trade,
    )
    paper.says(
        "figure",
        "It stood at 76.1 billion US dollars in 2023.",
        date="2023",
        value=Decimal("76.1e9"),
        period=When("2023"),
        at={"indicator": "Goods trade", "subject": "Vietnam and South Korea"},
        **trade,
    )
    paper.says(
        "visit",
        "Foreign Minister Bui Thanh Son of Vietnam visited Seoul on 14 January 2025.",
        date="2025-01-14",
        visitors=("Bui Thanh Son",),
        from_="VNM",
        to=("KOR",),
        rank="foreign_minister",
    )
    paper.says(
        "appointment",
        "Foreign Minister Bui Thanh Son of Vietnam",
        person="Bui Thanh Son",
        office="Foreign Minister",
        of="VNM",
        action="holds",
    )
    paper.says(
        "agreement",
        "Vietnam and South Korea signed a labour mobility agreement on 15 January 2025.",
        date="2025-01-15",
        parties=("VNM", "KOR"),
        title="labour mobility agreement",
        action="signed",
        field="labour",
    )
    return paper.says(
        "commitment",
        "South Korea pledged to open its market to Vietnamese seafood by 30 June 2025.",
        by=("KOR",),
        to=("VNM",),
        what="open its market to Vietnamese seafood",
        deadline=When("2025-06-30"),
    )


def second_report() -> Paper:
    paper = Paper(
        "second-report",
        "Vietnamese Foreign Minister Bui Thanh Son travelled to South Korea on January 14, 2025. "
        "Vietnam and South Korea signed a labour mobility agreement on 16 January 2025.",
        "2025-01-20",
        "Namsan Daily",
    )
    paper.says(
        "visit",
        "Vietnamese Foreign Minister Bui Thanh Son travelled to South Korea on January 14, 2025.",
        date="2025-01-14",
        visitors=("Bui Thanh Son",),
        from_="VNM",
        to=("KOR",),
        rank="foreign_minister",
    )
    return paper.says(
        "agreement",
        "Vietnam and South Korea signed a labour mobility agreement on 16 January 2025.",
        date="2025-01-16",
        parties=("VNM", "KOR"),
        title="labour mobility agreement",
        action="signed",
        field="labour",
    )


def old_plan() -> Paper:
    paper = Paper(
        "old-plan",
        "South Korean Defence Minister Shin Won-sik will visit Viet Nam in April 2024. "
        "South Korea accused Vietnam of dumping steel plate in March 2024.",
        "2024-03-20",
    )
    paper.says(
        "visit",
        "South Korean Defence Minister Shin Won-sik will visit Viet Nam in April 2024.",
        date="2024-04",
        modality="planned",
        visitors=("Shin Won-sik",),
        from_="KOR",
        to=("VNM",),
        rank="minister",
    )
    return paper.says(
        "event",
        "South Korea accused Vietnam of dumping steel plate in March 2024.",
        date="2024-03",
        source=("KOR",),
        target=("VNM",),
        type="ACCUSE",
    )


def undated_note() -> Paper:
    paper = Paper("note", "Lee Jae Myung is President of South Korea.", None, None)
    return paper.says(
        "appointment",
        "Lee Jae Myung is President of South Korea.",
        person="Lee Jae Myung",
        office="President",
        of="KOR",
        action="holds",
    )


def written_later() -> Paper:
    paper = Paper(
        "written-later",
        "To Lam visited South Korea from 10 to 13 August 2025. "
        "Foreign Minister Le Hoai Trung of Viet Nam met his South Korean counterpart on 2 July 2025.",
        "2025-09-01",
    )
    paper.says(
        "visit",
        "To Lam visited South Korea from 10 to 13 August 2025.",
        date="2025-08-10/2025-08-13",
        visitors=("To Lam",),
        from_="VNM",
        to=("KOR",),
    )
    return paper.says(
        "contact",
        "Foreign Minister Le Hoai Trung of Viet Nam met his South Korean counterpart on 2 July 2025.",
        date="2025-07-02",
        participants=("VNM", "KOR"),
        persons=("Le Hoai Trung",),
        mode="meeting",
    )


@pytest.fixture(scope="session")
def papers() -> list[Paper]:
    return [announced(), trade_report(), second_report(), old_plan(), undated_note(), written_later()]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Sequence[Paper]], View]]:
    """Puts papers into a fresh ledger and opens a view of it."""
    ledgers: list[Ledger] = []

    def keep(papers: Sequence[Paper]) -> View:
        ledger = Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.db")
        ledgers.append(ledger)
        for paper in papers:
            ledger.add(paper.document(), paper.said, reader="hand.v1")
        return ledger.view()

    yield keep
    for ledger in ledgers:
        ledger.close()


@pytest.fixture(scope="session")
def view(papers: list[Paper], kept: Callable[[Sequence[Paper]], View]) -> View:
    return kept(papers)


@pytest.fixture(scope="session")
def brief(view: View) -> Brief:
    return write_brief(view, of="VNM", with_="KOR", on=date(2025, 8, 10))


@pytest.fixture(scope="session")
def paper() -> type[Paper]:
    """Makes further papers."""
    return Paper
