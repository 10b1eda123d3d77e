"""What can be typed: the commands that work on many cases in one file."""

from __future__ import annotations

from verordening.cli.declaring import FORMATS, Command, Option, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ENGINES: Final = ("llvm", "numpy", "python", "interpreter")
"""The fastest first; all come to the same."""
SPARK: Final = "spark"
ENGINES_FOR_FILES: Final = (*ENGINES, SPARK)
"""What writes a row for a row can be on more than one machine."""
_KINDS: Final = "bedrag, regel, herkomst, ruimte of ondergrenzen; met een komma ertussen"

CASELOAD: Final = Command(
    "doorreken",
    "wat komt er uit voor een heel bestand met zaken?",
    "Past de regels toe op elke rij van een bestand (parquet, csv of duckdb), en schrijft per rij en per besluit wat "
    "eruit komt, met de regel, de ruimte en de ondergrenzen (parquet of csv). Een kolom heet naar een gegeven; wat "
    "leeg is, is niet bekend en telt nooit als nul of nee. Met --uitleg ziet u één rij zoals bij toets.",
    "verordening doorreken bestand.parquet --gemeente amsterdam --uit uitkomst.parquet",
    Word("POPULATIE", "een bestand met zaken", "een bestand met een zaak per rij: parquet, csv of duckdb"),
    (
        Option("--gemeente", "GEMEENTE", "de regels van deze gemeente"),
        Option("--besluit", "NAAM", "alleen dit besluit; u mag er meer noemen, ook met een komma ertussen"),
        Option("--uit", "BESTAND", "schrijf naar dit nieuwe bestand: .parquet of .csv", short="-o"),
        Option(
            "--motor",
            "MOTOR",
            "waarmee: llvm, numpy, python, interpreter of spark; anders de snelste",
            ENGINES_FOR_FILES,
        ),
        Option("--kolommen", "SOORT", f"schrijf naast uitkomst en status alleen: {_KINDS}"),
        Option("--kort", "", "schrijf per besluit alleen de uitkomst en de status"),
        Option("--scherp", "", "probeer bij wat open is ook uit wat er kan, zoals toets doet (traag)"),
        Option("--hervat", "", "bewaar onderweg wat klaar is, en ga verder waar het de vorige keer stopte"),
        Option("--uitleg", "RIJ", "leg deze rij helemaal uit, en schrijf niets"),
        Option("--negeer", "KOLOM", "deze kolommen zijn geen gegevens, met een komma ertussen"),
        Option("--tabel", "NAAM", "bij een database: deze tabel, of een vraag die met select begint"),
    ),
    formats=FORMATS,
)

POPULATING: Final = Command(
    "bevolking",
    "maak een verzonnen bestand met huishoudens",
    "Schrijft een bestand met verzonnen huishoudens in de bijstand, voor wie geen echte gegevens mag gebruiken. Er "
    "staat niets van een echt mens in, en elke rij kan bestaan volgens de regels. De verdeling is een aanname; de "
    "handleiding zegt welke. Hetzelfde zaad geeft altijd hetzelfde bestand.",
    "verordening bevolking --gemeente amsterdam --aantal 10000 --zaad 1 --uit bestand.parquet",
    Word("GEGEVEN", "een gegeven", "alleen deze gegevens; zonder: alle", many=True),
    (
        Option("--gemeente", "GEMEENTE", "met de gegevens van deze gemeente"),
        Option("--besluit", "NAAM", "alleen de gegevens waar dit besluit van afhangt; u mag er meer noemen"),
        Option("--aantal", "GETAL", "zoveel rijen"),
        Option("--zaad", "GETAL", "een heel getal; een ander zaad geeft een ander bestand"),
        Option(
            "--onbekend",
            "DEEL",
            "hoe vaak een gegeven onbekend is: 2%, of per gegeven inkomen=10%,leeftijd=0%",
        ),
        Option("--uit", "BESTAND", "schrijf naar dit nieuwe bestand: .parquet of .csv", short="-o"),
    ),
)

PROFILING: Final = Command(
    "profiel",
    "waar blijft de rekentijd, per regel?",
    "Meet waar de tijd blijft. Bij een casus: per stap, en welke regels, begrippen en ondergrenzen het zwaarst zijn, "
    "met de plaats. Bij een bestand met veel zaken: per stap, wat rij voor rij is nagerekend en waarom, en wat elk "
    "besluit kost. Het schrijft niets.",
    "verordening profiel examples/te-laat-geregistreerd.yaml",
    Word(
        "BESTAND",
        "een casus of een bestand met zaken",
        "een casus, of een bestand met zaken zoals bij doorreken",
    ),
    (
        Option("--herhaal", "GETAL", "bij een casus: zo vaak meten; anders 50 keer"),
        Option("--besluit", "NAAM", "alleen dit besluit; u mag er meer noemen, ook met een komma ertussen"),
        Option("--gemeente", "GEMEENTE", "bij een bestand met zaken: de regels van deze gemeente"),
        Option("--motor", "MOTOR", "daarbij: llvm, numpy, python of interpreter; anders de snelste", ENGINES),
        Option("--kolommen", "SOORT", f"daarbij: naast uitkomst en status alleen {_KINDS}"),
        Option("--kort", "", "daarbij: per besluit alleen de uitkomst en de status"),
        Option("--negeer", "KOLOM", "daarbij: deze kolommen zijn geen gegevens"),
        Option("--tabel", "NAAM", "bij een database: deze tabel, of een vraag die met select begint"),
    ),
)

OVER_MANY: Final = (CASELOAD, POPULATING, PROFILING)
"""In the order of the help."""
