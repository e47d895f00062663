"""What is waited for, and so has not happened: "sanctions stay until Sudan disarms"."""

from sayso.extract.judge.status_words import StatusWords
from sayso.extract.parse.tree import PRESENT, Tree


def awaited(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a clause tells of what is waited for: "until Sudan disarms", "will resume when Sudan has left"."""
    pending = tree.has(v, words.pending, "mark", "advmod")
    if not (pending or tree.has(v, words.awaiting, "mark", "advmod")):
        return False
    present = any(tree.tags[t] in PRESENT for t in (v, *tree.kids(v, "aux", "auxpass")))
    ahead = any(tree.tags[a] == "MD" for a in tree.kids(tree.heads[v], "aux"))
    return present or ahead or _withheld(tree, tree.heads[v], words) if pending else present and ahead


def _withheld(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether somebody refuses what a clause awaits something for: "*ruled out* talks until Cambodia apologised"."""
    over = (v, tree.heads[v]) if tree.deps[v] == "xcomp" else (v,)
    return any(tree.lower[h] in words.withholding for h in over)
