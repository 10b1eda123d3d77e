"""Random syntax trees in every construct of the language, as the parser could have made them.

A clause that is new in the language gets a strategy in `CLAUSES`, a head one in `heads`; tests fail until it has.
"""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from verordening.language import syntax as s
from verordening.language.placement import _OF_A_RULE, _REPEATED, ALLOWED
from verordening.language.source import Span

HERE = Span("x", 1, 1, 1, 1)
DEPTH = {"artikel": 1, "lid": 2, "onderdeel": 3, "zin": 4}

WORDS = (
    "leeftijd",
    "alsnog",
    "danig",
    "geen_x",
    "é",
    "_lid",
    "waarden",
    "een_lange_naam_die_een_regel_helpt_vullen",
)
names = st.builds(s.Name, st.just(HERE), st.sampled_from(WORDS))
words = st.sampled_from(WORDS)
texts = st.text(
    st.characters(exclude_characters='"\n\r', exclude_categories=["Cs"]), max_size=20
) | st.sampled_from(
    ["", "als (dan) # niet", "een tekst die een flink stuk van de regel vult, en nog wat meer dan dat"]
)
days = st.dates(datetime.date(1, 1, 2))
TIME = ("dag", "werkdag", "week", "maand", "jaar", "uur")
place_numbers = st.sampled_from(["1", "18", "8*", "4:84", "475c.1", "3b"])
part_numbers = st.sampled_from(["a", "b°", "ab", "1"])


def some(
    strategy: st.SearchStrategy[Any], least: int = 1, most: int = 4
) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


# ---------------------------------------------------------------- references


@st.composite
def places(draw: st.DrawFn) -> s.Reference:
    """A place as a reference can name it."""
    regeling = draw(st.sampled_from(["", "pw", "amsterdam/maatregelen"]))
    kind = draw(st.sampled_from(["artikel", "lid", "onderdeel", "richtlijn", "self", "regeling"]))
    if kind == "self":
        return s.Reference(HERE, itself=True)
    if kind == "regeling":
        return s.Reference(HERE, regeling=regeling or "awb")
    if kind == "richtlijn":
        return s.Reference(HERE, regeling=regeling, richtlijn=draw(place_numbers))
    lid = draw(place_numbers) if kind == "lid" or (kind == "artikel" and draw(st.booleans())) else ""
    return s.Reference(
        HERE,
        regeling=regeling if kind == "artikel" else "",
        artikel=draw(place_numbers) if kind == "artikel" else "",
        lid=lid,
        onderdeel=draw(part_numbers) if kind == "onderdeel" or draw(st.booleans()) else "",
        zin=draw(place_numbers | st.just("")),
    )


@st.composite
def references(draw: st.DrawFn) -> s.Reference:
    """A place, or a range of them."""
    place = draw(places())
    numbered = any((place.artikel, place.lid, place.onderdeel, place.richtlijn))
    if not numbered or draw(st.booleans()):
        return place
    fields = {
        name: getattr(place, name) for name in ("regeling", "artikel", "lid", "onderdeel", "zin", "richtlijn")
    }
    return s.Reference(HERE, **fields, up_to=draw(place_numbers | part_numbers))


targets = references() | words.map(lambda kind: s.Reference(HERE, every=kind))

# ---------------------------------------------------------------- expressions


def literal(kind: str, number: object, unit: str = "") -> s.Literal:
    return s.Literal(HERE, kind, number, unit)


def exact(number: int, digits: int) -> int | Fraction:
    """As the parser reads a decimal: a whole number as int."""
    value = Fraction(number, 10**digits)
    return value.numerator if value.denominator == 1 else value


decimals = st.builds(exact, st.integers(0, 10**6), st.integers(0, 4))
literals: st.SearchStrategy[s.Literal] = st.one_of(
    st.builds(
        lambda cents, unit: literal("bedrag", cents, unit),
        st.integers(-(10**9), 10**12),
        st.sampled_from(["", "maand", "jaar", "week", "uur"]),
    ),
    decimals.map(lambda number: literal("percentage", number)),
    decimals.map(lambda number: literal("getal", number)),
    st.builds(
        lambda number, unit: literal("duur", number, unit),
        st.integers(0, 10**6),
        st.sampled_from(TIME),
    ),
    days.map(lambda day: literal("datum", day)),
    st.booleans().map(lambda value: literal("ja/nee", value)),
    st.just(literal("onbepaald", None)),
)
percentages = decimals.map(lambda number: literal("percentage", number))


def operation(operator: str, *operands: s.Expression) -> s.Operation:
    return s.Operation(HERE, operator, operands)


def _larger(inner: st.SearchStrategy[s.Expression]) -> st.SearchStrategy[s.Expression]:
    several = st.lists(inner, min_size=2, max_size=4)
    many = st.sampled_from(["and", "or", "kleinste", "grootste"])
    binary = st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"])
    return st.one_of(
        st.builds(lambda operator, parts: operation(operator, *parts), many, several),
        inner.map(lambda part: operation("not", part)),
        inner.map(lambda part: operation("maand na", part)),
        st.builds(operation, binary, inner, inner),
        st.builds(lambda percent, part: operation("van", percent, part), percentages, inner),
        st.builds(s.OneOf, st.just(HERE), inner, some(names)),
        st.builds(s.Elapsed, st.just(HERE), st.sampled_from(TIME), inner, inner),
        st.builds(s.Term, st.just(HERE), inner, inner),
        st.builds(
            s.Conversion,
            st.just(HERE),
            inner,
            st.sampled_from(["maand", "jaar", "week", "uur"]),
            maybe(inner),
        ),
        _of_lists(inner),
    )


def _of_lists(inner: st.SearchStrategy[s.Expression]) -> st.SearchStrategy[s.Expression]:
    def of_list(operator: str, *wordings: str, subject: bool = False, demand: bool = False) -> Any:
        return st.builds(
            s.ListOperation,
            st.just(HERE),
            st.just(operator),
            names,
            names | inner if subject else st.none(),
            maybe(inner),
            inner if demand else st.none(),
            st.sampled_from(wordings or ("",)),
        )

    return st.one_of(
        *(of_list(operator) for operator in ("aantal", "een", "geen")),
        of_list("som", subject=True),
        *(of_list(operator, "de", "het", subject=True) for operator in ("hoogste", "laagste")),
        of_list("elk", "elk", "elke", demand=True),
    )


leaves: st.SearchStrategy[s.Expression] = st.one_of(
    names,
    literals,
    st.just(s.CaseDate(HERE)),
    st.just(s.NoValue(HERE)),
    st.builds(
        s.RuleValue, st.just(HERE), st.sampled_from(["duur", "bedrag", "percentage", "uitkomst"]), places()
    ),
)
expressions = st.recursive(leaves, _larger, max_leaves=8)
ordinary = st.just(s.OrdinaryOutcome(HERE))

# ---------------------------------------------------------------- types and heads

options = st.builds(
    lambda name, label: s.Option(HERE, name, name.replace("_", " ") if label is None else label),
    words,
    maybe(texts),
)
roundings = st.builds(
    s.Rounding,
    st.just(HERE),
    st.sampled_from(["centen", "euro's"]),
    st.sampled_from(["half", "boven", "beneden"]),
)


@st.composite
def types(draw: st.DrawFn) -> s.TypeExpression:
    """A type of any kind, with bounds and a step that need not make sense."""
    kind = draw(
        st.sampled_from(["ja/nee", "een van", "aantal", "getal", "percentage", "bedrag", "duur", "datum"])
    )
    bounds = draw(st.booleans())
    units = {
        "bedrag": ("", "maand", "jaar", "week", "uur"),
        "duur": TIME,
    }
    return s.TypeExpression(
        HERE,
        kind,
        draw(st.sampled_from(units.get(kind, ("",)))),
        draw(maybe(names)) if kind == "percentage" else None,
        draw(some(options)) if kind == "een van" else (),
        draw(literals) if bounds else None,
        draw(literals) if bounds else None,
        draw(maybe(literals)),
        draw(st.booleans()) if kind == "duur" else False,
        half_open=bounds and draw(st.booleans()),
    )


@st.composite
def list_types(draw: st.DrawFn) -> s.TypeExpression:
    """A list with fields of any other type."""
    protected = draw(st.booleans())
    fields = st.builds(
        s.ListField,
        st.just(HERE),
        names,
        types(),
        texts,
        texts,
        st.just(protected),
        texts if protected else st.just(""),
        st.sampled_from([("", ""), ("verandert niet", ""), ("neemt alleen toe", "niemand wordt jonger")]),
    )
    most = st.integers(0, 99).map(lambda number: literal("getal", number))
    return s.TypeExpression(
        HERE, "lijst", high=draw(maybe(most)), element=draw(names), fields=draw(some(fields))
    )


def head(kind: Any, *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, st.just(HERE), *parts)


HEADS: dict[str, st.SearchStrategy[s.Head]] = {
    "regeling": head(s.RegelingHead, words, texts),
    "gegeven": head(s.InputHead, st.just("gegeven"), names, types() | list_types(), maybe(names)),
    "oordeel": head(s.InputHead, st.just("oordeel"), names, types(), maybe(names)),
    "begrip": head(
        s.ConceptHead,
        names,
        maybe(types()),
        some(st.tuples(expressions, expressions), 0, 3),
        expressions,
        maybe(roundings),
    ),
    "tabel": head(s.TableHead, names, types(), some(st.tuples(st.integers(1, 12), st.integers(1, 28)), 0, 3)),
    "besluit": head(
        s.DecisionHead, names, types(), maybe(literals | names), maybe(roundings), maybe(names), maybe(names)
    ),
    "waarde": head(s.ValueHead, names, texts),
    "richtlijn": head(s.PlaceHead, st.just("richtlijn"), place_numbers, texts),
    "ondergrens": head(s.FloorHead, names, texts),
    "samenhang": head(s.CoherenceHead, texts, maybe(expressions), expressions),
    "waarborg": head(s.GuaranteeHead, names, texts),
}
"""A strategy for each kind of head but a place: how deep that lies depends on what is before it."""

# ---------------------------------------------------------------- clauses


NOTHING = st.just("")


def effect(form: str, **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[s.Effect]:
    return st.builds(s.Effect, st.just(HERE), st.just(form), **parts)


def set_to(form: str) -> st.SearchStrategy[s.Effect]:
    return st.builds(lambda name, value: s.Effect(HERE, form, name, value, value), names, expressions)


limits = set_to("hoogste") | set_to("minste")
EFFECTS: dict[str, st.SearchStrategy[s.Effect]] = {
    "moet": set_to("moet"),
    "kan": set_to("kan")
    | effect("kan")
    | effect("kan", decision=names, low=expressions, high=expressions | ordinary),
    "afgestemd": effect("afgestemd")
    | effect("afgestemd", decision=names)
    | effect("afgestemd", decision=names, low=expressions, high=expressions | ordinary),
    "hoogste": set_to("hoogste"),
    "minste": set_to("minste"),
    "mag_niet": set_to("mag_niet"),
    "bepaalt": effect(
        "bepaalt",
        decision=names,
        low=expressions,
        high=expressions,
        delegate=words,
        krachtens=maybe(references()),
        relation=maybe(st.tuples(words, references())),
    ),
    "gemotiveerd": effect("gemotiveerd", key=words, question=texts),
}


def text(keyword: str, least: int = 1, most: int = 1) -> st.SearchStrategy[s.Clause]:
    return st.builds(s.TextClause, st.just(HERE), st.just(keyword), some(texts, least, most))


def word(
    keyword: str, most: int = 1, behind: st.SearchStrategy[str] = NOTHING
) -> st.SearchStrategy[s.Clause]:
    return st.builds(s.WordClause, st.just(HERE), st.just(keyword), some(names, 1, most), behind)


def reference(
    keyword: str, least: int = 1, most: int = 4, behind: st.SearchStrategy[str] = NOTHING
) -> st.SearchStrategy[s.Clause]:
    several = some(references(), least, most)
    return st.builds(s.ReferenceClause, st.just(HERE), st.just(keyword), several, behind)


def condition(keyword: str) -> st.SearchStrategy[s.Clause]:
    return st.builds(s.ConditionClause, st.just(HERE), st.just(keyword), expressions)


def period(keyword: str) -> st.SearchStrategy[s.Clause]:
    return st.builds(s.PeriodClause, st.just(HERE), st.just(keyword), days)


@st.composite
def in_force(draw: st.DrawFn) -> s.PeriodClause:
    start, end = draw(maybe(days)), draw(maybe(days))
    if start is not None and end is not None and end <= start:
        end = None
    return s.PeriodClause(HERE, "in werking", start, end)


@st.composite
def rows(draw: st.DrawFn) -> s.RowClause:
    amount = draw(literals | st.just(s.NoValue(HERE)))
    provenance = draw(words | st.just(""))
    source = draw(texts) if provenance else ""
    return s.RowClause(HERE, draw(days), draw(maybe(days)), amount, provenance, source)


@st.composite
def origins(draw: st.DrawFn) -> s.OriginClause:
    since = draw(maybe(days))
    if since is None:
        return s.OriginClause(HERE, draw(names), draw(texts))
    return s.OriginClause(HERE, draw(names), draw(texts), since, draw(names), draw(texts))


properties = (
    st.builds(s.IndependentClause, st.just(HERE), some(expressions), some(names))
    | st.builds(
        s.MonotoneClause,
        st.just(HERE),
        expressions,
        st.sampled_from(["daalt", "stijgt"]),
        names,
        st.sampled_from(["daalt", "stijgt"]),
    )
    | st.builds(s.ComparedClause, st.just(HERE), expressions, st.booleans(), names, expressions, expressions)
    | st.builds(s.ExcludedClause, st.just(HERE), expressions, expressions)
)
"""What the `eis` of a waarborg can say."""


CLAUSES: dict[str, st.SearchStrategy[s.Clause]] = {
    **{
        key: text(key)
        for key in ("bron", "uitleg", "label", "inhoud", "vraag", "uitkomstzin", "standaardzin")
    },
    **{key: text(key) for key in ("buiten toepassing", "spreekt tegen")},
    "omstreden": text("omstreden", 2, 2),
    "bijzonder": text("bijzonder", 0, 1),
    **{key: text(key, 0, 1) for key in ("verandert niet", "neemt alleen toe")},
    **{key: word(key) for key in ("soort", "gemeente", "verhouding", "soort ruimte", "groep", "werking")},
    **{key: word(key, 8) for key in ("gebruikt", "dient", "mandaat", "bewaakt")},
    **{key: word(key, 1, texts) for key in ("motiveer", "bewijs")},
    "herkomst": origins(),
    **{key: word(key) for key in ("meervoud", "duur", "ingang", "verrekend over", "heroverwegen voor")},
    "bewijslast": st.builds(
        lambda bearer, grade, ground: s.WordClause(HERE, "bewijslast", (bearer, grade), ground),
        names,
        names,
        texts,
    ),
    "samen ten hoogste": word("samen ten hoogste", 8),
    "bij meer": st.builds(
        lambda of, which, decision: s.WordClause(HERE, "bij meer", (of, s.Name(HERE, which), decision)),
        names,
        st.sampled_from(["hoogste", "elke"]),
        names,
    ),
    "weeg": st.builds(
        lambda texts: s.WordClause(HERE, "weeg", tuple(s.Name(HERE, each) for each in texts)),
        st.lists(texts | st.sampled_from(["gezin", "lid", "als", "gezondheid"]), min_size=1, max_size=4),
    ),
    **{key: reference(key) for key in ("grondslag", "toegestaan door", "onverminderd", "vervangt")},
    "past toe": reference("past toe", 1, 1),
    "niet opgenomen": reference("niet opgenomen", behind=texts),
    "dode verwijzing": st.builds(
        lambda places, text: s.ReferenceClause(HERE, "dode verwijzing", places, text),
        some(references()),
        texts.filter(bool),
    ),
    "nagelezen op": st.builds(
        lambda day, text: s.ReferenceClause(HERE, "nagelezen op", (), text, day), days, texts
    ),
    "daarna": reference("daarna", 0, behind=texts),
    "geen regeling": st.builds(
        lambda place, since: s.ReferenceClause(HERE, "geen regeling", (place,), since=since),
        references(),
        maybe(days),
    ),
    "volledig": st.builds(
        lambda places, since: s.ReferenceClause(HERE, "volledig", places, since=since),
        some(references()),
        maybe(days),
    ),
    "verordening verplicht": text("verordening verplicht", 0, 0),
    "overgangsrecht": st.builds(
        lambda places, since: s.ReferenceClause(HERE, "overgangsrecht", places, since=since),
        some(references()),
        days,
    ),
    "in werking": in_force(),
    "nieuw": period("nieuw"),
    "gedoogd": period("gedoogd"),
    "vanaf": rows(),
    "als": condition("als"),
    "tenzij": condition("tenzij"),
    "eis": condition("eis") | properties,
    "in afwijking van": st.builds(
        s.DeviationClause, st.just(HERE), some(targets), some(references(), 0), maybe(names)
    ),
    "dan": st.builds(s.EffectClause, st.just(HERE), st.just("dan"), some(st.one_of(*EFFECTS.values()))),
    "herstel": st.builds(s.EffectClause, st.just(HERE), st.just("herstel"), some(limits)),
    "weegt": st.builds(s.WeighingClause, st.just(HERE), names, names, some(references(), 0)),
}
"""A strategy for each clause, by its keyword."""

# ---------------------------------------------------------------- items and files


@st.composite
def clauses_of(draw: st.DrawFn, kind: str) -> tuple[s.Clause, ...]:
    """Clauses that may stand under this kind of head, in any order."""
    allowed = sorted(keyword for keyword, kinds in ALLOWED.items() if kind in kinds)
    found: list[s.Clause] = []
    for keyword in draw(st.lists(st.sampled_from(allowed), max_size=5)):
        if keyword in _REPEATED or all(each.keyword != keyword for each in found):
            found.append(draw(CLAUSES[keyword]))
    is_rule = kind == "plaats" and any(each.keyword in _OF_A_RULE for each in found)
    if is_rule and all(each.keyword != "dan" for each in found):
        found.append(draw(CLAUSES["dan"]))
    if any(each.keyword == "dan" for each in found):
        found = [each for each in found if each.keyword != "overgangsrecht"]
    return tuple(found)


@st.composite
def items(draw: st.DrawFn) -> s.Item:
    kind = draw(st.sampled_from([*HEADS, "plaats", "plaats", "plaats"]))
    if kind != "plaats":
        clauses = draw(clauses_of(kind)) or ((draw(CLAUSES["inhoud"]),) if kind == "richtlijn" else ())
        return s.Item(draw(HEADS[kind]), clauses)
    part = draw(st.sampled_from(list(DEPTH)))
    number = draw(part_numbers if part == "onderdeel" else place_numbers)
    title = draw(texts) if part != "zin" else ""
    return s.Item(s.PlaceHead(HERE, part, number, title), draw(clauses_of("plaats")))


@st.composite
def files(draw: st.DrawFn) -> tuple[s.Item, ...]:
    """The items of a file; a place with nothing in it is given a text."""
    found = draw(st.lists(items(), min_size=1, max_size=6))
    return tuple(
        s.Item(each.head, (draw(CLAUSES["inhoud"]),)) if _is_empty(each, after) else each
        for each, after in zip(found, [*found[1:], None], strict=True)
    )


def _is_empty(item: s.Item, after: s.Item | None) -> bool:
    if item.clauses or not isinstance(item.head, s.PlaceHead):
        return False
    inner = after.head if after is not None else None
    return not (
        isinstance(inner, s.PlaceHead)
        and item.head.part in DEPTH
        and DEPTH.get(inner.part, 0) > DEPTH[item.head.part]
    )
