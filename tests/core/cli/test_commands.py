"""What each command does, with real files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.cli.conftest import Tilshi
from tilshi.drafts import open_draft
from tilshi.release import Role, State


@pytest.fixture
def draft(tilshi: Tilshi, texts: tuple[Path, Path], tmp_path: Path) -> Path:
    """A draft of the two texts."""
    assert tilshi("import", *texts, "-o", "draft.tilshi").code == 0
    return tmp_path / "draft.tilshi"


def test_import_makes_a_draft_of_a_text(tilshi: Tilshi, texts: tuple[Path, Path], tmp_path: Path) -> None:
    answer = tilshi("import", texts[1], "-o", "kk")
    assert (answer.code, answer.out) == (0, "kk.tilshi: 9 parts in kk\n")
    release = open_draft(tmp_path / "kk.tilshi").release
    assert [block.role for block in release.blocks][:4] == [Role.KICKER, Role.DATE, Role.HEADLINE, Role.LEAD]
    assert release.source_language == "kk"


def test_import_aligns_a_text_with_its_translation(draft: Path) -> None:
    release = open_draft(draft).release
    assert release.languages == ("en", "kk")
    pairs = {segment.source.string: segment.target("kk") for _, segment in release.segments()}
    assert pairs["21 April 2026"].text.string == "2026 жылғы 21 сәуір"
    assert {target.state for target in pairs.values()} == {State.TRANSLATED}


def test_import_takes_the_translation_as_an_option(tilshi: Tilshi, texts: tuple[Path, Path], draft: Path) -> None:
    languages = ("--language", "en", "--translation-language", "kk")
    assert tilshi("import", texts[0], "--translation", texts[1], *languages, "-o", "b.tilshi").code == 0
    assert open_draft(Path("b.tilshi")).release == open_draft(draft).release


def test_import_keeps_what_is_there(tilshi: Tilshi, texts: tuple[Path, Path], draft: Path) -> None:
    before = draft.read_bytes()
    answer = tilshi("import", texts[1], "-o", draft)
    assert answer.code == 2
    assert answer.err.startswith(f"error: {draft}: There is a file of this name already.")
    assert draft.read_bytes() == before
    assert tilshi("import", texts[1], "-o", draft, "--force").code == 0
    assert open_draft(draft).release.languages == ("kk",)


def test_export_writes_every_format(tilshi: Tilshi, draft: Path, tmp_path: Path) -> None:
    answer = tilshi("export", draft, "--language", "kk", "--to", "pdf,docx,txt", "-o", "out")
    assert answer.code == 0
    paths = [Path("out", f"en_kk.{suffix}") for suffix in ("pdf", "docx", "txt")]
    assert answer.out.splitlines() == [str(path) for path in paths]
    pdf, docx, txt = ((tmp_path / path).read_bytes() for path in paths)
    assert (pdf[:5], docx[:2]) == (b"%PDF-", b"PK")
    assert "Мысалия: ауруханалар ешқашан нысанаға айналмауға тиіс" in txt.decode()
    assert "Examplia: Hospitals" not in txt.decode()


def test_export_takes_all_translations_and_replaces_earlier_files(tilshi: Tilshi, sample: Path) -> None:
    Path("press-release_kk.txt").write_text("old")
    answer = tilshi("export", sample, "--to", "txt")
    assert (answer.code, answer.out) == (0, "press-release_kk.txt\n")
    assert Path("press-release_kk.txt").read_text(encoding="utf-8") != "old"


def test_export_stops_before_an_earlier_file_when_told_to(tilshi: Tilshi, sample: Path) -> None:
    Path("press-release_kk.docx").write_text("old")
    answer = tilshi("export", sample, "--no-overwrite")
    assert answer.code == 2
    assert "error: press-release_kk.docx: There is a file of this name already." in answer.err
    assert sorted(path.name for path in Path().iterdir()) == ["press-release_kk.docx"]


def test_export_warns_of_what_is_missing_on_the_page(tilshi: Tilshi, texts: tuple[Path, Path]) -> None:
    texts[0].write_text("ICRC Press Release\n\nExamplia: Hospitals must never be a target\n", encoding="utf-8")
    answer = tilshi("export", texts[0], "--language", "en", "--to", "txt")
    assert answer.code == 0
    assert f"warning: {texts[0]}: en: The part “lead” is missing.\n" in answer.err


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--template", "no-such", "no-such"),
        ("--profile", "no-such", "no-such"),
        ("--language", "fr", "The release is not in “fr”. Its languages are: en, kk."),
        ("--to", "odt", "“odt” is no format; choose from pdf, docx, html, txt, eml, review.pdf, review.docx"),
        ("-o", "/proc/no/such", "The folder cannot be made"),
    ],
)
def test_export_says_what_it_cannot_do(tilshi: Tilshi, sample: Path, option: str, value: str, reason: str) -> None:
    answer = tilshi("export", sample, option, value)
    assert answer.code == 2
    assert answer.err.startswith("error: ")
    assert reason in answer.err
    assert list(Path().iterdir()) == []


def test_check_reports_findings_for_people(tilshi: Tilshi, draft: Path) -> None:
    answer = tilshi("check", draft, "--language", "kk")
    assert answer.code == 1
    first, excerpt, summary = answer.out.splitlines()
    assert first == f"{draft}: s04 [kk] error: The source says 31, the translation 13."
    assert excerpt.endswith("қаза тауып, [13] адам жарақат алды. → [31]  (num.value)")
    assert summary == "1 error, 0 warnings, 0 notes"


def test_check_reports_findings_for_programs(tilshi: Tilshi, draft: Path) -> None:
    answer = tilshi("check", draft, "--language", "kk", "--format", "json")
    assert answer.code == 1
    (finding,) = json.loads(answer.out)["findings"]
    text = open_draft(draft).release.text("s04", "kk").string
    assert finding == {
        "file": str(draft),
        "rule": "num.value",
        "severity": "error",
        "language": "kk",
        "unit": "s04",
        "segment": "s04",
        "side": "target",
        "start": text.index("13"),
        "end": text.index("13") + 2,
        "message": "The source says 31, the translation 13.",
        "fixes": [{"start": text.index("13"), "end": text.index("13") + 2, "replacement": "31", "safe": False}],
    }


def test_check_is_content_with_a_clean_release(tilshi: Tilshi, sample: Path) -> None:
    answer = tilshi("check", sample, "--format", "json")
    assert (answer.code, json.loads(answer.out), answer.err) == (0, {"findings": []}, "")


@pytest.mark.parametrize(
    ("text", "severity", "code"),
    [
        ("Бір - екі  үш", "note", 1),
        ("Бір - екі  үш", "warning", 1),
        ("Бір - екі  үш", "error", 0),
        ("Бір екі  үш", "warning", 0),
        ("Бір екі Kомитет", "error", 1),
    ],
)
def test_check_fails_from_a_severity_on(tilshi: Tilshi, text: str, severity: str, code: int) -> None:
    Path("a.txt").write_text(text, encoding="utf-8")
    assert tilshi("check", "a.txt", "--language", "kk", "--fail-on", severity).code == code


@pytest.mark.parametrize("language", ["KK", "kk-KZ"])
def test_languages_are_understood_as_they_are_meant(tilshi: Tilshi, draft: Path, language: str) -> None:
    assert tilshi("check", draft, "--language", language).code == 1


def test_a_language_that_is_none_is_refused(tilshi: Tilshi, texts: tuple[Path, Path]) -> None:
    answer = tilshi("check", texts[1], "--language", "қазақ тілі")
    assert answer.code == 2
    assert answer.err == f"error: {texts[1]}: “қазақ тілі” is no code of a language; use en, fr, kk or ru.\n"


def test_show_lists_parts_for_people(tilshi: Tilshi, draft: Path) -> None:
    answer = tilshi("show", draft)
    assert answer.code == 0
    assert answer.out.startswith(
        "en (template press-release): en → kk\n\ns01  kicker\n"
        "    en    ICRC Press Release\n    kk    ХҚКК Баспасөз хабарламасы  (translated)\n"
    )


def test_show_lists_parts_for_programs(tilshi: Tilshi, draft: Path) -> None:
    shown = json.loads(tilshi("show", draft, "--json").out)
    assert {key: shown[key] for key in shown if key != "parts"} == {
        "id": "en",
        "template": "press-release",
        "source_language": "en",
        "target_languages": ["kk"],
    }
    assert shown["parts"][1] == {
        "id": "s02",
        "role": "date",
        "state": {"kk": "translated"},
        "texts": {"en": "21 April 2026", "kk": "2026 жылғы 21 сәуір"},
        "segments": [
            {
                "id": "s02",
                "state": {"kk": "translated"},
                "texts": {"en": "21 April 2026", "kk": "2026 жылғы 21 сәуір"},
            }
        ],
    }
    assert "en" not in json.loads(tilshi("show", draft, "--json", "--language", "kk").out)["parts"][0]["texts"]


def test_inspect_goes_on_after_a_refused_file(tilshi: Tilshi, draft: Path, sample: Path) -> None:
    Path("cut.xlf").write_bytes(sample.read_bytes()[:300])
    answer = tilshi("inspect", draft, "cut.xlf", sample)
    assert answer.code == 2
    assert answer.out.splitlines() == [
        f"{draft}: draft: press-release, en → kk, 9 parts",
        f"{sample}: xliff: press-release, en → kk, 18 parts",
    ]
    (line,) = answer.err.splitlines()
    assert line.startswith("error: cut.xlf: line ")


def test_inspect_shows_warnings_on_one_line_each(tilshi: Tilshi, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8").replace("Мысалия", "Мыса\u202eлия", 1)
    Path("bidi.xlf").write_text(text, encoding="utf-8")
    answer = tilshi("inspect", "bidi.xlf")
    assert answer.code == 0
    assert [line.partition(": ")[0] for line in answer.err.splitlines()] == ["warning"]
    assert "\u202e" not in answer.err


@pytest.mark.parametrize("command", ["show", "check", "export", "inspect"])
def test_commands_take_every_kind_of_file(tilshi: Tilshi, draft: Path, sample: Path, command: str) -> None:
    for file in (draft, sample, Path("kk.txt")):
        assert tilshi(command, file).code in {0, 1}


@pytest.mark.parametrize("command", ["show", "check", "export", "inspect"])
@pytest.mark.parametrize("suffix", ["tilshi", "xlf", "txt"])
@pytest.mark.parametrize(
    "data",
    [b"", bytes(99), b"PK\x03\x04junk", b"\xff\xfe\x00", b"%PDF-1.7", b'{"format": "tilshi-draft", "version": 7}'],
)
def test_broken_files_are_refused_in_one_line(tilshi: Tilshi, command: str, data: bytes, suffix: str) -> None:
    path = Path(f"broken.{suffix}")
    path.write_bytes(data)
    answer = tilshi(command, path)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (2, "")
    assert line.startswith(f"error: {path}: ")
    assert [path.name for path in Path().iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("terms.csv", "This is no release: such files hold terms, translations or tables."),
        ("terms.tbx", "This is no release: such files hold terms, translations or tables."),
        ("release.docx", "This is not a Word file or ZIP archive, whatever its name says."),
    ],
)
def test_files_without_a_release_are_refused(tilshi: Tilshi, name: str, reason: str) -> None:
    Path(name).write_text("en,kk\nhospital,аурухана\n", encoding="utf-8")
    answer = tilshi("show", name)
    assert (answer.code, answer.err) == (2, f"error: {name}: {reason}\n")


def test_inspect_goes_by_the_content_where_the_name_says_nothing(
    tilshi: Tilshi, draft: Path, sample: Path, texts: tuple[Path, Path]
) -> None:
    for original, kind in ((draft, "draft"), (sample, "xliff"), (texts[0], "text")):
        Path("unnamed").write_bytes(original.read_bytes())
        answer = tilshi("inspect", "unnamed")
        assert (answer.code, answer.out.split(": ")[:2]) == (0, ["unnamed", kind])
    Path("unnamed.pdf").write_bytes(b"%PDF-1.7\n")
    assert tilshi("inspect", "unnamed.pdf").err.startswith("error: unnamed.pdf: This is a PDF file.")
    Path("other.xml").write_bytes(b"<?xml version='1.0'?><html/>")
    assert tilshi("inspect", "other.xml").code == 2
