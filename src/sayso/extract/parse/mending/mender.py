"""All mending of a tree, in its order: what it gives away itself, then what only verbs tell."""

from sayso.extract.parse.mending import clefts, lists, neighbours
from sayso.extract.parse.mending.agents import Agents
from sayso.extract.parse.mending.attachment import Attachment
from sayso.extract.parse.mending.claims import Claims
from sayso.extract.parse.mending.complement import Complement
from sayso.extract.parse.mending.compounds import Compounds
from sayso.extract.parse.mending.dated import Dated
from sayso.extract.parse.mending.displaced import Displaced
from sayso.extract.parse.mending.fragments import Fragments
from sayso.extract.parse.mending.gerunds import Gerunds
from sayso.extract.parse.mending.headlines import headed
from sayso.extract.parse.mending.infinitives import Infinitives
from sayso.extract.parse.mending.inverted import Inversion
from sayso.extract.parse.mending.misread import put_right
from sayso.extract.parse.mending.relatives import Relatives
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.mending.saying import Saying
from sayso.extract.parse.mending.titles import Titles
from sayso.extract.parse.mending.undergone import Undergone
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon


class Mender:
    """Mends trees right after the parse."""

    def __init__(self, rules: Rules) -> None:
        """Take the rules that come after what every tree is searched for."""
        self._rules = rules

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Mender":
        """Take the verbs that its rules need from a lexicon."""
        words = (
            Titles.of(lexicon), Compounds.of(lexicon), Displaced.of(lexicon), Complement.of(lexicon), Inversion.of(lexicon),
            Fragments.of(lexicon), Saying.of(lexicon), Claims.of(lexicon), Attachment.of(lexicon),
            Agents.of(lexicon), Infinitives.of(lexicon), Relatives.of(lexicon), Dated.of(lexicon), Gerunds.of(lexicon),
        )  # fmt: skip
        before = [rule for each in words for rule in each.rules()]
        return cls(Rules([*lists.rules(lexicon), *before, *neighbours.rules(lexicon), *Undergone.of(lexicon).rules(), *clefts.rules()]))

    def mended(self, tree: Tree) -> Tree:
        """The tree with what can't be so set right, long nouns parted and words put where they belong; itself where all is right."""
        return self._rules.mended(put_right(headed(tree)))
