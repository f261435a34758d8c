"""Bytes to text: byte order mark, UTF-8, then detection."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import InputError

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a file begins with that is no text, and what to do about it.
_FOREIGN = (
    (b"PK\x03\x04", "a ZIP, Word or Excel file: save its text as .txt or print it to PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file: save its text as .txt or print it to PDF"),
    (b"{\\rtf", "an RTF file: save it as plain text"),
    (b"\x89PNG", "a picture: run OCR on it first"),
    (b"\xff\xd8\xff", "a picture: run OCR on it first"),
    (b"GIF8", "a picture: run OCR on it first"),
    (b"II*\x00", "a picture: run OCR on it first"),
    (b"MM\x00*", "a picture: run OCR on it first"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
    (b"BZh", "a compressed file: unpack it first"),
    (b"\xfd7zXZ\x00", "a compressed file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a compressed file: unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database: export its texts first"),
)

# The detector picks among these alone: with all its hundred code pages it takes curly quotes for Cyrillic.
_CANDIDATES = ["gb18030", "big5", "cp1252", "utf_16_le", "utf_16_be"]
# What the detector names is a subset of what writers use under that name.
_WIDER = {"big5": "big5hkscs", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be"}
_SAMPLE = 256 * 1024

_BINARY = "binary data, not text: give plain text, HTML or PDF"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f\ufffe\uffff]")
_WITHOUT_MARK = ("gb18030", "big5hkscs")
NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "cp1252": "Windows-1252"}


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of `data` with "\\n" line ends, and the name of its encoding.

    `encoding` is what the file itself declares, if it does; it is tried before detection. Raises InputError,
    without the name of the file, for empty, blank, binary and undecodable data.
    """
    if not data:
        raise InputError("the file is empty: nothing to summarise")
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"not text but {what}")
    text, name = _decode(data, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff\x00 \t\n\f\v\u3000\xa0\u200b\u2028\u2029\x85"):
        raise InputError("the file holds nothing but blanks: nothing to summarise")
    if len(_CONTROL.findall(text, 0, _SAMPLE)) * 50 > min(len(text), _SAMPLE):
        raise InputError(_BINARY)
    return text, name


def label(encoding: str) -> str:
    """Return the name of an encoding as people write it."""
    return NAMES.get(encoding, encoding.upper())


def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name), name
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    else:
        # Every byte of UTF-16 English is valid UTF-8 as well; what gives it away is a NUL beside each letter.
        if data.count(0, 0, _SAMPLE) * 5 < min(len(data), _SAMPLE):
            return text, "utf-8"
        return _detected(data, None)
    if declared and (known := _lookup(declared)) and known != "utf-8":
        return _strictly(data, _WIDER.get(known, known)), known
    if _mostly_utf8(data):
        line = data.count(b"\n", 0, broken.start) + 1
        raise InputError(
            f"damaged UTF-8: byte 0x{data[broken.start]:02X} at offset {broken.start} (line {line}) "
            "is no character: repair it there or convert the file anew"
        )
    return _detected(data, broken)


def _lookup(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return "gb18030" if known in ("gb2312", "gbk") else known


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        what = f"damaged {label(name)} text at byte {start}"
        raise InputError(f"{what}: convert the file to UTF-8 anew") from error


def _mostly_utf8(data: bytes) -> bool:
    """Return whether a few bytes are wrong in UTF-8 beyond ASCII; chance doesn't produce that."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good >= 20 * bad


def _detected(data: bytes, broken: UnicodeDecodeError | None) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    if best is None:
        if b"\x00" in data[:_SAMPLE]:
            raise InputError(_BINARY)
        for name in _WITHOUT_MARK:
            if _breaks_off(data, name):
                what = f"{label(name)} text that breaks off in the middle of its last character"
                raise InputError(f"{what}: the file was cut short, copy it anew")
        at = "" if broken is None else f" (not UTF-8 at byte {broken.start})"
        known = "neither UTF-8, UTF-16, GB18030, Big5 nor Windows-1252"
        raise InputError(f"undecodable: {known}{at}: convert it to UTF-8")
    name = _WIDER.get(best.encoding, best.encoding)
    return _strictly(data, name), name


def _breaks_off(data: bytes, name: str) -> bool:
    """Return whether all of `data` is text but for the beginning of a character at its end."""
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        return error.start > 0 and error.end == len(data) and len(data) - error.start < 4
    return False
