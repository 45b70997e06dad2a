"""The PDF writer: pages set by our own layout, tagged for every reader, fit for archives.

`write_pdf` in `writer` is the way in. Blocks become rows (`flow`, `paragraphs`, `tables`; their lines come from
`breaks`, `lines` and `faces`), rows become sheets (`sheets`), sheets become marked content (`painting`, `structure`),
and all of it becomes a file (`embedding`, `metadata`, `objects`).
"""
