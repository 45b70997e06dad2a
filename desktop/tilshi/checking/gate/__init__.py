"""What a release must fulfil in a language before it is final: one requirement a function, asked together."""
