"""A written text as a Word file (docx), in a municipality's own template or in ours.

A template is a file of a user: what stands between its braces may name and repeat what there is to fill in, and no
more. Needs docxtpl (the extra `documenten`), loaded here and in `word_template` and nowhere else.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from verordening.present.writing.needing import NotInstalledError
from verordening.present.writing.written import Line, Paragraph, Part, Points, Written, lines_of

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

LARGEST: Final = 10_000_000
"""Bytes of a template as a file."""

CASEWORKER: Final = "medewerker"
"""The part that is not sent; a template may ask for it in every text."""

_LARGEST_INSIDE: Final = 60_000_000
_MOST_INSIDE: Final = 2_000
_LARGEST_TEXT: Final = 2_000_000
_MOST_WORK: Final = 100_000_000
"""Bytes times braces in one part of the file: the library looks for the end of each brace by itself."""

_DEEPEST_LOOP: Final = 3
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_ALLOWED: Final = frozenset(
    (
        *("Template", "Output", "TemplateData", "Name", "Getattr", "Const", "Filter"),
        *("For", "If", "Not", "And", "Or", "Compare", "Operand"),
    )
)
_FILTERS: Final = frozenset(("upper", "lower", "capitalize", "trim", "length", "first", "last"))


class TemplateError(Exception):
    """A template that cannot be used; says why, in Dutch."""


class UnknownPlaceholderError(Exception):
    """A template that asks for what there is not; `names` are what it asks for."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def render_word(text: Written, template: bytes, keys: tuple[str, ...]) -> bytes:
    """The file. `keys` are the parts that a text of this kind may have; one that is not there is empty.

    Raises NotInstalledError, TemplateError and UnknownPlaceholderError.
    """
    try:
        from docxtpl import DocxTemplate
        from jinja2.exceptions import TemplateError as Refused
        from jinja2.exceptions import UndefinedError
    except ImportError:
        raise NotInstalledError("docxtpl") from None
    _check_archive(template)
    content, environment = context(text, keys), _environment()
    made = DocxTemplate(io.BytesIO(template))
    try:
        asked = made.get_undeclared_template_variables(jinja_env=environment)
        unknown = tuple(sorted(asked - content.keys()))
        if unknown:
            raise UnknownPlaceholderError(unknown)
        made.render(content, jinja_env=environment, autoescape=True)
    except UndefinedError as error:
        raise UnknownPlaceholderError(_name_in(str(error))) from None
    except Refused:
        raise TemplateError("tussen de accolades staat iets dat niet af is") from None
    except RecursionError:
        raise TemplateError("tussen de accolades staat te veel in elkaar") from None
    except (KeyError, ValueError, AttributeError, SyntaxError):
        raise TemplateError("het is geen Word-bestand (docx), of het is beschadigd") from None
    file = io.BytesIO()
    made.save(file)
    return _dated(file.getvalue())


def context(text: Written, keys: tuple[str, ...]) -> dict[str, Any]:
    """What a template may name: the title, each part by its key, and all parts in order."""
    parts = {each.key: _of_part(each) for each in text.parts}
    empty: dict[str, Any] = {"kop": "", "tekst": "", "blokken": []}
    return {
        "titel": text.title,
        "zaak": " ".join(text.about),
        "delen": [_of_part(each) for each in text.parts if not each.aside],
        **{key: parts.get(key, empty) for key in (CASEWORKER, *keys)},
    }


def _of_part(part: Part) -> dict[str, Any]:
    shown = [each.shown for each in lines_of(part)]
    return {"kop": part.heading, "tekst": "\n".join(shown), "blokken": list(_blocks(part))}


def _blocks(part: Part) -> Iterator[dict[str, Any]]:
    for block in part.blocks:
        match block:
            case Paragraph(line):
                yield _said(line, "alinea")
            case Points(lines):
                yield from (_said(each, "punt") for each in lines)
            case _:
                rows = [{"links": row[0], "rechts": ": ".join(filter(None, row[1:]))} for row in block.rows]
                yield {"soort": "tabel", "tekst": block.caption, "rijen": rows}


def _said(line: Line, kind: str) -> dict[str, Any]:
    return {"soort": kind, "tekst": line.shown, "rijen": []}


# ------------------------------------------------ safety


def _environment() -> SandboxedEnvironment:
    """A sandbox that refuses, before anything runs, all but naming, comparing and repeating."""
    from jinja2 import StrictUndefined, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            tree = super()._parse(source, name, filename)
            _check_tree(tree, 0)
            return tree

    made = Environment(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    return made


def _check_tree(node: Any, depth: int) -> None:
    """Refuse what a template has no business with. Raises TemplateError."""
    kind = type(node).__name__
    depth += kind == "For"
    if (
        kind not in _ALLOWED
        or depth > _DEEPEST_LOOP
        or (kind == "For" and node.recursive)
        or (kind == "Filter" and node.name not in _FILTERS)
    ):
        where = f" (regel {node.lineno} van de tekst)" if getattr(node, "lineno", 0) else ""
        raise TemplateError(f"het doet meer dan namen invullen en herhalen{where}")
    for child in node.iter_child_nodes():
        _check_tree(child, depth)


def _check_archive(template: bytes) -> None:
    """Refuse what is no archive, or one that would fill the memory when it is opened."""
    if len(template) > LARGEST:
        raise TemplateError(f"het bestand is groter dan {LARGEST // 1_000_000} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            inside = archive.infolist()
            if len(inside) > _MOST_INSIDE or sum(each.file_size for each in inside) > _LARGEST_INSIDE:
                raise TemplateError("uitgepakt is het te groot")
            texts = [text for each in inside if (text := archive.read(each)).lstrip()[:1] == b"<"]
    except (zipfile.BadZipFile, zlib.error):
        raise TemplateError("het is geen Word-bestand (docx), of het is beschadigd") from None
    if any(len(each) > _LARGEST_TEXT or len(each) * each.count(b"{") > _MOST_WORK for each in texts):
        raise TemplateError("het is te lang, of er staan te veel accolades in")


def _name_in(message: str) -> tuple[str, ...]:
    """The name that was not there, from what the library says of it."""
    quoted = re.findall(r"'([^']+)'", message)
    return (quoted[-1] if quoted else "onbekend",)


def _dated(made: bytes) -> bytes:
    """The same archive without the moment at which it was made: the same text gives the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(file, "w") as target:
        for each in source.infolist():
            entry = zipfile.ZipInfo(each.filename, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(each.filename))
    return file.getvalue()
