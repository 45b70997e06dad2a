from pathlib import Path

import pytest

from tests.core.exchange.foreign import PO, TEXT
from tilshi.files.errors import FileError
from tilshi.files.gettext import Message, read_catalogue

PATH = Path("a.po")


def test_messages_with_everything() -> None:
    catalogue = read_catalogue(PATH, PO.encode())
    assert catalogue.language == "kk"
    assert catalogue.warnings == ()
    assert catalogue.messages == (
        Message("Open %s", (f"{TEXT} %s", "Ашу %s"), "Open %s files", "menu", 7),
        Message("Save", ("Сақтау",), line=13),
    )


def test_escapes_fuzzy_and_obsolete_entries() -> None:
    text = '#, fuzzy\nmsgid "a\\n\\"b\\"\\t\\\\"\nmsgstr "x"\n\n#~ msgid "old"\n#~ msgstr "ескі"\n'
    assert read_catalogue(PATH, text.encode()).messages == (Message('a\n"b"\t\\', ("x",), line=2, fuzzy=True),)


def test_a_fuzzy_header_is_a_header() -> None:
    assert len(read_catalogue(PATH, b"#, fuzzy\n" + PO.encode()).messages) == 2


def test_the_encoding_is_the_one_the_header_says() -> None:
    text = PO.replace("UTF-8", "KZ-1048").replace(TEXT, "құқық")
    assert read_catalogue(PATH, text.encode("kz1048")).messages[1].strings == ("Сақтау",)
    with pytest.raises(FileError, match="line 10: The text is damaged or in another encoding"):
        read_catalogue(PATH, PO.replace(TEXT, "құқық").encode("kz1048"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('msgid "a\nmsgstr "b"\n', "line 1: This line is no part of a message."),
        ('msgid "a"\nmsgstr "b"c"\n', "line 2: This line is no part of a message."),
        ("msgid\n", "line 1: This line is no part of a message."),
        ('"a"\n', "line 1: This line is no part of a message."),
        ('msgid "a"\n', "line 1: A message is not complete."),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', "line 1: A message is not complete."),
        ('msgstr "a"\n', "line 1: A message is not complete."),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "line 3: “msgstr” occurs twice in one message."),
        ('msgid "a"\nmsgstr "b\\q"\n', "line 2: The escape \\q is not known."),
        ("# nothing\n", "There is no message in it."),
        ("/etc/passwd", "line 1: This line is no part of a message."),
        ('msgid "a"\nmsgstr "' + "b" * 200_001 + '"\n', "line 2: A text is longer than 200000 characters."),
        ('msgid "a"\nmsgstr ""\n' * 12_001, "It holds more than 12000 messages."),
        ("#\n" * 200_001, "It holds more than 200000 lines."),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=x\\n"\n', "The encoding “x” is not known."),
    ],
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(FileError) as caught:
        read_catalogue(PATH, text.encode())
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ('msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', ["line 3: The message is in the file twice."]),
        ('msgid "%s file"\nmsgstr "%d файл"\n', ["line 1: The translation has other placeholders than the message."]),
        ('msgid "{n} file"\nmsgstr "{m} файл"\n', ["line 1: The translation has other placeholders than the message."]),
        ('msgid "{n} file"\nmsgstr "{n} файл"\n', []),
        ('msgid "one"\nmsgid_plural "{n} files"\nmsgstr[0] "{n} файл"\n', []),
        ('msgid "100 % of"\nmsgstr "100 % de"\n', []),
        ('msgid "a"\nmsgstr "\u200b"\n', ["line 1: There is an invisible character (U+200B)."]),
    ],
)
def test_what_the_user_must_see(text: str, messages: list[str]) -> None:
    assert [str(warning) for warning in read_catalogue(PATH, text.encode()).warnings] == messages
