"""A written text as PDF/UA-1: tagged, with a title and a language. The same text gives the same bytes.

Needs WeasyPrint (the extra `documenten`), which needs Pango on the machine; both are loaded here and nowhere else.
"""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Final, NoReturn

from verordening.present.writing.html import render_html
from verordening.present.writing.needing import NotInstalledError
from verordening.present.writing.written import Written

if TYPE_CHECKING:
    from weasyprint import HTML

_VARIANT: Final = "pdf/ua-1"
_CLOCK: Final = "SOURCE_DATE_EPOCH"
_SIZES: Final = (10.5, 10, 9.5, 9)
"""Points of the letters on a sheet of one page, tried in this order; smaller nobody reads at a table."""


class TooLongError(Exception):
    """What must fit on one page does not, in the smallest letters that can be read."""


def render_pdf(text: Written, *, one_page: bool = False) -> bytes:
    """The PDF. Raises NotInstalledError, and TooLongError where it must fit on one page and does not."""
    if not one_page:
        return _written(render_html(text))
    for size in _SIZES:
        page = render_html(text, size=size)
        if len(_html(page).render(pdf_variant=_VARIANT).pages) == 1:
            return _written(page)
    raise TooLongError


def _written(page: str) -> bytes:
    identifier = hashlib.sha256(page.encode("utf-8")).digest()[:16]
    with _no_clock():
        made: bytes = _html(page).write_pdf(pdf_variant=_VARIANT, pdf_identifier=identifier)
    return made


@contextmanager
def _no_clock() -> Iterator[None]:
    """Without it the library writes in each font the moment at which it took letters from it."""
    before = os.environ.get(_CLOCK)
    os.environ[_CLOCK] = before or "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]


def _html(page: str) -> HTML:
    return _library().HTML(string=page, url_fetcher=_refuse)


def _library() -> ModuleType:
    """WeasyPrint; what it says of libraries of tomorrow is not for a caseworker."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import weasyprint
    except ImportError:
        raise NotInstalledError("weasyprint") from None
    except OSError:
        raise NotInstalledError("pango") from None
    library: ModuleType = weasyprint
    return library


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    """Nothing is fetched, from the network or from a disk."""
    raise ValueError(url)
