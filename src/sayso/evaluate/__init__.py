"""How good the coding is: gold sets, scores, floors that may not sink, and what a change gains and loses."""
