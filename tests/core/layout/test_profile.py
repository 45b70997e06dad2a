from pathlib import Path

import pytest

from tests.core.layout.examples import CARD, RELIEF, release
from tilshi.files.errors import FileError
from tilshi.layout import profile
from tilshi.release import Localised

WHOLE = """
version = 1
accent = "#1F5FA8"
logo = "logo.png"
social = ["https://social.example.org/press"]
[names]
en = "Example Relief"
kk = "Мысал көмек ұйымы"
[acronyms]
en = "ER"
kk = "МКҰ"
[of]
kk = "МКҰ-ның"
[the]
en = "the ER"
[website]
en = "https://www.example.org"
[boilerplate]
version = "2026-01"
text = { en = "ER helps.", kk = "МКҰ көмектеседі." }
[[contacts]]
id = "press"
phones = ["+999 555 010 010", "+41 22 730 34 43"]
emails = ["press@example.org"]
name = { en = "Jane Example", kk = "Джейн Экзампл" }
office = { en = "Press office", kk = "Баспасөз қызметі" }
role = { en = "Spokesperson" }
"""


def write(folder: Path, text: str, name: str = "relief") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_profile(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\npicture")
    loaded = profile.load(write(tmp_path, WHOLE))
    assert (loaded.name, loaded.names, loaded.acronyms, loaded.of, loaded.the) == (
        *("relief", RELIEF.names, RELIEF.acronyms, RELIEF.of, RELIEF.the),
    )
    assert loaded.boilerplate.text.in_language("kk") == "МКҰ көмектеседі."
    assert (loaded.boilerplate.version, loaded.contacts, loaded.accent) == ("2026-01", (CARD,), "#1F5FA8")
    assert (loaded.logo, loaded.social) == (tmp_path / "logo.png", ("https://social.example.org/press",))
    assert loaded.website == Localised((("en", "https://www.example.org"),))


def test_the_organisation_in_fixed_strings() -> None:
    assert RELIEF.organisation("kk") == {"acronym": "МКҰ", "of": "МКҰ-ның", "the": "МКҰ"}
    assert RELIEF.organisation("fr") == {"acronym": "", "of": "", "the": ""}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("acent = '#000000'", "acent: There is no such key. Did you mean “accent”?"),
        ("accent = '#FFCC00'", "accent: This colour is too pale to be read on white: contrast 1.5, needed 4.5."),
        ("logo = 'none.png'", "logo: There is no file “none.png”. Put it beside the profile, or correct the name."),
        ("social = ['example']", "social: “example” is not a web address. Write it in full, beginning with https://."),
        ("[website]\nkk = 'www.example.org'", "website.kk: “www.example.org” is not a web address."),
        ("[[contacts]]\nid = 'a'", "contacts[1].name: This key is missing. Add it."),
        ("[[contacts]]\nname = {en='A'}", "contacts[1].id: This key is missing. Add it."),
        (
            "[[contacts]]\nid = 'a'\nname = {en='A'}\nphones = ['730 34 43']",
            "contacts[1].phones: “730 34 43” is not a telephone number. Write it with the country code",
        ),
        (
            "[[contacts]]\nid = 'a'\nname = {en='A'}\nemails = ['press']",
            "contacts[1].emails: “press” is not an e-mail address.",
        ),
    ],
)
def test_mistakes_are_named_with_file_key_and_remedy(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        profile.load(write(tmp_path, text))
    assert str(caught.value).startswith(f"relief.toml: {message}")


def test_without_a_profile_there_is_no_organisation(tmp_path: Path) -> None:
    assert profile.load(folder=tmp_path) == profile.NEUTRAL
    assert profile.available(tmp_path) == ("default", "icrc")


def test_the_kicker_tells_who_sends(tmp_path: Path) -> None:
    write(tmp_path, WHOLE.replace('logo = "logo.png"', ""))
    for kicker, name in (
        ("ER Press Release", "relief"),
        ({"en": "Press Release", "kk": "МКҰ баспасөз хабарламасы"}, "relief"),
        ("ICRC Statement", "icrc"),
        ("OVERICRC Statement", "default"),
        ("ICRC and ER: Joint Statement", "default"),
        ("Joint Statement", "default"),
    ):
        assert profile.choose(release(("kicker", kicker)), tmp_path).name == name
    assert profile.choose(release(), tmp_path).name == "default"


def test_the_user_s_own_default_is_always_taken(tmp_path: Path) -> None:
    write(tmp_path, WHOLE.replace('logo = "logo.png"', ""), "default")
    assert profile.choose(release(("kicker", "ICRC Statement")), tmp_path).names == RELIEF.names


def test_no_profile_of_the_program_holds_contacts_or_pictures() -> None:
    for name in profile.available():
        loaded = profile.load_named(name)
        assert (loaded.contacts, loaded.logo) == ((), None)


def test_contrast() -> None:
    assert [round(profile.contrast(colour), 1) for colour in ("#000000", "#FFFFFF", "#767676")] == [21.0, 1.0, 4.5]
