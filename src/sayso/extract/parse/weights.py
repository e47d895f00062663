"""The small English model read from its files: spaCy would build its training networks, configurations and factories around them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np

from sayso.extract.parse.network import Layer, Linear, Network, Numbers, Scorer, Table
from sayso.extract.parse.packed import unpacked
from sayso.extract.parse.transitions import Moves

TOP = ""  # the label of moves that have none


@dataclass(frozen=True, slots=True)
class Weights:
    """What the model learned: the features that words are known by, the network, and the names of its tags, labels and moves."""

    columns: list[str]
    network: Network
    tags: list[str]
    labels: list[str]
    moves: Moves


def read(folder: Path) -> Weights:
    """The weights in the folder of a model."""
    encoder, tagger, parser = (_nodes(folder / part / "model") for part in ("tok2vec", "tagger", "parser"))
    moves = _moves(folder / "parser" / "moves")
    labels = sorted({label for _, label in moves})
    mix, *layers = map(_layer, encoder["maxout"], encoder["layernorm"])
    network = Network(
        tuple(Table(unpacked(node["seed"]), node["E"]) for node in encoder["hashembed"]),
        mix,
        tuple(layers),
        _linear(tagger["softmax"][0]),
        _scorer(parser),
    )
    return Weights(
        unpacked(encoder["extract_features"][0]["columns"]),
        network,
        [*map(intern, json.loads((folder / "tagger" / "cfg").read_bytes())["labels"])],  # the very strings that rules name
        [*map(intern, labels)],
        Moves.of([kind for kind, _ in moves], [labels.index(label) for _, label in moves]),
    )


def _nodes(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The parts of a model by their names, in its order: their parameters, and their attributes as they are packed."""
    model = unpacked(path.read_bytes())
    found: dict[str, list[dict[str, Any]]] = {}
    for node, attributes, parameters in zip(model["nodes"], model["attrs"], model["params"], strict=True):
        found.setdefault(node["name"], []).append(attributes | parameters)
    return found


def _moves(path: Path) -> list[tuple[int, str]]:
    """Kind and label of each move, in the order in which the network scores them: the commonest labels of each kind first."""
    kinds = json.loads(unpacked(path.read_bytes())["moves"])
    return [
        move
        for kind in sorted(kinds, key=int)
        for move in zip(repeat(int(kind)), sorted(kinds[kind], key=lambda label: (kinds[kind][label], label), reverse=True), strict=False)
    ]


def _scorer(parser: Mapping[str, list[dict[str, Any]]]) -> Scorer:
    upper, narrow = parser["linear"]
    lower = parser["precomputable_affine"][0]
    places, hidden, pieces, width = lower["W"].shape
    return Scorer(
        _linear(narrow),
        np.ascontiguousarray(lower["W"].transpose(3, 0, 2, 1).reshape(width, places * pieces * hidden)),
        np.ascontiguousarray(lower["pad"][0].transpose(0, 2, 1).reshape(places, pieces * hidden)),
        np.ascontiguousarray(lower["b"].T.reshape(-1)),
        _linear(upper),
    )


def _linear(node: Mapping[str, Any]) -> Linear:
    return Linear(np.ascontiguousarray(node["W"].T), node["b"])


def _layer(maxout: Mapping[str, Any], norm: Mapping[str, Any]) -> Layer:
    weights: Numbers = maxout["W"]
    out, pieces, into = weights.shape
    return Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(into, pieces * out)),
        np.ascontiguousarray(maxout["b"].T.reshape(-1)),
        norm["G"],
        norm["b"],
    )
