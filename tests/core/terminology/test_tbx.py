"""TBX in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files.errors import FileError
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.concepts import (
    BY_RULE,
    Concept,
    Grammar,
    Reliability,
    Scope,
    Status,
    Term,
    Termbase,
    TermType,
    concept_id,
)
from tilshi.terminology.tbx import read_tbx, write_tbx

PATH = Path("glossary.tbx")

VERSION_2 = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><titleStmt><title>Old</title></titleStmt>
<sourceDesc><p>From a CAT tool</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="12"><descrip type="subjectField">law</descrip><descrip type="relatedConcept">c9</descrip>
<langSet xml:lang="en"><tig><term>armed
  conflict</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="kk"><ntig><termGrp><term>қарулы қақтығыс</term>
<termNote type="normativeAuthorization">deprecatedTerm</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""

DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>Export</p></sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id="c1">
<min:subjectField>law</min:subjectField>
<transacGrp><basic:transactionType>origination</basic:transactionType><date>2010-04-17</date></transacGrp>
<langSec xml:lang="fr"><descripGrp><basic:definition>Une définition.</basic:definition>
<basic:source>Livre</basic:source></descripGrp><termSec><term>conflit armé</term>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
<basic:termType>fullForm</basic:termType><basic:grammaticalGender>masculine</basic:grammaticalGender></termSec></langSec>
</conceptEntry></body></text></tbx>"""

WORD = st.text(alphabet="abқі .,;:<&\"'\u00a0\n\t", min_size=1, max_size=12).map(str.strip).filter(bool)
LINE = WORD.map(lambda text: " ".join(text.split("\n"))).map(lambda text: text.replace("\t", " "))


def terms() -> st.SearchStrategy[Term]:
    plain = LINE.filter(lambda text: "; " not in text and ":" not in text and "  " not in text)
    switch = st.none() | st.booleans()
    grammar = st.builds(
        Grammar, st.sampled_from([None, "front", "back"]), switch, switch, switch, st.none() | st.just("заң"), switch
    )
    return st.builds(
        Term,
        plain,
        st.sampled_from(["en", "kk", "zh-Hant"]),
        st.sampled_from(Status),
        st.sampled_from(TermType),
        st.sampled_from(["", "noun", "verb"]),
        st.sampled_from(Reliability),
        st.sampled_from(Scope),
        st.just("") | plain,
        st.lists(plain, max_size=2).map(tuple),
        st.just("") | plain,
        st.just("") | plain,
        st.just(BY_RULE) | grammar,
        valid_from=st.sampled_from(["", "2019-03-23"]),
        valid_until=st.sampled_from(["", "2022"]),
    )


def concepts() -> st.SearchStrategy[Concept]:
    more = st.sampled_from([(), ('<descrip type="relatedConcept">c9</descrip>',)])
    return st.builds(
        Concept,
        st.just("c"),
        st.lists(terms(), min_size=1, max_size=4).map(tuple),
        st.just("") | WORD,
        st.just("") | WORD,
        st.just("") | LINE.filter(lambda text: not text.startswith("tbx: <")),
        more,
    )


@given(st.lists(concepts(), min_size=1, max_size=3))
def test_what_is_written_comes_back_equal(entries: list[Concept]) -> None:
    numbered = tuple(
        Concept(f"c{number}", each.terms, each.subject, each.definition, each.note, each.more)
        for number, each in enumerate(entries)
    )
    termbase = Termbase("Ours", numbered, "By hand")

    assert read_tbx(PATH, write_tbx(termbase)).termbase == termbase


@pytest.mark.parametrize("load", [load_terms, load_names])
def test_the_bundled_termbases_come_back_equal(load: object) -> None:
    bundled = load()  # type: ignore[operator]  # a plain function
    termbase = Termbase(bundled.name, bundled.concepts, "Tilshi")

    assert read_tbx(PATH, write_tbx(termbase)).termbase == termbase


def test_version_2_is_read() -> None:
    termbase = read_tbx(PATH, VERSION_2.encode()).termbase

    assert (termbase.name, termbase.description) == ("Old", "From a CAT tool")
    assert termbase.concepts == (
        Concept(
            "c12",
            (
                Term("armed conflict", "en", part_of_speech="noun"),
                Term("қарулы қақтығыс", "kk", Status.DEPRECATED),
            ),
            subject="law",
            more=('<descrip type="relatedConcept">c9</descrip>',),
        ),
    )


def test_the_style_with_data_categories_as_elements_is_read() -> None:
    (concept,) = read_tbx(PATH, DCT.encode()).termbase.concepts

    assert concept.subject == "law"
    assert [(term.text, term.status) for term in concept.terms] == [("conflit armé", Status.SUPERSEDED)]
    assert concept.terms[0].more == ('<termNote type="grammaticalGender">masculine</termNote>',)
    assert len(concept.more) == len(concept.more_in) == 1


@pytest.mark.parametrize("source", [VERSION_2, DCT])
def test_what_tilshi_has_no_place_for_is_kept(source: str) -> None:
    first = read_tbx(PATH, source.encode()).termbase

    assert read_tbx(PATH, write_tbx(first)).termbase == first


def test_what_basic_forbids_goes_out_as_a_note() -> None:
    written = write_tbx(read_tbx(PATH, VERSION_2.encode()).termbase).decode()

    assert "<note>tbx: &lt;descrip type=" in written
    assert "relatedConcept" not in written.replace("&lt;descrip type=&quot;", "")[: written.index("<note>")]


def test_a_second_concept_of_the_same_id_gets_its_own_and_a_warning() -> None:
    twice = VERSION_2.replace(
        "</body>", VERSION_2[VERSION_2.index("<termEntry") : VERSION_2.index("</body>")] + "</body>"
    )
    read = read_tbx(PATH, twice.encode())

    assert [concept.id for concept in read.termbase.concepts] == ["c12", "c12-2"]
    assert [str(warning) for warning in read.warnings] == [
        "Two concepts have the id “c12”; the second is now “c12-2”.",
        "2 ids are none in XML and were changed: “12” is now “c12”, and so on.",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param("<xliff/>", "not a TBX", id="another root"),
        pytest.param('<tbx xmlns="urn:other"/>', "not a TBX", id="another namespace"),
        pytest.param("<martif><text><body/></text></martif>", "no concepts", id="empty"),
        pytest.param(VERSION_2.replace(' xml:lang="kk"', ""), "line 7", id="a section without a language"),
        pytest.param(VERSION_2[:400], "line", id="cut off"),
    ],
)
def test_what_is_no_glossary_is_refused_with_its_place(data: str, says: str) -> None:
    with pytest.raises(FileError, match=says):
        read_tbx(PATH, data.encode())


def test_a_character_that_xml_cannot_hold_is_named() -> None:
    with pytest.raises(ValueError, match=r"concept c1: .*U\+0001"):
        write_tbx(Termbase("x", (Concept("c1", (Term("a\x01", "en"),)),)))


@pytest.mark.parametrize(("text", "name"), [("12", "c12"), ("a b", "a_b"), ("IHL-0001", "IHL-0001"), ("", "c")])
def test_ids_are_made_fit_for_xml(text: str, name: str) -> None:
    assert concept_id(text) == name


def test_terms_of_one_language_stand_together() -> None:
    concept = Concept("c1", (Term("a", "en"), Term("б", "kk"), Term("c", "en")))

    assert [term.text for term in concept.terms] == ["a", "c", "б"]
