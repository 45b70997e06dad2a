import pytest

from tests.core.layout.description import describe, describe_styles, expect
from tests.core.layout.examples import KINDS, LANGUAGES, SAMPLES
from tilshi.drafts import open_draft
from tilshi.layout import profile, template
from tilshi.layout.compose import compose
from tilshi.layout.missing import missing_parts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_sample(kind: str, language: str) -> None:
    release = open_draft(SAMPLES / f"{kind}.tilshi").release
    organisation = profile.choose(release) if kind != "joint-statement" else profile.NEUTRAL
    document = compose(release, template.load(release.template), organisation, language)
    expect(f"{kind}.{language}.txt", describe(document))


@pytest.mark.parametrize("kind", KINDS)
def test_styles(kind: str) -> None:
    release = open_draft(SAMPLES / f"{kind}.tilshi").release
    expect(f"{kind}.styles.txt", describe_styles(compose(release, template.load(kind))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_samples_are_complete(kind: str, language: str) -> None:
    release = open_draft(SAMPLES / f"{kind}.tilshi").release
    assert missing_parts(release, template.load(kind), language) == ()
