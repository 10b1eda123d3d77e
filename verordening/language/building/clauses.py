"""The clauses of an item, except `dan` and `herstel`. Which may stand where is decided in `placement`."""

from __future__ import annotations

from typing import Any

from verordening.language import syntax as s
from verordening.language.building.base import NO_DATE, Base, nodes, text, tokens
from verordening.language.tokens import Meta, Token


class Clauses(Base):
    """One method a clause; clauses of one shape share the method that does the work."""

    # ------------------------------------------------ texts

    def _text_clause(self, meta: Meta, children: list[Any]) -> s.TextClause:
        texts = tuple(text(token) for token in tokens(children, "STRING"))
        return s.TextClause(self._span(meta), _opening(children, "STRING"), texts)

    def clause_bron(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_inhoud(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_vraag(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_uitleg(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_label(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_uitkomstzin(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_standaardzin(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_omstreden(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def clause_bijzonder(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    def _worded_clause(self, keyword: str, meta: Meta, children: list[Any]) -> s.TextClause:
        texts = tuple(text(token) for token in tokens(children, "STRING"))
        return s.TextClause(self._span(meta), keyword, texts)

    def clause_verordening_verplicht(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._worded_clause("verordening verplicht", meta, children)

    def clause_verandert_niet(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._worded_clause("verandert niet", meta, children)

    def clause_neemt_alleen_toe(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._worded_clause("neemt alleen toe", meta, children)

    def clause_buiten_toepassing(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._worded_clause("buiten toepassing", meta, children)

    def clause_spreekt_tegen(self, meta: Meta, children: list[Any]) -> s.TextClause:
        return self._text_clause(meta, children)

    # ------------------------------------------------ words

    def _word_clause(self, meta: Meta, children: list[Any]) -> s.WordClause:
        texts = tokens(children, "STRING")
        keyword = " ".join(str(children[0]).split())
        names = self._names(children)
        return s.WordClause(self._span(meta), keyword, names, text(texts[0]) if texts else "")

    def clause_soort(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_gemeente(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_herkomst(self, meta: Meta, children: list[Any]) -> s.OriginClause:
        dates = tokens(children, "DATE")
        at = children.index(dates[0]) if dates else len(children)
        (grade, note), (earlier, earlier_note) = self._graded(children[:at]), self._graded(children[at:])
        assert grade is not None
        since = self._date(dates[0]) if dates else None
        return s.OriginClause(self._span(meta), grade, note, since, earlier, earlier_note)

    def _graded(self, children: list[Any]) -> tuple[s.Name | None, str]:
        names, texts = self._names(children), tokens(children, "STRING")
        return names[0] if names else None, text(texts[0]) if texts else ""

    def clause_gebruikt(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_verhouding(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_bewijslast(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_dient(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_mandaat(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_motiveer(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_soort_ruimte(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_groep(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_meervoud(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_duur(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_ingang(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_verrekend_over(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_samen_ten_hoogste(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_heroverwegen_voor(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_bij_meer(self, meta: Meta, children: list[Any]) -> s.WordClause:
        """`bij meer verplichtingen geldt de hoogste verlaging`: the middle word is `hoogste` or `elke`."""
        of, decision = self._names(children)
        highest = bool(tokens(children, "GELDT_DE_HOOGSTE"))
        words = (of, s.Name(of.span, "hoogste" if highest else "elke"), decision)
        return s.WordClause(self._span(meta), "bij meer", words)

    def clause_bewaakt(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_werking(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def clause_bewijs(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return self._word_clause(meta, children)

    def weighed_name(self, _: Meta, children: list[Any]) -> s.Name:
        name = self._name(children[0])
        return s.Name(name.span, name.name.replace("_", " "))

    def weighed_text(self, _: Meta, children: list[Any]) -> s.Name:
        return s.Name(self._token_span(children[0]), text(children[0]))

    def clause_weeg(self, meta: Meta, children: list[Any]) -> s.WordClause:
        return s.WordClause(self._span(meta), "weeg", tuple(nodes(children)))

    # ------------------------------------------------ references

    def _reference_clause(self, keyword: str, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        references: list[s.Reference] = []
        for node in nodes(children):
            references.extend(node if isinstance(node, tuple) else (node,))
        texts = tokens(children, "STRING")
        dates = tokens(children, "DATE")
        return s.ReferenceClause(
            self._span(meta),
            keyword,
            tuple(references),
            text(texts[0]) if texts else "",
            self._date(dates[0]) if dates else None,
        )

    def clause_daarna(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("daarna", meta, children)

    def clause_grondslag(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("grondslag", meta, children)

    def clause_niet_opgenomen(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("niet opgenomen", meta, children)

    def clause_geen_regeling(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("geen regeling", meta, children)

    def clause_volledig(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("volledig", meta, children)

    def clause_nagelezen(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("nagelezen op", meta, children)

    def clause_dode_verwijzing(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("dode verwijzing", meta, children)

    def clause_past_toe(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("past toe", meta, children)

    def clause_overgangsrecht(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("overgangsrecht", meta, children)

    def clause_toegestaan(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("toegestaan door", meta, children)

    def clause_onverminderd(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("onverminderd", meta, children)

    def clause_vervangt(self, meta: Meta, children: list[Any]) -> s.ReferenceClause:
        return self._reference_clause("vervangt", meta, children)

    def clause_afwijking(self, meta: Meta, children: list[Any]) -> s.DeviationClause:
        lists = nodes(children)
        names = self._names(children)
        excepted = lists[1] if len(lists) > 1 else ()
        return s.DeviationClause(self._span(meta), lists[0], excepted, names[0] if names else None)

    def clause_weegt(self, meta: Meta, children: list[Any]) -> s.WeighingClause:
        higher, lower = self._names(children)
        lists = nodes(children)
        return s.WeighingClause(self._span(meta), higher, lower, lists[0] if lists else ())

    # ------------------------------------------------ time

    def clause_in_werking(self, meta: Meta, children: list[Any]) -> s.PeriodClause:
        dates = [self._date(token) for token in tokens(children, "DATE")]
        start = None if tokens(children, "ONBEKEND") else dates.pop(0)
        end = dates[0] if dates else None
        if start is not None and end is not None and NO_DATE not in (start, end) and end <= start:
            self._problem(
                "VRD112",
                "deze periode eindigt voordat zij begint",
                self._span(meta),
                "`tot` is de eerste dag waarop het niet meer geldt; kies een latere dag",
            )
        return s.PeriodClause(self._span(meta), "in werking", start, end)

    def clause_nieuw(self, meta: Meta, children: list[Any]) -> s.PeriodClause:
        return s.PeriodClause(self._span(meta), "nieuw", self._date(tokens(children, "DATE")[0]))

    def clause_gedoogd(self, meta: Meta, children: list[Any]) -> s.PeriodClause:
        return s.PeriodClause(self._span(meta), "gedoogd", self._date(tokens(children, "DATE")[0]))

    def clause_row(self, meta: Meta, children: list[Any]) -> s.RowClause:
        dates = [self._date(token) for token in tokens(children, "DATE")]
        words, texts = tokens(children, "NAME"), tokens(children, "STRING")
        return s.RowClause(
            self._span(meta),
            dates[0],
            dates[1] if len(dates) > 1 else None,
            nodes(children)[0],
            str(words[0]) if words else "",
            text(texts[0]) if texts else "",
        )

    # ------------------------------------------------ conditions

    def clause_als(self, meta: Meta, children: list[Any]) -> s.ConditionClause:
        return s.ConditionClause(self._span(meta), "als", nodes(children)[0])

    def clause_tenzij(self, meta: Meta, children: list[Any]) -> s.ConditionClause:
        return s.ConditionClause(self._span(meta), "tenzij", nodes(children)[0])

    def clause_eis(self, meta: Meta, children: list[Any]) -> s.ConditionClause:
        return s.ConditionClause(self._span(meta), "eis", nodes(children)[0])

    # ------------------------------------------------ the eis of a waarborg

    def clause_independent(self, meta: Meta, children: list[Any]) -> s.IndependentClause:
        at = children.index(tokens(children, "HANGT_NIET_AF_VAN", "HANGEN_NIET_AF_VAN")[0])
        return s.IndependentClause(
            self._span(meta), tuple(nodes(children[:at])), self._names(children[at + 1 :])
        )

    def clause_monotone(self, meta: Meta, children: list[Any]) -> s.MonotoneClause:
        never = "daalt" if tokens(children, "DAALT_NIET_ALS") else "stijgt"
        (fact,) = self._names(children)
        return s.MonotoneClause(self._span(meta), nodes(children)[0], never, fact, str(children[-1]))

    def clause_compared(self, meta: Meta, children: list[Any]) -> s.ComparedClause:
        subject, first, second = nodes(children)
        (relation,) = self._names(children)
        return s.ComparedClause(
            self._span(meta), subject, bool(tokens(children, "NIET")), relation, first, second
        )

    def clause_excluded(self, meta: Meta, children: list[Any]) -> s.ExcludedClause:
        first, second = nodes(children)
        return s.ExcludedClause(self._span(meta), first, second)


def _opening(children: list[Any], stop: str) -> str:
    """The words of the keyword that the clause opens with."""
    words = [str(child) for child in children if isinstance(child, Token) and child.type != stop]
    return " ".join(words)
