"""Files in object stores and other file systems that are named by an address: s3://, gs://, abfs://, hdfs://, file://."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from sayso.errors import InputError


def listed(address: str) -> list[str]:
    """The files at an address, in the order of their names: itself, or those in it and its folders; hidden ones are left alone.

    Raises:
        InputError: nothing is there, or it can't be asked.
    """
    return [name for name, _ in measured(address)]


def measured(address: str) -> list[tuple[str, int]]:
    """The same with their sizes in bytes.

    Raises:
        InputError: nothing is there, or it can't be asked.
    """
    from pyarrow.fs import FileSelector, FileType

    scheme, (_, asked, options) = address.partition("://")[0], address.partition("?")
    with _told(address):
        system, path = _system(address)
        found = system.get_file_info(path)
        if found.type is FileType.File:
            return [(address, found.size)]
        inside = system.get_file_info(FileSelector(path, recursive=True)) if found.type is FileType.Directory else []
    seen = ((info.path, info.size) for info in inside if info.type is FileType.File and not _hidden(info.path[len(path) :]))
    if not (names := sorted((f"{scheme}://{name}{asked}{options}", size) for name, size in seen)):
        raise InputError(f"{address}: there is nothing")
    return names


def bare(address: str) -> str:
    """A name without the options of its store ("s3://...?endpoint_override=..."), which say nothing of the file."""
    return address.partition("?")[0] if "://" in address else address


@contextmanager
def stream(address: str) -> Iterator[BinaryIO]:
    """The bytes of a file at an address.

    Raises:
        InputError: it can't be read.
    """
    with _told(address):
        system, path = _system(address)
        opened = system.open_input_stream(path, compression=None)
    with opened, io.BufferedReader(cast("io.RawIOBase", opened)) as file:
        yield cast("BinaryIO", file)


def _system(address: str) -> tuple[Any, str]:
    from pyarrow import ArrowInvalid
    from pyarrow.fs import FileSystem

    try:
        system, path = FileSystem.from_uri(address)
    except ArrowInvalid:  # Arrow doesn't know the scheme; fsspec, where it is installed, knows many
        return _of_fsspec(address)
    return system, path


def _of_fsspec(address: str) -> tuple[Any, str]:
    from pyarrow.fs import FSSpecHandler, PyFileSystem

    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise ValueError("its scheme is unknown here; install fsspec and the package for it") from error
    system, path = url_to_fs(address)
    return PyFileSystem(FSSpecHandler(system)), path


@contextmanager
def _told(address: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # pyarrow's own errors are children of these
        raise InputError(f"{address}: can't be read: {error}") from error


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
