"""`verordening vergelijk OUD NIEUW --populatie BESTAND`: who gains, who loses, and what it comes to in euros."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.caseloads import decisions_of, engine_of, need_bulk, split
from verordening.cli.clock import today
from verordening.cli.compared import Pair, pairs_of, read_named
from verordening.cli.progress import Progress
from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.corpus import Corpus
from verordening.model.date_reading import read_date
from verordening.model.loading import Library
from verordening.model.scalars import ScalarError

if TYPE_CHECKING:
    from verordening.population.opening import Caseload
    from verordening.present.effects_words import EffectsReport

_EQUIVALENT: Final = 0
_DIFFERENT: Final = 1
_NOT_TOLD: Final = 5
_USUAL: Final = "huishouden"
_DRAWN: Final = ".html"
_FORMS: Final = (".md", _DRAWN)


def run(arguments: Arguments, library: Library) -> int:
    """Print what a change does to a population; gives the exit code. Raises InputError."""
    output = _report_of(arguments)
    need_bulk(*(("pygal",) if output.casefold().endswith(_DRAWN) else ()))
    from verordening.population.effects.losing import losing_cases
    from verordening.population.effects.measuring import Groups, effects
    from verordening.population.effects.showing import shown as may_be_shown
    from verordening.present.effects_words import EffectsReport

    old_word, new_word = (*arguments.words, ".")[:2]
    old, new = (read_named(each, library) for each in (old_word, new_word))
    pair = _only(pairs_of(old, new, library, arguments.gemeente))
    day = arguments.peildatum or today()
    later = _day(arguments, "--peildatum-nieuw") or day
    before, after = _caseloads(arguments, pair, day, later)
    facts = _facts(arguments, pair.new, before)
    progress = Progress(before.population.rows)
    try:
        found = effects(before, after, Groups(pair.new, facts), progress.at)
    finally:
        progress.stop()
    missing = tuple(name for name in after.missing if name in before.missing)
    report = EffectsReport(
        os.path.basename(before.path),
        pair.old,
        pair.new,
        old_word,
        new_word,
        day,
        later,
        found.rows,
        found.skipped,
        tuple(map(may_be_shown, found.decisions)),
        missing,
        losing_cases(before, after, found),
    )
    code = _DIFFERENT if found.changes else _EQUIVALENT if found.is_told else _NOT_TOLD
    if output:
        rewrite(output, _page(report, output).encode(), output)
    terminal.write(_text(report, arguments, code))
    return code


def _caseloads(arguments: Arguments, pair: Pair, day: date, later: date) -> tuple[Caseload, Caseload]:
    """The population under both sets of rules, for the decisions that both know."""
    from verordening.population.effects.measuring import PARTS
    from verordening.population.opening import Caseload, Wanted

    path, table = arguments.values["--populatie"], arguments.values.get("--tabel", "")
    ignored, engine = split(arguments.values.get("--negeer", "")), engine_of(arguments)
    of_old = (*ignored, *_only_in(pair.new, pair.old))
    of_new = (*ignored, *_only_in(pair.old, pair.new))
    wanted = decisions_of(arguments, pair.old) and decisions_of(arguments, pair.new)
    if not wanted:
        both = [
            Caseload(corpus, path, Wanted(each, (), PARTS, "python"), table, others).decisions
            for corpus, each, others in ((pair.old, day, of_old), (pair.new, later, of_new))
        ]
        wanted = tuple(name for name in both[0] if name in both[1])
    if not wanted:
        raise usage_error(
            "VRD505", "deze kolommen raken geen enkel besluit", "noem met `--besluit` waarover het gaat"
        )
    return (
        Caseload(pair.old, path, Wanted(day, wanted, PARTS, engine), table, of_old),
        Caseload(pair.new, path, Wanted(later, wanted, PARTS, engine), table, of_new),
    )


def _only_in(one: Corpus, other: Corpus) -> tuple[str, ...]:
    """The facts that only the rules of one municipality know: for the other they are no facts, and no mistakes."""
    names = one.inputs.keys() - other.inputs.keys()
    return tuple(sorted({*names, *(f"{name}_cent" for name in names)}))


def _only(pairs: tuple[Pair, ...]) -> Pair:
    if len(pairs) == 1 and pairs[0].new.gemeente:
        return pairs[0]
    raise usage_error(
        "VRD505",
        "bij een bestand met huishoudens hoort één gemeente",
        "noem haar met `--gemeente`, bijvoorbeeld `--gemeente amsterdam`",
    )


def _facts(arguments: Arguments, corpus: Corpus, load: Caseload) -> tuple[str, ...]:
    """By which facts the groups are told; the kind of household where nobody says so. Raises InputError."""
    from verordening.population.effects.measuring import can_group

    typed = split(arguments.values.get("--per", ""))
    if not typed:
        return (_USUAL,) if _USUAL in load.matching.present else ()
    for name in typed:
        if name not in corpus.inputs:
            raise usage_error(
                "VRD504",
                f"er is geen gegeven {shown(name)} om groepen naar te maken",
                bedoelt_u(name, corpus.inputs) or "noem een gegeven dat in het bestand staat",
            )
        if not can_group(corpus.inputs[name].type):
            raise usage_error(
                "VRD504",
                f"naar {shown(name)} zijn geen groepen te maken: dat is {corpus.inputs[name].type.describe()}",
                "noem een gegeven dat ja of nee is, of een keuze uit een paar mogelijkheden",
            )
        if name not in load.matching.present:
            raise usage_error(
                "VRD504",
                f"het bestand heeft geen kolom {shown(name)}",
                "noem een gegeven dat in het bestand staat",
            )
    return tuple(dict.fromkeys(typed))


def _day(arguments: Arguments, flag: str) -> date | None:
    typed = arguments.values.get(flag)
    if typed is None:
        return None
    try:
        return read_date(typed)
    except ScalarError as error:
        raise usage_error("VRD504", f"achter `{flag}`: {error.reason}", error.help) from None


def _report_of(arguments: Arguments) -> str:
    output = arguments.values.get("--rapport", "")
    if output and os.path.splitext(output)[1].casefold() not in _FORMS:
        raise usage_error(
            "VRD504",
            f"een rapport kan niet naar {shown(output)}",
            "kies een naam die eindigt op .md of .html",
        )
    return output


def _page(report: EffectsReport, output: str) -> str:
    from verordening.present.effects_written import written_effects

    if output.casefold().endswith(_DRAWN):
        from verordening.present.writing.html import render_html

        return render_html(written_effects(report))
    from verordening.present.writing.markdown import render_markdown

    return render_markdown(written_effects(report))


def _text(report: EffectsReport, arguments: Arguments, code: int) -> str:
    if arguments.format == "json":
        from verordening.present.effects_json import render_effects_json

        return render_effects_json(report, exit_code=code)
    from verordening.present.effects_content import read_effects, render_effects

    if arguments.format == "schermlezer":
        return read_effects(report)
    return render_effects(report, terminal.width())
