"""`verordening lint [PAD…]`: everything that is wrong with regulations, and what could be better, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.language.diagnostics import Diagnostic, Severity
from verordening.model.loading import RegulationSet, check, regulation_sets
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from verordening.language.source import Source
    from verordening.model.broken_sets import BrokenSet
    from verordening.model.corpus import Corpus
    from verordening.model.loading import TreeOf

_CLEAN: Final = 0
_FINDINGS: Final = 1
_WRONG_INPUT: Final = 2


def run(arguments: Arguments) -> int:
    """Print what was found; gives the exit code. Raises InputError when a path is missing or cannot be read."""
    paths = (*arguments.words, arguments.overlay) if arguments.overlay else arguments.words
    if "--volg" in arguments.switches:
        from verordening.cli.watching import watch

        return watch(paths, arguments)
    if arguments.switches & {"--herstel", "--diff"}:
        from verordening.cli.mending import mend

        return mend(paths, arguments)
    found = linted(paths, arguments)
    terminal.write(found.text)
    return found.code


class Linted(NamedTuple):
    """What lint found of what the user wants to see, as it is shown, and the exit code."""

    found: Sequence[Diagnostic]
    text: str
    code: int


def linted(paths: Sequence[str], arguments: Arguments) -> Linted:
    """Lint these paths once. Raises InputError when one is no regulation, or none of the files can be read."""
    sets = regulation_sets(paths, without_unread=True)
    found, strict = chosen(checked(sets), arguments)
    code = exit_code(found, strict=strict, unread=any(each.unread for each in sets))
    return Linted(found, _text(found, sets, arguments.format, code), code)


def checked(sets: Iterable[RegulationSet]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with these sets, and what lint finds in them, also beside errors."""
    found = check(sets, look, _look_beside_errors)
    if not any(each.keeps_from_loading for each in found):
        return found
    from verordening.analyse.lint.partly import told_once

    return told_once(found)


def look(
    corpus: Corpus, sources: Mapping[str, Source], own: frozenset[str], tree_of: TreeOf
) -> Iterable[Diagnostic]:
    """What only shows in a corpus without errors. Loaded where it is not in the cache."""
    from verordening.analyse.lint.linting import lint
    from verordening.analyse.relations import broken_relations

    return lint(corpus, sources, own, tree_of, broken_relations(corpus, sources))


def _look_beside_errors(broken: BrokenSet) -> Iterable[Diagnostic]:
    from verordening.analyse.lint.partly import lint_partly

    return lint_partly(broken)


def chosen(found: Sequence[Diagnostic], arguments: Arguments) -> tuple[Sequence[Diagnostic], bool]:
    """What the user wants to see of what was found, and whether advice counts. Raises InputError (VRD504, VRD522)."""
    from verordening.cli.settings import read_settings

    settings = read_settings()
    wanted = _choices("--kies", arguments) or settings.wanted
    unwanted = _choices("--negeer", arguments) or settings.unwanted
    strict = "--streng" in arguments.switches or settings.strict
    if not wanted and not unwanted:
        return found, strict
    from verordening.analyse.lint.selecting import selected

    return selected(found, wanted, unwanted), strict


def exit_code(found: Iterable[Diagnostic], *, strict: bool, unread: bool = False) -> int:
    """1 where something is wrong; advice only counts where that was asked. 2 where a file could not be read."""
    if unread:
        return _WRONG_INPUT
    return _FINDINGS if any(strict or each.severity is not Severity.ADVIES for each in found) else _CLEAN


def _choices(flag: str, arguments: Arguments) -> tuple[str, ...]:
    given = arguments.values.get(flag, "")
    if not given:
        return ()
    from verordening.analyse.lint.selecting import is_known
    from verordening.cli.usage_errors import usage_error

    choices = tuple(each.strip() for each in given.split(",") if each.strip())
    for each in choices:
        if not is_known(each):
            from verordening.analyse.lint.groups import GROUPS
            from verordening.language.diagnostics import shown
            from verordening.language.suggestions import bedoelt_u

            remedy = (
                bedoelt_u(each, GROUPS.values())
                or f"kies een code zoals `VRD751`, of {_listed(dict.fromkeys(GROUPS.values()))}"
            )
            raise usage_error(
                "VRD504", f"achter `{flag}` staat {shown(each)}: dat is geen code en geen groep", remedy
            )
    return choices


def _listed(names: Iterable[str]) -> str:
    *first, last = (f"`{each}`" for each in names)
    return f"{', '.join(first)} of {last}"


def _text(found: Sequence[Diagnostic], sets: Sequence[RegulationSet], form: str, code: int) -> str:
    if form == "json":
        from verordening.present.diagnostics_json import render_diagnostics_json

        return render_diagnostics_json(found, exit_code=code)
    if form in ("kort", "sarif", "junit", "github", "gitlab"):
        from verordening.present.diagnostics_elsewhere import render

        return render(found, form, [file.source.path for each in sets for file in each.files])
    if not found:
        number = len({file.source.path for each in sets for file in each.files})
        return f"Geen fouten gevonden. Aantal regelingen nagekeken: {number}.\n"
    from verordening.present.diagnostics_text import read_diagnostics, render_diagnostics

    return read_diagnostics(found) if form == "schermlezer" else render_diagnostics(found, terminal.width())
