"""References that run on over a line, and numbers without the word that says what they number."""

from __future__ import annotations

from verordening.language.complaint import Complaint
from verordening.language.mistakes.stuck import Stuck
from verordening.language.tokens import PLACE_WORDS

_A_NEW = {
    "artikel": "een nieuw artikel",
    "lid": "een nieuw lid",
    "onderdeel": "een nieuw onderdeel",
    "zin": "een nieuwe zin",
    "richtlijn": "een nieuwe richtlijn",
}
_FULL = {
    "artikel": "artikel 3",
    "lid": "artikel 3 lid 1",
    "onderdeel": "artikel 3 onderdeel a",
    "zin": "artikel 3 zin 2",
    "richtlijn": "richtlijn 1",
}


def reference_on_next_line(stuck: Stuck) -> Complaint | None:
    """A place word that opens a line opens a place, also where a reference was meant."""
    word = stuck.thing
    terminal = word.upper()
    if terminal not in PLACE_WORDS or terminal not in stuck.expected or f"{terminal}_HEAD" in stuck.expected:
        return None
    if not stuck.opens_line:
        return None
    return stuck.complaint(
        "VRD119",
        f"`{word}` aan het begin van een regel opent {_A_NEW[word]}",
        help="zet deze verwijzing op dezelfde regel als wat ervoor staat",
    )


def place_inside_line(stuck: Stuck) -> Complaint | None:
    """A place word in the middle of a line belongs to a reference, and there is none here that it fits."""
    terminal = stuck.thing.upper()
    if terminal not in PLACE_WORDS or terminal in stuck.expected or f"{terminal}_HEAD" not in stuck.expected:
        return None
    if stuck.opens_line:
        return None
    return stuck.complaint(
        "VRD119",
        f"`{stuck.thing}` past niet bij wat ervoor staat, en {_A_NEW[stuck.thing]} begint op een nieuwe regel",
        help=f"begin een nieuwe regel, of schrijf de hele verwijzing, zoals `pw {_FULL[stuck.thing]}`",
    )


def number_without_word(stuck: Stuck) -> Complaint | None:
    """`artikel 6, 7`: each reference names its own place word."""
    previous = stuck.previous
    if previous is None or previous.type not in ("COMMA", "EN") or not stuck.thing[:1].isdigit():
        return None
    if "ARTIKEL" not in stuck.expected or "ARTIKEL_HEAD" in stuck.expected:
        return None
    word = next(
        (str(each) for each in reversed(stuck.own_tokens) if each.type.removesuffix("_HEAD") in PLACE_WORDS),
        "",
    )
    if not word:
        return None
    return stuck.complaint(
        "VRD109",
        f"bij {stuck.thing} staat niet of het een artikel of een lid is",
        help=f"schrijf `{word} {stuck.thing}`",
    )
