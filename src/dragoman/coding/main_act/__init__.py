"""Who acts on whom in the main act of a sentence, as whole noun phrases."""

from dragoman.coding.main_act.model import BOTH, Side
from dragoman.coding.main_act.sides import sides

__all__ = ["BOTH", "Side", "sides"]
