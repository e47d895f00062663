"""All mending of a tree, in its order: what it gives away itself, then what only verbs tell."""

from dataclasses import dataclass

from sayso.extract.parse.mending.attachment import Attachment
from sayso.extract.parse.mending.fragments import Fragments
from sayso.extract.parse.mending.inverted import Inversion
from sayso.extract.parse.mending.lists import listed
from sayso.extract.parse.mending.misread import put_right
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends trees right after the parse."""

    attachment: Attachment
    fragments: Fragments
    inversion: Inversion

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Mender":
        """Take the verbs that it needs from a lexicon."""
        return cls(Attachment.of(lexicon), Fragments.of(lexicon), Inversion.of(lexicon))

    def mended(self, tree: Tree) -> Tree:
        """The tree with what can't be so set right, what hangs too deep rehung, and what stands behind its own words put in its place.

        The tree itself where nothing is to be mended.
        """
        return self.attachment.rehung(self.fragments.whole(self.inversion.undone(listed(put_right(tree)))))
