"""Casts and short forms for the tests of events and contacts.

The people and bodies of the example sentences, and how a coded fact is written in one line:
``ASSAULT/drone USA > IRN, IRQ (negated)``.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.drafts import ContactDraft, EventDraft
from tests.coding.shorthand import body, cast_of, official, person, short, state

_STATES = {
    "Iran": "IRN", "Israel": "ISR", "Syria": "SYR", "Egypt": "EGY", "Gaza": "PSE", "Turkey": "TUR",
    "Greece": "GRC", "Russia": "RUS", "Ukraine": "UKR", "Poland": "POL", "China": "CHN",
    "Japan": "JPN", "India": "IND", "Pakistan": "PAK", "Kenya": "KEN", "Ethiopia": "ETH",
    "Sudan": "SDN", "Chad": "TCD", "Mali": "MLI", "France": "FRA", "Germany": "DEU",
    "Britain": "GBR", "Brazil": "BRA", "Peru": "PER", "Chile": "CHL", "Cuba": "CUB",
    "Canada": "CAN", "Mexico": "MEX", "Qatar": "QAT", "Yemen": "YEM", "Armenia": "ARM",
    "Azerbaijan": "AZE", "Georgia": "GEO", "Serbia": "SRB", "Kosovo": "KOS", "Nepal": "NPL",
    "Vietnam": "VNM", "Thailand": "THA", "Cambodia": "KHM", "Rwanda": "RWA", "Congo": "COD",
    "Libya": "LBY", "Niger": "NER", "Australia": "AUS", "Fiji": "FJI", "Jordan": "JOR",
    "Iraq": "IRQ", "Lebanon": "LBN", "Norway": "NOR", "Finland": "FIN", "Spain": "ESP",
    "Washington": "USA", "Beijing": "CHN", "Ankara": "TUR", "Moscow": "RUS", "Tehran": "IRN",
}  # fmt: skip
_PEOPLE = {
    "Aliyev": "AZE", "Pashinyan": "ARM", "Lavrov": "RUS", "Fidan": "TUR", "Wang": "CHN",
    "Modi": "IND", "Lula": "BRA", "Ruto": "KEN", "Abiy": "ETH", "Sisi": "EGY", "Macron": "FRA",
    "Meloni": "ITA", "Kishida": "JPN", "Albanese": "AUS", "Petro": "COL", "Boric": "CHL",
    "Stoltenberg": "NATO", "Guterres": "UNO", "Kagame": "RWA", "Tshisekedi": "COD",
}  # fmt: skip
_OTHERS: dict[str, ActorDraft] = {
    "Zahedi": person("Zahedi", "IRN", "MIL"),
    "Navarro": person("Navarro", "PER", "OPP"),
    "Rossi": person("Rossi", None, "JRN"),
    "Hamdan": person("Hamdan", "LBN"),
    "Taliban": ActorDraft("Taliban", "armed_group", country="AFG", sectors=("REB",)),
    "Hezbollah": ActorDraft("Hezbollah", "armed_group", country="LBN", sectors=("PRM",)),
    "EU": body("EU", "EUR", "GOV", class_="IGO"),
    "NATO": body("NATO", "NATO", "MIL", class_="IGO"),
    "UN": body("UN", "UNO", class_="IGO"),
    "Amnesty": body("Amnesty", None, class_="NGO"),
    "Reuters": body("Reuters", None, "JRN"),
}


def scene(*sentences: str, gap: str = " ") -> tuple[Doc, Cast]:
    """The Doc of sentences in shorthand, and the cast of the known names in it."""
    doc = short(*sentences, gap=gap)
    named = {name: state(code) for name, code in _STATES.items()}
    named.update({name: official(name, code) for name, code in _PEOPLE.items()})
    named.update(_OTHERS)
    present = {token.text for token in doc}
    return doc, cast_of(doc, {name: draft for name, draft in named.items() if name in present})


def code(cast: Cast, actor: int) -> str:
    """A state by its code, anybody else by name."""
    draft = cast.draft(actor)
    return draft.country or draft.name if draft.kind == "state" else draft.name


def _codes(cast: Cast, actors: Iterable[int]) -> str:
    return ", ".join(code(cast, actor) for actor in actors) or "-"


def event_line(cast: Cast, event: EventDraft) -> str:
    """An event in one line."""
    mode = f"/{event.mode}" if event.mode else ""
    modality = "" if event.modality == "asserted" else f" ({event.modality})"
    sides = f"{_codes(cast, event.actors)} > {_codes(cast, event.recipients)}"
    return f"{event.type}{mode} {sides}{modality}"


def contact_line(cast: Cast, contact: ContactDraft) -> str:
    """A contact in one line: ``Lavrov > Fidan phone held known``."""
    sides = f"{code(cast, contact.initiator)} > {code(cast, contact.counterpart)}"
    return f"{sides} {contact.channel} {contact.status} {contact.initiative}"
