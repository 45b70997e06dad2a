"""What must not be in the repository: paths of somebody's machine, and anybody's real address."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Folders at the root of a machine, and tools around it; divided, so that this file does not hold what it looks for.
FOREIGN = re.compile(r"(?<![\w.~:-])/(?:work|root|tmp)(?=/)|bash" + r"_jobs|\bfar" + r"m-[a-z]+|\." + "library/")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zа-я]{2,}", re.IGNORECASE)
# Domains that nobody can own (RFC 2606, RFC 6761); "example" under a country's, for the check of an office's country;
# and the planted misspellings of it.
NOBODYS = re.compile(
    r"(?:[.@]example(?:\.(?:org|com|net|[a-z]{2}|orq))?|@exmaple\.org|\.(?:invalid|test|localhost))$", re.IGNORECASE
)

# What others have written and licensed names its authors, with their addresses, and is kept as it is.
THEIRS = "assets/dictionaries/"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text file that is, or would be, committed."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    answer = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False)
    if answer.returncode:
        pytest.skip("this is no checkout of git, so there is no list of what is committed")
    names = [name for name in answer.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    contents = {name: (ROOT / name).read_bytes() for name in names}
    return {name: content.decode("utf-8", "replace") for name, content in contents.items() if b"\0" not in content}


def test_no_path_of_a_machine(texts: dict[str, str]) -> None:
    found = {name: sorted(set(FOREIGN.findall(text))) for name, text in texts.items() if FOREIGN.search(text)}
    assert found == {}


def test_addresses_belong_to_nobody(texts: dict[str, str]) -> None:
    found = {
        name: real
        for name, text in texts.items()
        if not name.startswith(THEIRS)
        and (real := sorted({found for found in ADDRESS.findall(text) if not NOBODYS.search(found)}))
    }
    assert found == {}


def test_nothing_of_the_real_release(texts: dict[str, str], shared: Path) -> None:
    """The published release that the program is measured with names a real person to call; neither belongs in here."""
    release = json.loads((shared / "samples" / "seed_aligned.json").read_text(encoding="utf-8"))
    running = {"headline", "lead", "body", "quote", "background", "contact-name"}
    private = {part["kk"].strip() for part in release["segments"] if part["role"] in running}
    everything = json.dumps(release, ensure_ascii=False)
    private |= {*ADDRESS.findall(everything), *re.findall(r"\+\d[\d ()-]{8,}\d", everything)}
    assert len(private) > len(running)
    found = {name: signs for name, text in texts.items() if (signs := [sign for sign in private if sign in text])}
    assert found == {}
