import pytest

from tilshi.language.phones import Phone, dialled, read_phone, show_phone


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("+41 22 730 34 43", Phone("+41227303443", "+41 22 730 34 43", valid=True)),
        ("0041 22 7303443", Phone("+41227303443", "+41 22 730 34 43", valid=True)),
        ("+41 (0)22 730 34 43", Phone("+41227303443", "+41 22 730 34 43", valid=True)),
        ("+74956265426", Phone("+74956265426", "+7 495 626-54-26", valid=True)),
        ("+999 555 010\u00a0010", Phone("+999555010010", "+999 555 010 010", valid=False)),
        ("+1", None),
        ("022 730 34 43", None),
        ("press@example.org", None),
        ("", None),
    ],
)
def test_reading(typed: str, phone: Phone | None) -> None:
    assert read_phone(typed) == phone


def test_a_number_without_country_code_is_read_in_its_country() -> None:
    assert read_phone("022 730 34 43", "CH") == Phone("+41227303443", "+41 22 730 34 43", valid=True)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+41227303443", "+41 22 730 34 43"),
        ("+74956265426", "+7 495 626-54-26"),
        ("+999555010010", "+999 555 010 010"),
    ],
)
def test_a_stored_number_is_shown_with_the_spaces_of_its_country(stored: str, shown: str) -> None:
    assert show_phone(stored) == shown


@pytest.mark.parametrize("typed", ["+41 22 730 34 43", "+41 (0)22 730 34 43", "0041 22 730-34-43", "+999 555 010 010"])
def test_links_need_no_numbering_plan(typed: str) -> None:
    phone = read_phone(typed)
    assert phone is not None
    assert (dialled(typed), phone.uri) == (phone.e164, f"tel:{phone.e164}")


@pytest.mark.parametrize("typed", ["", "+12 34", "730 34 43", "+41 22 730 34 43 and more", "+1234567890123456"])
def test_nothing_to_dial(typed: str) -> None:
    assert dialled(typed) == ""
