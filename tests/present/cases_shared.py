"""What several cases share."""

from tests.present.builders import (
    ARTIKEL_6_2,
    PW_18_3,
    PW_18_9,
    PW_18_10,
    cited,
)
from verordening.evaluate.outcome import (
    AmountOf,
    Remark,
    Status,
)

EURO_5 = AmountOf(7008, 140150, "€ 70,08", "€ 1.401,50", "norm", "half omhoog op centen")
REVIEW = Remark(PW_18_3, "heroverwegen binnen drie maanden")
REASONS = Remark(cited("awb", "artikel 3:46"), "motiveren")

OFFICIAL = {"provenance": "officieel", "provenance_notes": (), "omitted": ()}
RESERVED = {"status": Status.VOORBEHOUD, "reservations": (PW_18_10,)}
NOT_HERE = (Remark(ARTIKEL_6_2, "er was geen eerdere maatregel"), Remark(PW_18_9, "er is wel een verwijt"))
