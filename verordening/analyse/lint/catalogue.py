"""All lint rules there are: the modules of `rules`, each with its code, its check and the page in its docstring.

Adding a rule is adding a module and the Markdown beside it. `verordening nieuw lintregel` starts both. A module may say
what the rule `NEEDS`; one that does not needs the whole set.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Final

from verordening.analyse.lint import rules
from verordening.analyse.lint.rule import LintRule, Needs

_SUFFIX: Final = ".py"


@cache
def catalogue() -> dict[str, LintRule]:
    """The rules by code, in order of code. Raises ValueError when two share a code: a mistake of ours."""
    found: dict[str, LintRule] = {}
    for name in _modules():
        rule = _rule(import_module(f"{rules.__name__}.{name}"))
        if rule.code in found:
            raise ValueError(f"{rule.slug} and {found[rule.code].slug} share the code {rule.code}")
        found[rule.code] = rule
    return dict(sorted(found.items()))


def _modules() -> list[str]:
    """The names of the modules of rules. Not by `pkgutil`, which takes as long as ten rules."""
    (folder,) = rules.__path__
    return sorted(
        name[: -len(_SUFFIX)] for name in os.listdir(folder) if name.endswith(_SUFFIX) and name[0] != "_"
    )


def _rule(module: ModuleType) -> LintRule:
    title, _, page = (module.__doc__ or "").partition("\n")
    slug = module.__name__.rpartition(".")[2]
    return LintRule(
        module.CODE,
        slug,
        module.SEVERITY,
        title.removesuffix("."),
        page.strip(),
        module.check,
        getattr(module, "NEEDS", Needs.SET),
    )
