"""`verordening bevolking`: a file with households that do not exist, for who may not use those that do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.caseloads import (
    decisions_of,
    gemeente_of,
    name_of,
    need_bulk,
    output_of,
    split,
    to_work_out,
    whole_number,
    writing,
)
from verordening.cli.clock import today
from verordening.cli.progress import Progress
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library
from verordening.model.scalars import ScalarError, read_percentage
from verordening.present.dutch import joined

if TYPE_CHECKING:
    from verordening.population.synthetic.making import SyntheticPopulation

_ANSWERED: Final = 0
_TEXT: Final = ".csv"


def run(arguments: Arguments) -> int:
    """Write the population; gives the exit code. Raises InputError."""
    need_bulk()
    library = read_library(overlay=arguments.overlay or None)
    corpus = load_corpus(gemeente_of(arguments, library), library=library)
    count = whole_number(arguments, "--aantal", least=1)
    seed = whole_number(arguments, "--zaad")
    output = output_of(arguments)
    made = _population(arguments, corpus, seed)
    progress = Progress(count)
    with writing(output, made.schema, progress) as sink:
        done = 0
        for batch in made.batches(count):
            sink.write_batch(batch)
            done += batch.num_rows
            progress.at(done)
    terminal.write(_said(arguments, made, count, seed, output))
    return _ANSWERED


def _population(arguments: Arguments, corpus: Corpus, seed: int) -> SyntheticPopulation:
    from verordening.population.asked import needed
    from verordening.population.synthetic.lists import drawable_lists
    from verordening.population.synthetic.making import Recipe, SyntheticPopulation, scalars

    single, lists = scalars(corpus), drawable_lists(corpus)
    for name in arguments.words:
        _check_fact(name, corpus, single, lists)
    asked = tuple(name for name in lists if name in arguments.words)
    if asked and arguments.output.casefold().endswith(_TEXT):
        raise usage_error(
            "VRD504",
            f"{shown(asked[0])} is een lijst, en die past niet in een csv-bestand",
            "laat de naam achter `--uit` eindigen op `.parquet`",
        )
    wanted = set(arguments.words) | set(needed(corpus, decisions_of(arguments, corpus)))
    facts = (*(name for name in single if name in wanted), *asked)
    unknown = _unknown(arguments.values.get("--onbekend", ""), corpus)
    day = arguments.peildatum or today()
    return SyntheticPopulation(corpus, Recipe(seed, day, facts, unknown))


def _check_fact(name: str, corpus: Corpus, single: tuple[str, ...], lists: tuple[str, ...]) -> None:
    if name in single or name in lists:
        return
    if name in corpus.inputs:
        raise usage_error(
            "VRD504",
            f"{shown(name)} is een lijst die dit programma niet maakt",
            f"laat dit gegeven weg; het maakt wel {joined(f'`{each}`' for each in lists)}",
        )
    remedy = bedoelt_u(name, (*single, *lists)) or "kijk in de regeling hoe het gegeven heet"
    raise usage_error("VRD504", f"er is geen gegeven {shown(name)}", remedy)


def _unknown(typed: str, corpus: Corpus) -> Mapping[str, float]:
    """The shares of unknowns: `2%` for every fact, `inkomen=10%` for one. Raises InputError (VRD504)."""
    found: dict[str, float] = {}
    for each in split(typed):
        name, joined, share = each.rpartition("=")
        if joined and name not in corpus.inputs:
            remedy = bedoelt_u(name, corpus.inputs) or "schrijf `gegeven=10%`"
            raise usage_error("VRD504", f"er is geen gegeven {shown(name)}", remedy)
        found[name] = _share(share)
    return found


def _share(typed: str) -> float:
    try:
        percent = read_percentage(typed).number
    except ScalarError as error:
        raise usage_error("VRD504", f"`--onbekend`: {error.reason}", error.help) from None
    if not 0 <= percent <= 100:
        raise usage_error("VRD504", f"{shown(typed)} is geen deel", "schrijf 0% tot en met 100%")
    return float(percent) / 100


def _said(arguments: Arguments, made: SyntheticPopulation, count: int, seed: int, output: str) -> str:
    from verordening.present.population_content import PopulationReport, read_population, render_population

    report = PopulationReport(
        output,
        made.corpus.gemeente,
        name_of(made.corpus.gemeente),
        made.recipe.day,
        count,
        seed,
        tuple(made.facts),
        tuple(name for name in made.facts if name in made.stated),
        to_work_out(arguments, output, made.corpus.gemeente, made.recipe.day),
    )
    if arguments.format == "json":
        from verordening.present.population_content import render_population_json

        return render_population_json(report, exit_code=_ANSWERED)
    read_out = arguments.format == "schermlezer"
    return read_population(report) if read_out else render_population(report, terminal.width())
