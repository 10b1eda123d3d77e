"""What each text in `gesprek` answers, by its place there: asked on the screen, and never an answer to itself."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

QUESTIONS: Final[dict[str, str]] = {
    "inwoner": "Wat wil de inwoner bereiken, in eigen woorden?",
    "medewerker": "Wat wilt u zelf bereiken?",
    "doel_van_de_regel.toelichting": "Waarom wel of niet?",
    "gevolgen.nu.inwoner": "Wat doet dit besluit nu voor de inwoner?",
    "gevolgen.nu.kinderen": "En nu voor de kinderen?",
    "gevolgen.nu.gemeente": "En nu voor de gemeente?",
    "gevolgen.over_een_jaar.inwoner": "Wat doet het over een jaar voor de inwoner?",
    "gevolgen.over_een_jaar.kinderen": "En over een jaar voor de kinderen?",
    "gevolgen.over_een_jaar.gemeente": "En over een jaar voor de gemeente?",
    "afweging.geschikt": "Bereikt dit besluit waar de regel voor is?",
    "afweging.noodzakelijk": "Kan het ook met iets dat minder zwaar is?",
    "afweging.evenwichtig": "Wegen de nadelen voor de inwoner op tegen het doel?",
    "gelijke_gevallen": "Wat besloot u in zaken die hierop lijken, en wat is hier anders?",
    "argumenten.voor": "Wat pleit vóór afwijken?",
    "argumenten.tegen": "Wat pleit ertegen?",
    "vraag_aan_het_team": "Wat wilt u het team vragen?",
}
"""The texts, in the order of the conversation."""

HEARD: Final = "Heeft de inwoner zijn kant van het verhaal kunnen vertellen?"
PURPOSE_FITS: Final = "Past dat bij deze inwoner?"
WHY_NOT: Final = "Waarom wijkt u niet af?"
"""What `keuze` answers when it does not deviate."""


def repeats(text: str, question: str) -> bool:
    """Whether a text says no more than the question that it should answer."""
    return _letters(text) == _letters(question)


def _letters(text: str) -> str:
    folded = text.casefold()
    marks = {each for each in folded if not (each.isalnum() or each == "_")}
    return " ".join(folded.translate(dict.fromkeys(map(ord, marks), " ")).split())
