"""One route in full: its question, what each answer opens, who decides, what to weigh and what to write down."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.outcome import Cited, RouteStatus
from verordening.packed import NamedTuple
from verordening.present.citing import in_short
from verordening.present.document import HINGES, Item
from verordening.present.dutch import after_colon, counted, listed, sentence
from verordening.present.guidance_content import route_voices
from verordening.present.merged import MergedRoute
from verordening.present.room_content import action, hinge_names, if_so, mandate, sign_of
from verordening.present.words import Words


class Told(NamedTuple):
    """What the reader knows before a route: questions asked above it, and whether it is the only one."""

    asked: frozenset[str] = frozenset()
    alone: bool = False


def route_items(merged: MergedRoute, words: Words, home: Cited | None, told: Told) -> tuple[Item, ...]:
    """The route with all that belongs to it; the questions of an only way stand by themselves. No closed routes."""
    where = in_short(merged.route.cited, home)
    does = f"{action(merged, words)}{_kind(merged)}"
    who = mandate(merged, words)
    decides = f" Beslist: {who}." if who and not merged.for_others else ""
    if merged.route.status is RouteStatus.HANGT_AF_VAN:
        return _hinging(merged, words, where, does, decides, told)
    sign = sign_of(merged)
    inside = (*_weigh(merged), *_details(merged, words, told))
    return (Item(sentence(does) + decides, sign=sign, margin=where, margin_word="volgens", inside=inside),)


def route_in_short(merged: MergedRoute, words: Words, home: Cited | None) -> Item:
    """The route by what it allows and hangs on, and how to see the rest of it."""
    names = hinge_names(merged)
    where, does = in_short(merged.route.cited, home), action(merged, words)
    asked = f"Eerst: {after_colon(words.asking(names[0]))}" if names[0] else ""
    when = (
        "het antwoord deze weg opent"
        if len(names) == 1
        else f"{counted(len(names), '', 'antwoorden')} deze weg openen"
    )
    more = f'Meer: `--regel "{merged.route.cited.id}"`.'
    return Item(" ".join(filter(None, (f"{where}: {does}, als {when}.", asked, more))), sign=HINGES)


def _hinging(
    merged: MergedRoute, words: Words, where: str, does: str, decides: str, told: Told
) -> tuple[Item, ...]:
    details = tuple(_details(merged, words, told))
    names = hinge_names(merged)
    asked = [_asked(name, merged, words, told) for name in names]
    if names == (merged.route.judgement,):
        branches = (
            Item(
                f"{does}.{decides}" if decides else does,
                lead="ja",
                margin=where,
                margin_word="volgens",
                inside=details,
                branch=True,
            ),
            Item("deze weg is dicht", lead="nee", branch=True),
        )
        inside = (*asked[0].inside, *branches)
        return (asked[0]._replace(margin="beoordeling", margin_word="dit is een", inside=inside),)
    opens = Item(f"{if_so(merged)}: {does}.{decides}", inside=details)
    if len(asked) > 1 and not told.alone:
        number = counted(len(names), "vraag", "vragen")
        return (Item(f"{where} hangt af van {number} samen:", sign=HINGES, inside=(*asked, opens)),)
    opens = opens._replace(margin=where, margin_word="volgens")
    return (*asked[:-1], asked[-1]._replace(inside=(*asked[-1].inside, opens)))


def _asked(name: str, merged: MergedRoute, words: Words, told: Told) -> Item:
    """A question that the route hangs on; its judgement with what to weigh and who must prove it."""
    if name in told.asked:
        return Item(f"{words.asking(name)} (zie hierboven)", sign=HINGES)
    inside = (*_burden(merged, words), *_weigh(merged)) if name == merged.route.judgement else ()
    return Item(words.asking(name) or "Hoe oordeelt u hierover?", sign=HINGES, inside=inside)


def _kind(merged: MergedRoute) -> str:
    kind = merged.route.kind.replace("_", " ")
    return (
        f" ({kind})"
        if kind in ("hardheidsclausule", "buitenwettelijk", "tegenwettelijk", "hoger recht")
        else ""
    )


def _weigh(merged: MergedRoute) -> Iterator[Item]:
    if merged.route.weigh:
        yield Item(f"Weeg: {listed(merged.route.weigh)}.")


def _burden(merged: MergedRoute, words: Words) -> Iterator[Item]:
    question = words.question(merged.route.judgement)
    if question is not None and question.burden is not None:
        yield Item(f"Wie dit moet aantonen: {words.role(question.burden.bearer)}.")


def _details(merged: MergedRoute, words: Words, told: Told) -> Iterator[Item]:
    route = merged.route
    for _, question in route.motivate:
        yield Item(f"Schrijf op: {after_colon(question)}")
    if route.explanation:
        yield Item(sentence(route.explanation))
    yield from route_voices(route.weighing, words)
