"""What `tilshi check` writes: for people, programs, code hosts and browsers."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.core.cli.conftest import Tilshi
from tests.core.cli.schema import violations
from tilshi import i18n
from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import check
from tilshi.checking.waiving import waiver_for
from tilshi.drafts import open_draft, save_draft
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.release import operations as op

HOSTILE = '<img src=x onerror="alert(1)">\u202e & <b>'
SCHEMA = json.loads((Path(__file__).parent / "sarif.schema.json").read_text(encoding="utf-8"))


def release(*pairs: tuple[str, str]) -> Release:
    segments = tuple(
        Segment(f"s{number}", Text(source), (("kk", Target(Text(target))),))
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Release("r", "en", ("kk",), blocks=(Block("p1", Role.BODY, segments),))


@pytest.fixture
def draft(tmp_path: Path) -> Callable[[Release], Path]:
    """Puts a release into `a b.tilshi`."""

    def put(release: Release) -> Path:
        return save_draft(release, tmp_path / "a b.tilshi").path

    return put


def waived(draft: Release, rule: str) -> Release:
    found = next(finding for finding in check(draft, "kk") if finding.rule == rule)
    return waiver_for(draft, found, "agreed with the desk", "Jane Example", "2026-03-06T09:00:00Z").apply(draft)


TWO = release(("31 people", "13 адам"), ("a b", "ә - б"))


def test_waived_findings_do_not_count(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    path = draft(waived(TWO, "num.value"))
    answer = tilshi("check", path, "--language", "kk", "--fail-on", "error")
    assert answer.code == 0
    assert "num.value" not in answer.out
    assert answer.out.splitlines()[-1] == "0 errors, 1 warning, 0 notes, 1 waived"


def test_waived_findings_are_shown_with_their_reasons(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    path = draft(waived(TWO, "num.value"))
    lines = tilshi("check", path, "--language", "kk", "--waived").out.splitlines()
    assert lines[2:4] == [
        f"{path}: s1 [kk] waived: The source says 31, the translation 13.  (num.value)",
        "    agreed with the desk (Jane Example, 2026-03-06T09:00:00Z)",
    ]


def test_waivers_that_lapsed_are_shown(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    changed = waived(TWO, "num.value")
    path = draft(op.write_target(changed, "s1", "kk", "31 адам").apply(changed))
    answer = tilshi("check", path, "--language", "kk", "--waived", "--format", "json")
    told = json.loads(answer.out)
    assert told["waived"] == []
    assert [(each["rule"], each["segment"], each["reason"]) for each in told["lapsed"]] == [
        ("num.value", "s1", "agreed with the desk")
    ]
    one_rule = tilshi("check", path, "--rule", "dash", "--waived", "--format", "json")
    assert json.loads(one_rule.out)["lapsed"] == []


@pytest.mark.parametrize(
    ("names", "found"),
    [(["num.value"], ["num.value"]), (["num"], ["num.value"]), (["dash", "num"], ["num.value", "dash.style"])],
)
def test_single_rules_and_families(
    tilshi: Tilshi, draft: Callable[[Release], Path], names: list[str], found: list[str]
) -> None:
    options = [option for name in names for option in ("--rule", name)]
    answer = tilshi("check", draft(TWO), "--language", "kk", *options, "--format", "json")
    assert [finding["rule"] for finding in json.loads(answer.out)["findings"]] == found


def test_a_rule_that_is_none(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    answer = tilshi("check", draft(TWO), "--rule", "num.valeu")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "error: There is no rule “num.valeu”. Did you mean “num.value”?\n"


def test_several_files(tilshi: Tilshi, draft: Callable[[Release], Path], sample: Path) -> None:
    path = draft(TWO)
    answer = tilshi("check", path, sample, path, "--format", "json")
    assert answer.code == 1
    assert {finding["file"] for finding in json.loads(answer.out)["findings"]} == {str(path)}
    assert tilshi("check", sample, sample).code == 0


def test_a_file_that_cannot_be_checked_does_not_hide_the_others(
    tilshi: Tilshi, draft: Callable[[Release], Path]
) -> None:
    answer = tilshi("check", "none.tilshi", draft(TWO), "--language", "kk")
    assert answer.code == 2
    assert answer.err.startswith("error: none.tilshi: ")
    assert answer.out.splitlines()[-1] == "1 error, 1 warning, 0 notes"


@pytest.mark.parametrize(("limit", "code"), [("error", 1), ("never", 0)])
def test_exit_codes(tilshi: Tilshi, draft: Callable[[Release], Path], limit: str, code: int) -> None:
    assert tilshi("check", draft(TWO), "--fail-on", limit).code == code


@pytest.mark.parametrize("format_", ["text", "json", "html", "sarif"])
def test_a_report_in_a_file_is_what_is_said(tilshi: Tilshi, draft: Callable[[Release], Path], format_: str) -> None:
    path = draft(waived(TWO, "num.value"))
    said = tilshi("check", path, "--format", format_, "--waived")
    written = tilshi("check", path, "--format", format_, "--waived", "-o", "report")
    assert (written.code, written.out) == (said.code, "")
    assert Path("report").read_text(encoding="utf-8").split() == said.out.split()


def sarif(answer: str) -> Any:
    log = json.loads(answer)
    assert list(violations(log, SCHEMA, SCHEMA["definitions"])) == []
    return log["runs"][0]


def test_sarif(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    draft(waived(TWO, "num.value"))
    run = sarif(tilshi("check", "a b.tilshi", "--language", "kk", "--format", "sarif", "--waived").out)
    warning, suppressed = run["results"]
    assert run["artifacts"] == [{"location": {"uri": "a%20b.tilshi"}}]
    assert (warning["ruleId"], warning["level"]) == ("dash.style", "warning")
    assert warning["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "kk/p1/s2"
    assert (warning["properties"]["start"], warning["properties"]["end"]) == (2, 3)
    assert suppressed["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "agreed with the desk"}
    ]
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= {rule.id for rule in RULES}
    assert all(rules[result["rule"]["index"]]["id"] == result["ruleId"] for result in run["results"])


def test_sarif_knows_a_finding_again(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    def prints(release: Release) -> list[str]:
        Path("a b.tilshi").unlink(missing_ok=True)
        out = tilshi("check", draft(release), "--language", "kk", "--format", "sarif").out
        return [result["partialFingerprints"]["tilshi/v1"] for result in sarif(out)["results"]]

    before = prints(TWO)
    after = prints(op.write_target(TWO, "s2", "kk", "ә - б!").apply(TWO))
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


def test_the_schema_of_the_tests_finds_what_is_wrong() -> None:
    wrong = {"version": "2.0", "runs": [{"results": [{"level": "bad", "message": {"text": 1}, "x": 1}]}]}
    assert len(list(violations(wrong, SCHEMA, SCHEMA["definitions"]))) == 5


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_page_obeys_no_text(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    texts = release((f"31 {HOSTILE}", f"13 {HOSTILE}"))
    page = Page(tilshi("check", draft(texts), "--language", "kk", "--format", "html").out)
    assert page.open == []
    assert not {"img", "script", "b", "link", "iframe"} & {*page.tags}
    assert not {name for name, _value in page.attributes} & {"src", "href", "onerror", "style"}
    assert '<img src=x onerror="a' in page.words
    assert "\u202e" not in page.words


def test_a_page_can_be_read_by_everybody(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    out = tilshi("--language", "kk", "check", draft(waived(TWO, "num.value")), "--format", "html", "--waived").out
    page = Page(out)
    assert out.startswith('<!DOCTYPE html>\n<html lang="kk">')
    assert {"title", "main", "h1", "caption", "th", "mark", "bdi"} <= {*page.tags}
    assert ("scope", "col") in page.attributes
    assert {("lang", "kk")} <= {*page.attributes}
    assert page.tags.count("table") == 2
    i18n.use_language("en")


def test_a_page_about_nothing(tilshi: Tilshi, sample: Path) -> None:
    answer = tilshi("check", sample, "--format", "html")
    assert answer.code == 0
    assert "Nothing was found." in answer.out


def test_a_draft_stays_as_it_is(tilshi: Tilshi, draft: Callable[[Release], Path]) -> None:
    path = draft(waived(TWO, "num.value"))
    before = path.read_bytes()
    tilshi("check", path, "--waived")
    assert path.read_bytes() == before
    assert len(open_draft(path).release.waivers) == 1
