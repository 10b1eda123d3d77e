"""The cases in a folder that the user names, to set beside the one at hand: read, worked out, and nothing kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from verordening.cli.cases import Regulations
from verordening.cli.usage_errors import usage_error
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import InputError, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.case import Case
from verordening.model.case_reading import read_case
from verordening.present.equal_content import Beside, Folder

_MOST_FILES: Final = 500
_ENDINGS: Final = (".yaml", ".yml")


def read_folder(path: str, gemeente: str, regulations: Regulations, own: str) -> Folder:
    """Every case of this municipality (a slug) in a folder, but the file `own`. Raises InputError (VRD010, VRD504)."""
    if not os.path.isdir(path):
        raise usage_error("VRD010", f"de map {shown(path)} bestaat niet", "noem een map met casussen")
    names = sorted(each for each in os.listdir(path) if each.lower().endswith(_ENDINGS))
    if len(names) > _MOST_FILES:
        raise usage_error(
            "VRD504",
            f"in {shown(path)} staan {len(names)} bestanden, en het mogen er {_MOST_FILES} zijn",
            "noem een map met minder casussen",
        )
    found: list[Beside] = []
    undecided = unread = elsewhere = 0
    for name in names:
        file = os.path.join(path, name)
        if own and os.path.exists(own) and os.path.samefile(file, own):
            continue
        try:
            case = _read(file, regulations)
            if case.gemeente != gemeente:
                elsewhere += 1
            elif case.choice is None and not any(act.choice for act in case.acts):
                undecided += 1
            else:
                found += _parts(case, evaluate(regulations(case.gemeente), case))
        except InputError:
            unread += 1
    return Folder(tuple(found), undecided, unread, elsewhere)


def _read(file: str, regulations: Regulations) -> Case:
    source = read_text(file, limit=CASE_LIMIT)
    return read_case(source, regulations, fictional=lambda: regulations.library.fictional)[0]


def _parts(case: Case, outcome: Outcome) -> Iterator[Beside]:
    """The case, or each of its acts as a case of its own."""
    if outcome.decisions or not outcome.acts:
        yield Beside(case, outcome)
    for each in outcome.acts:
        yield Beside(case.with_act(case.acts[each.number - 1]), each.outcome)
