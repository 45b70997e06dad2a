"""Language tags by their form."""

from __future__ import annotations

import pytest

from tilshi.language.tags import is_well_formed, primary


@pytest.mark.parametrize(
    "tag",
    ["en", "kk", "kk-Cyrl-KZ", "zh-cmn-Hans-CN", "sl-rozaj-biske", "de-1901", "es-419", "en-u-ca-gregory", "x-ours"],
)
def test_tags_of_the_standard_are_well_formed(tag: str) -> None:
    assert is_well_formed(tag)


@pytest.mark.parametrize(
    "tag", ["", "e", "қаз", "kk_KZ", "kk-", "-kk", "kk KZ", "english-is-fine-not", "x", "kk\n", "1"]
)
def test_anything_else_is_not(tag: str) -> None:
    assert not is_well_formed(tag)


@pytest.mark.parametrize(("tag", "language"), [("kk-Cyrl-KZ", "kk"), ("EN", "en"), ("ru", "ru")])
def test_the_language_itself(tag: str, language: str) -> None:
    assert primary(tag) == language
