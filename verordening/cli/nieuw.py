"""`verordening nieuw SOORT [NAAM]`: a commented start for a regulation, a case or a floor, that holds as it stands."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.clock import today
from verordening.cli.declaring import PROGRAM
from verordening.cli.new_files import safe, write_new
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import Diagnostic, InputError, Severity, shown
from verordening.language.source import Source
from verordening.language.suggestions import bedoelt_u
from verordening.model.loading import Library, check, load_corpus, read_library
from verordening.model.municipalities import close_municipalities, municipality, slug
from verordening.model.regulation_files import SUFFIX, laid_over, regulation_file

SCHEMA: Final = "verordening/nieuw/1"
PRACTICE: Final = "zonderdam"
"""The municipality of a start without one: it does not exist, and says so."""

WHOLE_SET: Final = "gemeente"
"""Starts all regulations of a municipality at once."""

TEMPLATE: Final = "sjabloon"
"""Starts a Word template for texts to hand on."""

LINT_RULE: Final = "lintregel"
"""Starts a rule of the catalogue: for who works on the program itself."""

_ANSWERED: Final = 0
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_DEFAULT_NAMES: Final = {"regeling": "mijn_regeling", "ondergrens": "mijn_ondergrens"}
_DEFAULT_TITLE: Final = "vul in: waar de zaak over gaat, zonder namen"
_DEFAULT_DECISIONS: Final = ("verlaging", "duur_verlaging")
_SUFFIXES: Final = {"regeling": (SUFFIX,), "ondergrens": (SUFFIX,), "casus": (".yaml", ".yml")}
_UNNAMED: Final = "nieuw"


class _Wanted(NamedTuple):
    """What to start. `gemeente` is a slug, empty when none was given; `day` is the day to test, or None."""

    kind: str
    name: str
    gemeente: str
    day: date | None
    decisions: tuple[str, ...]
    library: Library


def run(arguments: Arguments) -> int:
    """Write the start; gives the exit code. Raises InputError, and then nothing is written."""
    kind, *names = arguments.words
    if kind == WHOLE_SET:
        from verordening.cli.nieuw_gemeente import start_municipality

        return start_municipality(arguments)
    if kind == TEMPLATE:
        from verordening.cli.nieuw_sjabloon import start_word_template

        return start_word_template(arguments)
    if kind == LINT_RULE:
        from verordening.cli.nieuw_lintregel import start_rule

        return start_rule(arguments)
    _check_output(kind, arguments.output)
    library = read_library(overlay=arguments.overlay or None)
    wanted = _Wanted(
        kind,
        names[0] if names else "",
        _gemeente(arguments.gemeente, library),
        arguments.peildatum,
        arguments.decisions,
        library,
    )
    source = arguments.output or f"{_UNNAMED}{_SUFFIXES[kind][0]}"
    text = _case(wanted, source) if kind == "casus" else _regulation(wanted, source)
    if arguments.output:
        write_new(arguments.output, text.encode("utf-8"))
    terminal.write(_answer(kind, arguments, text))
    return _ANSWERED


# ------------------------------------------------ what may be asked for


def _check_output(kind: str, path: str) -> None:
    """Refuse a name that the other commands would not read, before any work is done."""
    if path and not path.lower().endswith(_SUFFIXES[kind]):
        suffix = _SUFFIXES[kind][0]
        raise usage_error(
            "VRD504",
            f"`--uit`: {shown(safe(path))} heeft geen naam die eindigt op `{suffix}`",
            f"schrijf {shown(f'{safe(path)}{suffix}')}",
        )


def _gemeente(typed: str, library: Library) -> str:
    """The slug of the municipality that was named; empty when none was."""
    if not typed:
        return ""
    found = municipality(typed)
    if found is not None:
        return found.slug
    fictional = library.fictional
    if slug(typed) in {each.slug for each in fictional}:
        return slug(typed)
    close = close_municipalities(typed, fictional)
    remedy = f"bedoelt u {' of '.join(f'`{each.slug}`' for each in close)}?" if close else "kijk de naam na"
    raise usage_error("VRD504", f"`--gemeente`: er is geen gemeente {shown(typed)}", remedy)


def _checked_name(wanted: _Wanted) -> str:
    """The name of a regulation or floor, in the form that names have."""
    from verordening.language.grammar import reserved_words

    name = wanted.name or _DEFAULT_NAMES[wanted.kind]
    better = re.sub(r"^[^a-z]+", "", slug(name))[:40]
    if _NAME.match(name) is None:
        raise usage_error(
            "VRD504",
            f"{shown(name)} kan geen naam zijn: een naam is één woord met kleine letters, cijfers en `_`",
            f"schrijf `{better}`" if better else f"schrijf bijvoorbeeld `{_DEFAULT_NAMES[wanted.kind]}`",
        )
    if name in reserved_words():
        raise usage_error(
            "VRD504", f"`{name}` is een woord van de taal zelf en kan geen naam zijn", f"schrijf `{name}_1`"
        )
    return name


# ------------------------------------------------ the starts


def _regulation(wanted: _Wanted, source: str) -> str:
    """A regulation or a floor. Raises InputError where it would clash with what is there."""
    from verordening.present.starts import floor_start, regulation_start

    name = _checked_name(wanted)
    title = name.replace("_", " ").capitalize()
    gemeente, day = wanted.gemeente, wanted.day or today().replace(month=1, day=1)
    if wanted.kind == "regeling":
        text = regulation_start(name, title, gemeente or PRACTICE, day)
    else:
        text = floor_start(name, title, gemeente, day)
    file = regulation_file(Source(source, text))
    if any(each.id == file.id for each in wanted.library.files):
        raise usage_error(
            "VRD511", f"de regeling `{file.id}` is er al", f"kies een andere naam, zoals `{name}_2`"
        )
    library = Library(laid_over(wanted.library.files, (file,)))
    sets = [
        library.set_of(each) for each in (("", *library.gemeenten) if not file.gemeente else (file.gemeente,))
    ]
    own = [
        each
        for each in check(sets)
        if each.severity is not Severity.ADVIES and _is_in(each, file.source.path)
    ]
    if own:
        raise InputError(own)
    return text


def _case(wanted: _Wanted, source: str) -> str:
    """A case about the decisions that were named. Raises InputError where its title may not stand in a case."""
    from verordening.model.case_reading import read_case
    from verordening.present.starts import case_start

    gemeente = wanted.gemeente or PRACTICE
    corpus = load_corpus(gemeente, library=wanted.library)
    for name in wanted.decisions:
        if name not in corpus.decisions:
            remedy = (
                bedoelt_u(name, corpus.decisions)
                or f"laat `--besluit` weg, of kijk in `{PROGRAM} uitleg VRD408`"
            )
            raise usage_error("VRD504", f"`--besluit`: er is geen besluit {shown(name)}", remedy)
    decisions = tuple(dict.fromkeys(wanted.decisions)) or _DEFAULT_DECISIONS
    title, day = wanted.name or _DEFAULT_TITLE, wanted.day or today()
    text = case_start(title, gemeente, day, decisions, corpus)
    read_case(Source(source, text), lambda _: corpus, fictional=lambda: wanted.library.fictional)
    return text


def _is_in(found: Diagnostic, path: str) -> bool:
    return found.span is not None and found.span.file == path


# ------------------------------------------------ where it goes


def _answer(kind: str, arguments: Arguments, text: str) -> str:
    path = safe(arguments.output)
    if arguments.format == "json":
        import json

        whole = {
            "schema": SCHEMA,
            "soort": kind,
            "bestand": path or None,
            "tekst": text,
            "afsluitcode": _ANSWERED,
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    if not path:
        return text
    further = "toets" if kind == "casus" else "lint"
    return f"Geschreven: {path}\nVul het bestand in, en kijk het na met: {PROGRAM} {further} {path}\n"
