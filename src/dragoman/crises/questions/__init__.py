"""Questions to the ledger: when, who with whom, who stands where, what is new.

Each is a function over entries of the ledger that returns frozen, slotted answers.
"""

from dragoman.crises.questions.asking import Questions, Scope
from dragoman.crises.questions.attitudes import Regard, attitudes
from dragoman.crises.questions.brief import Brief, Section, Sentence, brief
from dragoman.crises.questions.campaigns import Campaign, Difference, Outlier
from dragoman.crises.questions.certainty import Certainty, certainty
from dragoman.crises.questions.citations import Citation, quotes
from dragoman.crises.questions.claims import Claim
from dragoman.crises.questions.exchanges import Exchange, Pair
from dragoman.crises.questions.outreach import Outreach, Uncalled, outreach
from dragoman.crises.questions.sides import Side
from dragoman.crises.questions.standings import ActStandings, Standing, standings
from dragoman.crises.questions.timeline import Day, Item, timeline
from dragoman.crises.questions.turns import Change, Turn

__all__ = [
    "ActStandings",
    "Brief",
    "Campaign",
    "Certainty",
    "Change",
    "Citation",
    "Claim",
    "Day",
    "Difference",
    "Exchange",
    "Item",
    "Outlier",
    "Outreach",
    "Pair",
    "Questions",
    "Regard",
    "Scope",
    "Section",
    "Sentence",
    "Side",
    "Standing",
    "Turn",
    "Uncalled",
    "attitudes",
    "brief",
    "certainty",
    "outreach",
    "quotes",
    "standings",
    "timeline",
]
