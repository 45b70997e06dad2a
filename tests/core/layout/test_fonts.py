"""The fonts the program brings: complete for its languages, found by style, honest about what they lack."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from tilshi.layout.fonts import MissingGlyph, UnknownFamily, block, coverage, face, families, missing

KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
KAZAKH_LATIN = "aäbdefgğhıijklmnñŋoöpqrsştuūüvyz"
KYRGYZ = "ңөү"
FRENCH = "àâæçéèêëîïôœùûüÿ«»’"
SIGNS = "№₸€₽$§°%‰–—…“”„‘’«»‹›•·→←↑↓−×÷±≤≥≈²³½™©\u00a0\u202f\u2011\u00ad\u2009\u2060\u200b"
FACES = [(family, bold, italic) for family in families() for bold in (False, True) for italic in (False, True)]


@pytest.mark.parametrize(("family", "bold", "italic"), FACES)
def test_every_face_writes_the_four_languages(family: str, bold: bool, italic: bool) -> None:
    wanted = KAZAKH + KAZAKH_LATIN + KYRGYZ + FRENCH
    text = wanted + wanted.upper() + SIGNS + "0123456789"
    assert missing(text, family, bold=bold, italic=italic) == ()


@pytest.mark.parametrize(("family", "bold", "italic"), FACES)
def test_every_character_has_a_glyph_of_its_own(family: str, bold: bool, italic: bool) -> None:
    """The PDF writer takes a glyph's index for its character."""
    glyphs = TTFont(face(family, bold, italic)).getBestCmap()
    assert len(set(glyphs.values())) == len(glyphs)


@pytest.mark.parametrize(("family", "bold", "italic"), FACES)
def test_the_names_inside_are_our_own(family: str, bold: bool, italic: bool) -> None:
    font = TTFont(face(family, bold, italic))
    names = {record.nameID: record.toUnicode() for record in font["name"].names}
    own = family.replace("Noto", "Tilshi")
    style = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "Bold Italic"}[bold, italic]
    assert (names[1], names[2], names[4]) == (own, style, f"{own} {style}")
    assert names[6] == f"{own}-{style}".replace(" ", "")
    assert "SIL Open Font License" in names[13]
    assert font["OS/2"].fsType == 0
    assert face(family, bold, italic).stat().st_size < 150_000


@pytest.mark.parametrize("table", ["GPOS", "GSUB"])
def test_kerning_and_ligatures_are_kept(table: str) -> None:
    font = TTFont(face("Noto Sans"))
    features = {record.FeatureTag for record in font[table].table.FeatureList.FeatureRecord}
    assert features >= ({"kern", "mark"} if table == "GPOS" else {"liga", "locl"})


def test_an_unknown_family_is_named_with_the_known_ones() -> None:
    with pytest.raises(UnknownFamily, match="no font “Comic Sans”; choose one of: Noto Sans, Noto Serif"):
        face("Comic Sans")


def test_missing_characters_come_once_and_in_order() -> None:
    assert missing("漢字漢 abc", "Noto Sans") == (MissingGlyph("字", "Noto Sans"), MissingGlyph("漢", "Noto Sans"))


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("漢", "“漢” (U+6F22 CJK UNIFIED IDEOGRAPH-6F22, CJK Unified Ideographs)"),
        ("א", "“א” (U+05D0 HEBREW LETTER ALEF, Hebrew)"),
        ("\x07", "“\ufffd” (U+0007 unnamed character, Basic Latin)"),
    ],
)
def test_a_missing_character_is_told_with_name_and_block(character: str, told: str) -> None:
    (found,) = missing(character, "Noto Serif")
    assert told in str(found)
    assert str(found).endswith("None of the program's fonts has it; replace the character.")


def test_places_and_invisible_characters_need_no_glyph() -> None:
    assert missing("\n\t\u2028\u00ad\u200b\u200e\u2066\ufe0f", "Noto Sans") == ()


def test_blocks_are_those_of_unicode() -> None:
    assert [block(character) for character in ("A", "ә", "₸", "\U000e0041", "\U0003fffe")] == [
        "Basic Latin",
        "Cyrillic",
        "Currency Symbols",
        "Tags",
        "",
    ]


def test_coverage_is_more_than_letters() -> None:
    categories = {unicodedata.category(character) for character in coverage("Noto Sans")}
    assert categories >= {"Lu", "Ll", "Mn", "Nd", "Sc", "Sm", "Pd", "Pi", "Zs"}
