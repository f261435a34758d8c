"""What a check returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.quantities.types import Quantity

Verdict = Literal["supported", "contradicted", "unsupported"]


@dataclass(frozen=True, slots=True)
class NumberFinding:
    """The verdict on one quantity of a claim.

    `quantity` has offsets into the claim, `source` (the quantity that decides, None when there is none) into
    the source. `reason` is a code: "equal", "rounded", "converted", "derived", "scale", "unit", "direction",
    "subject", "absent" …; `message` says it in a sentence, in the language of the source.
    """

    quantity: Quantity
    verdict: Verdict
    source: Quantity | None
    reason: str
    message: str = ""
