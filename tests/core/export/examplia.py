"""A fictitious release in four languages, laid out by hand: what the writers are tested with.

It holds every kind of block, and the characters that are easily lost: U+00A0, U+202F, U+2011, U+00AD.
"""

import datetime as dt
from dataclasses import dataclass, replace

from tilshi.layout.blocks import (
    Alignment,
    Block,
    BoxStyle,
    Contact,
    Document,
    Field,
    ItemList,
    Metadata,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
    Tag,
)

GREY = "#5B6068"
KICKER = ParagraphStyle("Kicker", size=9, leading=12, bold=True, colour="#B3202A", space_after=4, keep_with_next=True)
DATE = ParagraphStyle("Date", size=9, leading=12, colour=GREY, space_after=10, keep_with_next=True)
HEADLINE = ParagraphStyle(
    "Headline",
    family="Noto Serif",
    size=22,
    leading=28,
    bold=True,
    space_after=12,
    keep_with_next=True,
    keep_together=True,
)
SECTION = ParagraphStyle(
    "Section", size=12.5, leading=17, bold=True, space_before=8, space_after=4, keep_with_next=True
)
LEAD = ParagraphStyle("Lead", size=11.5, leading=17, space_after=10)
BODY = ParagraphStyle("Body")
QUOTATION = ParagraphStyle(
    "Quotation", size=11, leading=16, italic=True, indent=14, rule=2, space_before=2, space_after=10
)
CONTACT = ParagraphStyle("Contact", size=9.5, leading=14, space_after=0)
CONTACT_NAME = replace(CONTACT, name="Contact name", bold=True)
ITEM = ParagraphStyle("List item", space_after=3)
CELL = ParagraphStyle("Table cell", size=9.5, leading=13.5, space_after=0)
CELL_NUMBER = replace(CELL, name="Table number", alignment=Alignment.END)
CELL_HEADER = replace(CELL, name="Table header", bold=True)
MASTHEAD = ParagraphStyle("Masthead", size=12, leading=16, bold=True, colour="#B3202A", space_after=14)
FOOTER = ParagraphStyle("Footer line", size=8, leading=11, colour=GREY, space_after=0, alignment=Alignment.CENTER)


@dataclass(frozen=True)
class Words:
    """The texts of one language."""

    kicker: str
    date: str
    headline: str
    place: str
    lead: str
    body: str
    quotation: str
    heading: str
    items: tuple[str, ...]
    table: tuple[tuple[str, str], ...]
    intro: str
    phone: str
    mail: str
    web: tuple[str, str]
    page: tuple[str, str]


WORDS = {
    "en": Words(
        "Examplia Relief Press Release",
        "6 March 2026",
        "Examplia: Clean water returns to 12,500 people in Port-Example",
        "Port-Example (ER) –",
        " Two pumping stations destroyed in January work again, Examplia Relief (ER) said on Friday.",
        "Its teams repaired 14\u00a0km of pipes in six weeks. About 3,200\u00a0families received filters; the "
        "non\u2011governmental partner trained 40\u00a0technicians in water\u00adworks.",
        "“A pump is not a small thing when it stands between a child and cholera,” said Jane\u00a0Example.",
        "What remains to be done",
        ("repair the power line to the northern station;", "train 20 more technicians;", "test the water every week."),
        (("District", "People"), ("North", "4,300"), ("Harbour", "8,200"), ("Total", "12,500")),
        "For further information, please contact:",
        "Tel.:\u00a0",
        "Email: ",
        ("More at ", "www.example.org"),
        ("Page ", " of "),
    ),
    "fr": Words(
        "Communiqué de presse d’Examplia Secours",
        "6 mars 2026",
        "Examplie\u00a0: l’eau potable revient pour 12\u202f500 personnes à Port-Example",
        "Port-Example (ES) –",
        " Deux stations de pompage détruites en janvier fonctionnent à nouveau, a annoncé Examplia Secours (ES).",
        "Les équipes ont réparé 14\u00a0km de conduites en six semaines. Environ 3\u202f200\u00a0familles "
        "ont reçu des filtres\u202f; quarante technicien\u00adnes ont été formées.",
        "«\u00a0Une pompe n’est pas peu de chose entre un enfant et le choléra\u00a0», a déclaré Jane\u00a0Example.",
        "Ce qui reste à faire",
        ("réparer la ligne électrique\u202f;", "former 20\u00a0techniciens\u202f;", "analyser l’eau chaque semaine."),
        (("District", "Personnes"), ("Nord", "4\u202f300"), ("Port", "8\u202f200"), ("Total", "12\u202f500")),
        "Pour de plus amples informations, veuillez contacter\u00a0:",
        "Tél.\u00a0: ",
        "Courriel\u00a0: ",
        ("Plus d’informations\u00a0: ", "www.example.org"),
        ("Page ", " sur "),
    ),
    "ru": Words(
        "Пресс-релиз «Помощи Экземплии»",
        "6 марта 2026 года",
        "Экземплия: чистая вода снова есть у 12\u00a0500 человек в Порт-Экземпле",
        "Порт-Экземпль (ПЭ) –",
        " Две насосные станции, разрушенные в январе, снова работают, сообщила «Помощь Экземплии» (ПЭ).",
        "За шесть недель отремонтировано 14\u00a0км труб. Около 3\u00a0200\u00a0семей получили фильтры; "
        "не\u2011правительственный партнёр обучил 40\u00a0техников водо\u00adснабжения.",
        "«Насос – не мелочь, если он стоит между ребёнком и холерой», – сказала Джейн\u00a0Экзампл.",
        "Что осталось сделать",
        ("починить линию электропередачи;", "обучить ещё 20\u00a0техников;", "проверять воду каждую неделю."),
        (("Район", "Люди"), ("Север", "4\u00a0300"), ("Гавань", "8\u00a0200"), ("Всего", "12\u00a0500")),
        "За дополнительной информацией обращайтесь:",
        "Тел.: ",
        "Эл. почта: ",
        ("Подробнее: ", "www.example.org"),
        ("Стр. ", " из "),
    ),
    "kk": Words(
        "«Мысалия көмегі» баспасөз хабарламасы",
        "2026 жылғы 6 наурыз",
        "Мысалия: Порт-Мысалда 12\u00a0500 адам таза суға қайта қол жеткізді",
        "Порт-Мысал (МК) –",
        " Қаңтарда қираған екі сорғы стансасы қайта іске қосылды, деп хабарлады «Мысалия көмегі» (МК).",
        "Алты аптада 14\u00a0км құбыр жөнделді. 3\u00a0200\u00a0отбасы сүзгі алды; МК\u2011ның серіктесі "
        "40\u00a0техникті сумен қамта\u00adмасыз ету ісіне үйретті. Ә, ғ, қ, ң, ө, ұ, ү, һ, і әріптері түгел.",
        "«Сорғы бала мен тырысқақтың арасында тұрса, бұл ұсақ-түйек емес», – деп мәлімдеді Джейн\u00a0Экзампл.",
        "Алда не істеу керек",
        ("электр желісін жөндеу;", "тағы 20\u00a0техникті оқыту;", "суды апта сайын тексеру."),
        (("Аудан", "Адам"), ("Солтүстік", "4\u00a0300"), ("Айлақ", "8\u00a0200"), ("Барлығы", "12\u00a0500")),
        "Толығырақ ақпарат алу үшін хабарласыңыз:",
        "Тел.: ",
        "Эл. пошта: ",
        ("Толығырақ: ", "www.example.org"),
        ("", " / "),
    ),
}


def paragraph(role: str, text: str, language: str, style: ParagraphStyle, *, tag: Tag = Tag.PARAGRAPH) -> Paragraph:
    """A paragraph of one run; its segment bears the name of its role."""
    return Paragraph(role, tag, language, (Run(text, language),), style, (role,))


def release(language: str = "en", *, size: Page | None = None) -> Document:
    """The release in `language`: en, fr, ru or kk."""
    words = WORDS[language]
    return Document(
        Metadata(
            title=words.headline,
            language=language,
            author="Examplia Relief",
            subject=words.kicker,
            keywords=("Examplia", "Мысалия"),
            created=dt.datetime(2026, 3, 6, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=5))),
        ),
        size or Page(),
        _blocks(words, language),
        masthead=Paragraph("masthead", Tag.PARAGRAPH, language, (Run("Examplia Relief", "en"),), MASTHEAD),
        footer=Paragraph(
            "footer",
            Tag.PARAGRAPH,
            language,
            (
                Run(words.page[0], language),
                Run("1", language, field=Field.PAGE),
                Run(words.page[1], language),
                Run("1", language, field=Field.PAGES),
            ),
            FOOTER,
        ),
    )


def _blocks(words: Words, language: str) -> tuple[Block, ...]:
    return (
        paragraph("kicker", words.kicker, language, KICKER),
        paragraph("date", words.date, language, DATE),
        paragraph("headline", words.headline, language, HEADLINE, tag=Tag.HEADING_1),
        Paragraph(
            "lead",
            Tag.PARAGRAPH,
            language,
            (Run(words.place, language, bold=True), Run(words.lead, language)),
            LEAD,
            ("lead",),
        ),
        Paragraph(
            "body",
            Tag.PARAGRAPH,
            language,
            (
                Run(words.body, language),
                Run(" Eau Claire (L’eau pour tous)", "fr", italic=True),
                Run(".", language),
            ),
            BODY,
            ("body",),
        ),
        paragraph("quote", words.quotation, language, QUOTATION, tag=Tag.QUOTE),
        paragraph("heading", words.heading, language, SECTION, tag=Tag.HEADING_2),
        ItemList(language, tuple(paragraph("list", item, language, ITEM) for item in words.items)),
        _table(words, language),
        paragraph("intro", words.intro, language, SECTION, tag=Tag.HEADING_2),
        contact(language),
        Paragraph(
            "links",
            Tag.PARAGRAPH,
            language,
            (Run(words.web[0], language), Run(words.web[1], language, href="https://www.example.org/")),
            BODY,
            ("links",),
        ),
    )


def contact(language: str = "en") -> Contact:
    """The card: a name with an office, a phone, an e-mail address."""
    words = WORDS[language]
    phone = Run("+999\u00a0555\u00a0010\u00a0010", language, href="tel:+999555010010")
    mail = Run("press@example.org", language, href="mailto:press@example.org")
    return Contact(
        language,
        (
            paragraph("contact-name", "Jane\u00a0Example, Port-Example", language, CONTACT_NAME),
            Paragraph(
                "contact-phone", Tag.PARAGRAPH, language, (Run(words.phone, language), phone), CONTACT, ("phone",)
            ),
            Paragraph("contact-email", Tag.PARAGRAPH, language, (Run(words.mail, language), mail), CONTACT, ("mail",)),
        ),
        BoxStyle(),
        name="Jane\u00a0Example",
        phones=("+999555010010",),
        emails=("press@example.org",),
    )


def _table(words: Words, language: str) -> Table:
    header, *rows = words.table
    right = replace(CELL_HEADER, name="Table header number", alignment=Alignment.END)
    return Table(
        language,
        (paragraph("cell", header[0], language, CELL_HEADER), paragraph("cell", header[1], language, right)),
        tuple(
            (paragraph("cell", name, language, CELL), paragraph("cell", number, language, CELL_NUMBER))
            for name, number in rows
        ),
        TableStyle(),
        total=True,
    )
