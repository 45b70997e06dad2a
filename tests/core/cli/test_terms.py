"""`tilshi terms`: the glossary from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.cli.conftest import Tilshi
from tilshi.terminology import shelf

TABLE = "en,kk,kk_forbidden,note\nzebra,зебра,жолақ ат [always: a calque],striped\nzoo,хайуанаттар бағы,,\n"


@pytest.fixture(autouse=True)
def _own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "default_folder", lambda: tmp_path / "shelf")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "zoo.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_find_names_the_term_its_form_and_its_standing(tilshi: Tilshi) -> None:
    answer = tilshi("terms", "find", "Елдер қарулы қақтығыстардағы адамдарға көмектеседі.", "--language", "kk")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "6–28: қарулы қақтығыстардағы → қарулы қақтығыс (IHL-0051); plural, locative, being there (-дағы); "
        "preferred; attested\n"
    )


def test_find_says_what_is_wrong_and_what_is_right(tilshi: Tilshi) -> None:
    answer = tilshi("terms", "find", "Бүгін ҚХКК мәлімдеме жасады және оны таратты.")

    assert "not to be used (always); wrong order of initials; use: Халықаралық Қызыл Крест Комитеті, ХҚКК" in answer.out


def test_find_speaks_to_programs(tilshi: Tilshi) -> None:
    answer = tilshi("terms", "find", "соғыс ережелеріне", "--language", "kk", "--json")

    (found,) = json.loads(answer.out)["terms"]
    assert {name: found[name] for name in ("start", "end", "term", "concept", "layer", "status", "reliability")} == {
        "start": 0,
        "end": 17,
        "term": "соғыс ережелері",
        "concept": "IHL-0046",
        "layer": "bundled",
        "status": "preferred",
        "reliability": "attested",
    }
    assert found["forms"][0] == {
        "number": "pl",
        "possessor": "px3",
        "case": "dat",
        "tags": "<n><pl><px3sp><dat>",
    }


def test_find_reads_files_and_names_the_segment(tilshi: Tilshi, texts: tuple[Path, Path]) -> None:
    answer = tilshi("terms", "find", texts[1])

    assert answer.code == 0
    assert any(line.startswith(f"{texts[1]}: s") and "ХҚКК-нің" in line for line in answer.out.splitlines())


def test_find_finds_terms_within_others_if_asked(tilshi: Tilshi) -> None:
    text = "халықаралық гуманитарлық құқықты сақтау"
    plain = tilshi("terms", "find", text, "--language", "kk").out.splitlines()
    nested = tilshi("terms", "find", text, "--language", "kk", "--nested").out.splitlines()

    assert len(plain) == 1
    assert any("халықаралық гуманитарлық құқықты → халықаралық гуманитарлық құқық " in line for line in nested)


@pytest.mark.parametrize(
    ("argv", "out"),
    [
        (("қарулы қақтығыс", "--case", "abl"), "қарулы қақтығыстан\n"),
        (("қарулы қақтығыс", "--case", "dat", "--number", "pl"), "қарулы қақтығыстарға\n"),
        (("ауыл", "--case", "loc", "--possessor", "px3"), "ауылында\n"),
        (("ХҚКК", "--case", "gen"), "ХҚКК-нің\n"),
        (("зебра", "--language", "kk", "--case", "ins"), "зебрамен\n"),
        (("международное гуманитарное право", "--case", "ins"), "международным гуманитарным правом\n"),
        (("село", "--case", "gen", "--number", "pl"), "сёл\n"),
        (("prisoner of war", "--number", "pl"), "prisoners of war\n"),
        (("conflit armé", "--number", "pl"), "conflits armés\n"),
    ],
)
def test_inflect_writes_a_form(argv: tuple[str, ...], out: str, tilshi: Tilshi) -> None:
    answer = tilshi("terms", "inflect", *argv)

    assert (answer.code, answer.out, answer.err) == (0, out, "")


def test_inflect_writes_all_cases(tilshi: Tilshi) -> None:
    assert tilshi("terms", "inflect", "соғыс ережелері").out == (
        "nominative    соғыс ережелері\n"
        "genitive      соғыс ережелерінің\n"
        "dative        соғыс ережелеріне\n"
        "accusative    соғыс ережелерін\n"
        "locative      соғыс ережелерінде\n"
        "ablative      соғыс ережелерінен\n"
        "instrumental  соғыс ережелерімен\n"
    )
    assert list(json.loads(tilshi("terms", "inflect", "война", "--json").out)) == [
        "nomn",
        "gent",
        "datv",
        "accs",
        "ablt",
        "loct",
    ]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("қақтығыс", "--language", "kk", "--case", "pre"), "The language has no case “pre”."),
        (("война", "--language", "ru", "--possessor", "px3"), "Only Kazakh nouns show their possessor."),
        (("war", "--language", "en", "--case", "gen"), "The language has no case “gen”."),
        (("Krieg", "--language", "de"), "The grammar of “de” is not known."),
        (("—",), "The language of the text cannot be told."),
        (("—", "--language", "kk"), "The term has no such form."),
    ],
)
def test_inflect_says_what_it_cannot(argv: tuple[str, ...], message: str, tilshi: Tilshi) -> None:
    answer = tilshi("terms", "inflect", *argv)

    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


def test_imported_terms_are_found(tilshi: Tilshi, table: Path) -> None:
    assert tilshi("terms", "import", table).out == "your own: 2 added, 0 changed, 0 were there already\n"

    assert "зебраларға → зебра " in tilshi("terms", "find", "зебраларға жем", "--language", "kk").out
    assert "a calque; use: зебра" in tilshi("terms", "find", "жолақ атты", "--language", "kk").out
    again = tilshi("terms", "import", table)
    assert again.out == "your own: 0 added, 0 changed, 2 were there already\n"


def test_a_dry_run_shows_and_does_nothing(tilshi: Tilshi, table: Path, tmp_path: Path) -> None:
    answer = tilshi("terms", "import", table, "--dry-run", "--into", "organisation")

    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "the organisation’s: 2 would be added, 0 changed, 0 are there already"
    assert "en: zebra  kk: зебра | жолақ ат" in answer.out
    assert not (tmp_path / "shelf").exists()


def test_import_takes_the_columns_from_the_user(tilshi: Tilshi, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("зебра;x;zebra\n", encoding="utf-8")

    assert tilshi("terms", "import", "a.csv", "--columns", "kk,-,en").code == 0
    assert tilshi("terms", "find", "zebras", "--language", "en").out.startswith("0–6: zebras → zebra")
    wrong = tilshi("terms", "import", "a.csv", "--columns", "kk,foo")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("error: a.csv: “foo” is no name of a column.")


@pytest.mark.parametrize("text", ["en,kk\na\n", 'en,kk\n"a,b\n', "<tbx>", "\x00"])
def test_a_broken_file_changes_nothing(text: str, tilshi: Tilshi, table: Path, tmp_path: Path) -> None:
    tilshi("terms", "import", table)
    before = shelf.load(tmp_path / "shelf").glossary.termbase()
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    answer = tilshi("terms", "import", "bad.csv")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("error: bad.csv: ")
    assert shelf.load(tmp_path / "shelf").glossary.termbase() == before


def test_contradictions_are_told(tilshi: Tilshi, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,en,kk\nX1,armed conflict,жанжал\n", encoding="utf-8")
    answer = tilshi("terms", "import", "a.csv")

    assert answer.code == 0
    assert answer.err == (
        "warning: a.csv: X1 and IHL-0051 give one term different equivalents: “жанжал” [kk] and another.\n"
    )


@pytest.mark.parametrize("suffix", ["tbx", "csv", "tsv", "xlsx"])
def test_export_and_import_are_inverse(suffix: str, tilshi: Tilshi, table: Path) -> None:
    tilshi("terms", "import", table)
    answer = tilshi("terms", "export", "--layer", "personal", "-o", f"out.{suffix}")
    assert (answer.code, answer.out, answer.err) == (0, f"out.{suffix}: 2 concepts\n", "")

    again = tilshi("terms", "import", f"out.{suffix}")
    assert (again.out, again.err) == ("your own: 0 added, 0 changed, 2 were there already\n", "")


def test_export_for_omegat_takes_two_languages(tilshi: Tilshi, table: Path, tmp_path: Path) -> None:
    tilshi("terms", "import", table)
    assert tilshi("terms", "export", "--layer", "personal", "-o", "a.txt", "--languages", "en,kk").code == 0
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").splitlines()[1:] == [
        "zebra\tзебра\tstriped",
        "zoo\tхайуанаттар бағы",
    ]
    (tmp_path / "c.txt").write_text("ala\tbala\tnote\nala\tdala\n", encoding="utf-8")
    assert (
        tilshi("terms", "import", "c.txt", "--columns", "sw,so", "--dry-run")
        .out.splitlines()[0]
        .endswith("  sw: ala  so: bala | dala")
    )
    assert "Name them, source first: en,kk." in tilshi("terms", "export", "-o", "b.txt").err


def test_export_does_not_overwrite_what_it_shall_not(tilshi: Tilshi, tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_text("x", encoding="utf-8")

    assert tilshi("terms", "export", "-o", "a.tbx", "--no-overwrite").code == 2
    assert (tmp_path / "a.tbx").read_text(encoding="utf-8") == "x"


def test_validate_finds_nothing_in_what_ships(tilshi: Tilshi) -> None:
    tilshi("terms", "export", "--layer", "bundled", "-o", "a.tbx")
    answer = tilshi("terms", "validate", "a.tbx")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "a.tbx: 399 concepts in en, fr, kk, ru\n0 findings\n"


def test_validate_finds_mistakes(tilshi: Tilshi, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,en,kk,kk_admitted,kk_forbidden\n1,war,соғыс,соғыс,\n2,war,майдан,,майдан\n2,peace,тыныштық,,соғыс\n",
        encoding="utf-8",
    )
    answer = tilshi("terms", "validate", "a.csv")

    assert answer.code == 1
    assert answer.out.splitlines() == [
        "a.csv: c1: “соғыс” [kk] stands there twice.",
        "a.csv: c2: “майдан” [kk] is both wanted and forbidden.",
        "a.csv: c1 and c2 give one term different equivalents: “соғыс” [kk] and another.",
        "a.csv: 3 concepts in en, kk",
        "5 findings",
    ]
    assert answer.err.splitlines() == [
        "warning: a.csv: line 3: “war” stands in line 2 already.",
        "warning: a.csv: line 4: Two concepts have the id “c2”; the second is now “c2-2”.",
    ]


def test_a_damaged_glossary_of_ones_own_is_told_and_the_rest_serves(tilshi: Tilshi, tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "personal.sqlite").write_bytes(b"nothing of ours")
    answer = tilshi("terms", "find", "the ICRC", "--language", "en")

    assert answer.code == 0
    assert "ICRC (IHL-0001)" in answer.out
    assert answer.err.startswith("warning: ")
