"""Encodings."""

import os
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.decode import decoded, encoding_of, is_wide

TEXT = "Police in Malmö arrested Angela Müller – “on Friday”, officials in Côte d’Ivoire said.\r\nSão Paulo agreed."
LATIN = "Police in Malmö arrested Angela Müller on Friday, officials in Côte d'Ivoire said. São Paulo agreed."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_common_encodings_are_read(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_latin_1_is_read() -> None:
    assert decoded(LATIN.encode("latin-1")) == LATIN


def test_another_script_is_guessed() -> None:
    text = "Президент России прибыл в Нью-Дели в четверг, сообщил Кремль."
    assert decoded(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0", "is binary"),
        (b"SQLite format 3\0\x10\0\1\1\0", "is a database, which --db names"),
        (b"%PDF-1.4\n" + bytes(range(1, 32)) * 20 + bytes(range(128, 256)) * 4, "is binary"),
        ("Malmö and Köln and Århus. ".encode() + b"\xc3(", "is damaged: it is UTF-8 but can't be read at byte 29"),
        ("Malmö".encode("utf-16") + b"\x00\xd8", "is damaged: it begins as UTF-16"),
        (b"\xef\xbb\xbfMalm\xf6", "is damaged: it begins as UTF-8"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace("(", r"\(")):
        decoded(data)


def test_random_bytes_are_text_or_a_clear_error() -> None:
    for _ in range(50):
        with suppress(ValueError):
            assert isinstance(decoded(os.urandom(300)), str)


@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    plain = text.removeprefix("\ufeff").replace("\0", "")
    assert decoded(plain.encode("utf-8")) == plain.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("encoding", "wide"), [("utf-8", False), ("utf-8-sig", False), ("utf-16", True), ("utf-16-le", True), ("utf-32", True)]
)
def test_wide_encodings_are_known_before_decoding(encoding: str, *, wide: bool) -> None:
    assert is_wide(TEXT.encode(encoding)) is wide


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"plain", "utf-8"),
        ("Malmö".encode(), "utf-8"),
        ("Malmö".encode()[:-1], "utf-8"),  # cut within a character
        ("Malmö – “yes”".encode("cp1252"), "cp1252"),
        (b"Malm\xf6 \x81", "latin-1"),
        ("Malmö".encode("utf-8-sig"), "utf-8-sig"),
        ("Malmö, Köln".encode("utf-16"), "utf-16"),
        ("Malmö, Köln".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_of_a_long_text_is_told_by_its_beginning(head: bytes, encoding: str) -> None:
    assert encoding_of(head) == encoding
