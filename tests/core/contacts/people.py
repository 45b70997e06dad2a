"""Invented people for the tests of the address book."""

from tilshi.release import ContactCard, Localised


def forms(**texts: str) -> Localised:
    """A text in several languages."""
    return Localised(tuple(texts.items()))


JANE = ContactCard(
    "jane-example",
    forms(en="Jane Example", kk="Жейн Мысал", ru="Джейн Пример"),
    forms(en="Port-Example", kk="Порт-Мысал"),
    forms(en="Spokesperson; media, web", fr="Porte-parole"),
    ("+999555010010", "+41227303443"),
    ("press@example.org",),
    forms(en="9:00–18:00"),
    "Asia/Almaty",
)
ARMAN = ContactCard("arman", forms(en="Arman Example", kk="Арман Үлгі"), phones=("+77272588588",))
