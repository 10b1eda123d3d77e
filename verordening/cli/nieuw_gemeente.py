"""`verordening nieuw gemeente NAAM --uit MAP`: the model set of ordinances, put in a folder for one municipality."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from typing import Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.clock import today
from verordening.cli.declaring import PROGRAM
from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, Severity, printable, shown
from verordening.language.source import Source
from verordening.model.loading import Library, check, read_library
from verordening.model.municipalities import Municipality, close_municipalities, municipality
from verordening.model.regulation_files import laid_over, regulation_file

SCHEMA: Final = "verordening/nieuw/1"
_ANSWERED: Final = 0


def start_municipality(arguments: Arguments) -> int:
    """Write the set; gives the exit code. Raises InputError, and then nothing is written."""
    from verordening.present.model_set import municipality_starts

    _, *names = arguments.words
    library = read_library(overlay=arguments.overlay or None)
    whose = _municipality(names[0] if names else arguments.gemeente, library)
    _check_folder(arguments.output, arguments.format)
    texts = municipality_starts(whose.slug, whose.name, _first_day(arguments.peildatum))
    paths = {os.path.join(arguments.output, name): text for name, text in texts.items()}
    _check_texts(paths, whose.slug, library)
    if arguments.output:
        _write(arguments.output, paths)
    terminal.write(_answer(arguments, whose, paths))
    return _ANSWERED


def _municipality(typed: str, library: Library) -> Municipality:
    """The municipality that was named. Raises InputError where it has regulations already."""
    if not typed:
        raise usage_error(
            "VRD505",
            "de naam van de gemeente ontbreekt",
            f"schrijf bijvoorbeeld `{PROGRAM} nieuw gemeente laren --uit mijn-regelingen`",
        )
    found = municipality(typed)
    if found is None:
        close = close_municipalities(typed, library.fictional)
        remedy = (
            f"bedoelt u {' of '.join(f'`{each.slug}`' for each in close)}?" if close else "kijk de naam na"
        )
        raise usage_error("VRD504", f"er is geen gemeente {shown(typed)}", remedy)
    own = [each.id for each in library.files if each.gemeente == found.slug]
    if own:
        raise usage_error(
            "VRD511",
            f"van {found.name} zijn er al regelingen: {', '.join(f'`{each}`' for each in own)}",
            f"begin daarmee, of maak er een bij met `{PROGRAM} nieuw regeling`",
        )
    return found


def _check_folder(folder: str, form: str) -> None:
    if not folder and form != "json":
        raise usage_error(
            "VRD505",
            "de map ontbreekt waar de regelingen in komen",
            "schrijf erachter `--uit mijn-regelingen`",
        )


def _first_day(day: date | None) -> date:
    """From when the set holds: the day that was named, or else the first day of next year."""
    return day or date(today().year + 1, 1, 1)


def _check_texts(paths: Mapping[str, str], gemeente: str, library: Library) -> None:
    """Refuse a set that would be wrong beside what is there; what is only not filled in yet is no mistake."""
    own = [regulation_file(Source(path, text)) for path, text in paths.items()]
    whole = Library(laid_over(library.files, own))
    wrong = [each for each in check([whole.set_of(gemeente)]) if each.severity is Severity.FOUT]
    if wrong:
        raise InputError(wrong)


def _write(folder: str, paths: Mapping[str, str]) -> None:
    """Write all files, or none where one is there already."""
    for path in paths:
        if os.path.lexists(path):
            raise usage_error(
                "VRD511",
                f"{_name(path)} bestaat al en blijft zoals het is",
                "kies achter `--uit` een andere map",
            )
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError):
        raise usage_error(
            "VRD016",
            f"de map {_name(folder)} kan niet worden gemaakt",
            "kijk of u hier mag schrijven, en of er geen bestand met die naam is",
        ) from None
    for path, text in paths.items():
        rewrite(path, text.encode("utf-8"), printable(path))


def _answer(arguments: Arguments, whose: Municipality, paths: Mapping[str, str]) -> str:
    if arguments.format == "json":
        whole = {
            "schema": SCHEMA,
            "soort": "gemeente",
            "gemeente": whose.slug,
            "bestanden": [{"bestand": path, "tekst": text} for path, text in paths.items()],
            "afsluitcode": _ANSWERED,
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    folder = printable(arguments.output)
    lines = [
        f"Geschreven voor {whose.name}, in de map {folder}:",
        *(f"  {os.path.basename(path)}" for path in paths),
        "",
        "Zo gaat u verder:",
        "  1. Lees elk artikel, en verander wat de raad anders wil.",
        f"  2. Vul de keuzes in:  {PROGRAM} bedragen --invullen --regelingen {folder}",
        "  3. Schrijf wat achter `vul in` hoort: waar de regeling staat en wie haar vaststelde.",
        f"  4. Kijk na:           {PROGRAM} lint {folder}",
        "Stap 4 noemt alles wat nog niet is ingevuld, met bestand en regel.",
    ]
    return "\n".join(lines) + "\n"


def _name(path: str) -> str:
    return shown(printable(path.encode("utf-8", "replace").decode("utf-8")))
