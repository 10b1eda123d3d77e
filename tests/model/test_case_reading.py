"""Case files: what a case comes to, and each refusal as the whole message with its place and remedy."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.model.case import Case, Choice, Judgement
from verordening.model.case_reading import read_case, read_case_file, type_case
from verordening.model.corpus import Corpus
from verordening.model.municipalities import Municipality
from verordening.model.resolving.assembly import resolve
from verordening.model.types import INDEFINITE
from verordening.model.yaml_reading import Mapping

SHARED = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven gedraging: een van (geen "geen", te_laat "te laat gemeld", werk_geweigerd "werk geweigerd")
gegeven leeftijd: duur in jaren van 18 jaar tot en met 120 jaar
gegeven contractduur: duur in maanden of onbepaald van 0 maanden tot en met 120 maanden
gegeven reistijd: duur in uren van 0 uren tot en met 12 uren
gegeven nettoloon: bedrag per maand van € 0 tot en met € 20.000
gegeven te_veel_betaald: bedrag van € 0 tot en met € 500.000
gegeven kinderen: aantal van 0 tot en met 8
gegeven score: getal van 0 tot en met 10
gegeven inzet: percentage
gegeven datum_gedraging: datum van 1 januari 2000 tot en met 31 december 2030
gegeven volgt_opleiding: ja/nee
gegeven kleur: een van (geen, rood_oranje_geel, oranje, geel, groen, blauw, indigo)
oordeel verwijtbaarheid: een van (geen, aanwezig)
oordeel dringende_redenen: ja/nee
besluit verlaging: percentage, standaard 0%, gunstig lager
besluit duur_verlaging: duur in maanden, standaard 0 maanden, gunstig lager
besluit inhouding: bedrag per maand, standaard € 0, gunstig lager
begrip jong: ja/nee = leeftijd < 27 jaar
waarde bestaanszekerheid "genoeg om van te leven"
waarde directe_uitstroom "snel aan het werk"
"""

ACT = """\
regeling pw "Participatiewet"
  soort wet
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen

artikel 18
  lid 2
    als      gedraging = te_laat
    dan moet verlaging = 5%
  lid 10
    in afwijking van lid 2 wegens dringende_redenen
    dan moet verlaging afgestemd worden van 0% tot en met de gewone uitkomst
    motiveer omstandigheden "Welke omstandigheden?"
"""

LOCAL = """\
regeling maatregelen "Maatregelen"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt pw, begrippen

gegeven eerdere_maatregel: ja/nee

artikel 3
  lid 3 onderdeel a
    als     eerdere_maatregel
    dan kan inhouding van € 0 tot en met € 10
"""


def corpus_for(gemeente: str) -> Corpus:
    sources = [Source("landelijk/begrippen.vrd", SHARED), Source("landelijk/pw.vrd", ACT)]
    if gemeente == "amsterdam":
        sources.append(Source("amsterdam/maatregelen.vrd", LOCAL))
    files = []
    for source in sources:
        file, problems = parse(source)
        assert problems == ()
        files.append(file)
    corpus, found = resolve(tuple(files), {source.path: source for source in sources}, gemeente)
    assert found == ()
    return corpus


HEAD = "gemeente: amsterdam\npeildatum: 2026-03-01\n"


def read(text: str, *, peildatum: date | None = None) -> Case:
    return read_case(Source("casus.yaml", text), corpus_for, peildatum=peildatum)[0]


def refusals(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InputError) as caught:
        read(text)
    assert all(each.help and each.span is not None and each.excerpt for each in caught.value.diagnostics)
    return caught.value.diagnostics


def refusal(text: str) -> tuple[str, int, int, str, str]:
    """The one refusal of a text: code, line, column, message, remedy."""
    (found,) = refusals(text)
    assert found.span is not None
    return found.code, found.span.line, found.span.column, found.message, found.help


def fact(line: str) -> tuple[str, str, str]:
    """The refusal of one line under `gegevens`: code, message, remedy."""
    code, number, _, message, help = refusal(f"{HEAD}gegevens:\n  {line}\n")
    assert number == 4
    return code, message, help


# ------------------------------------------------ what is read

FULL = """\
casus: Te laat,  met redenen
gemeente: Amsterdam
peildatum: 1 maart 2026
besluiten: [verlaging, duur_verlaging]
voorbeeldrichtlijnen: ja
gegevens:
  gedraging: te_laat
  leeftijd: 29 jaar
  contractduur: onbepaald
  reistijd: 2 uur
  nettoloon: € 1.401,50 per maand
  te_veel_betaald: € 4567,89
  kinderen: 0
  score: 7,5
  inzet: 2,5%
  datum_gedraging: 2026-02-14
  volgt_opleiding: nee
  eerdere_maatregel: ja
oordelen:
  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}
  dringende_redenen: {oordeel: ja}
keuze:
  besluiten: {verlaging: 0%, duur_verlaging: 0 maanden}
  route: pw artikel 18 lid 10
  beslist_door: college
  dient: bestaanszekerheid
  motivering: {omstandigheden: Huurachterstand.}
verwacht:
  besluiten: {verlaging: {status: afstemmen}}
"""


def test_a_whole_case() -> None:
    assert read(FULL) == Case(
        title="Te laat, met redenen",
        gemeente="amsterdam",
        gemeente_name="Amsterdam",
        peildatum=date(2026, 3, 1),
        asked=("verlaging", "duur_verlaging"),
        facts={
            "gedraging": "te_laat",
            "leeftijd": 348,
            "contractduur": INDEFINITE,
            "reistijd": 2,
            "nettoloon": 140150,
            "te_veel_betaald": 456789,
            "kinderen": 0,
            "score": Fraction(15, 2),
            "inzet": Fraction(5, 2),
            "datum_gedraging": date(2026, 2, 14),
            "volgt_opleiding": False,
            "eerdere_maatregel": True,
        },
        judgements={
            "verwijtbaarheid": Judgement("aanwezig", "Wist van de plicht."),
            "dringende_redenen": Judgement(True, ""),
        },
        choice=Choice(
            decisions=(("verlaging", 0), ("duur_verlaging", 0)),
            route="pw artikel 18 lid 10",
            decided_by="college",
            serves="bestaanszekerheid",
            reasons=(("omstandigheden", "Huurachterstand."),),
        ),
        example_guidelines=True,
    )


def test_the_expectation_is_left_untouched() -> None:
    _, expected = read_case(Source("casus.yaml", FULL), corpus_for)
    assert isinstance(expected, Mapping)
    assert expected.keys() == ("besluiten",)


def test_the_least_a_case_must_say() -> None:
    assert read(HEAD) == Case("Casus zonder titel", "amsterdam", "Amsterdam", date(2026, 3, 1))


def test_a_judgement_without_reasons_counts_as_not_given() -> None:
    case = read(
        f"{HEAD}oordelen:\n  verwijtbaarheid: aanwezig\n  dringende_redenen: {{oordeel: ja, motivering: }}\n"
    )
    assert case.judgements == {
        "verwijtbaarheid": Judgement("aanwezig", ""),
        "dringende_redenen": Judgement(True, ""),
    }
    assert case.inputs() == {}


def test_one_decision_needs_no_brackets() -> None:
    assert read(f"{HEAD}besluiten: verlaging\n").asked == ("verlaging",)


def test_the_peildatum_of_the_command_line_goes_first() -> None:
    assert read(HEAD, peildatum=date(2025, 6, 1)).peildatum == date(2025, 6, 1)
    assert read("gemeente: amsterdam\n", peildatum=date(2025, 6, 1)).peildatum == date(2025, 6, 1)


def test_a_municipality_without_regulations_is_no_mistake() -> None:
    case = read("gemeente: haarlem\npeildatum: 2026-03-01\ngegevens: {gedraging: te_laat}\n")
    assert (case.gemeente, case.gemeente_name) == ("haarlem", "Haarlem")


def test_a_fictional_municipality_that_a_regulation_declares() -> None:
    source = Source("casus.yaml", "gemeente: zonderdam\npeildatum: 2026-03-01\n")
    case, _ = read_case(source, corpus_for, fictional=lambda: [Municipality("zonderdam", "Zonderdam")])
    assert (case.gemeente, case.gemeente_name) == ("zonderdam", "Zonderdam")


def test_the_two_steps_on_a_file(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(b"\xef\xbb\xbfcasus: X\r\ngemeente: amsterdam\r\npeildatum: 2026-03-01\r\n")
    document = read_case_file(path)
    assert (document.title, document.gemeente, document.expected) == ("X", "amsterdam", None)
    assert type_case(document, corpus_for("amsterdam")).title == "X"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("PW  artikel 18 lid 10", "pw artikel 18 lid 10"),
        ("artikel 3 lid 3 onder a", ""),
        ("maatregelen artikel 3 lid 3 onder a", "amsterdam/maatregelen artikel 3 lid 3 onderdeel a"),
        ("amsterdam/maatregelen artikel 3 lid 3", "amsterdam/maatregelen artikel 3 lid 3"),
    ],
)
def test_a_route_is_named_by_its_place(written: str, canonical: str) -> None:
    text = f"{HEAD}keuze: {{route: {written}}}\n"
    if canonical:
        choice = read(text).choice
        assert choice is not None
        assert choice.route == canonical
    else:
        assert refusal(text)[0] == "VRD417"


# ------------------------------------------------ names that are not there


def test_an_unknown_fact() -> None:
    assert refusal(f"{HEAD}gegevens:\n  gedragin: te_laat\n") == (
        "VRD406",
        4,
        3,
        "er is geen gegeven `gedragin`",
        "bedoelt u `gedraging`?",
    )


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        (
            "qqqq: ja",
            "VRD406",
            "er is geen gegeven `qqqq`",
            "haal de regel weg, of kijk in de regeling hoe het gegeven heet",
        ),
        (
            "verwijtbaarheid: geen",
            "VRD409",
            "`verwijtbaarheid` is een oordeel, maar staat onder `gegevens`",
            "zet het onder `oordelen`, met `oordeel` en `motivering`",
        ),
        (
            "verwijtbarheid: geen",
            "VRD406",
            "er is geen gegeven `verwijtbarheid`",
            "bedoelt u `verwijtbaarheid`? dat hoort onder `oordelen`",
        ),
        (
            "verlaging: 5%",
            "VRD409",
            "`verlaging` is een besluit: de uitkomst, en geen gegeven",
            "haal de regel weg, of noem het onder `besluiten`",
        ),
        ("jong: ja", "VRD409", "`jong` rekent het programma zelf uit", "haal de regel weg"),
    ],
)
def test_a_name_that_is_no_fact(line: str, code: str, message: str, help: str) -> None:
    assert fact(line) == (code, message, help)


def test_an_unknown_judgement() -> None:
    text = f"{HEAD}oordelen:\n  dringende_reden: {{oordeel: ja, motivering: x}}\n"
    assert refusal(text)[::3] == ("VRD407", "er is geen oordeel `dringende_reden`")
    assert refusal(text)[4] == "bedoelt u `dringende_redenen`?"


def test_a_fact_among_the_judgements() -> None:
    assert refusal(f"{HEAD}oordelen:\n  gedraging: te_laat\n")[3:] == (
        "`gedraging` is een gegeven, maar staat onder `oordelen`",
        "zet het onder `gegevens`",
    )


def test_an_unknown_decision() -> None:
    assert refusal(f"{HEAD}besluiten: [verlagin]\n") == (
        "VRD408",
        3,
        13,
        "er is geen besluit `verlagin`",
        "bedoelt u `verlaging`?",
    )


def test_an_unknown_decision_that_resembles_none() -> None:
    assert refusal(f"{HEAD}besluiten: [xyz]\n")[4] == "kies uit `verlaging`, `duur_verlaging`, `inhouding`"


def test_a_decision_named_twice() -> None:
    assert refusal(f"{HEAD}besluiten: [verlaging, verlaging]\n")[3:] == (
        "`verlaging` staat twee keer in deze lijst",
        "haal de tweede weg",
    )


def test_decisions_without_brackets() -> None:
    assert refusal(f"{HEAD}besluiten: verlaging, duur_verlaging\n")[3:] == (
        "bij `besluiten` hoort een lijst, maar hier staat één waarde",
        "zet er haakjes omheen: `[verlaging, duur_verlaging]`",
    )


def test_an_unknown_key() -> None:
    assert refusal(f"{HEAD}gegeven: {{gedraging: te_laat}}\n") == (
        "VRD405",
        3,
        1,
        "een casus heeft geen sleutel `gegeven`",
        "bedoelt u `gegevens`?",
    )


def test_an_unknown_key_that_resembles_none() -> None:
    assert refusal(f"{HEAD}opmerking: niets\n")[4] == (
        "de sleutels zijn `casus`, `gemeente`, `peildatum`, `besluiten`, `voorbeeldrichtlijnen`, `gegevens`, "
        "`oordelen`, `keuze`, `verwacht`"
    )


def test_a_fact_that_is_not_indented() -> None:
    assert refusal(f"{HEAD}gedraging: te_laat\n")[::3] == (
        "VRD409",
        "`gedraging` staat niet onder een sleutel",
    )
    assert refusal(f"{HEAD}gedraging: te_laat\n")[4] == "zet het onder `gegevens`, en spring in met spaties"


# ------------------------------------------------ values


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        # no unit, or another one
        (
            "leeftijd: 29",
            "VRD412",
            "bij `29` ontbreekt de eenheid: `leeftijd` is een duur in jaren",
            "schrijf `29 jaar`",
        ),
        (
            "contractduur: 1",
            "VRD412",
            "bij `1` ontbreekt de eenheid: `contractduur` is een duur in maanden",
            "schrijf `1 maand`",
        ),
        (
            "contractduur: 3 weken",
            "VRD412",
            "`contractduur` is een duur in maanden, maar hier staat een duur in weken",
            "reken het om naar maanden",
        ),
        (
            "nettoloon: 350",
            "VRD412",
            "bij `350` ontbreekt het euroteken: `nettoloon` is een bedrag per maand",
            "schrijf `€ 350 per maand`",
        ),
        (
            "nettoloon: € 350",
            "VRD412",
            "bij `€ 350` staat niet per welke tijd het is: `nettoloon` is een bedrag per maand",
            "schrijf `€ 350 per maand`",
        ),
        (
            "nettoloon: € 350 per week",
            "VRD412",
            "`nettoloon` is een bedrag per maand, maar hier staat een bedrag per week",
            "reken het om naar een bedrag per maand",
        ),
        (
            "te_veel_betaald: € 350 per maand",
            "VRD412",
            "`te_veel_betaald` is een bedrag, maar hier staat een bedrag per maand",
            "laat `per maand` weg, of reken het om",
        ),
        (
            "inzet: 5",
            "VRD412",
            "bij `5` ontbreekt het procentteken: `inzet` is een percentage",
            "schrijf `5%`",
        ),
        # another kind
        (
            "leeftijd: € 5",
            "VRD411",
            "`leeftijd` is een duur in jaren, maar hier staat een bedrag",
            "schrijf een duur in jaren, zoals `29 jaar`",
        ),
        (
            "nettoloon: 5%",
            "VRD411",
            "`nettoloon` is een bedrag per maand, maar hier staat een percentage",
            "schrijf een bedrag per maand, zoals `€ 1.401,50 per maand`",
        ),
        (
            "inzet: ja",
            "VRD411",
            "`inzet` is een percentage, maar hier staat ja of nee",
            "schrijf een percentage, zoals `5%`",
        ),
        (
            "kinderen: 2 jaar",
            "VRD411",
            "`kinderen` is een aantal, maar hier staat een duur",
            "schrijf alleen het getal, zonder eenheid",
        ),
        (
            "kinderen: 2 kinderen",
            "VRD411",
            "`2 kinderen` is geen heel getal",
            "schrijf alleen het getal: `2`",
        ),
        ("kinderen: 1,5", "VRD411", "`1,5` is geen heel getal", "schrijf een heel getal, zoals `12`"),
        (
            "datum_gedraging: 5%",
            "VRD411",
            "`datum_gedraging` is een datum, maar hier staat een percentage",
            "schrijf een datum zoals `2026-03-01` of `1 maart 2026`",
        ),
        ("volgt_opleiding: misschien", "VRD411", "`misschien` is geen ja of nee", "schrijf `ja` of `nee`"),
        (
            "leeftijd: onbepaald",
            "VRD411",
            "`leeftijd` kan niet `onbepaald` zijn",
            "schrijf een duur in jaren",
        ),
        (
            "te_veel_betaald: € 1,234",
            "VRD411",
            "`€ 1,234` heeft meer dan twee cijfers achter de komma",
            "schrijf het bedrag in hele centen",
        ),
        # YAML 1.1 would have made something else of these
        ("volgt_opleiding: on", "VRD411", "`on` is geen ja of nee", "schrijf `ja`"),
        ("volgt_opleiding: no", "VRD411", "`no` is geen ja of nee", "schrijf `nee`"),
        ("kinderen: 010", "VRD411", "`010` is geen heel getal", "laat de nul vooraan weg: `10`"),
        (
            "kinderen: 1_000",
            "VRD411",
            "`1_000` is geen heel getal",
            "schrijf het getal zonder punten, strepen of spaties: `1000`",
        ),
        # out of bounds
        (
            "leeftijd: 130 jaar",
            "VRD413",
            "`130 jaar` valt buiten de grenzen van `leeftijd`: 18 jaar tot en met 120 jaar",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 5",
        ),
        (
            "leeftijd: 222 maanden",
            "VRD413",
            "`222 maanden` past niet: `leeftijd` gaat in stappen van 1 jaar",
            "kijk de waarde na; de stap staat in begrippen.vrd regel 5",
        ),
        (
            "nettoloon: € -1 per maand",
            "VRD413",
            "`€ -1 per maand` valt buiten de grenzen van `nettoloon`: € 0 tot en met € 20.000,00 per maand",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 8",
        ),
        (
            "kinderen: 9",
            "VRD413",
            "`9` valt buiten de grenzen van `kinderen`: 0 tot en met 8",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 10",
        ),
        (
            "inzet: 101%",
            "VRD413",
            "`101%` valt buiten de grenzen van `inzet`: 0% tot en met 100%",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 12",
        ),
        (
            "datum_gedraging: 2031-01-01",
            "VRD413",
            "`2031-01-01` valt buiten de grenzen van `datum_gedraging`: 1 januari 2000 tot en met 31 december 2030",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 13",
        ),
        # a date that does not exist
        (
            "datum_gedraging: 2025-02-29",
            "VRD415",
            "29 februari 2025 bestaat niet; februari 2025 heeft 28 dagen",
            "kijk de dag na",
        ),
        # an option that is none
        (
            "gedraging: te_late",
            "VRD414",
            "`te_late` is geen keuze bij `gedraging`",
            "bedoelt u `te_laat`? kies uit `geen`, `te_laat`, `werk_geweigerd`",
        ),
        (
            "gedraging: werk geweigerd",
            "VRD414",
            "`werk geweigerd` is geen keuze bij `gedraging`",
            "bedoelt u `werk_geweigerd`? kies uit `geen`, `te_laat`, `werk_geweigerd`",
        ),
        (
            "gedraging: ja",
            "VRD414",
            "`ja` is geen keuze bij `gedraging`",
            "kies uit `geen`, `te_laat`, `werk_geweigerd`",
        ),
        ("kleur: oranj", "VRD414", "`oranj` is geen keuze bij `kleur`", "bedoelt u `oranje`?"),
        # nothing
        (
            "leeftijd:",
            "VRD410",
            "achter `leeftijd` is niets ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "leeftijd: ~",
            "VRD410",
            "achter `leeftijd` is niets ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "leeftijd: null",
            "VRD410",
            "bij `leeftijd` is geen waarde ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "gedraging: onbekend",
            "VRD410",
            "bij `gedraging` is geen waarde ingevuld",
            "laat een onbekend gegeven weg; leeg is geen antwoord",
        ),
        (
            "leeftijd: [29 jaar]",
            "VRD416",
            "bij `leeftijd` hoort één waarde, maar hier staat een lijst",
            "schrijf achter `leeftijd` één waarde",
        ),
    ],
)
def test_a_value_that_does_not_fit(line: str, code: str, message: str, help: str) -> None:
    assert fact(line) == (code, message, help)


def test_the_place_of_a_value() -> None:
    assert refusal(f"{HEAD}gegevens:\n  leeftijd: 29\n")[1:3] == (4, 13)


# ------------------------------------------------ the case as a whole


def test_no_peildatum() -> None:
    assert refusal("gemeente: amsterdam\n") == (
        "VRD404",
        1,
        1,
        "in deze casus ontbreekt `peildatum`",
        "schrijf erbij naar de regels van welke dag: `peildatum: 2026-03-01`",
    )


def test_a_peildatum_that_does_not_exist() -> None:
    assert refusal("gemeente: amsterdam\npeildatum: 2026-02-30\n") == (
        "VRD415",
        2,
        12,
        "30 februari 2026 bestaat niet; februari 2026 heeft 28 dagen",
        "kijk de dag na",
    )


def test_a_peildatum_of_long_ago() -> None:
    assert refusal("gemeente: amsterdam\npeildatum: 1-1-0026\n")[3:] == (
        "`1-1-0026` valt buiten de grenzen van `peildatum`: 1 januari 1900 tot en met 31 december 2100",
        "kijk het jaar na",
    )


def test_no_municipality() -> None:
    assert refusal("peildatum: 2026-03-01\n")[3:] == (
        "in deze casus ontbreekt `gemeente`",
        "schrijf erbij welke gemeente beslist: `gemeente: amsterdam`",
    )


def test_a_misspelt_municipality() -> None:
    assert refusal("gemeente: amsterdm\npeildatum: 2026-03-01\ngegevens: {eerdere_maatregel: ja}\n") == (
        "VRD403",
        1,
        11,
        "er is geen gemeente `amsterdm`",
        "bedoelt u `amsterdam`?",
    )


def test_a_misspelt_fictional_municipality() -> None:
    source = Source("casus.yaml", "gemeente: zonderdamm\npeildatum: 2026-03-01\n")
    with pytest.raises(InputError) as caught:
        read_case(source, corpus_for, fictional=lambda: [Municipality("zonderdam", "Zonderdam")])
    assert [each.help for each in caught.value.diagnostics] == ["bedoelt u `zonderdam`?"]


def test_a_municipality_like_none_hides_what_its_own_names_may_be() -> None:
    text = "gemeente: qqqq\npeildatum: 2026-03-01\ngegevens: {eerdere_maatregel: ja, leeftijd: 29}\n"
    assert [each.code for each in refusals(text)] == ["VRD403", "VRD412"]


@pytest.mark.parametrize("line", ["gegevens:", "oordelen:", "keuze:", "gegevens: ~"])
def test_a_section_with_nothing_in_it(line: str) -> None:
    name = line.split(":", maxsplit=1)[0]
    assert refusal(f"{HEAD}{line}\n")[3:] == (
        f"onder `{name}` staat niets",
        "vul iets in, of haal de regel weg",
    )


def test_a_list_where_keys_belong() -> None:
    assert refusal(f"{HEAD}gegevens:\n  - gedraging\n")[3:] == (
        "bij `gegevens` horen sleutels met elk een waarde, maar hier staat een lijst",
        "zet onder `gegevens` op elke regel een naam, een dubbele punt en een waarde",
    )


def test_a_switch_that_is_no_switch() -> None:
    assert refusal(f"{HEAD}voorbeeldrichtlijnen: true\n")[3:] == ("`true` is geen ja of nee", "schrijf `ja`")


def test_a_title_without_end() -> None:
    text = f"casus: {'x' * 201}\n{HEAD}"
    assert refusal(text)[3:] == ("een titel is hier ten hoogste 200 tekens", "maak de titel korter")


def test_a_key_that_stands_there_twice() -> None:
    assert refusal(f"{HEAD}gegevens:\n  leeftijd: 29 jaar\n  leeftijd: 30 jaar\n")[::3] == (
        "VRD022",
        "de sleutel `leeftijd` staat er twee keer",
    )


def test_all_problems_at_once_in_the_order_of_the_file() -> None:
    text = (
        "gemeente: amsterdm\n"
        "peildatum: 2026-02-30\n"
        "gegevens: {gedragin: te_laat, leeftijd: 29}\n"
        "oordelen: {dringende_redenen: {oordeel: x}}\n"
        "naam: Jan\n"
    )
    found = [(each.code, each.span.line) for each in refusals(text) if each.span is not None]
    assert found == [("VRD403", 1), ("VRD415", 2), ("VRD406", 3), ("VRD412", 3), ("VRD411", 4), ("VRD402", 5)]


def test_reading_stops_at_fifty_problems() -> None:
    lines = "".join(f"  x{number}: ja\n" for number in range(200))
    assert len(refusals(f"{HEAD}gegevens:\n{lines}")) == 50


def test_the_regulations_may_be_wrong_as_well() -> None:
    def broken(gemeente: str) -> Corpus:
        raise InputError(refusals("gemeente: amsterdam\n"))

    with pytest.raises(InputError) as caught:
        read_case(Source("casus.yaml", "gemeente: amsterdm\npeildatum: 2026-03-01\n"), broken)
    assert [each.code for each in caught.value.diagnostics] == ["VRD403", "VRD404"]


# ------------------------------------------------ judgements and the choice


def test_a_judgement_without_a_judgement() -> None:
    assert refusal(f"{HEAD}oordelen:\n  verwijtbaarheid: {{motivering: x}}\n")[3:] == (
        "bij `verwijtbaarheid` ontbreekt `oordeel`",
        "schrijf `verwijtbaarheid: {oordeel: …, motivering: …}`",
    )


def test_a_judgement_with_another_key() -> None:
    text = f"{HEAD}oordelen:\n  verwijtbaarheid: {{oordeel: geen, motivring: x}}\n"
    assert refusal(text)[3:] == ("een oordeel heeft geen sleutel `motivring`", "bedoelt u `motivering`?")


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        (
            "besluiten: {verlaging: 110%}",
            "VRD413",
            "`110%` valt buiten de grenzen van `verlaging`: 0% tot en met 100%",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 18",
        ),
        (
            "besluiten: {verlagin: 5%}",
            "VRD408",
            "er is geen besluit `verlagin`",
            "bedoelt u `verlaging`?",
        ),
        (
            "route: pw artikel 18 lid 11",
            "VRD417",
            "er is geen regel `pw artikel 18 lid 11`",
            "bedoelt u `pw artikel 18 lid 10`?",
        ),
        (
            "beslist_door: Jan de Vries",
            "VRD402",
            "`Jan de Vries` is geen rol",
            "noem een rol in kleine letters, zoals `college`, en nooit een naam",
        ),
        (
            "dient: bestaanzekerheid",
            "VRD417",
            "er is geen waarde `bestaanzekerheid` die de wet dient",
            "bedoelt u `bestaanszekerheid`?",
        ),
        (
            "motivering: {omstandighden: x}",
            "VRD405",
            "geen regel vraagt om de motivering `omstandighden`",
            "bedoelt u `omstandigheden`?",
        ),
        (
            "rout: x",
            "VRD405",
            "een keuze heeft geen sleutel `rout`",
            "bedoelt u `route`?",
        ),
        (
            "motivering: Omdat het kan.",
            "VRD416",
            "bij `motivering` horen sleutels met elk een waarde, maar hier staat één waarde",
            "zet onder `motivering` op elke regel een naam, een dubbele punt en een waarde",
        ),
    ],
)
def test_a_choice_that_cannot_be_read(line: str, code: str, message: str, help: str) -> None:
    assert refusal(f"{HEAD}keuze:\n  {line}\n")[::3] == (code, message)
    assert refusal(f"{HEAD}keuze:\n  {line}\n")[4] == help


def test_a_reason_of_ones_own_may_stand_beside_the_others() -> None:
    choice = read(f"{HEAD}keuze: {{motivering: {{omstandigheden: a, overleg: b}}}}\n").choice
    assert choice is not None
    assert choice.reasons == (("omstandigheden", "a"), ("overleg", "b"))


# ------------------------------------------------ no persons


@pytest.mark.parametrize(
    "name",
    ["naam", "Naam", "voornaam", "naam_partner", "bsn", "BSN", "b.s.n.", "adres", "e-mail", "postcode"],
)
def test_a_case_has_no_field_for_a_person(name: str) -> None:
    for text in (f"{HEAD}{name}: x\n", f"{HEAD}gegevens: {{{name}: x}}\n"):
        code, _, _, message, help = refusal(text)
        assert (code, message) == ("VRD402", f"een casus heeft geen veld voor `{name}`")
        assert help == "haal deze regel weg; een casus noemt geen personen"


def test_a_date_of_birth_becomes_an_age() -> None:
    assert fact("geboortedatum: 1990-01-01") == (
        "VRD402",
        "een casus heeft geen veld voor `geboortedatum`",
        "haal deze regel weg; vul als het nodig is `leeftijd` in, zoals `29 jaar`",
    )


@pytest.mark.parametrize(
    "text",
    [
        "casus: Zaak van 123456782\n" + HEAD,
        HEAD + "oordelen:\n  verwijtbaarheid: {oordeel: geen, motivering: bsn 1234.56.782 was bekend}\n",
        HEAD + "keuze: {motivering: {omstandigheden: zie 123456782}}\n",
        HEAD + "gegevens:\n  123456782: ja\n",
        HEAD + "verwacht: {opmerking: 123 456 782}\n",
        HEAD + "# van 123456782\n",
        HEAD + "gegevens:\n  leeftijd: 29 jaar   # 123456782\n",
    ],
)
def test_a_bsn_is_refused_and_never_repeated(text: str) -> None:
    found = refusals(text)
    assert [each.code for each in found] == ["VRD401"]
    assert "123456782" not in repr(found).replace(" ", "").replace(".", "")


def test_nine_digits_that_fail_the_elfproef_may_stand() -> None:
    assert read("casus: Dossier 123456789\n" + HEAD).title == "Dossier 123456789"
