"""What can be typed: the commands that look at all cases at once."""

from __future__ import annotations

from verordening.cli.declared_over_many import ENGINES
from verordening.cli.declaring import LINT_FORMATS, Command, Option, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

CONFLICTS: Final = Command(
    "conflicten",
    "waar gaat het mis, in welke zaak dan ook?",
    "Zoekt in alle zaken die er kunnen zijn: regels die botsen, regels die buiten de wet komen, gaten, regels die "
    "nooit gelden, en ondergrenzen die een regel kan breken. Elke vondst noemt beide plaatsen en een zaak waarin "
    "het misgaat, die het programma zelf heeft nagerekend. Wat niet te bewijzen is, heet niet bewezen. De "
    "afsluitcode is 1 bij een vondst, en 5 als er alleen iets niet bewezen is.",
    "verordening conflicten amsterdam",
    Word(
        "WAT",
        "een gemeente, bestand of map",
        "de naam van een gemeente, of een bestand of map met regelingen",
        many=True,
    ),
    (
        Option("--aanvaard", "BESTAND", "wat mag blijven zoals het is, met de reden"),
        Option("--bewaar", "MAP", "schrijf de zaken waarin het misgaat in deze map, om na te rekenen"),
        Option("--commentaar", "BESTAND", "schrijf de uitkomst ook als commentaar (Markdown) in dit bestand"),
        Option("--streng", "", "eindig ook bij een advies met afsluitcode 1"),
    ),
    formats=LINT_FORMATS,
)

COMPARING: Final = Command(
    "vergelijk",
    "wat verandert er voor mensen?",
    "Legt twee stellen regelingen naast elkaar en zegt wat er in betekenis verandert: wie erop vooruit of "
    "achteruit gaat, hoeveel hoogstens, en met welk voorbeeld. Een andere zin of volgorde is geen verandering. U "
    "noemt twee mappen, bestanden of gemeenten, of twee versies in git (HEAD~1, of HEAD:map). De afsluitcode is 0 "
    "als er niets verandert, 1 als er iets verandert, en 5 als niet is bewezen dat er niets verandert.",
    "verordening vergelijk amsterdam rotterdam --peildatum 2026-03-01",
    Word("OUD", "wat u vergelijkt", "een map, bestand, gemeente of versie in git: zoals het was"),
    (
        Option("--gemeente", "GEMEENTE", "alleen voor deze gemeente"),
        Option("--alles", "", "toon alle groepen, ook waar het er veel zijn"),
        Option("--commentaar", "BESTAND", "schrijf de uitkomst ook als commentaar (Markdown) in dit bestand"),
        Option(
            "--populatie",
            "BESTAND",
            "tel voor deze huishoudens wie erop vooruit en achteruit gaat, en hoeveel",
        ),
        Option(
            "--per", "GEGEVEN", "bij --populatie: per groep, zoals huishouden; meer met een komma ertussen"
        ),
        Option("--besluit", "NAAM", "bij --populatie: alleen dit besluit; u mag er meer noemen"),
        Option("--peildatum-nieuw", "DATUM", "bij --populatie: de dag voor NIEUW, als dat een andere is"),
        Option("--rapport", "BESTAND", "bij --populatie: schrijf ook een rapport (.md of .html)"),
        Option("--motor", "MOTOR", "bij --populatie: llvm, numpy, python of interpreter", ENGINES),
        Option("--negeer", "KOLOM", "bij --populatie: deze kolommen zijn geen gegevens"),
        Option("--tabel", "NAAM", "bij --populatie: deze tabel van een database"),
    ),
    Word("NIEUW", "waarmee u vergelijkt", "zoals het wordt; zonder NIEUW: de map waarin u staat"),
)
