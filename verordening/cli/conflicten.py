"""`verordening conflicten [GEMEENTE|PAD…]`: what goes wrong in some case or other, before a council adopts it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from verordening.analyse.conflicts.accepted import Accepted, is_accepted, mark_of, read_accepted
from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Answered, Finding
from verordening.analyse.conflicts.reporting import reported
from verordening.analyse.conflicts.second_tier import SecondTier, is_installed, solver_version
from verordening.analyse.days import last_known_day
from verordening.analyse.guarantees.second_tier import settle
from verordening.analyse.lint.look import Look
from verordening.analyse.proving.memory import Memory
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.clock import today
from verordening.cli.not_encoded import not_encoded
from verordening.cli.rewriting import refuse_folder
from verordening.cli.saving import save_witnesses
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import Diagnostic, Severity, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.suggestions import bedoelt_u
from verordening.model.corpus import Corpus
from verordening.model.loading import (
    RegulationSet,
    beside,
    load_set,
    new_texts,
    read_library,
    regulation_sets,
)
from verordening.present.conflicts_content import Told
from verordening.present.wrapping import wrap
from verordening.records import replace

_CLEAN: Final = 0
_FINDINGS: Final = 1
_UNPROVEN: Final = 5


def run(arguments: Arguments) -> int:
    """Print what was found; gives the exit code. Raises InputError when a path or municipality cannot be read."""
    refuse_folder(arguments.values.get("--commentaar", ""))
    sets = _sets(arguments)
    found: list[Told] = []
    looking = Looking(sets, arguments, accepted(arguments), once=True)
    for each in looking.told():
        if arguments.format == "tekst" and isinstance(each.answer, Finding):
            _show(each.message, first=all(one.message.code != each.message.code for one in found))
        found.append(each)
    code = exit_code(found, strict="--streng" in arguments.switches)
    if "--commentaar" in arguments.values:
        from verordening.cli.rewriting import rewrite
        from verordening.present.conflicts_content import render_conflicts_comment

        path = arguments.values["--commentaar"]
        rewrite(path, render_conflicts_comment(found).encode(), path)
    terminal.write(_ending(found, sets, looking, arguments, code))
    return code


def exit_code(found: Sequence[Told], *, strict: bool) -> int:
    """1 where something goes wrong, else 5 where something is not proven; advice only counts where that was asked."""
    settled = [each.message for each in found if isinstance(each.answer, Finding)]
    if any(strict or each.severity is not Severity.ADVIES for each in settled):
        return _FINDINGS
    return _UNPROVEN if len(settled) < len(found) else _CLEAN


class Looking:
    """What comes of the questions about these sets.

    `day` is the last of which all amounts are known in the first, `later` are those on which what changes is looked at
    again.

    A corpus is kept for other commands; with `once`, only where an earlier run met the same texts: after each change
    they are others.
    """

    def __init__(
        self,
        sets: Sequence[RegulationSet],
        arguments: Arguments,
        entries: Sequence[Accepted],
        *,
        once: bool = False,
    ) -> None:
        self._sets, self._arguments, self._entries, self._once = sets, arguments, entries, once
        self._today = arguments.peildatum or today()
        self.day = self._today
        self.later: set[date] = set()

    def told(self) -> Iterator[Told]:
        """Each answer as soon as it is there, without what was accepted.

        Raises InputError where a set cannot be read.
        """
        seen: set[Diagnostic] = set()
        for number, each in enumerate(self._sets):
            memory, texts = Memory(each.gemeente), new_texts()
            corpus = load_set(each, texts, worth_keeping=memory.met if self._once else None)
            if not number:
                self.day = last_known_day(corpus, self._today)
            look = Look(corpus, *beside(each, texts))
            area = self._area(corpus, each, memory)
            self.later.update(area.changing.steps)
            for answer in examine(area):
                message = reported(answer, look)
                if message not in seen:
                    seen.add(message)
                    yield from self._of(answer, message, corpus)
            memory.keep()

    def _area(self, corpus: Corpus, each: RegulationSet, memory: Memory) -> Area:
        version = solver_version()
        solve, promised = (SecondTier(corpus), settle) if version else (None, None)
        return Area(
            corpus, each.own, self._today, solve=solve, settle=promised, memory=memory, solver=version
        )

    def _of(self, answer: Answered, message: Diagnostic, corpus: Corpus) -> Iterator[Told]:
        if not isinstance(answer, Finding):
            yield Told(answer, corpus, message)
            return
        mark = mark_of(answer, corpus)
        entry = is_accepted(answer, mark, self._entries)
        if entry is None:
            yield Told(answer, corpus, save_witnesses(answer, message, corpus, self._arguments), mark)
        elif entry.mark != mark:
            note = ("was aanvaard", f"{entry.reason} Sindsdien is de tekst veranderd: kijk opnieuw")
            yield Told(answer, corpus, replace(message, notes=(note, *message.notes)), mark)


def _sets(arguments: Arguments) -> Sequence[RegulationSet]:
    """The sets that the words name: municipalities, or files and folders; without words all there is."""
    library = read_library(overlay=arguments.overlay or None)
    names = set(arguments.words) & set(library.gemeenten)
    named = [library.set_of(each) for each in library.gemeenten if each in names]
    paths = [each for each in arguments.words if each not in names]
    for each in paths:
        if os.path.exists(each):
            continue
        refusal = not_encoded(each, "VRD512")
        if refusal is not None:
            raise refusal
        remedy = bedoelt_u(each, library.gemeenten)
        if remedy:
            raise usage_error("VRD504", f"er is geen gemeente, bestand of map {shown(each)}", remedy)
    if paths or not named:
        return (*named, *regulation_sets((*paths, *filter(None, [arguments.overlay]))))
    return named


def accepted(arguments: Arguments) -> Sequence[Accepted]:
    """What was looked at before and may stay. Raises InputError when the file cannot be read."""
    path = arguments.values.get("--aanvaard", "")
    return read_accepted(read_text(path, limit=CASE_LIMIT)) if path else ()


def _show(message: Diagnostic, *, first: bool) -> None:
    from verordening.present.diagnostics_text import render_diagnostic

    terminal.write(render_diagnostic(message, terminal.width(), more=first) + "\n")
    terminal.finish()


def _ending(
    found: Sequence[Told], sets: Sequence[RegulationSet], looking: Looking, arguments: Arguments, code: int
) -> str:
    form, day, later = arguments.format, looking.day, sorted(looking.later)
    messages = [each.message for each in found]
    if form == "json":
        from verordening.present.conflicts_content import render_conflicts_json

        return render_conflicts_json(found, day, later, exit_code=code)
    if form == "schermlezer":
        from verordening.present.diagnostics_text import read_diagnostics

        return read_diagnostics(messages) or "Niets gevonden.\n"
    if form != "tekst":
        from verordening.present.diagnostics_elsewhere import render

        return render(messages, form, [file.source.path for each in sets for file in each.files])
    from verordening.present.conflicts_content import render_tally, render_unsettled

    unsettled = render_unsettled(found, terminal.width(), more=not is_installed())
    tally = "\n".join(
        wrap(render_tally(found, day, later, accepted="--aanvaard" in arguments.values), terminal.width())
    )
    return f"{unsettled}\n{tally}\n" if unsettled else f"{tally}\n"
