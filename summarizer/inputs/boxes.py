"""From characters of a PDF page back to places on its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.inputs.types import LineBox

Place = tuple[float, float, float, float]
"""Left, top, right, bottom: points from the top left corner of the sheet."""

# Lines of one column: how much of the narrower one must lie under the other, and how far apart they may be,
# in heights of a line.
_OVERLAP = 0.5
_APART = 1.5


def places(boxes: Sequence[LineBox], spans: Iterable[tuple[int, int]]) -> list[Place]:
    """Return where the characters of `spans` stand on the sheet: one box for lines that follow.

    Spans are half-open offsets into the text of the page. A line of which a part is meant counts whole.
    """
    wanted = sorted(spans)
    found: list[Place] = []
    height = 0.0
    for line in boxes:
        if not any(start < line.end and line.start < end for start, end in wanted):
            height = 0.0  # what is not meant stands between
            continue
        place = (line.left, line.top, line.right, line.bottom)
        if height and _follows(found[-1], place, _APART * max(height, line.bottom - line.top)):
            found.append(_union(found.pop(), place))
        else:
            found.append(place)
        height = line.bottom - line.top
    return found


def _follows(above: Place, below: Place, apart: float) -> bool:
    shared = min(above[2], below[2]) - max(above[0], below[0])
    narrower = min(above[2] - above[0], below[2] - below[0])
    return shared > _OVERLAP * narrower and above[3] <= below[3] and below[1] - above[3] < apart


def _union(a: Place, b: Place) -> Place:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
