"""What a text says beside the case: where a resident objects and calls, and which decisions it leaves out."""

from __future__ import annotations

from typing import NamedTuple


class Contact(NamedTuple):
    """How to reach one municipality, as it says itself; empty is: not said, and nothing is filled in for it.

    `form` is a web address, `telephone` for who objects, `questions` for who wants to ask something.
    """

    name: str = ""
    address: str = ""
    email: str = ""
    form: str = ""
    telephone: str = ""
    questions: str = ""

    @property
    def can_object(self) -> bool:
        """Whether somebody who objects knows where to."""
        return bool(self.address or self.email or self.form)


NOBODY = Contact()


class Sending(NamedTuple):
    """`left_out` are the labels of decisions of the case that the text is not about, because somebody asked so."""

    contact: Contact = NOBODY
    left_out: tuple[str, ...] = ()


PLAIN = Sending()
