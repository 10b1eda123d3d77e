"""Words that are not the word the language has: other words, misspellings, two words as one, one name as two."""

from __future__ import annotations

from verordening.language.complaint import Complaint
from verordening.language.diagnostics import shown
from verordening.language.grammar import keywords, reserved_words
from verordening.language.mistakes.stuck import Stuck, end_of, find_stuck, start_of
from verordening.language.mistakes.vocabulary import Meant, meant_by, words_for
from verordening.language.tokens import Token

_LIMITS = frozenset({"TEN_HOOGSTE", "TEN_MINSTE"})
_SETS = ("=", "van", "is", "wordt")
_NAME_MARKS = ("-", ".", "'", "’", "/")


def other_word(stuck: Stuck) -> Complaint | None:
    """The word at the offset stands for a word of the language."""
    if stuck.at_end:
        return None
    meant = meant_by(stuck.text[stuck.offset :], words_for(stuck.expected))
    return None if meant is None else _complaint(stuck, stuck.offset, meant)


def other_word_before(stuck: Stuck) -> Complaint | None:
    """The word before the offset was read as a name, but with the word it stands for the parser gets further."""
    previous = stuck.previous
    if previous is None or not previous[0].isalpha() or previous.type == "STRING":
        return None
    start = start_of(previous)
    meant = meant_by(stuck.text[start:], words_for(stuck.expected_before))
    if meant is None or (previous.type != "NAME" and meant.how != "other"):
        return None
    if meant.how == "close" and meant.written.casefold() == meant.word:
        return None
    return _complaint(stuck, start, meant) if _gets_further(stuck, start, meant) else None


def must_or_may(stuck: Stuck) -> Complaint | None:
    """A consequence without `moet` or `kan`."""
    decision = stuck.previous
    if decision is None or decision.type != "NAME" or stuck.expected != _LIMITS or stuck.thing not in _SETS:
        return None
    return stuck.complaint(
        "VRD113",
        "hier is niet duidelijk of dit moet of kan",
        start=start_of(decision),
        length=len(decision),
        help="schrijf `moet` of `kan` voor het besluit",
    )


def word_as_name(stuck: Stuck) -> Complaint | None:
    """A word of the language stands where a name belongs."""
    if "NAME" not in stuck.expected or stuck.thing not in reserved_words() or stuck.opens_line:
        return None
    return stuck.complaint(
        "VRD117",
        f"`{stuck.thing}` is een woord van de taal zelf en kan geen naam zijn",
        help=f"kies een andere naam, zoals `{stuck.thing}_1`",
    )


def name_of_two_words(stuck: Stuck) -> Complaint | None:
    """A name with a space or a hyphen in it."""
    name = stuck.previous
    if name is None or name.type != "NAME" or stuck.at_end:
        return None
    gap = stuck.text[end_of(name) : stuck.offset]
    if stuck.thing in _NAME_MARKS and not gap and stuck.text[stuck.offset + 1 : stuck.offset + 2].isalnum():
        return _one_name(stuck, name, f"een naam bevat geen `{stuck.thing}`")
    if (
        stuck.thing.isidentifier()
        and gap.strip(" ") == ""
        and _is_bare(stuck)
        and stuck.thing not in reserved_words()
    ):
        return _one_name(stuck, name, "een naam is één woord")
    return None


def _is_bare(stuck: Stuck) -> bool:
    """Whether the name can only be followed by a mark (or `per`), so that a second word must belong to it."""
    return bool(stuck.expected) and not any(
        terminal in keywords() and terminal != "PER" for terminal in stuck.expected
    )


def _one_name(stuck: Stuck, name: Token, message: str) -> Complaint:
    start = start_of(name)
    end = start
    for character in stuck.text[start:]:
        if not (character.isalnum() or character == "_" or character in _NAME_MARKS or character == " "):
            break
        end += 1
    written = stuck.text[start:end].rstrip(" -./")
    joined = "".join(character if character.isalnum() else "_" for character in written)
    return stuck.complaint(
        "VRD109",
        message,
        start=start,
        length=len(written),
        help=f"schrijf `{joined}`" if len(joined) < 60 else "",
    )


def _complaint(stuck: Stuck, start: int, meant: Meant) -> Complaint:
    written = shown(meant.written)
    length = len(meant.written)
    match meant.how:
        case "case":
            return stuck.complaint(
                "VRD108",
                f"{written} schrijft u met kleine letters",
                start=start,
                length=length,
                help=f"schrijf `{meant.word}`",
            )
        case "glued":
            return stuck.complaint(
                "VRD107",
                f"achter `{meant.word}` ontbreekt een spatie",
                start=start,
                length=length,
                help=f"schrijf {shown(f'{meant.word} {meant.rest}')}",
            )
        case "other":
            return stuck.complaint(
                "VRD108",
                _other_way(meant),
                start=start,
                length=length,
                help=f"schrijf `{meant.word}`",
            )
        case "close":
            return stuck.complaint(
                "VRD108",
                f"{written} is geen woord van de taal",
                start=start,
                length=length,
                help=f"bedoelt u `{meant.word}`?",
            )


def _other_way(meant: Meant) -> str:
    written = shown(meant.written)
    if not meant.word[0].isalpha():
        return f"{written} schrijft u met een teken"
    if meant.written in reserved_words():
        return f"{written} past hier niet"
    return f"{written} is geen woord van de taal"


def _gets_further(stuck: Stuck, start: int, meant: Meant) -> bool:
    word = f"{meant.word} {meant.rest}" if meant.rest else meant.word
    text = stuck.text[:start] + word + stuck.text[start + len(meant.written) :]
    after = find_stuck(text, stuck.begin)
    return after is None or after.offset > stuck.offset + len(text) - len(stuck.text)
