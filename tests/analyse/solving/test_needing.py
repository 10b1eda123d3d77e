"""Who did not install the extra is told in Dutch what to install, and the program works without it."""

import subprocess
import sys

import pytest

from verordening.analyse.solving.needing import require_solver
from verordening.language.diagnostics import InputError


def test_without_the_solver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(InputError) as caught:
        require_solver()
    (told,) = caught.value.diagnostics
    assert told.code == "VRD531"
    assert "z3" in told.message
    assert "verordening[analyse]" in told.help


def test_with_the_solver_nothing_is_said() -> None:
    require_solver()


def test_what_runs_every_day_does_not_load_the_solver() -> None:
    loading = (
        "import sys, verordening.cli.main, verordening.analyse.proving.searching; print('z3' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", loading], capture_output=True, text=True, check=True)
    assert shown.stdout == "False\n"
