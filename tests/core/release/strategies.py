"""Releases of every shape, for properties that must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tilshi.release import (
    Block,
    ContactCard,
    Localised,
    Mark,
    MarkKind,
    Note,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
)

# What editors, converters and keyboards lose: kept spaces, a soft hyphen, a decomposed letter, Kazakh, beyond the BMP.
TREACHEROUS = ["\u00a0", "\u202f", "\u2011", "\u00ad", "и\u0306", "ә", "😀", "\u2028", "\x00", "\ufeff", '"', "\\", "<"]

strings = st.lists(
    st.sampled_from(TREACHEROUS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), max_size=5
).map("".join)
languages = st.sampled_from(["en", "fr", "kk", "kk-Latn", "pt-BR", "ru", "x-test"])
ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text with marks within it."""
    string = draw(strings)
    if not string:
        return Text()
    starts = draw(st.lists(st.integers(0, len(string) - 1), max_size=3))
    marks = [
        Mark(start, draw(st.integers(start + 1, len(string))), draw(st.sampled_from(MarkKind)), draw(strings))
        for start in starts
    ]
    return Text(string, tuple(marks))


targets = st.builds(Target, texts(), st.sampled_from(State))
notes = st.builds(
    Note,
    id=strings,
    text=strings,
    author=strings,
    created=strings,
    language=st.just("") | languages,
    resolved=st.booleans(),
)
localised = st.dictionaries(languages, strings, max_size=2).map(lambda forms: Localised(tuple(forms.items())))
contacts = st.builds(
    ContactCard,
    id=ids,
    name=localised,
    office=localised,
    role=localised,
    phones=st.lists(strings, max_size=2).map(tuple),
    emails=st.lists(strings, max_size=2).map(tuple),
)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """Any release the model allows."""
    codes = draw(st.lists(languages, min_size=1, max_size=3, unique=True))
    names = iter(draw(st.lists(ids, min_size=9, max_size=9, unique=True)))
    blocks = []
    for block_id in draw(st.lists(ids, max_size=3, unique=True)):
        segments = [
            Segment(
                next(names),
                draw(texts()),
                tuple(draw(st.dictionaries(languages, targets, max_size=2)).items()),
                tuple(draw(st.lists(notes, max_size=2))),
            )
            for _ in range(draw(st.integers(0, 3)))
        ]
        blocks.append(Block(block_id, draw(st.sampled_from(Role)), tuple(segments)))
    return Release(
        id=draw(strings),
        source_language=codes[0],
        target_languages=tuple(codes[1:]),
        template=draw(strings),
        blocks=tuple(blocks),
        contacts=tuple(draw(st.lists(contacts, max_size=2, unique_by=lambda card: card.id))),
    )
