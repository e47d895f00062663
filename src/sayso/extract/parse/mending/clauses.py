"""Clauses that the model hangs on a name, or beside the gerund before them, hung where they belong."""

from sayso.extract.parse.tree import Tree, changed


def purposed(tree: Tree, to: int) -> Tree | None:
    """The tree with an infinitive on the gerund before it, which the model takes for a noun: "accused Chad of *planning* to arm them"."""
    gerund, verb = to - 1, tree.heads[to]
    if to == 0 or tree.deps[gerund] != "pobj" or tree.tags[gerund] not in ("NN", "VBG") or not tree.lower[gerund].endswith("ing"):
        return None
    if tree.children[gerund] or tree.deps[verb] not in ("advcl", "xcomp"):
        return None
    return changed(tree, {gerund: (tree.heads[gerund], "pcomp"), verb: (gerund, "xcomp")}, {gerund: "VBG"})


def restricted(tree: Tree, clause: int) -> Tree | None:
    """The tree with a clause after "that" on what is in a place, as no name bears it: "landslides in Laos *that cut off* towns"."""
    name = tree.heads[clause]
    prep = tree.heads[name]
    noun = tree.heads[prep] if tree.noun(tree.heads[prep]) else prep - 1
    if tree.tags[name] != "NNP" or tree.deps[name] != "pobj" or noun < 0 or tree.tags[noun] not in ("NN", "NNS"):
        return None
    plural = {"VBZ": False, "VBP": True}.get(tree.tags[clause], tree.tags[noun] == "NNS")
    if plural != (tree.tags[noun] == "NNS") or tree.kids(name, "det") or tree.lower[tree.left_edge(clause)] != "that":
        return None
    return changed(tree, {clause: (noun, "relcl")})
