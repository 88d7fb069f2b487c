"""Events: what happened, who did it to whom, whether it happened at all.

Triggers are found by the tables of ``data/triggers_*.tsv`` (or by any other
:class:`~dragoman.coding.protocols.TriggerTyper`), their sides by the dependency tree, and
mentions of one event are joined.
"""

from dragoman.coding.events.learned import CombinedTyper
from dragoman.coding.events.readings import LexiconTyper
from dragoman.coding.events.stage import events

__all__ = ["CombinedTyper", "LexiconTyper", "events"]
