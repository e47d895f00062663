"""What can go wrong, as a tree.

SaysoError
├── LexiconError   an entry of the lexicon is malformed or contradicts another
├── InputError     an input can't be read: names the file, the line and the remedy
│   ├── UnknownFormatError   nothing that Sayso reads: passed over in a folder or archive, told where it was named
│   └── RefusedError         reading on would do harm: an input that unpacks without end, an address that must not be asked
├── OutputError    a result can't be written
└── StoreError     a database can't be opened, read or written, or holds what it should not
    ├── ChangedError         somebody else has changed it meanwhile
    └── NoSnapshotError      a snapshot that there is none of
"""


class SaysoError(Exception):
    """Anything that Sayso itself reports; its text is meant for the user."""


class LexiconError(SaysoError):
    """An entry of the lexicon is malformed or contradicts another."""


class InputError(SaysoError):
    """An input can't be read."""


class UnknownFormatError(InputError):
    """An input is in no format that is read."""


class RefusedError(InputError):
    """An input is not read on because that would do harm."""


class OutputError(SaysoError):
    """A result can't be written."""


class StoreError(SaysoError):
    """A database can't be opened, read or written, or holds what it should not."""


class ChangedError(StoreError):
    """What was to be changed is no longer what was shown: somebody else has changed it meanwhile."""


class NoSnapshotError(StoreError):
    """A snapshot that there is none of."""
