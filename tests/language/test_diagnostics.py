"""What a message says of itself."""

from __future__ import annotations

import pytest

from verordening.language.diagnostics import Severity, remark


@pytest.mark.parametrize(
    ("code", "severity", "keeps"),
    [
        ("VRD202", Severity.FOUT, True),  # a name that is not there
        ("VRD354", Severity.WAARSCHUWING, False),  # a regulation that is named and not used: it loads
        ("VRD690", Severity.ADVIES, False),  # a word about the errors, and none itself
        ("VRD781", Severity.FOUT, False),  # a burgerservicenummer, found by lint in what was loaded
        ("VRD751", Severity.WAARSCHUWING, False),
    ],
)
def test_only_an_error_of_reading_keeps_regulations_from_loading(
    code: str, severity: Severity, keeps: bool
) -> None:
    assert remark(None, code, "iets", None, severity=severity).keeps_from_loading is keeps
