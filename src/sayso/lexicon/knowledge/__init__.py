"""Knowledge of the user's own, laid over ours: folders of YAML and CSV files, checked as strictly as the lexicon itself."""

from sayso.lexicon.knowledge.fault import Fault
from sayso.lexicon.knowledge.overlay import Overlay, digest, extended, overlaid

__all__ = ["Fault", "Overlay", "digest", "extended", "overlaid"]
