"""All mending of a tree, in its order: what it gives away itself, verbs without subjects, then what only verbs tell."""

from dataclasses import dataclass

from sayso.extract.parse.mending.attachment import Attachment
from sayso.extract.parse.mending.fragments import Fragments
from sayso.extract.parse.mending.misread import put_right
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends trees right after the parse."""

    attachment: Attachment
    fragments: Fragments

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Mender":
        """Take the verbs that it needs from a lexicon."""
        return cls(Attachment.of(lexicon), Fragments.of(lexicon))

    def mended(self, tree: Tree) -> Tree:
        """The tree with what can't be so set right and what hangs too deep hung where it belongs; itself where nothing is to be mended."""
        return self.attachment.rehung(self.fragments.whole(put_right(tree)))
