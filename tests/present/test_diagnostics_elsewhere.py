"""Messages in the forms that other programs read: each says where, what and how bad, in the words of its reader."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from verordening.language.diagnostics import Diagnostic, Edit, Related, Severity, remark
from verordening.language.source import Source
from verordening.present.diagnostics_elsewhere import render
from verordening.records import replace

SOURCE = Source("mijn regels/a.vrd", 'artikel 1\n  als herhaald = ja\n  dan moet "50%, of: meer"\n')
FOUND = (
    remark(
        SOURCE,
        "VRD701",
        "hier is `herhaald` genoeg",
        SOURCE.span(2, 7, 13),
        help="schrijf `herhaald`",
        severity=Severity.ADVIES,
        edits=(Edit(SOURCE.span(2, 7, 13), "herhaald"),),
        safe=True,
    ),
    remark(
        SOURCE,
        "VRD775",
        "50%, of: meer",
        SOURCE.span(3, 3, 8),
        severity=Severity.WAARSCHUWING,
        related=(Related(SOURCE.span(1, 1, 9), "hier"),),
    ),
)
WITHOUT_PLACE = (Diagnostic("VRD010", Severity.FOUT, "de map bestaat niet", None),)


def test_short_is_one_line_a_message() -> None:
    assert render(FOUND, "kort", []).splitlines() == [
        "mijn regels/a.vrd:2:7: advies[VRD701]: hier is `herhaald` genoeg",
        "mijn regels/a.vrd:3:3: waarschuwing[VRD775]: 50%, of: meer",
    ]
    assert render((), "kort", []) == ""


@pytest.mark.parametrize("found", [(), FOUND, WITHOUT_PLACE], ids=["niets", "twee", "zonder plaats"])
def test_sarif_keeps_to_its_schema(found: tuple[Diagnostic, ...]) -> None:
    schema = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(render(found, "sarif", [])), schema)


def test_sarif_says_where_how_bad_and_how_to_mend() -> None:
    (run,) = json.loads(render(FOUND, "sarif", []))["runs"]
    first, second = run["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("VRD701", "note", "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "mijn%20regels/a.vrd"
    assert place["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 20}
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "herhaald"}
    assert second["relatedLocations"][0]["message"] == {"text": "hier"}


def test_junit_counts_and_names_clean_files() -> None:
    root = ElementTree.fromstring(render(FOUND, "junit", ["mijn regels/a.vrd", "b.vrd"]))
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    names = {suite.get("name"): len(suite.findall("testcase/failure")) for suite in root}
    assert names == {"mijn regels/a.vrd": 2, "b.vrd": 0}


def test_junit_does_not_call_a_file_clean_that_was_looked_at_in_part() -> None:
    found = [*FOUND, replace(FOUND[0], code="VRD690")]
    root = ElementTree.fromstring(render(found, "junit", ["mijn regels/a.vrd", "b.vrd"]))
    (partly,) = (each for each in root if each.get("name") == "b.vrd")
    assert partly.get("skipped") == "1"
    assert partly.find("testcase/skipped") is not None
    assert "niet alles is nagekeken" in partly[0].get("name", "")


def test_github_reads_commands_in_which_nothing_ends_early() -> None:
    first, second = render(FOUND, "github", []).splitlines()
    assert first.startswith(
        "::notice file=mijn regels/a.vrd,line=2,col=7,endLine=2,endColumn=20,title=VRD701::"
    )
    assert second.endswith("::50%25, of: meer. zie ook mijn regels/a.vrd regel 1: hier")


def test_gitlab_knows_a_message_again_when_its_line_moves() -> None:
    moved = Source(SOURCE.path, "\n" + SOURCE.text)
    again = remark(moved, "VRD775", "50%, of: meer", moved.span(4, 3, 8), severity=Severity.WAARSCHUWING)
    before, after = (json.loads(render(found, "gitlab", [])) for found in (FOUND[1:], (again,)))
    assert before[0]["fingerprint"] == after[0]["fingerprint"]
    assert (before[0]["severity"], before[0]["location"]["lines"]["begin"]) == ("major", 3)


def test_a_message_without_a_place_is_told_everywhere() -> None:
    for form in ("kort", "junit", "github", "gitlab"):
        assert "de map bestaat niet" in render(WITHOUT_PLACE, form, [])
