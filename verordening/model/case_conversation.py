"""The section `gesprek` of a case, read as strictly as the rest of it. What it is worth is for people to say."""

from __future__ import annotations

from verordening.model.case_mismatches import Wanted
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_shapes import Shapes
from verordening.model.case_values import UNKNOWN_WORDS
from verordening.model.conversation import Conversation, Effects, Proportionality, Purpose
from verordening.model.conversation_questions import QUESTIONS, repeats
from verordening.model.rules import Place
from verordening.model.types import BOOL
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence
from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

CONVERSATION_KEYS: Final = (
    "gehoord",
    "inwoner",
    "medewerker",
    "doel_van_de_regel",
    "gevolgen",
    "afweging",
    "gelijke_gevallen",
    "argumenten",
    "vraag_aan_het_team",
)
PURPOSE_KEYS: Final = ("past", "toelichting")
MOMENT_KEYS: Final = ("nu", "over_een_jaar")
EFFECT_KEYS: Final = ("inwoner", "kinderen", "gemeente")
PROPORTIONALITY_KEYS: Final = ("geschikt", "noodzakelijk", "evenwichtig")
ARGUMENT_KEYS: Final = ("voor", "tegen")
MOST_ARGUMENTS: Final = 20
LONGEST_TEXT: Final = 2_000

_NO_PLACE: Final = Place("", 0, 0)


def read_conversation(root: Mapping, shapes: Shapes) -> Conversation | None:
    """The conversation in the case, or None. What is wrong with it is noted in `shapes`."""
    written = shapes.mapping(root, "gesprek")
    if written is None:
        return None
    shapes.check_keys(written, CONVERSATION_KEYS, "een gesprek")
    top = _Part(written, "", shapes)
    purpose = top.part("doel_van_de_regel", PURPOSE_KEYS)
    effects = top.part("gevolgen", MOMENT_KEYS)
    weighed = top.part("afweging", PROPORTIONALITY_KEYS)
    arguments = top.part("argumenten", ARGUMENT_KEYS)
    return Conversation(
        top.flag("gehoord"),
        top.text("inwoner"),
        top.text("medewerker"),
        Purpose(purpose.flag("past"), purpose.text("toelichting")),
        _effects(effects.part("nu", EFFECT_KEYS)),
        _effects(effects.part("over_een_jaar", EFFECT_KEYS)),
        Proportionality(*map(weighed.text, PROPORTIONALITY_KEYS)),
        top.text("gelijke_gevallen"),
        arguments.texts("voor"),
        arguments.texts("tegen"),
        top.text("vraag_aan_het_team"),
    )


def _effects(moment: _Part) -> Effects:
    return Effects(*map(moment.text, EFFECT_KEYS))


@dataclass(frozen=True, slots=True)
class _Part:
    """Keys at one place of the conversation; `place` names it, with a dot at its end."""

    written: Mapping
    place: str
    shapes: Shapes

    def part(self, key: str, keys: tuple[str, ...]) -> _Part:
        """What stands under `key`; nothing where it is left out."""
        inside = self.shapes.mapping(self.written, key)
        if inside is None:
            return _Part(Mapping((), self.written.span), f"{self.place}{key}.", self.shapes)
        self.shapes.check_keys(inside, keys, f"`{key}` in een gesprek")
        return _Part(inside, f"{self.place}{key}.", self.shapes)

    def flag(self, key: str) -> bool | None:
        name, node = self.written.key(key), self.written.get(key)
        if name is None or node is None:
            return None
        return self.shapes.value(node, name, Wanted(key, BOOL, _NO_PLACE)) is True

    def text(self, key: str) -> str:
        name, node = self.written.key(key), self.written.get(key)
        return self._read(node, name, key) if name is not None and node is not None else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; one text without a dash is a list of one."""
        name, node = self.written.key(key), self.written.get(key)
        if name is None or node is None:
            return ()
        if isinstance(node, Mapping):
            remedy = f"zet onder `{key}` voor elk argument een streepje met een tekst"
            self.shapes.refuse_shape(name, node, Sequence, remedy)
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) > MOST_ARGUMENTS:
            message = f"onder {quoted(key)} horen ten hoogste {MOST_ARGUMENTS} teksten"
            self.shapes.refuse(Refusal("VRD413", message, "voeg samen wat bij elkaar hoort"), name.span)
            return ()
        return tuple(text for item in items if (text := self._read(item, name, key)))

    def _read(self, node: Node, name: Scalar, key: str) -> str:
        text = self.shapes.text(node, name)
        if not text:
            return ""
        refusal = refused_text(text, f"{self.place}{key}")
        if refusal is not None:
            self.shapes.refuse(refusal, node.span)
            return ""
        return text


def refused_text(text: str, place: str) -> Refusal | None:
    """Why a text cannot stand at a place of the conversation (`gevolgen.nu.inwoner`), or None."""
    key = place.rpartition(".")[2]
    if text.casefold() in UNKNOWN_WORDS:
        return Refusal("VRD410", f"bij `{key}` is niets gezegd", "laat deze regel weg; leeg is geen antwoord")
    if repeats(text, QUESTIONS[place]):
        return Refusal(
            "VRD420", f"bij `{key}` staat de vraag zelf", "schrijf het antwoord in uw eigen woorden"
        )
    if len(text) > LONGEST_TEXT:
        message = f"bij `{key}` staan meer dan {LONGEST_TEXT} tekens"
        return Refusal("VRD418", message, "houd het kort: een paar zinnen")
    return None
