import pytest

from tilshi.layout.blocks import Run
from tilshi.layout.runs import runs
from tilshi.release import Mark, MarkKind, Text


def shown(text: Text, **options: int) -> list[tuple[str, str, str]]:
    return [(run.text, "b" * run.bold + "i" * run.italic, run.href) for run in runs(text, "en", **options)]


def test_plain_text_is_one_run() -> None:
    assert runs(Text(" One\u00a0two. "), "kk") == (Run("One\u00a0two.", "kk"),)


@pytest.mark.parametrize("text", ["", " ", "\n \r\n"])
def test_nothing_is_no_run(text: str) -> None:
    assert runs(Text(text), "en") == ()


def test_marks_that_overlap() -> None:
    marks = (Mark(0, 4, MarkKind.BOLD), Mark(2, 6, MarkKind.ITALIC), Mark(4, 6, MarkKind.UNTRANSLATABLE))
    assert shown(Text("abcdefg", marks)) == [("ab", "b", ""), ("cd", "bi", ""), ("ef", "i", ""), ("g", "", "")]


def test_addresses_are_links() -> None:
    assert shown(Text("See www.example.org or press@example.org.")) == [
        ("See ", "", ""),
        ("www.example.org", "", "https://www.example.org"),
        (" or ", "", ""),
        ("press@example.org", "", "mailto:press@example.org"),
        (".", "", ""),
    ]


def test_a_link_the_author_set_comes_before_an_address_in_it() -> None:
    text = Text("Read www.example.org now", (Mark(5, 24, MarkKind.LINK, "https://example.org/news"),))
    assert shown(text) == [("Read ", "", ""), ("www.example.org now", "", "https://example.org/news")]


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("MAILTO:press@example.org", "MAILTO:press@example.org"),
        ("www.example.org", "https://www.example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("", ""),
    ],
)
def test_links_lead_to_the_web_to_mail_or_to_a_telephone(href: str, leads_to: str) -> None:
    assert shown(Text("here", (Mark(0, 4, MarkKind.LINK, href),))) == [("here", "", leads_to)]


def test_hosts_that_mix_alphabets_are_not_links() -> None:
    assert [href for _text, _kind, href in shown(Text("See exаmple.org"))] == [""]


def test_beginning_in_bold() -> None:
    assert shown(Text("  When: now"), bold_until=7) == [("When:", "b", ""), (" now", "", "")]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("үшін\nмына сілтеме", "үшін мына сілтеме"),
        ("an \r\n item", "an item"),
        ("assisted\n132,400 people", "assisted 132,400 people"),
        ("«Иә»,\n– деді", "«Иә», – деді"),
        ("«Иә»\nдеді", "«Иә» деді"),
        ("Sample,\nAstana", "Sample, Astana"),
        ("First line.\nSecond line.", "First line.\nSecond line."),
        ("First:\nsecond", "First:\nsecond"),
        ("Example Hall\nAstana", "Example Hall\nAstana"),
        ("One. \n\n Two.", "One.\nTwo."),
    ],
)
def test_a_line_break_inside_a_sentence_becomes_a_space(text: str, mended: str) -> None:
    assert "".join(run.text for run in runs(Text(text), "kk")) == mended


def test_offsets_hold_across_a_mended_line_break() -> None:
    text = Text("an \r\n item", (Mark(6, 10, MarkKind.BOLD),))
    assert shown(text) == [("an ", "", ""), ("item", "b", "")]
