"""All mending of a tree, in its order: what it gives away itself, then what only verbs tell."""

from dataclasses import dataclass

from sayso.extract.parse.mending.agents import Agents
from sayso.extract.parse.mending.attachment import Attachment
from sayso.extract.parse.mending.claims import Claims
from sayso.extract.parse.mending.clefts import joined
from sayso.extract.parse.mending.complement import Complement
from sayso.extract.parse.mending.compounds import Compounds
from sayso.extract.parse.mending.displaced import Displaced
from sayso.extract.parse.mending.fragments import Fragments
from sayso.extract.parse.mending.headlines import headed
from sayso.extract.parse.mending.inverted import Inversion
from sayso.extract.parse.mending.lists import listed
from sayso.extract.parse.mending.misread import put_right
from sayso.extract.parse.mending.neighbours import parted
from sayso.extract.parse.mending.saying import Saying
from sayso.extract.parse.mending.titles import Titles
from sayso.extract.parse.mending.undergone import Undergone
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends trees right after the parse."""

    agents: Agents
    attachment: Attachment
    compounds: Compounds
    fragments: Fragments
    inversion: Inversion
    complement: Complement
    displaced: Displaced
    titles: Titles
    undergone: Undergone
    saying: Saying
    claims: Claims

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Mender":
        """Take the verbs that it needs from a lexicon."""
        return cls(
            Agents.of(lexicon), Attachment.of(lexicon), Compounds.of(lexicon), Fragments.of(lexicon), Inversion.of(lexicon),
            Complement.of(lexicon), Displaced.of(lexicon), Titles.of(lexicon), Undergone.of(lexicon), Saying.of(lexicon),
            Claims.of(lexicon),
        )  # fmt: skip

    def mended(self, tree: Tree) -> Tree:
        """The tree with what can't be so set right and long nouns parted, what hangs too deep rehung, and nouns put where they belong.

        The tree itself where nothing is to be mended.
        """
        told = listed(put_right(headed(tree)))
        placed = self.complement.parted(self.displaced.placed(self.compounds.parted(self.titles.borne(told))))
        whole = self.fragments.whole(self.inversion.undone(placed))
        return joined(
            self.undergone.told(parted(self.agents.joined(self.attachment.rehung(self.claims.answered(self.saying.rehung(whole))))))
        )
