from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from legation.documents import Document, load_bytes

if TYPE_CHECKING:
    from .conftest import LoadBad, LoadOne

MakeMail = Callable[..., bytes]


def body_of(document: Document) -> str:
    return "|".join(document.text[part.start : part.end] for part in document.parts if part.role == "body")


def test_mail_gives_subject_date_and_sender(load_one: LoadOne, make_mail: MakeMail, prose: str) -> None:
    document = load_one(make_mail(prose), "a.eml")
    assert document.text == f"# Ministers meet in Ljubljana\n\n{prose}\n"
    assert (document.title, document.publisher) == ("Ministers meet in Ljubljana", "Press Office")
    assert str(document.published) == "2024-05-04"


def test_mail_leaves_quotations_and_the_signature_unread(
    load_one: LoadOne, make_mail: MakeMail, prose: str
) -> None:
    document = load_one(make_mail(f"> What of the treaty?\n\n{prose}\n\n-- \nA. Clerk\nDesk 4\n"), "a.eml")
    assert body_of(document) == prose
    assert "A. Clerk" in document.text


def test_mail_reads_the_page_where_the_plain_text_says_nothing(
    load_one: LoadOne, make_mail: MakeMail, prose: str
) -> None:
    document = load_one(make_mail("See the page.", page=f"<html><body><p>{prose}</p></body></html>"), "a.eml")
    assert prose in body_of(document)


def test_mail_attachments_are_documents_of_their_own(make_mail: MakeMail, prose: str) -> None:
    made = make_mail(
        "Please find it here, as you had asked.", attachment=("treaty.md", f"# A treaty\n\n{prose}".encode())
    )
    message, treaty = load_bytes(made, address="a.eml")
    assert isinstance(message, Document)
    assert isinstance(treaty, Document)
    assert message.notes == ("attachment: treaty.md",)
    assert (treaty.address, treaty.name, treaty.title) == ("a.eml!treaty.md", "treaty", "A treaty")


def test_mail_is_known_by_headers_that_only_mail_programs_write(
    load_one: LoadOne, make_mail: MakeMail, prose: str
) -> None:
    assert load_one(make_mail(prose), "a.txt").media_type == "message/rfc822"
    memo = f"From: The desk\nTo: The minister\nSubject: Salt\n\n{prose}"
    assert load_one(memo, "memo.txt").media_type == "text/plain"


def test_mail_without_text_is_an_entry(load_bad: LoadBad, make_mail: MakeMail) -> None:
    assert load_bad(make_mail(""), "a.eml").reason == "no_text"
