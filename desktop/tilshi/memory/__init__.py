"""Translation memory: what was approved once is offered again, exactly, in its context, or nearly.

`memory.Memory` is what a program opens; its parts are the store (`store`, the truth, SQLite), the index of signatures
(`index`, a cache beside it) and the values (`units`, `matches`).
"""
