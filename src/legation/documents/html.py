"""Web pages: the main text without menus, footers and notices, as light Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.documents.decode import decode
from legation.documents.extract import Extract, fold
from legation.documents.html_head import declared_by_page
from legation.documents.markdown import assembled, bullet, heading, table
from legation.documents.settings import LoadSettings
from legation.errors import DocumentError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]*encoding=["']([\w-]+)"""
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BREAK = "\u2028"  # white space like any other, so breaks of the page's own count as well
_DEEPEST_LIST = 8
_TOO_FEW = 25  # words; under this the main text is likelier missed than short


def read_html(content: bytes, settings: LoadSettings) -> Extract:
    """Read a web page.

    Raises:
        DocumentError: It holds no main text (``no_text``), is no text (``binary``) or cannot be parsed
            (``broken``).
    """
    page, notes = _decoded(content)
    return read_page(page, settings, notes)


def read_page(page: str, settings: LoadSettings, notes: tuple[str, ...] = ()) -> Extract:
    """Read a web page that is decoded already.

    Raises:
        DocumentError: It holds no main text (``no_text``), is ``too_large`` or cannot be parsed (``broken``).
    """
    if len(page) > 4 * settings.max_characters:
        raise DocumentError(f"the page has {len(page):,} characters; split it", reason="too_large")
    tree = _tree(page)
    declared = declared_by_page(tree)
    blocks = _main_blocks(tree)
    if sum(len(block.split()) for block in blocks) < _TOO_FEW:
        blocks = _bare_blocks(_tree(page)) or blocks
    if not blocks:
        raise DocumentError(
            "the page holds no text (a script may write it); save it from a browser", reason="no_text"
        )
    return assembled(blocks, declared, notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The page in the encoding that it declares, if that is one and its bytes are in it."""
    match = _CHARSET.search(content[:4096])
    name = (match[1] or match[2]).decode("ascii", "replace").lower() if match else "utf-8"
    if name not in ("utf-8", "utf8") and not name.startswith(("utf-16", "utf-32", "utf16")):
        try:
            return content.decode("cp1252" if name == "iso-8859-1" else name), ()
        except (LookupError, ValueError):
            return decode(content)
    return decode(content)


def _tree(page: str) -> HtmlElement:
    from lxml import etree, html  # late: start-up time

    clean = _CONTROL.sub(" ", _DECLARATION.sub("", page))
    try:
        tree = html.document_fromstring(clean, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise DocumentError(f"the page cannot be parsed ({error})", reason="broken") from error
    _keep_captions(tree)
    return tree


def _keep_captions(tree: HtmlElement) -> None:
    """Turn captions of pictures into paragraphs, which the main text keeps."""
    for tag in tree.iter("figcaption", "figure"):
        if fold("".join(tag.itertext())):
            tag.tag = "p" if tag.tag == "figcaption" else "div"


def _main_blocks(tree: HtmlElement) -> list[str]:
    """The blocks of the main text; none where it cannot be told from the rest."""
    from lxml.etree import LxmlError  # late: start-up time
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, include_tables=True, favor_recall=True)
        body = getattr(found, "body", None)
        return [] if body is None else list(_blocks(body))
    except (LxmlError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return []  # pages that are damaged in odd ways; their bare text is read


def _blocks(body: HtmlElement) -> Iterator[str]:
    """The blocks of the main text's tree, whose tags are those of the Text Encoding Initiative."""
    for element in body:
        words = fold(" ".join(_lines(element)))
        if element.tag == "head":
            level = (element.get("rend") or "h2")[1:]
            yield heading(words, int(level) if level.isdigit() else 2) if words else ""
        elif element.tag == "list":
            yield "\n".join(_bullets(element))
        elif element.tag == "table":
            yield table([[_inner(cell) for cell in row.iter("cell")] for row in element.iter("row")])
        else:
            yield from _lines(element)


def _lines(element: HtmlElement) -> list[str]:
    """The text of an element, cut where the page breaks its line."""
    for child in element.iterdescendants("lb", "br", "p", "item", "head"):
        child.text = _BREAK + (child.text or "")
    return [line for line in map(fold, "".join(element.itertext()).split(_BREAK)) if line]


def _inner(element: HtmlElement) -> str:
    return fold(" ".join(element.itertext()))


def _bullets(element: HtmlElement, depth: int = 0) -> Iterator[str]:
    for item in element.iterchildren("item"):
        nested = list(item.iterchildren("list"))
        for inner in nested:
            item.remove(inner)
        words = fold("".join(item.itertext()))
        if words:
            yield bullet(words, depth)
        for inner in nested:
            if depth < _DEEPEST_LIST:
                yield from _bullets(inner, depth + 1)


def _bare_blocks(tree: HtmlElement) -> list[str]:
    """All text outside scripts and menus: for a page so short that no main text stands out."""
    for tag in tree.xpath(
        "//script|//style|//noscript|//nav|//footer|//header|//aside|//form|//template|//head"
    ):
        tag.drop_tree()
    found = tree.xpath("//main|//article") or [tree]
    blocks = [fold(line) for line in "\n".join(found[0].itertext()).split("\n")]
    return [block for block in blocks if block]
