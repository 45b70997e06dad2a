"""A document as Typst source: the same parts, faces, sizes, languages, tags and links, so that the pages match."""

import json

from tilshi.layout.blocks import (
    Alignment,
    Block,
    Contact,
    Document,
    Field,
    Figure,
    ItemList,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    Tag,
)

# How Typst finds the faces that our writer takes for the same family names.
FAMILIES = {"Noto Sans": "Tilshi Sans", "Noto Serif": "Tilshi Serif"}
LEVELS = {Tag.HEADING_1: 1, Tag.HEADING_2: 2, Tag.HEADING_3: 3}
# Noto's ascent and descent, as a share of the font size.
LINE_HEIGHT = 1.362
ALIGNMENTS = {Alignment.START: "start", Alignment.END: "end", Alignment.CENTER: "center", Alignment.JUSTIFY: "start"}


def typst_source(document: Document) -> str:
    """The whole source; nothing of a text is read as markup, for it stands in strings."""
    page, metadata = document.page, document.metadata
    created = metadata.created
    footer = _paragraph(document.footer) if document.footer else ""
    day = f"year: {created.year}, month: {created.month}, day: {created.day}"
    margins = f"top: {page.top}pt, right: {page.right}pt, bottom: {page.bottom}pt, left: {page.left}pt"
    parts = [
        f"#set document(title: {_quoted(metadata.title)}, author: {_quoted(metadata.author)})",
        f"#set document(date: datetime({day}, hour: {created.hour}, minute: 0, second: 0))",
        f"#set page(width: {page.width}pt, height: {page.height}pt, margin: ({margins}), footer: [{footer}])",
        f"#set text(lang: {_quoted(metadata.language)}, hyphenate: false)",
        # Lines as high as the face, so that what is between base lines is the leading alone.
        '#set text(top-edge: "ascender", bottom-edge: "descender")',
        "#set par(justify: false, spacing: 0pt)",
        f'#show link: it => text(fill: rgb("{document.link_colour}"), underline(it))',
        "#show heading: it => it.body",
    ]
    if document.masthead:
        parts.append(_paragraph(document.masthead))
        parts.append(f'#line(length: 100%, stroke: 1.5pt + rgb("{document.accent}"))')
        parts.append("#v(26pt)")
    parts += map(_block, document.blocks)
    return "\n".join(parts)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\\u00ad", "\u00ad")


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Contact):
        lines = "\n".join(map(_paragraph, block.lines))
        return (
            f'#block(fill: rgb("{block.style.fill}"), inset: {block.style.padding}pt, width: 100%, breakable: false, '
            f"below: {block.style.space_after}pt)[{lines}]"
        )
    if isinstance(block, ItemList):
        return _list(block)
    if isinstance(block, Figure):
        raise TypeError("the benchmarks' releases have no pictures")
    return _table(block)


def _list(block: ItemList) -> str:
    items = ", ".join(f"[{_styled(item)}]" for item in block.items)
    return f"#block(below: 8pt, list(marker: [{block.marker}], spacing: 8pt, {items}))"


def _table(block: Table) -> str:
    cells = ", ".join(_cell(cell) for row in block.rows for cell in row)
    header = ", ".join(map(_cell, block.header))
    columns = ", ".join("1fr" for _cell in block.header)
    return (
        f"#block(below: {block.style.space_after}pt, table(columns: ({columns}), stroke: (bottom: 0.6pt + "
        f'rgb("{block.style.line}")), inset: {block.style.padding}pt, table.header({header}), {cells}))'
    )


def _cell(paragraph: Paragraph) -> str:
    return f"table.cell(align: {ALIGNMENTS[paragraph.style.alignment]})[{_styled(paragraph)}]"


def _paragraph(paragraph: Paragraph) -> str:
    style = paragraph.style
    body = f"#align({ALIGNMENTS[style.alignment]})[{_styled(paragraph)}]"
    if paragraph.tag is Tag.QUOTE:
        body = f"#quote(block: true)[{_styled(paragraph)}]"
    elif paragraph.tag in LEVELS:
        body = f"#heading(level: {LEVELS[paragraph.tag]})[{_styled(paragraph)}]"
    stroke = f', stroke: (left: {style.rule}pt + rgb("{style.rule_colour}"))' if style.rule else ""
    return (
        f"#block(above: {style.space_before}pt, below: {style.space_after}pt, width: 100%, "
        f"inset: (left: {style.indent}pt){stroke}, sticky: {str(style.keep_with_next).lower()})[{body}]"
    )


def _styled(paragraph: Paragraph) -> str:
    style = paragraph.style
    runs = "".join(_run(run, style) for run in paragraph.runs)
    leading = style.leading - LINE_HEIGHT * style.size
    return (
        f'#set text(font: "{FAMILIES[style.family]}", size: {style.size}pt, fill: rgb("{style.colour}"), '
        f"lang: {_quoted(paragraph.language)})\n#set par(leading: {leading}pt)\n{runs}"
    )


def _run(run: Run, style: ParagraphStyle) -> str:
    weight = '"bold"' if style.bold or run.bold else '"regular"'
    slant = '"italic"' if style.italic or run.italic else '"normal"'
    if run.field is not Field.NONE:
        shown = "here().page()" if run.field is Field.PAGE else "counter(page).final().first()"
        return f"#context text(weight: {weight}, style: {slant}, str({shown}))"
    text = f"text(weight: {weight}, style: {slant}, lang: {_quoted(run.language)}, {_quoted(run.text)})"
    return f"#link({_quoted(run.href)}, {text})" if run.href else f"#{text}"
