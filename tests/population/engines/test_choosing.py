"""The fastest engine, or the one that was asked for; what is missing is said in Dutch, with what to install."""

from __future__ import annotations

import sys

import pytest

from verordening.language.diagnostics import InputError
from verordening.population.engines.choosing import engine_for


def test_the_fastest_engine_goes_first() -> None:
    assert engine_for() == "llvm"


def test_without_llvm_it_is_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    assert engine_for() == "numpy"


@pytest.mark.parametrize(
    ("asked", "missing", "message"),
    [
        ("llvm", "llvmlite", "voor `--motor llvm` ontbreekt een onderdeel van het programma: llvmlite"),
        (
            None,
            "numpy",
            "om veel zaken tegelijk door te rekenen ontbreekt een onderdeel van het programma: numpy",
        ),
    ],
)
def test_what_is_missing_is_said(
    monkeypatch: pytest.MonkeyPatch, asked: str | None, missing: str, message: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(InputError) as raised:
        engine_for(asked)
    [diagnostic] = raised.value.diagnostics
    assert diagnostic.code == "VRD531"
    assert diagnostic.message == message
    assert diagnostic.help == 'installeer het met `pip install "verordening[bulk]"`'
