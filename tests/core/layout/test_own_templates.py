import tempfile
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.layout.examples import KINDS
from tilshi import resources
from tilshi.drafts import open_draft
from tilshi.files.errors import FileError
from tilshi.layout import own, portable, profile, substitute, template
from tilshi.layout.canonical import toml_bytes
from tilshi.layout.legibility import pale_colours

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TABLES = st.recursive(
    st.dictionaries(TEXTS, TEXTS | st.booleans() | st.integers(-9999, 9999) | st.floats(-99, 99) | st.lists(TEXTS)),
    lambda inner: st.dictionaries(TEXTS, inner.filter(bool), max_size=3),
)
# A PNG of one grey point.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b55"
    "0000000a49444154789c63600000000200014873a4750000000049454e44ae426082"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "templates"


def refused(name: str, values: own.Values, folder: Path) -> str:
    with pytest.raises(FileError) as caught:
        own.write(name, values, folder)
    assert not (folder / f"{name}.toml").exists()
    return str(caught.value)


@given(TABLES)
def test_what_is_written_as_toml_is_read_the_same(values: dict[str, object]) -> None:
    written = toml_bytes(values)
    assert tomllib.loads(written.decode()) == values
    assert toml_bytes(tomllib.loads(written.decode())) == written


@pytest.mark.parametrize("kind", KINDS)
def test_the_programs_templates_survive_the_writer(kind: str, folder: Path) -> None:
    own.write("copy", own.values_of(kind), folder)
    copy, original = template.load("copy", folder), template.load(kind)
    assert (copy.parts, copy.styles(), copy.fixed) == (original.parts, original.styles(), original.fixed)


def test_a_duplicate_looks_as_its_original(folder: Path) -> None:
    own.duplicate("statement", "Our statement", folder)
    copy, original = template.load("Our statement", folder), template.load("statement")
    assert copy.name == "Our statement"
    assert (copy.parts, copy.styles(), copy.names) == (original.parts, original.styles(), original.names)
    assert own.own(folder) == ("Our statement",)
    assert "Our statement" in template.available(folder)


def test_a_duplicate_of_an_own_one_is_as_it_is_and_goes_its_own_way(folder: Path) -> None:
    own.write("first", {"extends": "statement", "colours": {"accent": "#005544"}}, folder)
    own.duplicate("first", "second", folder)
    own.write("first", {"extends": "statement"}, folder)
    assert template.load("second", folder).palette.accent == "#005544"


@pytest.mark.parametrize("name", ["", " x", "a/b", "..", "a\\b", "con", "NUL.x", "x" * 81, "a\nb", "end."])
def test_names_that_no_file_can_have(name: str, folder: Path) -> None:
    with pytest.raises(FileError):
        own.duplicate("statement", name, folder)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["statement", "Statement", "base"])
def test_names_that_are_taken(name: str, folder: Path) -> None:
    with pytest.raises(FileError, match="already"):
        own.duplicate("press-release", name, folder)


def test_mistakes_name_the_key_and_what_is_allowed(folder: Path) -> None:
    base = {"extends": "press-release"}
    message = refused("mine", {**base, "families": {"heading": "Comic Sans"}}, folder)
    assert "families.heading" in message
    assert "Noto Sans, Noto Serif" in message
    message = refused("mine", {**base, "styles": {"lead": {"family": "Papyrus"}}}, folder)
    assert "styles.lead.family" in message
    assert "Noto Serif" in message
    assert "colours.accent" in refused("mine", {**base, "colours": {"accent": "red"}}, folder)
    assert "page.top" in refused("mine", {**base, "page": {"top": 3}}, folder)
    message = refused("mine", {**base, "fixed": {"kicker": {"en": "{who} news"}}}, folder)
    assert "fixed.kicker.en" in message
    assert "{acronym}" in message


def test_the_programs_own_stay_as_they_are(folder: Path) -> None:
    for change in (lambda: own.delete("statement", folder), lambda: own.rename("statement", "x", folder)):
        with pytest.raises(FileError, match="belongs to the program"):
            change()
    assert "statement" in template.available(folder)


def test_renamed_and_deleted_and_brought_back(folder: Path) -> None:
    own.duplicate("statement", "a", folder)
    own.rename("a", "b", folder)
    assert own.own(folder) == ("b",)
    values = own.delete("b", folder)
    assert own.own(folder) == ()
    own.write("b", values, folder)
    assert template.load("b", folder).parts == template.load("statement").parts


def test_what_another_extends_is_not_deleted(folder: Path) -> None:
    own.duplicate("statement", "a", folder)
    own.write("b", {"extends": "a"}, folder)
    with pytest.raises(FileError, match="extends this one"):
        own.delete("a", folder)


def test_pale_colours_are_named() -> None:
    loaded = template.load("press-release")
    assert pale_colours(loaded) == ()


def test_a_pale_accent_is_told(folder: Path) -> None:
    own.write("mine", {"extends": "press-release", "colours": {"accent": "#FFCC00"}}, folder)
    found = pale_colours(template.load("mine", folder))
    assert [each.key for each in found] == ["colours.accent"]
    assert "4.5" in str(found[0])


def test_one_file_carries_a_template_with_all_it_extends(tmp_path: Path) -> None:
    root, other, file = tmp_path / "a", tmp_path / "b", tmp_path / "x.tilshi-template"
    own.write("house", {"extends": "statement", "colours": {"accent": "#005544"}}, root / "templates")
    own.write("ours", {"extends": "house", "styles": {"lead": {"bold": True}}}, root / "templates")
    portable.export_template("ours", file, root=root)
    assert portable.import_template(file, root=other) == portable.Carried("ours")
    before, after = template.load("ours", root / "templates"), template.load("ours", other / "templates")
    assert before == after
    first = file.read_bytes()
    portable.export_template("ours", file, root=root)
    assert file.read_bytes() == first


def test_the_organisation_goes_along_with_its_logo(tmp_path: Path) -> None:
    root, other, file = tmp_path / "a", tmp_path / "b", tmp_path / "x.tilshi-template"
    (root / "profiles").mkdir(parents=True)
    (root / "profiles" / "examplia.toml").write_text('logo = "mark.png"\n[names]\nen = "Examplia"\n', encoding="utf-8")
    (root / "profiles" / "mark.png").write_bytes(DOT)
    own.duplicate("statement", "ours", root / "templates")
    portable.export_template("ours", file, "examplia", root)
    assert portable.import_template(file, root=other) == portable.Carried("ours", "examplia")
    carried = profile.load_named("examplia", other / "profiles")
    assert carried.logo_picture is not None
    assert carried.logo_picture.data == DOT


def test_what_is_here_already_stays(tmp_path: Path) -> None:
    root, file = tmp_path / "a", tmp_path / "x.tilshi-template"
    own.duplicate("statement", "ours", root / "templates")
    portable.export_template("ours", file, root=root)
    assert portable.import_template(file, root=root) == portable.Carried("ours")
    own.write("ours", {"extends": "statement", "masthead": False}, root / "templates")
    assert portable.import_template(file, root=root) == portable.Carried("ours 2")
    assert not template.load("ours", root / "templates").masthead


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"templates/a.toml": 'extends = "statement"\nnonsense = 1\n'}, "nonsense"),
        ({"templates/a.toml": "extends ="}, "TOML"),
        ({"profiles/a.toml": ""}, "no template"),
        ({"templates/a.toml": 'extends = "statement"', "run.exe": "x"}, "run.exe"),
        ({"templates/a.toml": 'extends = "statement"', "templates/b.toml": 'extends = "statement"'}, "more than one"),
        ({"templates/con.toml": 'extends = "statement"'}, "cannot have this name"),
        ({"templates/a.toml": 'extends = "statement"', "profiles/p.toml": 'logo = "../x"'}, "logo"),
    ],
)
def test_what_is_no_template_is_refused_and_nothing_is_left(members: dict[str, str], said: str, tmp_path: Path) -> None:
    file = tmp_path / "x.tilshi-template"
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(FileError) as caught:
        portable.import_template(file, root=tmp_path / "b")
    assert said in str(caught.value)
    assert not (tmp_path / "b").exists()


def test_a_release_whose_template_is_missing_is_shown_with_the_nearest() -> None:
    for kind in KINDS:
        release = replace(open_draft(resources.path("samples", f"{kind}.tilshi")).release, template=f"our {kind}")
        found, said = substitute.load_or_nearest(release)
        assert found.name == kind
        assert f"our {kind}" in said
        assert substitute.load_or_nearest(replace(release, template=kind)) == (template.load(kind), "")


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_reason(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "x.tilshi-template"
        file.write_bytes(b"PK\x03\x04" + data)
        with pytest.raises(FileError):
            portable.import_template(file, root=Path(place) / "b")
