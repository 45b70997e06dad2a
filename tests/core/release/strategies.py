"""Releases of every shape, for properties that must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tilshi.release import (
    Approval,
    Block,
    Capacity,
    ContactCard,
    Localised,
    Mark,
    MarkKind,
    Note,
    Override,
    Picture,
    Publication,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
    Waiver,
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


approvals = st.builds(
    Approval, st.sampled_from(State), st.sampled_from(Capacity), strings, strings, strings, text=texts()
)
targets = st.builds(
    Target,
    texts(),
    st.sampled_from(State),
    basis=strings,
    approvals=st.lists(approvals, max_size=2).map(tuple),
    basis_text=texts(),
    accepted=texts(),
)
spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)


@st.composite
def _notes(draw: st.DrawFn) -> Note:
    start, end = draw(spans)
    language = draw(st.just("") | languages)
    return Note(
        draw(strings),
        draw(strings),
        draw(strings),
        draw(strings),
        language,
        draw(st.booleans()),
        start,
        end,
        draw(strings),
    )


notes = _notes()
localised = st.dictionaries(languages, strings, max_size=2).map(lambda forms: Localised(tuple(forms.items())))
contacts = st.builds(
    ContactCard,
    id=ids,
    name=localised,
    office=localised,
    role=localised,
    phones=st.lists(strings, max_size=2).map(tuple),
    emails=st.lists(strings, max_size=2).map(tuple),
    hours=localised,
    time_zone=strings,
)
waivers = st.builds(Waiver, strings, strings, strings, strings, strings, strings, strings)
overrides = st.builds(Override, strings, strings, strings, strings, strings, strings)
publications = st.builds(Publication, strings, strings, strings, strings)
pictures = st.builds(Picture, ids, strings, st.binary(max_size=9))


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
        blocks.append(Block(block_id, draw(st.sampled_from(Role)), tuple(segments), draw(strings)))
    return Release(
        id=draw(strings),
        source_language=codes[0],
        target_languages=tuple(codes[1:]),
        template=draw(strings),
        blocks=tuple(blocks),
        contacts=tuple(draw(st.lists(contacts, max_size=2, unique_by=lambda card: card.id))),
        pictures=tuple(draw(st.lists(pictures, max_size=1))),
        waivers=tuple(draw(st.lists(waivers, max_size=1))),
        overrides=tuple(draw(st.lists(overrides, max_size=1))),
        publications=tuple(draw(st.lists(publications, max_size=1))),
        switched_off=tuple(draw(st.lists(strings, max_size=2))),
        bookmarks=tuple(draw(st.lists(strings, max_size=2))),
    )
