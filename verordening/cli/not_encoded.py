"""A municipality that there is, and of which nothing is encoded."""

from __future__ import annotations

from verordening.cli.declaring import PROGRAM
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError
from verordening.model.municipalities import municipality


def not_encoded(word: str, code: str) -> InputError | None:
    """What to say of a word that names no municipality with regulations, where it names one without."""
    found = municipality(word)
    if found is None:
        return None
    return usage_error(
        code,
        f"{found.name} is een gemeente, maar de regelingen van {found.name} zijn hier niet opgenomen",
        f"kies een gemeente die er wel is (`{PROGRAM} bronnen` noemt ze), of begin met "
        f"`{PROGRAM} nieuw gemeente {found.slug} --uit mijn-regelingen`",
    )
