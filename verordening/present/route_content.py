"""One route in full: its question, what each answer opens, who decides, what to weigh and what to write down."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.outcome import Cited, RouteStatus, Weighing
from verordening.present.citing import in_short
from verordening.present.document import ALLOWED, HINGES, REQUIRED, Item
from verordening.present.dutch import counted, listed, sentence
from verordening.present.merged import MergedRoute
from verordening.present.room_content import action, hinge_names, mandate
from verordening.present.words import Words


def route_item(merged: MergedRoute, words: Words, home: Cited | None) -> Item:
    """The route as a statement with all that belongs to it. Not for closed routes."""
    where = in_short(merged.route.cited, home)
    does = f"{action(merged, words)}{_kind(merged)}"
    if merged.route.status is RouteStatus.HANGT_AF_VAN:
        return _hinging(merged, words, where, does)
    sign = REQUIRED if merged.route.status is RouteStatus.MOET else ALLOWED
    inside = (*_weigh(merged), *_details(merged, words))
    return Item(sentence(does), sign=sign, margin=where, margin_word="volgens", inside=inside)


def _hinging(merged: MergedRoute, words: Words, where: str, does: str) -> Item:
    details = tuple(_details(merged, words))
    names = hinge_names(merged)
    if names != (merged.route.judgement,):
        asked = tuple(_asked(name, merged, words) for name in names)
        opens = Item(f"Gaat de weg open: {does}", margin=where, margin_word="volgens", inside=details)
        if len(asked) == 1:
            return asked[0]._replace(inside=(*asked[0].inside, opens))
        return Item(
            f"Hangt af van {counted(len(names), 'vraag', 'vragen')}:", sign=HINGES, inside=(*asked, opens)
        )
    branches = (
        Item(does, lead="ja", margin=where, margin_word="volgens", inside=details, branch=True),
        Item("deze weg is dicht", lead="nee", branch=True),
    )
    head = _asked(merged.route.judgement, merged, words)
    return head._replace(margin="beoordeling", margin_word="dit is een", inside=(*head.inside, *branches))


def _asked(name: str, merged: MergedRoute, words: Words) -> Item:
    """A question that the route hangs on; its judgement with what to weigh and who must prove it."""
    inside = (*_burden(merged, words), *_weigh(merged)) if name == merged.route.judgement else ()
    return Item(words.asking(name), sign=HINGES, inside=inside)


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
    if question is not None and question.burden:
        yield Item(f"Wie dit moet aantonen: {words.role(question.burden)}.")


def _details(merged: MergedRoute, words: Words) -> Iterator[Item]:
    route = merged.route
    who = mandate(merged, words)
    if who and not merged.for_others:
        yield Item(f"Beslist: {who}.")
    for _, question in route.motivate:
        yield Item(f"Schrijf op: {question}")
    if route.explanation:
        yield Item(sentence(route.explanation))
    for each in route.weighing:
        yield from _weighing(each, words)


def _weighing(weighing: Weighing, words: Words) -> Iterator[Item]:
    sides = (
        *((f"vóór: {text}") for text in weighing.in_favour),
        *((f"tegen: {text}") for text in weighing.against),
        *((f"botsing: {text}") for text in weighing.clash),
    )
    if not sides:
        return
    about = (
        f"Richtlijnen, als u deze weg gebruikt voor {words.label(weighing.value)}:"
        if weighing.value
        else "Richtlijnen:"
    )
    yield Item(about, inside=tuple(Item(sentence(text)) for text in sides))
