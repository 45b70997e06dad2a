"""Encryption of a draft with everything derived from it, in a container like that of age (age-encryption.org/v1).

One random document key encrypts; slots in the header hold it, each wrapped for one way to open: a passphrase, a
printed recovery key, the keyring of a machine. All ciphers are those of `cryptography`, which is loaded with these
modules: import them late.
"""
