import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.addresses import AddressKind, spans


def found(text: str, region: str | None = None) -> list[tuple[str, str]]:
    return [(text[address.start : address.end], address.href) for address in spans(text, region)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://www.example.org/a?b=c#d.", [("https://www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d")]),
        ("(http://example.org/x_(y)), and", [("http://example.org/x_(y)", "http://example.org/x_(y)")]),
        ("Welcome (newsroom.example.org)", [("newsroom.example.org", "https://newsroom.example.org")]),
        (
            "facebook.com/example, X, Instagram.com/example",
            [
                ("facebook.com/example", "https://facebook.com/example"),
                ("Instagram.com/example", "https://instagram.com/example"),
            ],
        ),
        ("EXAMPLE.ORG", [("EXAMPLE.ORG", "https://example.org")]),
        ("пример.рф/путь", [("пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C")]),
        ("example.org-та және https://example.org/a-дан", [
            ("example.org", "https://example.org"),
            ("https://example.org/a", "https://example.org/a"),
        ]),
        ("«www.example.org»!", [("www.example.org", "https://www.example.org")]),
    ],
)  # fmt: skip
def test_web(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "X",
        "U.S.A. p.m. e.g. i.e.",
        "т.б. т.е. 27.03.2026",
        "They visit.It ended.",
        "3.4 million",
        "file.docx",
        "a@b",
        "...",
    ],
)
def test_no_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Email: press@example.org.", [("press@example.org", "mailto:press@example.org")]),
        ("<Jane.Example+news@Mail.Example.org>", [
            ("Jane.Example+news@Mail.Example.org", "mailto:Jane.Example+news@mail.example.org"),
        ]),
        ("mailto:press@example.org", [("mailto:press@example.org", "mailto:press@example.org")]),
        ("press@example.orgқа", []),
    ],
)  # fmt: skip
def test_email(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("Tel.: +999 555 010 010", None, [("+999 555 010 010", "tel:+999555010010")]),
        ("+41 22 730 00 00 / +7 (495) 626-00-00", None, [
            ("+41 22 730 00 00", "tel:+41227300000"),
            ("+7 (495) 626-00-00", "tel:+74956260000"),
        ]),
        ("022 730 00 00 ext. 12", "CH", [("022 730 00 00 ext. 12", "tel:+41227300000;ext=12")]),
        ("022 730 00 00", None, []),
        ("In 2026, 132 400 people; 10:00–16:30", "KZ", []),
    ],
)  # fmt: skip
def test_phone(text: str, region: str | None, expected: list[tuple[str, str]]) -> None:
    assert found(text, region) == expected


def test_forged_hosts_are_flagged() -> None:
    # The first letter of the first host is Cyrillic.
    forged, sound = spans("www.іcrc.example and www.icrc.example")
    assert (forged.suspicious, sound.suspicious) == (True, False)
    assert forged.href == "https://www.xn--crc-ihd.example"


def test_kinds() -> None:
    kinds = [address.kind for address in spans("press@example.org, example.org, +999 555 010 010")]
    assert kinds == [AddressKind.EMAIL, AddressKind.WEB, AddressKind.PHONE]


@given(st.text(alphabet=st.sampled_from("abя.@:/+-(9 0)\n,»\u00a0"), max_size=80))
def test_addresses_lie_in_the_text_and_apart(text: str) -> None:
    addresses = spans(text, "KZ")
    assert all(0 <= address.start < address.end <= len(text) for address in addresses)
    assert all(one.end <= other.start for one, other in pairwise(addresses))
    assert all(address.href.isascii() for address in addresses)


@pytest.mark.parametrize("piece", ["a.", "a@", "1 ", "+9", "www.", "https://", "й.", "(", "a-"])
def test_hostile_texts_cost_little(piece: str) -> None:
    started = time.process_time()
    spans(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 2
