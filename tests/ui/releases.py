"""Releases about a country that does not exist."""

from tilshi.release import Block, Release, Role, Segment, State, Target, Text

HEADLINE = "Examplia: hospital reopens"
LEAD = "Port-Example (ICRC) – The hospital reopened under international humanitarian law."
BODY = "Medical personnel must be protected."


def segment(name: str, source: str, kazakh: str = "", state: State = State.INITIAL) -> Segment:
    """A segment in English with its Kazakh translation."""
    return Segment(name, Text(source), (("kk", Target(Text(kazakh), state)),))


def three_parts() -> Release:
    """Headline translated, lead begun, body untouched."""
    return Release(
        "examplia",
        "en",
        ("kk", "ru"),
        blocks=(
            Block("b1", Role.HEADLINE, (segment("s1", HEADLINE, "Мысалия: аурухана ашылды", State.TRANSLATED),)),
            Block("b2", Role.LEAD, (segment("s2", LEAD, "Порт-Мысал"),)),
            Block("b3", Role.BODY, (segment("s3", BODY),)),
        ),
    )


def many(count: int, source: str = BODY, kazakh: str = "Медицина қызметкерлері қорғалуға тиіс.") -> Release:
    """As many parts, of one sentence each."""
    parts = (
        Block(f"b{number}", Role.BODY, (segment(f"s{number}", f"{number}. {source}", kazakh, State.TRANSLATED),))
        for number in range(count)
    )
    return Release("many", "en", ("kk",), blocks=tuple(parts))
