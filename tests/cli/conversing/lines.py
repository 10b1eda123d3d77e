"""What a caseworker types in both background cases, from nothing to the choice."""

from __future__ import annotations

STUDY = (
    *("amsterdam", "1-3-2026", "meer uren"),
    *("alleenstaande", "ja", "27", "nee"),
    *("ja", "Naast de opleiding is er twee dagen per week tijd."),
)
"""To the point where the rule speaks: three questions to begin, five that can change the answer, one reason."""

STUDY_TALK = (
    "",
    *("ja", "Ik wil mijn opleiding afmaken en dan in mijn vak meer werken.", "Dat zij blijvend werk vindt."),
    *("nee", "De regel wil snel meer uren; hier breekt dat een opleiding af."),
    *("Zij moet stoppen met de opleiding.", "", "Iets minder bijstand."),
    *("Zij heeft nog steeds een klein contract.", "", "Langer bijstand."),
    *(
        "Participatiewet 9 lid 2",
        "ja",
        "De opleiding loopt nog een jaar en past niet naast meer uren.",
        "ja",
        "ja",
    ),
    *(
        "Nee, werk dat blijft komt er niet dichterbij.",
        "Tijdelijke ontheffing is lichter.",
        "De nadelen zijn groter.",
    ),
    "Vorig jaar is in zo'n zaak ook tijdelijk ontheffing gegeven.",
    *("Zij krijgt uitzicht op een groter contract.", "", "De wet wil dat iemand nu werkt.", ""),
    "",
)
STUDY_CHOICE = (
    *("Participatiewet 9 lid 2", "college", "duurzame uitstroom"),
    "De opleiding geeft uitzicht op een groter contract; meer uren nu breekt haar af.",
    "Tot de opleiding klaar is, 1 februari 2027.",
)

GARAGE = (
    *("huizen", "1-3-2026", "herziening, terugvordering, boete, rijlessen, bijzondere bijstand"),
    *("ja", "ja", "De werkgever neemt de persoon alleen in dienst met een rijbewijs."),
    *("nee", "ja", "nee", "De lessen kunnen als voorziening worden betaald."),
    *("ja", "nee", "ja", "nee", "geen"),
    *("ja", "Bij de aanvraag is uitgelegd dat elk inkomen gemeld wordt."),
    *("geen", "aanwezig", "De persoon wist dat werk in de garage gemeld moest worden."),
)
GARAGE_TALK = (
    "",
    *(
        "ja",
        "Ik wil bij mijn zwager blijven werken, maar dan gewoon in dienst.",
        "Dat dit werk wit wordt en blijft.",
    ),
    *("ja", "Wie werkt, meldt dat; daarna telt of iemand uit de bijstand komt."),
    *("Er komt een schuld bij, net nu er werk is.", "", "Het bedrag komt terug."),
    *("Met een baan en zonder nieuwe schulden houdt dit stand.", "", "Geen bijstand meer nodig."),
    *("Participatiewet 58 lid 8", "ja", "Een schuld nu maakt dat de baan niet doorgaat."),
    *("Deels: de regel is nageleefd, en er blijft iets om van te leven.", "Een deel terugvragen is lichter."),
    "De helft terugvragen doet recht aan beide.",
    "Zo'n zaak was er nog niet.",
    *("Er ligt een arbeidscontract klaar.", "", "Er is lang niets gemeld.", "", "Is de helft hier genoeg?"),
)
GARAGE_CHOICE = (
    *("Participatiewet 58 lid 8", "50", "college", "duurzame uitstroom"),
    "Wie nu alles terug moet betalen, raakt de baan kwijt waarmee de bijstand stopt.",
)
