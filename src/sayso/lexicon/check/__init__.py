"""Whether a lexicon is in order: the shape of its files, and whether its entries agree with one another."""

from pathlib import Path

from sayso.errors import LexiconError
from sayso.lexicon import phrases
from sayso.lexicon.check.heads import head_problems
from sayso.lexicon.check.owners import owner_problems
from sayso.lexicon.check.patterns import pattern_problems
from sayso.lexicon.check.problem import Problem, unaccepted
from sayso.lexicon.check.references import reference_problems
from sayso.lexicon.check.shadows import shadow_problems
from sayso.lexicon.check.shape import Files, loaded
from sayso.lexicon.foreign import tables
from sayso.lexicon.read import FOLDER

__all__ = ["problems"]


def problems(folder: Path | None = None) -> list[str]:
    """Everything that is wrong with a lexicon, one problem a line; ontology/accepted.yaml lists what may stay.

    Entries of the wrong shape are told and left out of the checks that compare entries.
    """
    files = loaded(folder or FOLDER)
    beside = [*_foreign(folder or FOLDER, files), *_phrases(folder or FOLDER, files)]
    return [*files.errors, *beside, *unaccepted(_coherence(files), files.accepted)]


def _foreign(folder: Path, files: Files) -> list[str]:
    """What is wrong with the code tables of other people's layouts, where a lexicon has them and its own files are sound."""
    if files.errors or not (folder / "layouts").is_dir():
        return []
    try:
        tables(folder, files.entries)
    except LexiconError as error:
        return [str(error)]
    return []


def _phrases(folder: Path, files: Files) -> list[str]:
    """Types, modes and patterns that don't fit their phrases, where a lexicon has any."""
    if files.errors or not (folder / phrases.FILE).is_file():
        return []
    return [f"{phrases.FILE}: {problem}" for problem in phrases.problems(phrases.phrases(folder), files.entries)]


def _coherence(files: Files) -> list[Problem]:
    return [
        *reference_problems(files),
        *pattern_problems(files),
        *shadow_problems(files),
        *owner_problems(files),
        *head_problems(files),
    ]
