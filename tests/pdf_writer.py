"""A PDF of lines at given places, written by hand: small, exact, and with Chinese that needs no font file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A line that begins at `x` with its baseline at `y`, in points from the top left corner."""

    x: float
    y: float
    text: str
    size: float = 10.0


WIDTH, HEIGHT = 600.0, 800.0


def pdf(*pages: Iterable[Text] | str) -> bytes:
    """Return a PDF; a page is its lines, or raw content such as that of a picture."""
    objects: dict[int, bytes] = {
        3: b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        4: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
        b"/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>",
        5: b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        6: b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 1>>\nstream\n\x80\nendstream",
    }
    kids = []
    for page in pages:
        number = max(objects) + 1
        content = (page if isinstance(page, str) else _content(page)).encode("ascii")
        objects[number] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
        objects[number + 1] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]"
            b"/Resources<</Font<</F1 3 0 R>>/XObject<</Im 6 0 R>>>>/Contents %d 0 R>>"
            % (WIDTH, HEIGHT, number)
        )
        kids.append(number + 1)
    objects[1] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[2] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    return _file(objects)


def scan() -> str:
    """Return the content of a page that is one picture."""
    return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q"


def column(x: float, y: float, lines: Iterable[str], size: float = 10.0, leading: float = 1.5) -> list[Text]:
    """Return lines under each other."""
    return [Text(x, y + index * size * leading, line, size) for index, line in enumerate(lines)]


def _content(page: Iterable[Text]) -> str:
    return "\n".join(
        f"BT /F1 {t.size} Tf 1 0 0 1 {t.x} {HEIGHT - t.y} Tm <{t.text.encode('utf-16-be').hex()}> Tj ET"
        for t in page
    )


def _file(objects: dict[int, bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    count, start = len(objects), len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n1 %d\n%s" % (count, table)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count + 1, start)
