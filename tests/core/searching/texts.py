"""Releases to search in, about a country that does not exist."""

from tilshi.release import Block, Mark, MarkKind, Note, Release, Role, Segment, State, Target, Text

SOURCE = "The state must protect every hospital. States that signed said so."
KAZAKH = "Мемлекет әрбір аурухананы қорғауға тиіс. Мемлекеттердің бәрі оны мемлекеттерде айтты."
RUSSIAN = "Государство обязано защищать каждую больницу. Об этом сказали государства."


def segment(name: str, source: str, kazakh: str = "", russian: str = "", *notes: Note) -> Segment:
    """A segment in three languages, translated."""
    targets = (("kk", kazakh), ("ru", russian))
    made = tuple((code, Target(Text(text), State.TRANSLATED)) for code, text in targets if text)
    return Segment(name, Text(source), made, notes)


def release(*segments: Segment) -> Release:
    """One part a segment."""
    blocks = tuple(Block(f"b{at}", Role.BODY, (each,)) for at, each in enumerate(segments))
    return Release("examplia", "en", ("kk", "ru"), blocks=blocks)


def states() -> Release:
    """Two segments with a note, and a text with marks."""
    marked = Text("Port-Example: state of affairs", (Mark(0, 12, MarkKind.BOLD), Mark(14, 19, MarkKind.ITALIC)))
    note = Note("n1", "Which state is meant? мемлекетке ме?", "Jane Example")
    return release(
        segment("s1", SOURCE, KAZAKH, RUSSIAN, note),
        Segment("s2", marked, (("kk", Target(Text("Порт-Мысал: «мемлекет» жайы"), State.FINAL)),)),
    )
