"""`tilshi sign` and `tilshi verify`: electronic signatures of PDF files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tilshi.cli.console import Console
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _

if TYPE_CHECKING:
    from tilshi.export.signature.identity import Identity


def add_signing(commands: Any, make: Any) -> None:
    """The two commands; `make` makes one of a name and a summary."""
    sign = make(commands, "sign", _("sign a PDF with the organisation’s key"))
    sign.add_argument("file", metavar=_("FILE"), help=_("the PDF"))
    sign.add_argument(
        "-o", "--output", default="", metavar=_("FILE"), help=_("the signed file; NAME.signed.pdf if absent")
    )
    add_key(sign)
    sign.add_argument("--remember", action="store_true", help=_("keep the password in the keyring of this computer"))
    sign.add_argument("--no-overwrite", action="store_true", help=_("stop where a file of the name is there already"))
    verify = make(commands, "verify", _("say whether a PDF is wholly what a trusted signer signed"))
    verify.add_argument("file", metavar=_("FILE"), help=_("the PDF"))
    verify.add_argument(
        "--trust",
        action="append",
        default=[],
        metavar=_("CERTIFICATE"),
        help=_("a certificate that is trusted, of the signer or of who issued it (.pem, .crt, .cer)"),
    )
    verify.add_argument("--json", action="store_true", help=_("as JSON"))


def add_key(command: Any) -> None:
    """The option that names a key file."""
    command.add_argument(
        "--pkcs12",
        default="",
        metavar=_("FILE"),
        help=_("the key file (.p12, .pfx); the one in the settings if absent"),
    )


def run(arguments: Namespace, console: Console) -> int:
    """Signs or verifies: 1 where a signature is not good."""
    return _sign(arguments, console) if arguments.command == "sign" else _verify(arguments, console)


def _sign(arguments: Namespace, console: Console) -> int:
    from tilshi.signing import sign_file  # with the keyring

    path = Path(arguments.file)
    output = Path(arguments.output) if arguments.output else path.with_name(f"{path.stem}.signed.pdf")
    if arguments.no_overwrite and output.exists():
        raise FileError(output, _("There is a file of this name already."), remedy=_("Choose another name."))
    identity = identity_of(arguments.pkcs12, console, remember=arguments.remember)
    sign_file(path, identity, output)
    console.say(str(output))
    return 0


def identity_of(name: str, console: Console, *, remember: bool = False) -> Identity:
    """Who signs, by the key file of that name or the one in the settings; its password is asked for if need be.

    Raises:
        FileError: there is none, or it cannot be used.
    """
    from tilshi import settings  # each command loads what it needs and nothing else
    from tilshi.cli.keys import asked
    from tilshi.secrets import Unavailable
    from tilshi.signing import remember_password, unlocked

    chosen = name or settings.load(settings.default_path()).settings.signing_key
    if not chosen:
        raise FileError(
            Path("-"), _("It is not known with which key to sign."), remedy=_("Name the key file with --pkcs12.")
        )
    path = Path(chosen)
    entered: list[str] = []

    def ask() -> str:
        entered.append(asked(_("Password of {file}: ").format(file=path.name), path))
        return entered[-1]

    identity = unlocked(path, ask)
    if remember and entered:
        answer = remember_password(path, entered[-1])
        if isinstance(answer, Unavailable):
            said = _("The password is not kept: {reason}").format(reason=answer.reason)
            console.warn(str(path), FileWarning(said))
    return identity


def _verify(arguments: Namespace, console: Console) -> int:
    from tilshi.export.signature.certificates import trusted_files  # as above
    from tilshi.export.signature.verifying import verify_file

    trusted = [Path(name) for name in arguments.trust] or trusted_files()
    verdict = verify_file(Path(arguments.file), trusted)
    if arguments.json:
        console.say_json(
            {
                "good": verdict.is_good,
                "problems": list(verdict.problems),
                "signatures": [
                    {
                        "name": each.name,
                        "organisation": each.organisation,
                        "issuer": each.issuer,
                        "fingerprint": each.fingerprint,
                        "time": each.moment.isoformat() if each.moment else "",
                        "intact": each.is_intact,
                        "trusted": each.is_trusted,
                        "covers_entire_file": each.covers_all,
                    }
                    for each in verdict.signatures
                ],
            }
        )
    else:
        for line in verdict.lines():
            console.say(line)
    return 0 if verdict.is_good else 1
