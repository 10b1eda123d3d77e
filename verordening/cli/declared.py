"""What can be typed: commands, their words and their options. Reader, help and completion all come from here."""

from __future__ import annotations

from verordening.cli.declared_over_all import COMPARING, CONFLICTS
from verordening.cli.declared_over_many import OVER_MANY
from verordening.cli.declaring import FORMATS, LINT_FORMATS, Command, Option, Word

SHELLS = ("bash", "zsh", "tcsh")
TEXT_FORMS = {"markdown": ".md", "html": ".html", "pdf": ".pdf", "docx": ".docx"}
"""The forms of a text to hand on, with how the name of such a file ends."""

YES_NO = ("ja", "nee")
STARTS = ("regeling", "casus", "ondergrens", "gemeente", "sjabloon", "lintregel")

COMMON = (
    Option("--formaat", "VORM", "tekst, json, of schermlezer: zonder lijnen en tekens", FORMATS),
    Option("--peildatum", "DATUM", "de regels van deze dag, zoals 2026-03-01; gaat voor de dag in de casus"),
    Option("--boom", "", "toon stap voor stap hoe het antwoord er komt"),
    Option("--regelingen", "MAP", "leg de regelingen in deze map over de meegeleverde heen"),
    Option("--help", "", "toon deze uitleg", short="-h"),
)
"""Options that every command takes, before or after its name."""

VERSION = Option("--versie", "", "toon de versie van het programma")

_CASE = Word(
    "CASUS", "een bestand met een casus", "het bestand met de casus; een streepje (-) leest de invoer"
)

_WHAT_IF = Option(
    "--wat-als", "", "toon ook welke kleine verandering van de gegevens de uitkomst anders zou maken"
)

_EXAMPLES = Option(
    "--voorbeelden",
    "KEUS",
    "ja of nee: laat onze voorbeeldrichtlijnen meespreken; gaat voor wat de casus zegt",
    YES_NO,
)

_ACT = Option("--gedraging", "NUMMER", "alleen over deze gedraging, als de casus er meer heeft, zoals 2")

_HANDED_ON = (
    Option(
        "--als",
        "VORM",
        "markdown, html, pdf of docx; anders zegt de naam van het bestand het",
        tuple(TEXT_FORMS),
    ),
    Option("--uit", "BESTAND", "schrijf naar dit nieuwe bestand, en niet op het scherm", short="-o"),
    Option("--sjabloon", "BESTAND", "vul een eigen Word-bestand in (docx)"),
    _EXAMPLES,
)

_LETTER = (
    *_HANDED_ON,
    Option("--besluit", "NAAM", "alleen over dit besluit; u mag er meer noemen"),
    Option("--voor-inwoner", "", "laat het deel weg dat alleen voor u als medewerker is"),
)

COMMANDS = (
    Command(
        "toets",
        "welke regel geldt, en wat is de uitkomst?",
        "Past de regels van de gemeente en de wet toe op een casus. Zegt per besluit wat eruit komt, welke regel dat "
        "bepaalt, waar ruimte is en welke ondergrens geldt.",
        "verordening toets examples/te-laat-geregistreerd.yaml",
        _CASE,
        (_WHAT_IF, _EXAMPLES),
    ),
    Command(
        "afwijken",
        "mag, moet of kan hier worden afgeweken?",
        "Noemt elke weg om van de uitkomst af te wijken: of het mag of moet, of waar het van afhangt, binnen welke "
        "grenzen, wie beslist en wat u opschrijft. Past op één scherm: wat het eerst om u vraagt staat er helemaal, de "
        "rest in het kort. De json heeft altijd alles.",
        "verordening afwijken examples/te-laat-geregistreerd.yaml --besluit verlaging",
        _CASE,
        (
            Option("--besluit", "NAAM", "alleen de wegen voor dit besluit"),
            Option(
                "--regel",
                "PLAATS",
                'alleen wat van deze regel afwijkt of erin staat, zoals "pw artikel 18 lid 10"',
            ),
            _ACT,
            Option("--alles", "", "kort niets in: elke gedraging, elk besluit, elke weg en elke richtlijn"),
            Option(
                "--gelijke-gevallen",
                "MAP",
                "zet er zaken uit deze map naast: wat is daar gekozen en waarom, en wat is anders",
            ),
            _WHAT_IF,
            _EXAMPLES,
        ),
    ),
    Command(
        "vraag",
        "wat moet u nog weten, en wie moet het aantonen?",
        "Noemt de feiten en oordelen die nog ontbreken, de vraag die het meest beslist eerst. Per vraag: wat elk "
        "antwoord met de uitkomst doet, wat u weegt en wie het moet aantonen. Zegt ook of de inwoner is gehoord.",
        "verordening vraag examples/te-laat-verwijt-onbekend.yaml",
        _CASE,
        (
            Option("--besluit", "NAAM", "alleen de vragen voor dit besluit"),
            Option("--regel", "PLAATS", "vraag ook wat richtlijnen bij deze weg willen weten"),
            _EXAMPLES,
        ),
    ),
    Command(
        "gesprek",
        "bespreek een zaak, vraag voor vraag",
        "Stelt alleen de vragen die de uitkomst nog kunnen veranderen, en voert daarna het gesprek: wat wilt u samen "
        "bereiken, wat doet het besluit, welke ruimte is er, en wat kiest u. Elk antwoord wordt meteen bewaard in de "
        "casus; stoppen en later verdergaan kan altijd. Zonder casus begint het met een nieuwe. Het programma kiest "
        "niet en geeft geen advies.",
        "verordening gesprek zaak.yaml",
        Word(
            "CASUS",
            "een bestand met een casus",
            "het bestand met de casus; is het er nog niet, dan komt het er",
            many=True,
            single=True,
        ),
        (_EXAMPLES,),
    ),
    Command(
        "motivering",
        "een concept van de redenen bij het besluit",
        "Schrijft een concept van de motivering: gegevens, regels met hun artikel, beoordelingen, belangen, de keuze, "
        "wat er volgt en hoe iemand bezwaar maakt. Redenen komen alleen uit de casus; wat ontbreekt, blijft zichtbaar "
        "open. De afsluitcode is 1 als er nog een reden of besluit ontbreekt.",
        "verordening motivering examples/te-laat-dringende-redenen-keuze.yaml",
        _CASE,
        _LETTER,
    ),
    Command(
        "samenvatting",
        "het besluit in het kort, voor de inwoner",
        "Schrijft in gewone taal wat er is besloten, waarom, wat het betekent en hoe iemand bezwaar maakt. Wat nog "
        "niet vaststaat, staat er niet als besluit. De afsluitcode is 1 als er nog iets ontbreekt.",
        "verordening samenvatting examples/verrekening.yaml",
        _CASE,
        _LETTER,
    ),
    Command(
        "casusblad",
        "één bladzijde voor het gesprek in het team, zonder namen",
        "Zet feiten, uitkomst, ruimte, waarden, argumenten en uw vraag op één bladzijde. Zonder gemeente, en met "
        "dagen, leeftijden en bedragen alleen ongeveer. Lees het na: in vrije tekst kan toch iets over iemand staan.",
        "verordening casusblad examples/garage-huizen.yaml --uit blad.pdf",
        _CASE,
        _HANDED_ON,
    ),
    Command(
        "lint",
        "kloppen deze regelingen?",
        "Leest regelingen en noemt alle fouten, en wat beter kan. Zonder pad: alle meegeleverde. Een bestand "
        "of map die u noemt, gaat over de meegeleverde heen. Wat klopt zoals het er staat, laat u rusten met een "
        "opmerking op de regel erboven: `# negeer VRD751: waarom`. De afsluitcode is 1 bij een fout of waarschuwing.",
        "verordening lint mijn-regelingen/",
        Word("PAD", "een bestand of map", "een bestand of map met regelingen", many=True),
        (
            Option(
                "--kies", "WAT", "alleen deze meldingen: codes als VRD751 of VRD75, of groepen als ruimte"
            ),
            Option("--negeer", "WAT", "deze meldingen niet: codes of groepen, met een komma ertussen"),
            Option("--streng", "", "eindig ook bij een advies met afsluitcode 1"),
            Option("--herstel", "", "verander in de bestanden wat zonder gevaar te herstellen is"),
            Option("--onveilig", "", "bij --herstel: ook wat de betekenis kan veranderen"),
            Option("--diff", "", "toon wat --herstel zou veranderen; verander niets"),
            Option("--volg", "", "kijk opnieuw na bij elke verandering, tot u stopt met Ctrl+C"),
        ),
        formats=LINT_FORMATS,
    ),
    CONFLICTS,
    Command(
        "beproef",
        "komt uit elke proef wat eruit moet komen?",
        "Toetst casussen en tabellen waarin staat wat eruit moet komen, en noemt wat anders uitkomt. Zonder pad: de "
        "mappen examples, proeven en tests/law/proeven die hier zijn. Met een regelnummer achter het bestand alleen de "
        "rij op die regel; met --boom ook hoe het antwoord er komt. De afsluitcode is 1 als iets niet goed is, of nog "
        "beoordeeld moet worden.",
        "verordening beproef examples/te-laat-geregistreerd.yaml",
        Word(
            "PAD",
            "een bestand of map",
            "een bestand of map met proeven; BESTAND:REGEL voor één rij van een tabel",
            many=True,
        ),
        (
            Option(
                "--dekking", "", "toon welke regels, voorwaarden en grenzen de proeven raken, en welke niet"
            ),
            Option(
                "--mutatie", "", "verander de regelingen telkens op één plaats en kijk of een proef dat merkt"
            ),
            Option(
                "--maak-randgevallen",
                "MAP",
                "schrijf tabellen met de gevallen rond elke grens in deze map, nog te beoordelen",
            ),
            Option(
                "--alleen",
                "DEEL",
                "alleen regelingen waarvan het pad zo begint; hoort bij de drie hierboven",
            ),
            Option("--hoogstens", "MINUTEN", "bij --mutatie: stop na zoveel minuten; later gaat het verder"),
            Option("--aanvaard", "BESTAND", "bij --mutatie: wat onopgemerkt mag blijven, met de reden"),
            Option("--junit", "BESTAND", "schrijf de uitkomst ook als JUnit-XML in dit bestand"),
        ),
        alias="test",
    ),
    Command(
        "controleer",
        "is alles in orde voordat de raad dit vaststelt?",
        "Doet in één keer wat een wijziging moet doorstaan: lint, conflicten, opmaak en alle proeven die hier zijn. Uw "
        "regelingen gaan over de meegeleverde heen. Met --sinds alleen wat door een wijziging anders kan worden, en "
        "wat is overgeslagen, met de reden. De afsluitcode is 1 als er iets niet in orde is.",
        "verordening controleer mijn-regelingen/ --commentaar commentaar.md",
        Word("MAP", "een map", "de map met uw regelingen; zonder map: deze map", many=True, single=True),
        (
            Option("--kies", "WAT", "van lint alleen deze meldingen: codes of groepen"),
            Option("--negeer", "WAT", "van lint deze meldingen niet: codes of groepen"),
            Option("--aanvaard", "BESTAND", "van de conflicten: wat mag blijven zoals het is, met de reden"),
            Option("--streng", "", "ook een advies staat in de weg"),
            Option(
                "--sinds",
                "REVISIE",
                "alleen wat veranderd is sinds deze tak of commit van git, en wat daarvan afhangt",
            ),
            Option(
                "--commentaar", "BESTAND", "schrijf de uitkomst ook als commentaar (Markdown) in dit bestand"
            ),
        ),
    ),
    COMPARING,
    *OVER_MANY,
    Command(
        "bedragen",
        "welke bedragen gelden, en wat loopt af?",
        "Toont alle tabellen met bedragen op een dag: wat geldt, tot wanneer, en waar het staat. Noemt wat "
        "is afgelopen of binnen 60 dagen afloopt. Met --invullen vraagt het de nieuwe bedragen, en schrijft die in uw "
        "eigen map.",
        "verordening bedragen --invullen --regelingen mijn-regelingen/",
        Word("TABEL", "een tabel", "de naam van een tabel; zonder naam: alle tabellen", many=True),
        (
            Option(
                "--controleer",
                "",
                "eindig met afsluitcode 1 als een bedrag is afgelopen of binnenkort afloopt",
            ),
            Option("--invullen", "", "vul nieuwe bedragen in, in de map van --regelingen"),
        ),
    ),
    Command(
        "bronnen",
        "waar rusten de regelingen op?",
        "Zegt van elke regeling waar de tekst vandaan komt, hoe goed die bron is, wanneer zij voor het laatst is "
        "nagelezen, wat niet is opgenomen en waarom. Noemt u een regeling of gemeente, dan staat elk artikel erbij, "
        "met verwijzingen die nergens heen leiden en met wat u naast de officiële tekst legt.",
        "verordening bronnen amsterdam/maatregelen",
        Word(
            "REGELING",
            "een regeling of gemeente",
            "de naam van een regeling of gemeente, zoals pw of amsterdam; zonder naam: alle regelingen",
            many=True,
        ),
    ),
    Command(
        "uitleg",
        "wat betekent deze melding of dit woord?",
        "Legt een melding uit met een fout en een goed voorbeeld, of een woord op het scherm, zoals voorbehoud. "
        "Zonder code: alles waarover uitleg is.",
        "verordening uitleg VRD203",
        Word(
            "CODE",
            "een melding of een woord",
            "de code van een melding, zoals VRD203, of een woord van het scherm",
            many=True,
            explained=True,
        ),
    ),
    Command(
        "nieuw",
        "begin een regeling, casus, ondergrens, gemeente of sjabloon",
        "Schrijft een start met toelichting, die klopt en die u daarna invult. Zonder gemeente is het een oefening in "
        "Zonderdam, dat niet bestaat. `nieuw gemeente` zet een model van wat de Participatiewet vraagt, "
        "in een map; `nieuw sjabloon` een Word-sjabloon. Een bestand dat er al is, blijft staan.",
        "verordening nieuw regeling maatregelen --gemeente utrecht --uit maatregelen.vrd",
        Word(
            "SOORT",
            "een soort",
            "regeling, casus, ondergrens, gemeente, sjabloon of lintregel",
            choices=STARTS,
        ),
        (
            Option("--gemeente", "GEMEENTE", "voor deze gemeente"),
            Option(
                "--uit",
                "BESTAND",
                "schrijf naar dit nieuwe bestand, en niet op het scherm; bij een gemeente: de map",
            ),
            Option("--besluit", "NAAM", "bij een casus: over dit besluit"),
            Option("--groep", "GROEP", "bij een lintregel: waar hij over gaat, zoals ruimte of geld"),
        ),
        Word(
            "NAAM",
            "een naam",
            "de naam van de regeling, ondergrens of gemeente, zoals maatregelen; bij een casus de titel",
        ),
    ),
    Command(
        "opmaak",
        "zet regelingen in de vaste opmaak",
        "Schrijft regelingen zo op dat zij er allemaal hetzelfde uitzien: inspringing, kolommen, witregels. Wat er "
        "staat verandert niet, en commentaar blijft. Zonder pad: de regelingen in deze map of in de map van "
        "--regelingen. Een bestand met fouten blijft zoals het is. Met --controleer of --diff verandert er niets; de "
        "afsluitcode is dan 1 als er iets te veranderen is.",
        "verordening opmaak mijn-regelingen/ --diff",
        Word(
            "PAD",
            "een bestand of map",
            "een bestand of map met regelingen; een streepje (-) leest de invoer en schrijft de uitvoer",
            many=True,
        ),
        (
            Option("--controleer", "", "noem de bestanden die anders zouden worden; verander niets"),
            Option("--diff", "", "toon wat er anders zou worden; verander niets"),
        ),
    ),
    Command(
        "aanvulling",
        "vul opdrachten aan met de tabtoets",
        "Schrijft een script waarmee uw shell opdrachten en opties aanvult.",
        "verordening aanvulling bash > ~/.local/share/bash-completion/completions/verordening",
        Word("SHELL", "een shell", "bash, zsh of tcsh", choices=SHELLS),
    ),
)


def command_named(name: str) -> Command | None:
    """The command with this name."""
    return next((each for each in COMMANDS if name and name in (each.name, each.alias)), None)
