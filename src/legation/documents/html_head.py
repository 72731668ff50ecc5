"""What a web page declares about itself: JSON-LD, meta tags, ``<time>`` and ``<html lang>``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from legation.documents.extract import DateClaim, Declared, fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publication_date",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date",
    "date",
)
_TITLE_NAMES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_LANGUAGE_NAMES = ("og:locale", "content-language", "dc.language", "dcterms.language")
_SITE_SUFFIX = re.compile(r"\s+(?:[|»·•–—]|-)\s+[^|»·•–—]{2,60}\Z")
_DATE_ELEMENTS = (
    "//*[not(self::time) and not(self::body) and not(ancestor::nav) and not(ancestor::aside) and ("
    + " or ".join(
        f"contains({at}, '{word}')" for at in ("@class", "@id") for word in ("date", "publish", "posted")
    )
    + ") and not(contains(@class, 'update'))]"
)
_LONGEST_DATE = 100
_DEEPEST_JSON = 6


def declared_by_page(tree: HtmlElement) -> Declared:
    """What the page declares about itself."""
    meta = _meta(tree)
    data = list(islice(_linked_data(tree), 500))
    return Declared(
        title=_title(tree, meta, data),
        dates=tuple(_dates(tree, meta, data)),
        publisher=_first(meta, _SITE_NAMES) or _named(data, "publisher"),
        language=tree.get("lang")
        or tree.get("xml:lang")
        or _first(meta, _LANGUAGE_NAMES)
        or _named(data, "inLanguage"),
        address=_address(tree, meta),
        generator=meta.get("generator"),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        content = tag.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), fold(content))
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of the page's JSON-LD, outer ones first; broken JSON is passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            yield from _objects(json.loads(script.text or ""), 0)
        except (ValueError, RecursionError):
            continue


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST_JSON:
        return
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        yield from _objects(item, depth + 1)


def _named(data: list[dict[str, object]], key: str) -> str | None:
    """The first string under the key, or the name of the first object under it."""
    for item in data:
        value = item.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return fold(value)
    return None


def _title(tree: HtmlElement, meta: dict[str, str], data: list[dict[str, object]]) -> str | None:
    """The heading of the page if its declared title is that heading, else the declared title."""
    headings = [fold(" ".join(tag.itertext())) for tag in tree.iter("h1")]
    declared = _named(data, "headline") or _first(meta, _TITLE_NAMES) or _window_title(tree)
    if not declared:
        return headings[0] if len(headings) == 1 and headings[0] else None
    best = next((h for h in headings if h and (declared.startswith(h) or h.startswith(declared))), None)
    return best or _SITE_SUFFIX.sub("", declared)


def _window_title(tree: HtmlElement) -> str | None:
    for tag in tree.iter("title"):
        words = fold(" ".join(tag.itertext()))
        if words:
            return words
    return None


def _dates(tree: HtmlElement, meta: dict[str, str], data: list[dict[str, object]]) -> Iterator[DateClaim]:
    published = _named(data, "datePublished")
    if published:
        yield DateClaim("metadata 'datePublished'", published)
    for name in _DATE_NAMES:
        if name in meta:
            yield DateClaim(f"metadata {name!r}", meta[name])
    for tag in islice(tree.iter("time"), 3):
        value = tag.get("datetime") or fold(" ".join(tag.itertext()))
        if value:
            yield DateClaim("<time>", value)
    for tag in islice(tree.xpath(_DATE_ELEMENTS), 3):
        value = fold(" ".join(tag.itertext()))
        if 0 < len(value) <= _LONGEST_DATE and any(character.isdigit() for character in value):
            yield DateClaim("the page's own date", value)


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    for tag in tree.iter("link"):
        if (tag.get("rel") or "").lower() == "canonical" and tag.get("href"):
            return str(tag.get("href"))
    return meta.get("og:url")
