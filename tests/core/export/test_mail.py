"""Mails to be sent on: three bodies of one release, lines that can be joined again, and nobody's name."""

from email import message_from_bytes
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.export.examplia import WORDS, release
from tests.core.export.images import figure, photograph
from tests.core.export.test_html import page_of
from tilshi.export.html.reading import read_text
from tilshi.export.mail import NotMail, flowed, joined, read_mail, write_mail
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.probe import Kind, LeakKind, probe
from tilshi.export.text import write_text
from tilshi.layout.blocks import Document

LANGUAGES = sorted(WORDS)


def mail_of(document: Document) -> bytes:
    return write_mail(document, write_pdf(document).data, "release.pdf")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_carries_the_text_the_page_and_the_pdf(language: str) -> None:
    document = release(language)
    parts = read_mail(mail_of(document))
    assert parts["text/plain"].decode() == write_text(document)
    assert parts["application/pdf"] == write_pdf(document).data
    assert read_text(parts["text/html"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_gives_the_same_mail(language: str) -> None:
    assert mail_of(release(language)) == mail_of(release(language))


def test_it_is_a_draft_from_nobody_to_nobody() -> None:
    mail = message_from_bytes(mail_of(release("kk")), policy=SMTP)
    assert mail["Subject"] == release("kk").metadata.title
    assert [mail[name] for name in ("From", "To", "Date", "Message-ID", "X-Mailer", "User-Agent")] == [None] * 6
    assert mail["X-Unsent"] == "1"


def test_the_text_is_flowed_and_the_attachment_has_its_name() -> None:
    mail = message_from_bytes(mail_of(release()), policy=SMTP)
    parts = {part.get_content_type(): part for part in mail.walk()}
    assert parts["text/plain"].get_param("format") == "flowed"
    assert parts["application/pdf"].get_filename() == "release.pdf"


def test_pictures_are_parts_that_mail_programs_show() -> None:
    mail = message_from_bytes(mail_of(page_of(figure(photograph()))), policy=SMTP)
    (image,) = (part for part in mail.walk() if part.get_content_maintype() == "image")
    (page,) = (part for part in mail.walk() if part.get_content_type() == "text/html")
    assert f'src="cid:{image["Content-ID"].strip("<>")}"' in page.get_content()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]) | st.just(" ") | st.just("\n")))
def test_lines_can_be_joined_again(text: str) -> None:
    stripped = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    assert joined(flowed(text)) == stripped


def test_lines_are_short_and_never_end_at_a_no_break_space() -> None:
    lines = flowed("Twelve\u00a0thousand people drink clean water again in Port-Example. " * 9).split("\n")
    assert max(map(len, lines)) <= 73
    assert not any(line.rstrip(" ").endswith("Twelve") for line in lines)


def test_what_is_written_into_a_header_is_found() -> None:
    leaky = b"X-Mailer: Anna\r\n" + mail_of(release())
    assert LeakKind.PRIVATE in {leak.kind for leak in probe(leaky, Kind.EML)}


@pytest.mark.parametrize("damage", [b"", b"Subject: x\r\n\r\nhello"])
def test_what_is_no_mail_of_ours_is_noticed(damage: bytes) -> None:
    with pytest.raises(NotMail):
        read_mail(damage)
