"""Lines: where they may end, how well they are filled, and that nothing is lost on the way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.export.examplia import BODY, HEADLINE, WORDS, paragraph
from tilshi.export.pdf.breaks import breaks
from tilshi.export.pdf.lines import Line, natural_widths, set_lines
from tilshi.layout.blocks import Alignment, Paragraph, Run, Tag

WORD = st.text("абвгдәғқңөұүһіABCabc", min_size=1, max_size=12)
JUSTIFIED = replace(BODY, alignment=Alignment.JUSTIFY)


def text_of(line: Line) -> str:
    return "".join(glyph.code[1] for piece in line.pieces for word in piece.words for glyph in word.glyphs)


def width_of(line: Line) -> float:
    """The visible width, with what justification adds."""
    *others, last = line.pieces
    natural = sum(piece.width for piece in others) + last.visible
    return natural + line.stretch * (sum(piece.spaces for piece in others) + last.inner_spaces)


def lines_of(text: str, measure: float, language: str = "kk") -> list[str]:
    return [text_of(line) for line in set_lines(paragraph("body", text, language, BODY), measure)]


def ends(text: str) -> list[str]:
    """What stands before each possible end of a line."""
    return [text[: chance.end] for chance in breaks(text)]


@pytest.mark.parametrize(
    "bound",
    [
        "ХҚКК-нің",
        "ақпараттық-түсіндіру",
        "COVID-19",
        "12\u00a0500",
        "12\u202f500",
        "12 500",
        "не\u2011нің",
        "a\u2060b",
        "18 км",
        "25 км/сағ",
        "3,5 млн.",
        "40 %-ға",
        "5 °C,",
        "12 мың»",
        "№ 5",
        "§ 12",
        "p. 7",
        "А. Мысалова",
        "Ж.-Б. Мысал",
        "«А. Мысалова»",
        "Мысалова А.,",
        "Мысалова А. Б.",
        "Dr Example",
        "Mme Exemple",
        "т. б.",
        "г. Алматы",
        "сөз –",
        "сөз —",
        "« mot",
        "mot »",
        "mot !",
        "+999 555 010 010",
        "Тел.: +999 555",
        "10–15",
        "ат- ",
    ],
)
def test_what_belongs_together_is_never_divided(bound: str) -> None:
    assert ends(bound) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("бір екі", ["бір"]),
        ("бір – екі", ["бір –"]),
        ("сөз—сөз", ["сөз—"]),
        ("халық\u00adаралық", ["халық"]),
        ("бір\u200bекі", ["бір\u200b"]),
        ("бір\nекі", ["бір"]),
        ("ауыл/қала", ["ауыл/"]),
        ("ат- көлік бар", ["ат- көлік"]),
        ("18 адам", ["18"]),
        ("бір\u2009екі", ["бір"]),
    ],
)
def test_everything_else_may_be(text: str, expected: list[str]) -> None:
    assert ends(text) == expected


def test_a_short_word_rather_goes_with_the_next() -> None:
    costs = {chance.end: chance.cost for chance in breaks("Мы в городе были 6 марта утром")}
    assert costs[2] > 0  # Мы
    assert costs[4] > 0  # в
    assert costs[11] == 0  # городе
    assert costs[18] > costs[4]  # 6


@given(st.lists(WORD, min_size=1, max_size=60), st.floats(min_value=60, max_value=500))
def test_no_line_is_wider_than_the_measure_and_no_word_is_lost(words: list[str], measure: float) -> None:
    text = " ".join(words)
    lines = set_lines(paragraph("body", text, "kk", BODY), measure)
    assert "".join(map(text_of, lines)) == text
    # Kerning over a break that was not taken may move a line by a hair.
    assert all(width_of(line) <= measure + 0.5 for line in lines)


@given(st.lists(WORD, min_size=12, max_size=60), st.floats(min_value=200, max_value=500))
def test_justified_lines_fill_the_measure(words: list[str], measure: float) -> None:
    lines = set_lines(paragraph("body", " ".join(words), "kk", JUSTIFIED), measure)
    for line in lines[:-1]:
        assert line.stretch == 0 or width_of(line) == pytest.approx(measure, abs=0.01)
    assert lines[-1].stretch == 0


def test_the_whole_paragraph_is_weighed() -> None:
    """Filling the first line to the brim would leave the second a single long word."""
    lines = lines_of("аа ббб вв гггггггг дд ееее жжжжжжжжжж зз ии ккккккккк лл мм", 120)
    fill = [width_of(line) for line in set_lines(paragraph("body", "".join(lines), "kk", BODY), 120)]
    assert min(fill[:-1]) > 60


def test_a_headline_has_lines_alike() -> None:
    text = "Мысалия: Порт-Мысалда он екі мың бес жүз адам таза суға қайта қол жеткізді"
    first, second = set_lines(Paragraph("headline", Tag.HEADING_1, "kk", (Run(text, "kk"),), HEADLINE), 471)
    assert abs(width_of(first) - width_of(second)) < 60


def test_a_last_line_of_one_short_word_is_avoided() -> None:
    text = WORDS["kk"].body.replace("\u00ad", "")
    for measure in range(300, 480, 7):
        lines = set_lines(paragraph("body", text, "kk", BODY), measure)
        assert width_of(lines[-1]) > 0.1 * measure


def test_a_soft_hyphen_is_seen_only_where_a_line_ends() -> None:
    lines = lines_of("ха\u00adлық\u00adара\u00adлық", 40)
    assert "".join(lines) == "ха\u00adлық\u00adара\u00adлық"
    broken = set_lines(paragraph("body", "ха\u00adлық\u00adара\u00adлық", "kk", BODY), 40)
    shown = [word.glyphs[-1].code for line in broken[:-1] for word in line.pieces[-1].words[-1:]]
    assert len(broken) > 1
    assert {text for _index, text in shown} == {"\u00ad"}
    whole = set_lines(paragraph("body", "ха\u00adлық\u00adара\u00adлық", "kk", BODY), 400)
    plain = set_lines(paragraph("body", "халықаралық", "kk", BODY), 400)
    assert width_of(whole[0]) == width_of(plain[0])


def test_kerning_is_complete_over_breaks_not_taken() -> None:
    parted = set_lines(paragraph("body", "A\u00adV\u00adA", "en", BODY), 400)
    joined = set_lines(paragraph("body", "AVA", "en", BODY), 400)
    assert width_of(parted[0]) == width_of(joined[0])


def test_an_address_longer_than_a_line_is_divided_at_its_signs() -> None:
    lines = lines_of("https://www.example.org/kk/very/long/address/that-does-not-fit?x=1&y=2", 130)
    assert len(lines) > 1
    assert all(line[-1] in "/?&=.:" for line in lines[:-1])


def test_a_measure_too_narrow_for_anything_still_ends() -> None:
    assert "".join(lines_of("халықаралық құқық", 1)) == "халықаралық құқық"


def test_runs_are_pieces_of_one_text() -> None:
    runs = (Run("бір ", "kk"), Run("екі", "kk", bold=True), Run(" үш", "kk"), Run("төрт", "fr"), Run("", "kk"))
    (line,) = set_lines(Paragraph("body", Tag.PARAGRAPH, "kk", runs, BODY), 400)
    assert text_of(line) == "бір екі үштөрт"
    assert [piece.group for piece in line.pieces] == [0, 0, 0, 1]
    assert [piece.face.bold for piece in line.pieces] == [False, True, False, False]


def test_natural_widths_are_those_of_the_longest_word_and_line() -> None:
    both = paragraph("cell", "халықаралық құқық\nбір", "kk", BODY)
    word = paragraph("cell", "халықаралық", "kk", BODY)
    line = paragraph("cell", "халықаралық құқық", "kk", BODY)
    widest, longest = natural_widths(both)
    assert widest == pytest.approx(natural_widths(word)[0])
    assert longest == pytest.approx(natural_widths(line)[1])


def test_an_empty_text_is_one_empty_line() -> None:
    (line,) = set_lines(paragraph("body", "", "kk", BODY), 100)
    assert line.pieces == ()
