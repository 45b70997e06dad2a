"""What the product is made of: written down for others, and under licences that it may use."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import environment
import licences
import sbom

# CycloneDX 1.6 (ECMA-424), bom-1.6.schema.json: what a bill, a component and a hash must have, and of what form.
TYPES = {"application", "framework", "library", "container", "platform", "operating-system", "device", "file", "data"}
SCOPES = {"required", "optional", "excluded"}
SERIAL = r"urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("sbom") / "tilshi.cdx.json"
    assert sbom.main(["-o", str(file)]) == 0
    made = json.loads(file.read_text(encoding="utf-8"))
    assert isinstance(made, dict)
    return made


def test_the_bill_is_what_the_standard_asks(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(SERIAL, bill["serialNumber"])
    assert bill["metadata"]["component"]["name"] == "tilshi"
    assert bill["metadata"]["component"]["type"] == "application"
    for component in bill["components"]:
        assert component["type"] in TYPES
        assert component["scope"] in SCOPES
        assert component["name"]
        assert component["version"]
        for reference in component["externalReferences"]:
            assert reference["url"].startswith(("https://", "http://"))
            for content in reference.get("hashes", ()):
                assert content["alg"] == "SHA-256"
                assert re.fullmatch("[0-9a-f]{64}", content["content"])


def test_links_lead_to_what_the_bill_names_once(bill: dict[str, Any]) -> None:
    references = [bill["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in bill["components"])]
    assert len(references) == len(set(references))
    links = {link["ref"]: link["dependsOn"] for link in bill["dependencies"]}
    assert set(links) | {need for needs in links.values() for need in needs} <= set(references)
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len([need for need in links[references[0]] if need.startswith("pkg:")]) >= len(project["dependencies"])


def test_the_bill_has_every_distribution_of_the_lock_with_all_its_hashes(bill: dict[str, Any]) -> None:
    text = sbom.RUNTIME.read_text(encoding="utf-8")
    named = {part["purl"]: part for part in bill["components"] if "purl" in part}
    locked = re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE)
    assert locked
    assert {f"pkg:pypi/{name}@{version}" for name, version in locked} <= set(named)
    hashes = [
        content["content"]
        for name, version in locked
        for content in named[f"pkg:pypi/{name}@{version}"]["externalReferences"][0]["hashes"]
    ]
    assert sorted(re.findall(r"sha256:(\w+)", text)) == sorted(hashes)


def test_scopes_say_what_runs(bill: dict[str, Any]) -> None:
    scopes = {part["name"]: part["scope"] for part in bill["components"]}
    assert {name: scopes[name] for name in ("lxml", "cffi", "pyhanko", "hatchling")} == {
        "lxml": "required",
        "cffi": "required",
        "pyhanko": "optional",
        "hatchling": "excluded",
    }


def test_the_same_locks_give_the_same_bytes(
    bill: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "again.json"
    sbom.main(["-o", str(file)])
    assert json.loads(file.read_text(encoding="utf-8")) == bill
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772755200")
    sbom.main(["-o", str(file)])
    assert json.loads(file.read_text(encoding="utf-8"))["metadata"]["timestamp"] == "2026-03-06T00:00:00Z"


def test_all_data_of_others_is_in_the_bill(bill: dict[str, Any]) -> None:
    folders = {
        entry["value"]
        for part in bill["components"]
        for entry in part.get("properties", ())
        if "folder" in entry["name"]
    }
    found = {
        path.parent.relative_to(environment.ROOT).as_posix() for path in environment.ROOT.glob("assets/**/LICENSE")
    }
    assert found | {"assets/fonts"} == folders


def test_every_licence_is_one_that_may_be_used(bill: dict[str, Any]) -> None:
    stated = {
        part["name"]: part["licenses"][0]["expression"]
        for part in bill["components"]
        if part["licenses"] and part["scope"] != "excluded"
    }
    assert len(stated) > 40
    assert {name: said for name, said in stated.items() if not licences.is_allowed(said)} == {}
    of_other_systems = {part["name"] for part in bill["components"] if not part["licenses"]}
    assert of_other_systems <= {
        "pywin32-ctypes",
        "jeepney",
        "secretstorage",
        "backports-tarfile",
        "tzdata",
        "setuptools",
    }


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1", True),
        ("MIT AND GPL-2.0-only", False),
        ("MIT AND (GPL-2.0-only OR MPL-2.0)", True),
        ("MIT OR GPL-2.0-only AND GPL-3.0-only", True),
        ("AGPL-3.0-only", False),
        ("LicenseRef-Proprietary", False),
    ],
)
def test_licences_are_weighed(expression: str, allowed: bool) -> None:
    assert licences.is_allowed(expression) is allowed


def test_what_is_not_clear_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "JUDGED", {})
    with pytest.raises(licences.UnknownLicence, match="pyphen"):
        licences.licence("pyphen")


def test_each_allowance_has_its_reason() -> None:
    assert all(licences.ALLOWED.values())
    assert not [name for name in licences.ALLOWED if name.startswith(("GPL", "AGPL"))]


def test_who_finds_a_weakness_learns_how_to_report_it() -> None:
    text = (environment.ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "private advisory form" in text
    assert "@" not in text
    assert {"## Whom we think of", "## What is out of scope"} <= set(text.splitlines())
