"""Documents made by hand, all of them fictitious, for the tests and the benchmark of the PDF writer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tilshi.layout.blocks import (
    Alignment,
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

BODY = ParagraphStyle("Body", space_after=9.0)
KICKER = ParagraphStyle("Kicker", size=9.5, leading=13, bold=True, colour="#B3202A", space_after=4, keep_with_next=True)
DATE = ParagraphStyle("Date", size=9.5, leading=13, colour="#5A5F66", space_after=14, keep_with_next=True)
HEADLINE = ParagraphStyle(
    "Headline", family="Noto Serif", size=20, leading=26, bold=True, space_after=14, keep_with_next=True
)
LEAD = ParagraphStyle("Lead", size=11.5, leading=17, bold=True, space_after=11)
QUOTE = ParagraphStyle(
    "Quote",
    family="Noto Serif",
    size=11.5,
    leading=17.5,
    italic=True,
    indent=18,
    rule=2.5,
    space_before=4,
    space_after=12,
)
SUBHEAD = ParagraphStyle("Subhead", size=12, leading=16, bold=True, space_before=8, space_after=4, keep_with_next=True)
SMALL = ParagraphStyle("Small", size=9, leading=13, colour="#5A5F66", space_before=2, space_after=6)
CARD = ParagraphStyle("Card", size=10, leading=14.5, space_after=1)
CARD_HEAD = ParagraphStyle("Card head", size=10, leading=14.5, bold=True, space_after=3, keep_with_next=True)
CELL = ParagraphStyle("Cell", size=9.5, leading=13, space_after=0)
CELL_END = ParagraphStyle("Number", size=9.5, leading=13, space_after=0, alignment=Alignment.END)
MASTHEAD = ParagraphStyle("Masthead", size=9, leading=12, bold=True, colour="#5A5F66", space_after=0)
FOOTER = ParagraphStyle("Footer", size=8, leading=11, colour="#5A5F66", space_after=0)


def paragraph(
    text: str,
    language: str,
    style: ParagraphStyle = BODY,
    tag: Tag = Tag.PARAGRAPH,
    *,
    role: str = "body",
    segments: tuple[str, ...] = (),
) -> Paragraph:
    return Paragraph(role, tag, language, (Run(text, language),), style, segments)


def document(
    *blocks: object, language: str = "en", title: str = "Examplia: a test", page: Page | None = None
) -> Document:
    metadata = Metadata(
        title, language, author="Example Organisation", created=dt.datetime(2026, 3, 6, 9, tzinfo=dt.UTC)
    )
    return Document(metadata, page or Page(), blocks)  # type: ignore[arg-type]


def _masthead(text: str, language: str) -> Paragraph:
    return paragraph(text, language, MASTHEAD, role="masthead")


def _footer(before: str, between: str, language: str) -> Paragraph:
    runs = (
        Run(before, language),
        Run("9", language, field=Field.PAGE),
        Run(between, language),
        Run("9", language, field=Field.PAGES),
    )
    return Paragraph("footer", Tag.PARAGRAPH, language, runs, FOOTER)


def contact(language: str, head: str, name: str, phone: str, mail: str) -> Contact:
    lines = (
        paragraph(head, language, CARD_HEAD, role="contact", segments=("c1",)),
        paragraph(name, language, CARD, role="contact", segments=("c2",)),
        Paragraph(
            "contact",
            Tag.PARAGRAPH,
            language,
            (Run(phone, language), Run("+999 555 010 010", language, href="tel:+999555010010")),
            CARD,
            ("c3",),
        ),
        Paragraph(
            "contact",
            Tag.PARAGRAPH,
            language,
            (Run(mail, language), Run("press@example.org", "en", href="mailto:press@example.org")),
            CARD,
            ("c4",),
        ),
    )
    return Contact(language, lines, BoxStyle(), "Jane Example", ("+999555010010",), ("press@example.org",))


KAZAKH_FACTS = (
    (
        "Комитеттің айтуынша, 2026 жылғы қаңтардан бері Порт-Мысал облысында 12\u00a0450 адам таза ауыз суға қол "
        "жеткізді. Инженерлер 18\u00a0км құбыр тартып, үш сорғы бекетін жөндеді, ал МКК-нің дәрігерлері екі "
        "емханаға 3,5 т дәрі-дәрмек жеткізді. Жұмыс көктемнің соңына дейін жалғасады."
    ),
    (
        "Ұйым қақтығыс тараптарын азаматтық тұрғындарды, ауруханаларды және су жүйелерін қорғауға шақырады. "
        "Халықаралық гуманитарлық құқық бойынша мұндай нысандарға шабуыл жасауға болмайды; бұл міндет барлық тарапқа бірдей."
    ),
)


def kazakh() -> Document:
    """A whole release on one page in Kazakh, with every kind of part."""
    blocks = (
        paragraph("БАСПАСӨЗ ХАБАРЛАМАСЫ", "kk", KICKER, role="kicker", segments=("s1",)),
        paragraph("2026 жылғы 6 наурыз", "kk", DATE, role="date", segments=("s2",)),
        paragraph(
            "Мысалия: Порт-Мысал тұрғындары алты айдан кейін таза суға қайта қол жеткізді",
            "kk",
            HEADLINE,
            Tag.HEADING_1,
            role="headline",
            segments=("s3",),
        ),
        paragraph(
            "Порт-Мысал (МКК) – Мысалия Көмек Комитеті (МКК) соғыстан зардап шеккен қалада су жүйесін қалпына "
            "келтіріп бітті.",
            "kk",
            LEAD,
            role="lead",
            segments=("s4",),
        ),
        *(paragraph(text, "kk", segments=(f"s{at}",)) for at, text in enumerate(KAZAKH_FACTS, start=5)),
        paragraph(
            "«Су келген күні балалар көшеге жүгіріп шықты. Енді біз ертеңгі күнді ойлай аламыз», – деді Порт-Мысалдағы "
            "мұғалім Айгүл Мысалова.",
            "kk",
            QUOTE,
            Tag.QUOTE,
            role="quote",
            segments=("s7",),
        ),
        paragraph("Негізгі сандар", "kk", SUBHEAD, Tag.HEADING_2, role="subheadline", segments=("s8",)),
        Table(
            "kk",
            (paragraph("Көмек", "kk", CELL), paragraph("Адам", "kk", CELL_END), paragraph("Үлесі, %", "kk", CELL_END)),
            (
                (
                    paragraph("Таза ауыз су", "kk", CELL),
                    paragraph("12\u00a0450", "kk", CELL_END),
                    paragraph("61,2", "kk", CELL_END),
                ),
                (
                    paragraph("Дәрі-дәрмек", "kk", CELL),
                    paragraph("7\u00a0880", "kk", CELL_END),
                    paragraph("38,8", "kk", CELL_END),
                ),
                (
                    paragraph("Барлығы", "kk", CELL),
                    paragraph("20\u00a0330", "kk", CELL_END),
                    paragraph("100,0", "kk", CELL_END),
                ),
            ),
            TableStyle(),
            total=True,
        ),
        ItemList(
            "kk",
            (
                paragraph("үш сорғы бекеті мен 18 км құбыр;", "kk", replace(BODY, space_after=2), segments=("s9",)),
                paragraph("екі емхана және бір аурухана;", "kk", replace(BODY, space_after=10), segments=("s10",)),
            ),
        ),
        Paragraph(
            "boilerplate",
            Tag.PARAGRAPH,
            "kk",
            (
                Run("МКК (ағылшынша ", "kk"),
                Run("Examplia Relief Committee", "en", italic=True),
                Run(") – бейтарап, тәуелсіз ұйым. Толығырақ: ", "kk"),
                Run("https://www.example.org/kk", "kk", href="https://www.example.org/kk"),
            ),
            SMALL,
            ("s11",),
        ),
        contact("kk", "Қосымша ақпарат алу үшін:", "Джейн Мысал, МКК, Порт-Мысал", "Тел.: ", "Эл. пошта: "),
    )
    made = document(*blocks, language="kk", title="Мысалия: таза су қайта келді")
    return replace(
        made,
        masthead=_masthead("МЫСАЛИЯ КӨМЕК КОМИТЕТІ", "kk"),
        footer=_footer("Мысал ұйымы  ·  бет ", " / ", "kk"),
    )
