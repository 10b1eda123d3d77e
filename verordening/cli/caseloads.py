"""What the commands on many cases share: the municipality, the decisions, the file to write, and what they need."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.declared_over_many import ENGINES
from verordening.cli.new_files import safe
from verordening.cli.progress import Progress
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.case_names import unknown_decision
from verordening.model.corpus import Corpus
from verordening.model.loading import Library
from verordening.model.municipalities import close_municipalities, municipality

if TYPE_CHECKING:
    from verordening.population.outcomes import Part

FORMS: Final = (".parquet", ".pq", ".csv")
_NEEDED: Final = ("numpy", "pyarrow")
_MOST_DIGITS: Final = 12
_GOING_ALONG: Final = ("--tabel", "--negeer")
_NOTHING: Final = "\nEr is niets geschreven.\n"


def need_bulk(*more: str) -> None:
    """Raises InputError (VRD531) where the libraries for whole columns, or these beside them, are not installed."""
    for name in (*_NEEDED, *more):
        try:
            import_module(name)
        except (ImportError, OSError):
            raise usage_error(
                "VRD531",
                f"om veel zaken tegelijk door te rekenen ontbreekt een onderdeel: {name}",
                'installeer het met `pip install "verordening[bulk]"`',
            ) from None


def gemeente_of(arguments: Arguments, library: Library) -> str:
    """The slug of the municipality that was named. Raises InputError."""
    typed = arguments.gemeente
    if not typed:
        raise usage_error(
            "VRD505",
            "de gemeente ontbreekt: elke gemeente heeft eigen regels",
            "schrijf bijvoorbeeld `--gemeente amsterdam`",
        )
    if typed in library.gemeenten:
        return typed
    found = municipality(typed)
    if found is not None:
        return found.slug
    close = close_municipalities(typed, library.fictional)
    remedy = f"bedoelt u {' of '.join(f'`{each.slug}`' for each in close)}?" if close else "kijk de naam na"
    raise usage_error("VRD403", f"er is geen gemeente {shown(typed)}", remedy)


def name_of(gemeente: str) -> str:
    """How people write a municipality; of one that does not exist, what its slug tells."""
    found = municipality(gemeente)
    return found.name if found is not None else gemeente.replace("_", " ").title()


def decisions_of(arguments: Arguments, corpus: Corpus) -> tuple[str, ...]:
    """The decisions that were named, each once; none where the columns are to tell. Raises InputError (VRD408)."""
    names = _named(arguments)
    for name in names:
        if name not in corpus.decisions:
            refusal = unknown_decision(name, corpus)
            raise usage_error("VRD408", refusal.message, refusal.help)
    return names


def _named(arguments: Arguments) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in arguments.decisions for name in split(each)))


def engine_of(arguments: Arguments, engines: Sequence[str] = ENGINES) -> str:
    """The engine that was named; empty for the fastest. Raises InputError (VRD504)."""
    typed = arguments.values.get("--motor", "")
    if typed and typed not in engines:
        remedy = bedoelt_u(typed, engines) or f"kies uit {', '.join(f'`{each}`' for each in engines)}"
        raise usage_error("VRD504", f"{shown(typed)} is geen keuze voor `--motor`", remedy)
    return typed


def parts_of(arguments: Arguments) -> frozenset[Part]:
    """What to say of each decision. Raises InputError (VRD504, VRD506)."""
    from verordening.population.opening import KINDS, SHORT
    from verordening.population.outcomes import EVERY

    short, typed = "--kort" in arguments.switches, arguments.values.get("--kolommen")
    if typed is None:
        return SHORT if short else EVERY
    if short:
        raise usage_error(
            "VRD506", "`--kort` en `--kolommen` gaan niet samen", "laat `--kort` weg: `--kolommen` kiest al"
        )
    kinds = split(typed)
    for each in kinds:
        if each not in KINDS:
            remedy = bedoelt_u(each, tuple(KINDS)) or f"kies uit {', '.join(f'`{kind}`' for kind in KINDS)}"
            raise usage_error("VRD504", f"{shown(each)} is geen keuze voor `--kolommen`", remedy)
    return SHORT.union(*(KINDS[each] for each in kinds))


def output_of(arguments: Arguments) -> str:
    """The new file to write. Raises InputError where none was named, or it is there already."""
    path = arguments.output
    if not path:
        raise usage_error(
            "VRD505",
            "het bestand om naar te schrijven ontbreekt",
            "schrijf bijvoorbeeld `--uit uitkomst.parquet`",
        )
    name = shown(safe(path))
    if os.path.splitext(path)[1].casefold() not in FORMS:
        raise usage_error(
            "VRD504",
            f"{name} is geen parquet- of csv-bestand",
            "laat de naam eindigen op `.parquet` of `.csv`",
        )
    if os.path.lexists(path):
        raise usage_error(
            "VRD511", f"{name} bestaat al en blijft zoals het is", "kies achter `--uit` een andere naam"
        )
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        raise usage_error(
            "VRD010", f"de map {shown(safe(folder))} bestaat niet", "maak de map eerst, of kies een andere"
        )
    return path


def to_work_out(arguments: Arguments, path: str, gemeente: str, day: date) -> str:
    """What to type to work the decisions that were named out of a file."""
    words = ["verordening", "doorreken", path, "--gemeente", gemeente, "--peildatum", day.isoformat()]
    named = _named(arguments)
    if named:
        words += ["--besluit", ",".join(named)]
    if arguments.overlay:
        words += ["--regelingen", arguments.overlay]
    for flag in _GOING_ALONG:
        if flag in arguments.values:
            words += [flag, arguments.values[flag]]
    return shlex.join(words)


@contextmanager
def writing(output: str, schema: Any, progress: Progress) -> Iterator[Any]:
    """A file that takes batches and gets its name when all went well.

    Raises InputError (VRD016, VRD511) where it cannot be written.
    """
    from verordening.population.writing.files import whole_file

    with refusing_to_write(output, progress), whole_file(output, schema) as sink:
        yield sink


@contextmanager
def refusing_to_write(
    output: str, progress: Progress, stopped: Callable[[], str] = lambda: _NOTHING
) -> Iterator[None]:
    """What goes wrong with the file in here, said in words; and the bar taken away. Raises InputError."""
    name = shown(safe(output))
    try:
        yield
    except KeyboardInterrupt:
        progress.stop()
        terminal.write_error(stopped())
        raise
    except FileExistsError:
        raise usage_error(
            "VRD511", f"{name} bestaat al en blijft zoals het is", "kies achter `--uit` een andere naam"
        ) from None
    except OSError:
        help = "kijk of de schijf vol is, en of u in deze map mag schrijven"
        raise usage_error("VRD016", f"{name} kan niet geschreven worden", help) from None
    finally:
        progress.stop()


def whole_number(arguments: Arguments, flag: str, *, least: int = 0) -> int:
    """The whole number behind an option. Raises InputError (VRD504; VRD505 where it is not there)."""
    remedy = f"schrijf een heel getal vanaf {least}, zoals `{flag} 1000`"
    if flag not in arguments.values:
        raise usage_error("VRD505", f"`{flag}` ontbreekt", remedy)
    typed = arguments.values[flag].replace(".", "")
    if not (typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS and int(typed) >= least):
        raise usage_error(
            "VRD504",
            f"{shown(arguments.values[flag])} is geen getal voor `{flag}`",
            remedy,
        )
    return int(typed)


def split(typed: str) -> tuple[str, ...]:
    """The names in a list with commas."""
    return tuple(each.strip() for each in typed.split(",") if each.strip())
