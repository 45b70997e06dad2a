import json
from pathlib import Path

import pytest

from tests.core.layout.examples import KINDS, LANGUAGES
from tilshi.files.errors import FileError
from tilshi.layout import template
from tilshi.layout.blocks import Tag
from tilshi.layout.profile import contrast, load_named
from tilshi.layout.wording import Reliability
from tilshi.release import Role


def write(folder: Path, text: str, name: str = "mine") -> Path:
    path = folder / "templates" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(FileError) as caught:
        template.read_template(write(folder, text), folder / "templates")
    return str(caught.value)


def test_all_six_kinds_are_there() -> None:
    assert set(template.available()) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_fixed_string_speaks_every_language(kind: str) -> None:
    loaded = template.load(kind)
    organisation = {code: load_named("icrc").organisation(code) for code in LANGUAGES}
    for name, fixed in loaded.fixed:
        for code in LANGUAGES:
            assert fixed.wording(code, organisation[code]), (name, code)
            assert fixed.wording(code, {}), (name, code)


@pytest.mark.parametrize("kind", KINDS)
def test_colours_can_be_read(kind: str) -> None:
    loaded = template.load(kind)
    for style in loaded.styles().values():
        assert contrast(style.paragraph.colour) >= 4.5
        assert contrast(style.paragraph.colour, loaded.contact_box.fill) >= 4.5
    assert contrast(loaded.palette.link, loaded.contact_box.fill) >= 4.5


@pytest.mark.parametrize("kind", KINDS)
def test_parts_and_strings_are_those_agreed(kind: str, shared: Path) -> None:
    agreed = json.loads((shared / "samples" / "templates.json").read_text(encoding="utf-8"))
    loaded = template.load(kind)
    wanted = [part for part in agreed["templates"][kind] if not part.startswith("contact-block-per")]
    roles = [role for part in wanted for role in _roles(part)]
    # When somebody answers is a part of our own.
    own = [part.role.value for part in loaded.parts if part.role is not Role.CONTACT_HOURS]
    assert own == list(dict.fromkeys(roles))
    required = {role for part in wanted if "*" in part for role in _roles(part)}
    assert {part.role.value for part in loaded.parts if part.required} == required
    names = {"kicker": f"kicker_{kind.replace('-', '_')}", "phone": "label_phone", "email": "label_email"}
    # The watermark and what is said of a QR code are the program's own words.
    for name, fixed in ((name, fixed) for name, fixed in loaded.fixed if name not in {"draft", "contact-code"}):
        strings = agreed["fixed_strings"][names.get(name, name.replace("-", "_"))]
        for code in LANGUAGES:
            organisation = load_named("icrc").organisation(code)
            if name != "embargo" or code != "kk":
                assert fixed.wording(code, organisation) == strings[code].replace(" :", "\u00a0:")
        attested = strings["kk_reliability"].startswith(("attested", "seed corrected"))
        assert (fixed.reliability("kk") is Reliability.ATTESTED) == attested


def _roles(part: str) -> list[str]:
    name = part.rstrip("*+").partition("(")[0]
    return ["table-header", "table-row"] if name == "table" else [name]


def test_a_template_states_only_what_differs(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        extends = "press-release"
        page = { format = "Letter", left = 50 }
        colours = { accent = "#123456" }
        families = { heading = "Noto Serif" }
        [names]
        kk = "Менің үлгім"
        [styles.body]
        size = 12
        [styles.aside]
        based-on = "quote"
        italic = true
        [fixed.kicker]
        en = "News from {the}"
        """,
    )
    mine, base = template.read_template(path, tmp_path / "templates"), template.load("press-release")
    styles = mine.styles()
    assert (mine.page.width, mine.page.left, mine.page.right) == (612.0, 50.0, base.page.right)
    assert (mine.names.in_language("kk"), mine.names.in_language("fr")) == ("Менің үлгім", "Communiqué de presse")
    assert (styles["body"].paragraph.size, styles["contact-name"].paragraph.size) == (12.0, 9.5)
    assert (styles["background"].paragraph.size, styles["aside"].paragraph.size) == (12.0, 12.0)
    assert (styles["aside"].tag, styles["aside"].paragraph.rule_colour) == (Tag.QUOTE, "#123456")
    assert (styles["headline"].paragraph.family, styles["body"].paragraph.family) == ("Noto Serif", "Noto Sans")
    assert mine.wording("kicker", "en", {"the": "the ER"}) == "News from the ER"
    assert mine.wording("kicker", "kk", {"acronym": "МКҰ"}) == ""
    assert mine.parts == base.parts
    assert mine.styles("#654321")["kicker"].paragraph.colour == "#654321"


def test_the_user_s_template_comes_before_the_program_s_and_may_extend_it(tmp_path: Path) -> None:
    write(tmp_path, 'extends = "press-release"\nlist-marker = "•"', "press-release")
    write(tmp_path, 'extends = "statement"', "appeal")
    folder = tmp_path / "templates"
    assert template.load("press-release", folder).list_marker == "•"
    assert template.load("appeal", folder).part(Role.ATTRIBUTION) is not None
    assert set(template.available(folder)) == {*KINDS, "appeal"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 1", "colour: There is no such key. Did you mean “colours”?"),
        ("[page]\nsize = 'A4'", "page.size: There is no such key. Use one of: format, top, right, bottom, left."),
        ("[page]\nformat = 'A5'", "page.format: “A5” is not known here. Use one of: A4, Letter."),
        ("[page]\ntop = 'wide'", "page.top: A number from 18 to 288 is expected here."),
        ("[page]\ntop = 2000", "page.top: A number from 18 to 288 is expected here."),
        ("page = 1", "page: A table is expected here. Write it as [page]."),
        ("[colours]\naccent = 'red'", "colours.accent: “red” is not a colour. Write it as #RRGGBB."),
        ("[styles.body]\nsize = true", "styles.body.size: A number from 5 to 96 is expected here."),
        ("[styles.body]\nbold = 1", "styles.body.bold: Either true or false is expected here."),
        ("[styles.body]\nsise = 1", "styles.body.sise: There is no such key. Did you mean “size”?"),
        (
            "[styles.body]\ncolour = 'pink'",
            "styles.body.colour: “pink” is not a colour. Write it as #RRGGBB, or one of: text, dim, accent, link.",
        ),
        ("[styles.a]\nbased-on = 'b'", "styles.a.based-on: There is no style “b”. Use one of: a."),
        ("[styles.a]\nbased-on = 'a'", "styles.a.based-on: The style is based on itself, or on too many others."),
        ("[[parts]]\nrole = 'headlin'", "parts[1].role: “headlin” is not known here. Did you mean “headline”?"),
        ("[[parts]]\nrequired = true", "parts[1].role: This key is missing. Add it."),
        ("parts = [1]", "parts: A list of tables is expected here. Write each as [[parts]]."),
        ("[[parts]]\nrole = 'body'\nfixed = 'no'", "parts[1].fixed: There is no fixed string “no”. Add [fixed.no]"),
        ("[[parts]]\nrole = 'body'\n[[parts]]\nrole = 'body'", "parts[2].role: The part “body” is there twice."),
        (
            "extends = 'press-release'\n[[parts]]\nrole = 'body'\nstyle = 'no'",
            "parts[1].style: There is no style “no”. Add [styles.no], or name another style.",
        ),
        ("[[one-of]]\nroles = 'body'", "one-of[1].roles: A list of texts is expected here."),
        ("[[one-of]]\nroles = ['bodi']", "one-of[1].roles: “bodi” is not known here. Did you mean “body”?"),
        ("[names]\nKazakh = 'x'", "names.Kazakh: A language tag is expected here."),
        ("[names]\nkk = 1", "names.kk: A text is expected here. Write it in quotation marks."),
        ("[fixed.x]\nen = '{who}'", "fixed.x.en: There is no placeholder {who}. Use one of: {acronym}, {date}, "),
        ("[fixed.x]\nen = '{of.real}'", "fixed.x.en: There is no placeholder {of.real}."),
        ("[fixed.x]\nen = 'a {'", "fixed.x.en: A brace is open or closed alone."),
        ("extends = 'nothing'", "extends: There is no template “nothing”. Use one of: base, "),
        ("extends = 'mine'", "extends: There is no template “mine”. Use one of: base, "),
        ("version = 2", "version: This file was made for a newer version of Tilshi. Install the newer version."),
        ("version =", "mine.toml: This is not valid TOML: Invalid value (at end of document)."),
    ],
)
def test_mistakes_are_named_with_file_key_and_remedy(text: str, message: str, tmp_path: Path) -> None:
    told = refusal(tmp_path, text)
    assert told.startswith("mine.toml: ")
    assert message in told


def test_templates_that_extend_one_another(tmp_path: Path) -> None:
    write(tmp_path, 'extends = "b"', "a")
    told = refusal(tmp_path, 'extends = "a"')
    assert "There is no template “b”" in told
    write(tmp_path, 'extends = "mine"', "b")
    assert "extend one another in a circle" in refusal(tmp_path, 'extends = "a"')


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty."),
        (b"\xff\xfea\x00", "This is not text in UTF-8."),
        (b"names = '\xe9'", "This is not text in UTF-8."),
        (b"PK\x03\x04", "ZIP archive"),
        (b"a = " + b"[" * 100_000, "This is not valid TOML"),
    ],
)
def test_files_that_are_no_templates(data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    with pytest.raises(FileError, match=message):
        template.read_template(path, tmp_path)


def test_a_template_nobody_has(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"nothing\.toml: There is no file of this name among the templates"):
        template.load("nothing", tmp_path)
