"""The standard sentences of the texts that are handed on, in one place: a test holds each to its reading level.

`wij` is the municipality, `u` the resident; in what starts with FOR_CASEWORKER `u` is the caseworker. Words between
braces are filled in from the case and its outcome. Nothing here gives a reason: reasons come from people.
"""

from __future__ import annotations

from typing import Final

# --- titles and headings ---------------------------------------------------------------------------------------------

MOTIVATION_TITLE: Final = "Motivering van ons besluit"
SUMMARY_TITLE: Final = "Ons besluit in het kort"
SHEET_TITLE: Final = "Casuïstiekblad"
SHEET_NOTE: Final = "Voor het gesprek in het team. Zonder namen."

HEADING_CASEWORKER: Final = "Voor u als medewerker: haal dit deel weg"
HEADING_DECISION: Final = "Wat wij besluiten"
HEADING_FACTS: Final = "Van welke gegevens wij uitgaan"
HEADING_RULES: Final = "Welke regels gelden"
HEADING_JUDGEMENTS: Final = "Wat wij hebben beoordeeld"
HEADING_INTERESTS: Final = "Welke belangen wij hebben gewogen"
HEADING_CHOICE: Final = "Waarom wij wel of niet afwijken van de regel"
HEADING_FLOORS: Final = "Wat in elk geval blijft"
HEADING_FOLLOWS: Final = "Wat er nu gebeurt"
HEADING_AID: Final = "Hoe dit besluit is gemaakt"
HEADING_OBJECTION: Final = "Bent u het er niet mee eens?"
HEADING_WHY: Final = "Waarom besluiten wij dit?"
HEADING_MEANING: Final = "Wat betekent dit voor u?"
HEADING_WORDS: Final = "Wat betekenen deze woorden?"
EXPLAINED: Final = "{woord}: {uitleg}"
HEADING_ACT: Final = "Gedraging {nummer}: {gedraging}"

# --- the decision ----------------------------------------------------------------------------------------------------

NOTHING_ASKED: Final = "Er is geen besluit om te motiveren."
NO_VALUE: Final = "Geen {besluit}."
NOT_DECIDED: Final = "Wij hebben nog niet besloten over: {besluiten}."
NOT_DECIDED_WHY: Final = "Nog niet besloten: {besluiten}. De reden: {reden}."
NOT_ABOUT: Final = "Deze tekst gaat niet over: {besluiten}."
RULE_GIVES: Final = "Dit is de uitkomst van de regel: {uitkomst}."
RESERVED: Final = "Dit ligt nog niet vast, want deze vraag is nog niet beantwoord. {vraag}"
ACTS: Final = "Het gaat om {aantal}. Voor elke gedraging staat hieronder ons besluit."
OTHER_DUTY: Final = "Dit raakt ook een andere plicht: {plichten}. Alleen de hoogste verlaging telt."
WITHOUT_CHOICE: Final = "Zonder deze keuze was dit de uitkomst: {uitkomst}."

WHY_OPEN: Final = "er ontbreken nog gegevens"
WHY_TEXTS: Final = "er ontbreekt een regeling"
WHY_TAILOR: Final = "een medewerker moet nog kiezen, met redenen"
WHY_GAP: Final = "de regel die dit invult, is er niet of geldt niet"
WHY_CLASH: Final = "twee regels spreken elkaar tegen"
WHY_CHOICE: Final = "de keuze in de casus is nog niet in orde"

# --- facts and rules -------------------------------------------------------------------------------------------------

FACTS: Final = "Wij gaan uit van deze gegevens. Klopt er iets niet? Laat het ons weten."
FACTS_CAPTION: Final = "Gegevens"
FACTS_HEADS: Final = ("Wat", "Volgens ons")
FACTS_SOURCE: Final = "Waaruit blijken deze gegevens?"
NO_FACTS: Final = "Welke gegevens zijn er?"
RULE: Final = "{besluiten}: hiervoor geldt {regel}."
RULE_ALONE: Final = "Deze regel geldt: {regel}."
RULE_UNDER: Final = "Die regel rust op {regel}."
RULE_BECAUSE: Final = "Deze regel geldt hier, want:"
RULE_NONE: Final = "{besluiten}: hiervoor geldt geen regel. De reden: {reden}."
RULE_DEFEATED: Final = "{regel} geldt hier niet: {reden}."
RULE_SAME: Final = "Dat is om dezelfde redenen als bij {besluit}."
RULE_CLOSED: Final = "Afwijken kan hier niet volgens {regel} ({reden})."
RULE_NO_ROOM: Final = "{besluiten}: de wet laat ons hier geen andere keuze."
CALCULATED: Final = "Zo is het bedrag berekend: {deel} van {geheel} is {bedrag}."
CALCULATED_ROUNDED: Final = "Zo is het bedrag berekend: {deel} van {geheel} is {bedrag}, afgerond."

# --- judging and weighing --------------------------------------------------------------------------------------------

JUDGED: Final = "{vraag} Ons oordeel: {antwoord}."
JUDGED_WHY: Final = "Onze reden: “{reden}”"
HEARD: Final = "U hebt ons uw kant van het verhaal verteld."
NOT_HEARD: Final = "U hebt uw kant van het verhaal nog niet verteld."
WHY_NOT_HEARD: Final = "Waarom is de inwoner niet gehoord?"
IS_HEARD: Final = "Heeft de inwoner zijn kant van het verhaal kunnen vertellen?"
WEIGHED_BY: Final = "Dit is gewogen door: {wie}."
WEIGHED_BY_WHOM: Final = "Wie heeft de belangen gewogen?"
HOW_WEIGHED: Final = "Welke belangen zijn gewogen, en waarom is dit besluit in evenwicht?"
RESIDENT_WANTS: Final = "Dit wilt u bereiken: “{tekst}”"
CASEWORKER_WANTS: Final = "Dit wil de medewerker bereiken: “{tekst}”"
PURPOSE_FITS: Final = "De regel past bij uw situatie."
PURPOSE_FITS_NOT: Final = "Het doel van de regel past niet goed bij uw situatie."
EFFECT_NOW: Final = "Wat dit nu doet voor {wie}: “{tekst}”"
EFFECT_LATER: Final = "Wat dit over een jaar doet voor {wie}: “{tekst}”"
THE_RESIDENT: Final = "u"
THE_CHILDREN: Final = "de kinderen"
THE_MUNICIPALITY: Final = "de gemeente"
SUITABLE: Final = "Helpt dit besluit om het doel te halen? “{tekst}”"
NECESSARY: Final = "Kan het ook met iets dat minder zwaar is? “{tekst}”"
BALANCED: Final = "Is dit besluit in evenwicht? “{tekst}”"
EQUAL_CASES: Final = "Hoe wij in andere gevallen besluiten: “{tekst}”"

# --- the choice ------------------------------------------------------------------------------------------------------

MUST_TAILOR: Final = "Wij moeten dit besluit aanpassen aan uw situatie. Dat staat in {regel}."
MAY_DEVIATE: Final = "Wij mogen hier afwijken van de regel. Dat staat in {regel}."
MAY_CHOOSE: Final = "Wij mogen hier zelf kiezen. Dat staat in {regel}."
BETWEEN: Final = "Wij konden kiezen uit: {ruimte}."
CHOSEN: Final = "Wij kiezen: {keuze}."
DECIDED_BY: Final = "Wie hierover beslist: {wie}."
SERVES: Final = "Het doel van deze keuze: {waarde}. Dat is: {uitleg}."
ANSWERED: Final = "{vraag} “{tekst}”"
ANSWERED_DAY: Final = "{vraag} {dag}."
NOT_DEVIATING: Final = "Wij wijken niet af van de regel. Onze reden: “{tekst}”"
WHY_NOT_DEVIATE: Final = "Waarom maakt u wel of geen gebruik van {regel}?"

# --- floors and what follows -----------------------------------------------------------------------------------------

FLOOR_KEPT: Final = "Dit blijft gelden: {ondergrens}."
FLOOR_CHANGED: Final = "Door deze grens is het {na}, en niet {voor}: {ondergrens}."
FLOOR_GROUNDS: Final = "Dat staat in {regels}."
FLOOR_ANSWERED: Final = "{ondergrens}. “{tekst}”"
IF_DECIDED: Final = "Dit geldt als wij zo besluiten:"
RUNS: Final = "Dit geldt van {begin} tot en met {einde}."
MONTH: Final = "In {maand} krijgt u {bedrag} minder."
MONTHS: Final = "Van {maand} tot en met {tot} krijgt u elke maand {bedrag} minder."
REVIEW: Final = "Wij kijken uiterlijk op {dag} opnieuw naar dit besluit."
STARTS_WHEN: Final = "Vanaf welke dag geldt dit besluit, en tot wanneer?"

# --- the aid ---------------------------------------------------------------------------------------------------------

AID: Final = "Wij gebruikten een computerprogramma als hulp: verordening {versie}."
AID_DOES: Final = "Het past de regels van {dag} toe op de gegevens die hier staan."
AID_DOES_NOT: Final = "Het programma neemt geen besluit en geeft geen redenen. Dat doen mensen."

# --- objecting -------------------------------------------------------------------------------------------------------

OBJECT: Final = "U kunt bezwaar maken. Dat betekent: u vraagt ons om opnieuw naar het besluit te kijken."
OBJECT_TERM: Final = (
    "U hebt daarvoor zes weken. Die beginnen op de dag na de dag waarop u het besluit krijgt."
)
OBJECT_UNTIL: Final = "U kunt bezwaar maken tot en met {dag}."
OBJECT_FROM: Final = "De zes weken beginnen op {dag}."
OBJECT_LAW: Final = "Dat staat in de Algemene wet bestuursrecht (Awb), artikel 6:7 en 6:8."
OBJECT_TO: Final = "Stuur uw bezwaar naar: {adres}."
OBJECT_BY_EMAIL: Final = "U kunt uw bezwaar mailen naar {email}."
OBJECT_BY_FORM: Final = "U kunt bezwaar maken met het formulier op {formulier}."
OBJECT_CALL: Final = "Wilt u weten hoe u bezwaar maakt? Bel {telefoon}."
QUESTIONS_CALL: Final = "Hebt u vragen over dit besluit? Bel {telefoon}."
OBJECT_WHERE: Final = "Waar en hoe kan de inwoner bezwaar maken?"
QUESTIONS_TO: Final = "Wie kan de inwoner bellen bij vragen?"

# --- the summary -----------------------------------------------------------------------------------------------------

SUMMARY_RULE: Final = "De regel staat in {regel}."
SUMMARY_RULE_OF: Final = "{besluiten}: de regel staat in {regel}."
SUMMARY_FACTS: Final = "Wij letten hierop:"
SUMMARY_AID: Final = "Een computer hielp ons bij de regels. Een mens neemt het besluit."
SUMMARY_DEVIATE: Final = "Wij wijken af van de regel. Dat mag volgens {regel}."
SUMMARY_TAILOR: Final = "Wij passen het besluit aan uw situatie aan. Dat moet volgens {regel}."

# --- for the caseworker ----------------------------------------------------------------------------------------------

FOR_CASEWORKER_DRAFT: Final = "Dit is een concept, gemaakt uit wat in de casus staat. Lees elke zin na."
FOR_CASEWORKER_MISSING: Final = "Dit ontbreekt nog:"
FOR_CASEWORKER_COMPLETE: Final = "Wat u moet opschrijven, staat in de casus."
FOR_CASEWORKER_TEXTS: Final = "Hoe goed de teksten zijn"
FOR_CASEWORKER_TEXTS_HEADS: Final = ("Regel", "Herkomst", "Opmerking")
FOR_CASEWORKER_UNUSED: Final = (
    "Deze gegevens staan in de casus, maar de regels gebruiken ze niet: {gegevens}."
)
FOR_CASEWORKER_NOT_JUDGED: Final = "Nog niet beoordeeld: {vraag} ({regel})"
FOR_CASEWORKER_SIGNAL: Final = "Let op: {ondergrens}. {uitleg}"
FOR_CASEWORKER_DISPUTED: Final = "Over deze regel wordt verschillend gedacht: {standpunten}"
FOR_CASEWORKER_QUOTES: Final = "Wat tussen aanhalingstekens staat, komt letterlijk uit de casus."
FOR_CASEWORKER_AFTERWARDS: Final = "Daarna: {plicht} ({regel})."
FOR_CASEWORKER_LONG: Final = "Deze zin heeft {aantal} woorden; korter leest beter: “{zin}”"
FOR_CASEWORKER_WORD: Final = "U schrijft “{woord}”. Gewoner is: {liever}."
FOR_CASEWORKER_DEFECT: Final = "Over uw keuze: {gebrek}"
FOR_CASEWORKER_PRACTICAL: Final = "Vul ook in wat tussen rechte haken staat. Dat weet het programma niet."

# --- the sheet for the team ------------------------------------------------------------------------------------------

SHEET_FACTS: Final = "Feiten"
SHEET_OUTCOME: Final = "Wat de regel zegt"
SHEET_ROOM: Final = "Ruimte"
SHEET_FLOORS: Final = "Wat in elk geval blijft"
SHEET_VALUES: Final = "Waar het om gaat"
SHEET_PEOPLE: Final = "Wat de mensen willen"
SHEET_ARGUMENTS: Final = "Argumenten"
SHEET_ARGUMENTS_CAPTION: Final = "Voor en tegen"
SHEET_ARGUMENTS_HEADS: Final = ("Vóór afwijken", "Tegen afwijken")
SHEET_QUESTION: Final = "Vraag aan het team"
SHEET_NO_ROUTE: Final = "Er is geen weg om af te wijken."
SHEET_RESIDENT: Final = "De inwoner: “{tekst}”"
SHEET_CASEWORKER: Final = "De medewerker: “{tekst}”"
SHEET_ASK: Final = "Wat wilt u het team vragen?"
SHEET_WHICH_ARGUMENTS: Final = "Wat pleit vóór afwijken, en wat ertegen?"
SHEET_MORE_FACTS: Final = "En nog {aantal}."
SHEET_MORE_ROUTES: Final = "En nog {aantal} om af te wijken."
SHEET_CLOSED: Final = "Afwijken kan hier niet volgens {regels}."
SHEET_PURPOSE: Final = "Volgens de medewerker past het doel van de regel hier."
SHEET_PURPOSE_NOT: Final = "Volgens de medewerker past het doel van de regel hier niet goed."
SHEET_LAST: Final = "Besproken. Uitkomst en reden:"
