"""Keys and certificates of invented organisations, made anew for each run."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "кілт сөз 1"


@dataclass(frozen=True)
class Issued:
    """A certificate and its key; `pem` is the certificate, `p12` both under `PASSWORD`."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey
    issuer: "Issued | None" = None

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def p12(self) -> bytes:
        chain = [self.issuer.certificate] if self.issuer else None
        secret = BestAvailableEncryption(PASSWORD.encode())
        return pkcs12.serialize_key_and_certificates(b"key", self.key, self.certificate, chain, secret)


@cache
def authority(name: str = "Examplia Root") -> Issued:
    """Who issues certificates."""
    return issued(name, None, days=3650)


@cache
def press_office(*, signing: bool = True, days: int = 365, bits: int = 2048) -> Issued:
    """The organisation's own, issued by `authority`."""
    return issued("Examplia Press Office", authority(), signing=signing, days=days, bits=bits)


def issued(name: str, issuer: Issued | None, *, signing: bool = True, days: int = 365, bits: int = 2048) -> Issued:
    """A certificate for that name; without an issuer, by itself. It is valid for `days` from ten days ago."""
    key = rsa.generate_private_key(65537, bits)
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Examplia Aid")]
    )
    start = dt.datetime.now(dt.UTC) - dt.timedelta(days=10)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(_usage(signing=signing, issuing=issuer is None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if issuer:
        own = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
        builder = builder.add_extension(own, critical=False)
        # Where revocations would be asked for, if anybody asked: nobody may.
        point = x509.DistributionPoint(
            [x509.UniformResourceIdentifier("http://crl.example.org/a.crl")], None, None, None
        )
        builder = builder.add_extension(x509.CRLDistributionPoints([point]), critical=False)
    return Issued(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key, issuer)


def _usage(*, signing: bool, issuing: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signing,
        content_commitment=signing,
        key_encipherment=not signing,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issuing,
        crl_sign=issuing,
        encipher_only=False,
        decipher_only=False,
    )
