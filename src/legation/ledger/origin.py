"""Where a document comes from: the office, agency, paper or institute behind its words.

Law held here: what carries an agency's words is that agency's, wherever it is printed. An agency is known by its own host,
by a credit at the head or foot of the text ("HANOI, Aug. 10 (Xinhua) --", "(Yonhap)", "Source: VNA"), and by nothing in
between: a paper may quote an agency.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from legation.actors.publishers import state_of_host
from legation.ledger.record import StoredDocument
from legation.ledger.resolve.official import is_official

OriginKind = Literal["official", "agency", "analysis", "press", "table", "unknown"]

_AGENCIES: Final[Mapping[str, tuple[str, ...]]] = {
    "AA": ("Anadolu", "Anadolu Agency", "aa.com.tr"),
    "AFP": ("Agence France-Presse", "afp.com"),
    "ANI": ("Asian News International", "aninews.in"),
    "ANSA": ("ansa.it",),
    "Antara": ("antaranews.com",),
    "AP": ("Associated Press", "The Associated Press", "apnews.com"),
    "BelTA": ("belta.by",),
    "Bernama": ("bernama.com",),
    "CNA": ("Central News Agency", "focustaiwan.tw"),
    "dpa": ("Deutsche Presse-Agentur", "dpa.com"),
    "EFE": ("efe.com",),
    "IANS": ("ians.in",),
    "Interfax": ("interfax.com", "interfax.ru"),
    "IRNA": ("irna.ir",),
    "Jiji": ("Jiji Press", "jiji.com"),
    "KCNA": ("kcna.kp",),
    "Kyodo": ("Kyodo News", "kyodonews.net"),
    "Lusa": ("lusa.pt",),
    "MENA": ("mena.org.eg",),
    "PAP": ("pap.pl",),
    "PTI": ("Press Trust of India", "ptinews.com"),
    "Petra": ("petra.gov.jo",),
    "Prensa Latina": ("prensa-latina.cu",),
    "Reuters": ("Thomson Reuters", "reuters.com"),
    "RIA Novosti": ("ria.ru",),
    "SPA": ("Saudi Press Agency", "spa.gov.sa"),
    "TASS": ("tass.com", "tass.ru"),
    "Ukrinform": ("ukrinform.net", "ukrinform.ua"),
    "UPI": ("United Press International", "upi.com"),
    "VNA": ("Vietnam News Agency", "TTXVN", "TTXVN/Vietnam+", "vnanet.vn"),
    "WAM": ("Emirates News Agency", "wam.ae"),
    "Xinhua": ("Xinhua News Agency", "xinhuanet.com", "news.cn"),
    "Yonhap": ("Yonhap News Agency", "yna.co.kr"),
}
"""Agencies: the usual short name, other names, and hosts."""

_BY_HOST: Final = {name: agency for agency, names in _AGENCIES.items() for name in names if "." in name}
_BY_NAME: Final = {
    name.casefold(): agency
    for agency, names in _AGENCIES.items()
    for name in (agency, *names)
    if "." not in name
}
_NAMES: Final = "|".join(re.escape(name) for name in sorted(_BY_NAME, key=len, reverse=True))
_HEAD: Final = 240
"""Characters at the head, and at the foot, in which a credit stands."""
_DATELINE: Final = re.compile(
    rf"\(({_NAMES})\)\s*(?:[-–—:.]|$)|^\s*({_NAMES})\s*[-–—:]\s", re.IGNORECASE | re.MULTILINE
)
_CREDIT: Final = re.compile(
    rf"(?:\b(?:source|credit|courtesy(?: of)?|nguồn|sumber|fuente)\s*[:：]\s*({_NAMES})\b"
    rf"|[-–—/(]\s*({_NAMES})\)?[.\s]*$|^\s*©?\s*({_NAMES})[.\s]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_THINKS: Final = re.compile(
    r"institut|think|(?:^|\W)(?:centre|center|council|foundation|university|review|studies|research|academy|journal|"
    r"policy|brookings|chatham|csis|rand|lowy|carnegie)|(?:\.|^)(?:edu|ac)(?:\.|$)",
    re.IGNORECASE,
)
_TABLES: Final = ("csv", "spreadsheet", "tab-separated", "excel", "xml")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from.

    Attributes:
        kind: ``official`` (a state's or body's own text), ``agency``, ``analysis``, ``press``, ``table`` (a table that
            was imported), or ``unknown``.
        name: The agency, else the host or name of the publisher, where it is known.
        state: The state of the publisher, where its host tells.
    """

    kind: OriginKind
    name: str | None
    state: str | None


def origin_of(document: StoredDocument, text: str) -> Origin:
    """Where a document comes from.

    Args:
        document: The document.
        text: Its text, which may credit an agency.
    """
    host = _host(document)
    state = state_of_host(host) if host else None
    agency = _agency_of_host(host) or credited_agency(text)
    if agency:
        return Origin("agency", agency, None if _agency_of_host(host) is None else state)
    name = host or document.publisher
    if any(word in document.media_type for word in _TABLES):
        return Origin("table", name or document.name, state)
    if is_official(document):
        return Origin("official", name, state)
    if name and _THINKS.search(name):
        return Origin("analysis", name, state)
    return Origin("press" if name else "unknown", name, state)


def _host(document: StoredDocument) -> str:
    """The host of the address, else of the publisher, without www."""
    address = urlsplit(document.address).hostname if "://" in document.address else None
    publisher = (
        document.publisher
        if document.publisher and re.fullmatch(r"[\w.-]+\.[a-z]{2,}", document.publisher)
        else None
    )
    return (address or publisher or "").casefold().removeprefix("www.")


def _agency_of_host(host: str) -> str | None:
    labels = host.split(".")
    return next(
        (_BY_HOST[end] for at in range(len(labels)) if (end := ".".join(labels[at:])) in _BY_HOST), None
    )


def credited_agency(text: str) -> str | None:
    """The agency that a text credits at its head or foot, or None.

    Example:
        >>> credited_agency("SEOUL, Aug. 12 (Yonhap) -- The president left for Hanoi on Tuesday.")
        'Yonhap'
    """
    found = _DATELINE.search(text[:_HEAD]) or _CREDIT.search(text[-_HEAD:]) or _CREDIT.search(text[:_HEAD])
    name = next((group for group in found.groups() if group), None) if found else None
    return _BY_NAME[name.casefold()] if name else None
