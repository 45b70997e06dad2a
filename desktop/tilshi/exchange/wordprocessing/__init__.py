"""Releases as Word files (WordprocessingML, ECMA-376-1, 17): our own walk over the XML, since libraries lose text.

python-docx's `paragraph.text` knows nothing of tracked insertions, moves, content controls, fields and text boxes, and
shows hidden text. Clauses in this package are those of ECMA-376-1, fifth edition.
"""
