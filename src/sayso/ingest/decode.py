"""From bytes to text: which encoding, or why none."""

import codecs

BOMS = (  # the longer one first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")  # bytes without a meaning in Windows-1252
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
DATABASE = b"SQLite format 3\0"
MOST_CONTROLS = 0.02
# English with some foreign names has few bytes above 127; more speak for another script, where guessing pays.
WESTERN_SHARE = 0.15


def decoded(data: bytes) -> str:
    """The text of a file: by its byte order mark, else as UTF-8, else as UTF-16 or the Windows and Latin encodings.

    Raises:
        ValueError: it is binary, or in no encoding that could be found; the message says which.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    wide = _wide(data[:SAMPLE])
    if wide:
        return _strict(data, wide)
    if b"\0" in data:
        raise ValueError(binary(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _older(data, error)


def binary(head: bytes) -> str:
    """What is wrong with a file that begins so and is no text."""
    return "is a database, which --db names" if head.startswith(DATABASE) else "is binary, not text (it holds NUL bytes)"


def encoding_of(head: bytes) -> str:
    """The encoding of a text that is too long to be decoded as a whole, by its first bytes: UTF-8 unless they are not."""
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return encoding
    wide = _wide(head)
    if wide:
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "latin-1" if set(head) & UNUSED else "cp1252"
    return "utf-8"


def is_wide(data: bytes) -> bool:
    """Whether the bytes begin as UTF-16 or UTF-32, where a line does not end with the byte of a line break."""
    return data.startswith(tuple(mark for mark, encoding in BOMS if encoding != "utf-8-sig")) or bool(_wide(data[:SAMPLE]))


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Latin script every other byte is NUL."""
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 2:
        return None
    high, low = even.count(0) / len(even), odd.count(0) / len(odd)
    if low > 0.6 and high < 0.05:
        return "utf-16-le"
    return "utf-16-be" if high > 0.6 and low < 0.05 else None


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise ValueError(f"is damaged: it begins as {name} but can't be read at byte {error.start:,}") from error


def _older(data: bytes, error: UnicodeDecodeError) -> str:
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, CONTROLS)) > MOST_CONTROLS * len(sample):
        raise ValueError("is binary, not text")
    if _is_damaged_utf8(data):
        raise ValueError(f"is damaged: it is UTF-8 but can't be read at byte {error.start:,}; save it again as UTF-8")
    if len(data) - len(data.translate(None, bytes(range(128, 256)))) <= WESTERN_SHARE * len(data):
        return _western(data)
    return _guessed(data)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is sound UTF-8, which no other encoding brings about by chance."""
    broken = data.decode("utf-8", "replace").count("\ufffd")
    sound = len(data.decode("utf-8", "ignore")) - len(data.translate(None, bytes(range(128, 256))))
    return sound > 2 * broken


def _western(data: bytes) -> str:
    """Windows-1252, and Latin-1 where a byte has no meaning there."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # heavy, and seldom needed

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise ValueError("is in no encoding that could be recognised; save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"is in no encoding that could be recognised ({best.encoding} fits in part); save it as UTF-8") from error
