"""The made-up rules as an integer program."""

from __future__ import annotations

from datetime import date

from benchmarks.caseload.facts import DAY, FACTS
from benchmarks.caseload.three_valued import Maybe, Rules
from verordening.population.program import Program

BORN_AFTER_21 = date(2005, 3, 1).toordinal()
BORN_AFTER_27 = date(1999, 3, 1).toordinal()
PENSION = date(1959, 3, 1).toordinal()
MARRIED = 200_214
SHARED = tuple((2 * (40 + 30 * n) * MARRIED + 100 * n) // (200 * n) for n in range(1, 22))
SHARED_MARRIED = tuple(2 * each for each in SHARED)
VERLAGING = (0, 5, 10, 20, 30, 50, 100)
SHORT = ("norm", "verlaging", "duur", "inhouding")
"""The decisions; each has its status beside it."""


def program(*, unknowns: bool, all_columns: bool) -> Program:
    """With or without unknown facts; values and statuses only, or also which rule gave them and what the floor did."""
    r = Rules(unknowns=unknowns)
    f = {each.name: r.fact(each.name, each.low, each.high, truth=each.truth) for each in FACTS}

    def over(left: int | Maybe, right: int | Maybe) -> Maybe:
        return r.worked_out("less", right, left)

    def at_least(left: int | Maybe, right: int | Maybe) -> Maybe:
        return r.worked_out("at_most", right, left)

    def same(left: Maybe, right: int) -> Maybe:
        return r.worked_out("equal", left, right)

    def plus(left: int | Maybe, right: int | Maybe) -> Maybe:
        return r.worked_out("add", left, right)

    def minus(left: int | Maybe, right: int | Maybe) -> Maybe:
        return r.worked_out("sub", left, right)

    def part(left: Maybe, times: int | Maybe, of: int | Maybe) -> Maybe:
        return r.worked_out("div", r.worked_out("mul", left, times), of)

    def least(left: int | Maybe, right: int | Maybe) -> Maybe:
        return r.worked_out("least", left, right)

    def most(left: int | Maybe, right: int | Maybe) -> Maybe:
        return r.worked_out("most", left, right)

    married, parent = same(f["huishouden"], 2), same(f["huishouden"], 1)
    young, partner_young = over(f["geboren"], BORN_AFTER_21), over(f["partner_geboren"], BORN_AFTER_21)
    below_27 = over(f["geboren"], BORN_AFTER_27)
    pension = r.some(
        at_least(PENSION, f["geboren"]), r.both(married, at_least(PENSION, f["partner_geboren"]))
    )
    both_young, one_young = r.both(young, partner_young), r.some(young, partner_young)
    children, inside = f["kinderen"], f["inrichting"]
    shares = r.both(at_least(f["kostendelers"], 1), r.no(young), r.no(inside), r.no(f["schoolverlater"]))

    # norm: fourteen rules, the first that applies
    household = f["kostendelers"]
    norms = (
        (r.both(inside, married), 72_013),
        (inside, 46_299),
        (r.both(pension, married), 211_970),
        (pension, 156_490),
        (r.both(shares, married), Maybe(r.make.look_up(household.at, SHARED_MARRIED), household.known)),
        (shares, Maybe(r.make.look_up(household.at, SHARED), household.known)),
        (r.both(married, both_young, children), 109_246),
        (r.both(married, both_young), 69_198),
        (r.both(married, one_young, children), 174_749),
        (r.both(married, one_young), 134_706),
        (married, MARRIED),
        (r.both(young, parent), 34_600),
        (young, 34_599),
    )
    norm = r.first(*norms, otherwise=140_150)
    norm_rule = r.first(*((truth, number) for number, (truth, _) in enumerate(norms, 1)), otherwise=14)
    without_costs = r.both(same(f["woonsituatie"], 3), r.no(shares), r.no(inside))
    leaver = r.both(f["schoolverlater"], below_27)
    lowered = r.first(
        (r.both(without_costs, leaver), 50_054), (without_costs, 40_043), (leaver, 20_021), otherwise=0
    )
    costs = part(f["woonkosten"], 1, plus(f["kostendelers"], 1))
    raised = r.either(
        r.both(same(f["woonsituatie"], 0), over(costs, 50_000)), least(10_000, minus(costs, 50_000)), 0
    )
    limit = r.either(r.some(married, parent), 1_515_000, 757_500)
    norm = r.either(over(f["vermogen"], limit), 0, plus(most(0, minus(norm, lowered)), raised))

    # vrijlating
    income = f["inkomen"]
    free = r.first(
        (r.both(at_least(5, f["maanden_bijstand"]), r.no(below_27)), least(27_300, part(income, 1, 4))),
        (r.both(parent, children), least(16_951, part(income, 1, 8))),
        (f["arbeidsbeperking"], least(17_290, part(income, 3, 20))),
        otherwise=0,
    )
    benefit = most(0, minus(norm, minus(income, free)))

    # verlaging: six categories, recidive, verwijtbaarheid, dringende redenen, verjaring, waarschuwing
    deed = f["gedraging"]
    full = Maybe(r.make.look_up(deed.at, VERLAGING), deed.known)
    again = r.both(
        at_least(f["eerdere_maatregelen"], 1),
        at_least(f["datum_gedraging"], f["datum_vorige"]),
        at_least(365, minus(f["datum_gedraging"], f["datum_vorige"])),
    )
    warning = r.both(
        same(deed, 1), f["meewerkend"], r.no(f["waarschuwing_gehad"]), same(f["eerdere_maatregelen"], 0)
    )
    doubled = r.either(again, least(100, r.worked_out("mul", full, 2)), full)
    blamed = r.either(same(f["verwijtbaarheid"], 1), part(doubled, 1, 2), doubled)
    cuts = (
        (same(deed, 0), 0),
        (r.both(f["inlichtingen"], same(deed, 2)), 0),
        (same(f["verwijtbaarheid"], 0), 0),
        (over(DAY - 1095, f["datum_gedraging"]), 0),
        (f["dringende_redenen"], 0),
        (warning, 0),
        (r.both(same(deed, 6), over(norm, 150_000)), most(50, blamed)),
    )
    cut = r.first(*cuts, otherwise=blamed)
    cut_rule = r.first(*((truth, number) for number, (truth, _) in enumerate(cuts, 1)), otherwise=8)

    # duur
    months = r.first(
        (same(cut, 0), 0),
        (r.both(again, at_least(deed, 6)), 3),
        (r.both(again, at_least(f["eerdere_maatregelen"], 3)), 3),
        (again, 2),
        (r.both(same(deed, 5), r.no(children)), 2),
        otherwise=1,
    )

    # inhouding, with floors
    lost = part(plus(r.worked_out("mul", r.worked_out("mul", benefit, cut), 2), 100), 1, 200)
    settled = r.either(same(cut, 0), least(f["schuld"], part(benefit, 1, 10)), 0)
    seized = least(f["beslag"], part(benefit, 1, 20))
    floors = (
        (inside, part(norm, 2, 3)),
        (children, part(norm, 80, 100)),
        (over(f["beslag"], 0), part(norm, 95, 100)),
    )
    floor = r.first(*floors, otherwise=part(norm, 1, 5))
    floor_rule = r.first(*((truth, number) for number, (truth, _) in enumerate(floors, 1)), otherwise=4)
    room = most(0, minus(benefit, floor))
    wanted = plus(plus(lost, settled), seized)
    withheld = least(wanted, room)

    outputs = dict(zip(SHORT, (norm, cut, months, withheld), strict=True))
    if all_columns:
        outputs |= {
            "norm_regel": norm_rule, "verlaging_regel": cut_rule, "vloer_regel": floor_rule,
            "vloer_geraakt": over(wanted, room), "uitkering": benefit, "waarschuwing": warning, "recidive": again,
        }  # fmt: skip
    nodes = {name: each.at for name, each in outputs.items()}
    if unknowns:
        nodes |= {f"{name}?": each.known for name, each in outputs.items()}
    return r.make.program(nodes)
