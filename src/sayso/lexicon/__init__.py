"""What Sayso knows: event types, patterns, entities, places and cues, as YAML, and the code that reads and checks it."""

from sayso.lexicon.lexicon import Lexicon, load

__all__ = ["Lexicon", "load"]
