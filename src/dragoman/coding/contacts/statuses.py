"""What governing words make of a contact: the table and how a contact stands under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, get_args

from dragoman.coding import grammar
from dragoman.coding.events.governance import light_link
from dragoman.coding.events.modality import DENIED, Outlook, outlook
from dragoman.coding.events.words import verb_forms, words
from dragoman.errors import DataError
from dragoman.world.tables import read_toml

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.events.readings import Reading, Readings
    from dragoman.coding.tree import Tree
    from dragoman.records import ContactStatus

Effect = Literal[
    "refused", "cancelled", "proposed", "planned", "accepted", "appealed", "held", "open"
]
"""What a word makes of the contact it governs; see the head of ``contact_statuses.toml``."""

State = Literal["held", "planned", "proposed", "cancelled", "refused", "open", "negated"]
"""How a contact stands while the words above it are read; the last two are no contact."""

_FILE = "contact_statuses.toml"
_PARTS = ("verbs", "nouns", "adjectives")
_STEPS = 5
_ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp", "ccomp", "acl", "csubj", "compound"})
_THROUGH = frozenset({"of", "for", "on", "to", "out of", "from"})
_ROUNDS = frozenset(
    {"round", "series", "resumption", "start", "continuation", "day", "hour", "session", "set"}
)
_GOING = frozenset({"go", "come", "return", "travel", "fly", "get", "sit", "head", "engage", "be"})
_HAPPENING = frozenset(
    {"take", "happen", "occur", "begin", "start", "open", "resume", "follow", "continue", "go"}
)
_NOBODY = frozenset({"nobody", "none", "neither"})
_BESIDE = frozenset({"as", "for", "in", "during", "at"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_AHEAD = frozenset({"will", "'ll", "shall"})
_BEFORE = frozenset({"ahead of", "before", "prior to"})
_SETTLED = frozenset({"refused", "cancelled"})
_OF_OUTLOOK: Mapping[Outlook, State] = {
    Outlook.FACT: "held",
    Outlook.PAST: "open",
    Outlook.FUTURE: "planned",
    Outlook.NEGATED_FUTURE: "refused",
    Outlook.REFUSED: "refused",
    Outlook.DUTY: "open",
    Outlook.POSSIBLE: "open",
    Outlook.NEGATED: "negated",
}


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The table: effects by verb, noun and adjective."""

    verbs: Mapping[str, Effect]
    nouns: Mapping[str, Effect]
    adjectives: Mapping[str, Effect]
    forms: Mapping[str, str]

    def of(self, readings: Readings, token: int) -> Effect | None:
        """What a governing word makes of a contact, or ``None`` where it leaves it as it is."""
        tree = readings.tree
        if tree.tags[token] in {"NOUN", "PROPN"}:
            return self.nouns.get(tree.lemmas[token])
        if tree.tags[token] in {"ADJ", "ADV"}:
            return self.adjectives.get(tree.lower[token])
        lemma = self.forms.get(tree.lower[token]) or words().verb(tree, token)
        for particle in readings.frame(token).particles:
            found = self.verbs.get(f"{lemma}_{particle}")
            if found is not None:
                return found
        return self.verbs.get(lemma) or self.adjectives.get(tree.lower[token])


@cache
def status_words() -> StatusWords:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names the file and the entry.
    """
    return read_status_words(resources.files("dragoman.coding") / "data")


def read_status_words(folder: Traversable) -> StatusWords:
    """Read and check the table in a folder.

    Raises:
        DataError: The file is missing or no TOML, an effect is unknown, or a word has two.
    """
    table = read_toml(folder, _FILE)
    verbs, nouns, adjectives = (_by_word(table, part) for part in _PARTS)
    lemmas = {verb.partition("_")[0] for verb in verbs}
    forms = {form: lemma for lemma in sorted(lemmas) for form in verb_forms(lemma)}
    return StatusWords(verbs, nouns, adjectives, forms)


def _by_word(table: dict[str, Any], part: str) -> dict[str, Effect]:
    found: dict[str, Effect] = {}
    for name, lists in table.items():
        effect = _effect(name)
        listed = lists.get(part) if isinstance(lists, dict) else None
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise DataError(f"{_FILE}, [{name}]: {part} must be a list of words.")
        for word in listed:
            if word in found:
                raise DataError(f"{_FILE}, [{name}]: {word!r} is {found[word]} already.")
            found[word] = effect
    return found


def _effect(name: str) -> Effect:
    for known in get_args(Effect):
        if name == known:
            found: Effect = known
            return found
    raise DataError(f"{_FILE}: unknown effect [{name}].")


# How a contact stands -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a contact.

    ``status`` is ``None`` where there was none. ``word`` is the governing word that decided it,
    ``asker`` the word of a proposal or appeal, ``public`` says that it is an appeal.
    """

    status: ContactStatus | None
    word: int | None = None
    asker: int | None = None
    public: bool = False


def standing_of(reading: Reading, readings: Readings) -> Standing:
    """How the words on and above a contact present it."""
    tree, head = readings.tree, reading.head
    state = _own(reading, tree)
    word = asker = None
    public = False
    for token, link in governors(readings, reading):
        effect = status_words().of(readings, token)
        if effect is None or (effect == "held" and reading.frame.noun):
            passing = effect is not None or _is_passing(readings, token, link)
            state = _lent(state, tree, token, link, passing=passing)
            if not passing:
                break
            continue
        if effect in {"proposed", "appealed"} and asker is None:
            asker, public = token, effect == "appealed"
        changed = _under(state, effect, outlook(tree, token), finite=link == "ccomp")
        word = token if changed != state or word is None else word
        state = changed
    if state == "held" and (tree.case(head) in _BEFORE or _is_to_come(readings, head)):
        state = "planned"
    elif reading.sense.lemma == "invite" and state == "planned":
        state = "open"
    return Standing(_status(state), word, asker, public)


def _is_to_come(readings: Readings, noun: int) -> bool:
    """Whether a noun is a circumstance of what lies ahead: "will be in Rome for talks"."""
    tree = readings.tree
    first = tree.coordination_head(noun)
    over = tree.heads[first]
    if tree.relations[first] not in {"obl", "nmod"} or tree.case(first) not in _BESIDE:
        return False
    if outlook(tree, over) is Outlook.FUTURE and tree.tags[over] not in _NOUNS:
        return True
    if tree.tags[over] in _NOUNS:
        return bool(_AHEAD & set(grammar.auxiliaries(tree, over)))
    return status_words().of(readings, over) == "planned" and grammar.is_passive(tree, over)


def _is_passing(readings: Readings, token: int, link: str) -> bool:
    """Whether a word only carries a contact on to what governs it: "held", "a round of"."""
    tree = readings.tree
    if link == "ccomp":
        return False
    if tree.tags[token] in {"NOUN", "PROPN"}:
        return tree.lemmas[token] in _ROUNDS
    if tree.lemmas[token] in _GOING and link == "obl":
        return True
    if link.startswith("nsubj") and tree.lemmas[token] in _HAPPENING:
        return True
    return link in {"obj", "nsubj:pass", "obl"} and _is_light(readings, token)


def _is_light(readings: Readings, verb: int) -> bool:
    return light_link(readings.tree, verb, readings.frame(verb).particles) is not None


def _status(state: State) -> ContactStatus | None:
    match state:
        case "open" | "negated":
            return None
        case _:
            return state


def governors(readings: Readings, reading: Reading) -> Iterator[tuple[int, str]]:
    """The words of which a contact is an argument, nearest first, each with the relation."""
    tree, token = readings.tree, reading.head
    verb = reading.frame.governor
    if verb is not None and verb != tree.heads[tree.coordination_head(token)]:
        yield verb, "obj"
    for _ in range(_STEPS):
        over, relation = _above(tree, token)
        if over is None:
            return
        yield over, relation
        token = over


def _above(tree: Tree, token: int) -> tuple[int | None, str]:
    first = tree.coordination_head(token)
    if first != token and not _shares(tree, token, first):
        first = token
    over, relation = tree.heads[first], tree.relations[first]
    if over == first:
        return None, relation
    if relation in {"nmod", "obl"} and tree.case(first) in _THROUGH:
        return over, relation
    if relation == "acl" and tree.tags[over] not in {"NOUN", "PROPN"}:
        return None, relation
    return (over if relation in _ARGUMENTS else None), relation


def _shares(tree: Tree, token: int, first: int) -> bool:
    """Whether a conjunct stands under what governs the first: not a finite verb of its own."""
    if tree.tags[token] != "VERB" or tree.tags[first] != "VERB":
        return True
    finite = "VerbForm=Fin" in tree.features[token]
    return finite == ("VerbForm=Fin" in tree.features[first])


def _own(reading: Reading, tree: Tree) -> State:
    head = reading.head
    found = outlook(tree, head)
    if reading.frame.noun:
        state = _of_noun(tree, head, found)
        return "proposed" if state == "held" and reading.sense.lemma == "invitation" else state
    if any(tree.lower[mark] == "without" for mark in tree.children(head, "mark", "case")):
        return "negated"
    if reading.sense.lemma == "invite":
        return "proposed" if found is Outlook.FACT else "open"
    if grammar.is_infinitive(tree, head) and found in {Outlook.FACT, Outlook.POSSIBLE}:
        return "negated" if grammar.is_negated(tree, head) else "open"
    return _of_verb(tree, head)


def _of_verb(tree: Tree, verb: int) -> State:
    """The state by how a verb stands: who "would not" has refused."""
    found = outlook(tree, verb)
    if found is Outlook.POSSIBLE and grammar.is_negated(tree, verb):
        return "refused" if "would" in grammar.auxiliaries(tree, verb) else "open"
    return _OF_OUTLOOK[found]


def _of_noun(tree: Tree, noun: int, found: Outlook) -> State:
    if found is Outlook.NEGATED or _is_denied(tree, noun):
        return "negated"
    return _of_adjectives(tree, noun) or ("open" if found is Outlook.PAST else "held")


def _is_denied(tree: Tree, noun: int) -> bool:
    """Whether a noun is a predicate of nobody: "nobody has been in contact with"."""
    if tree.child(noun, "cop") is None:
        return False
    subjects = tree.children(noun, "nsubj")
    return grammar.is_negated(tree, noun) or any(tree.lower[each] in _NOBODY for each in subjects)


def _of_adjectives(tree: Tree, noun: int) -> State | None:
    for child in (*tree.children(noun, "amod", "compound", "det"), *tree.children(noun, "acl")):
        effect = status_words().adjectives.get(tree.lower[child])
        if effect is not None and effect not in {"accepted", "appealed"}:
            return _under("held", effect, Outlook.FACT, finite=False)
    return None


def _lent(state: State, tree: Tree, token: int, link: str, *, passing: bool) -> State:
    """What the verb of a contact's noun says of it: "will hold talks", "no talks took place"."""
    if tree.tags[token] not in {"VERB", "AUX"} or state != "held":
        return state
    found = _of_verb(tree, token)
    if passing:
        return "open" if grammar.is_infinitive(tree, token) and found == "held" else found
    return found if link.startswith("nsubj") and found == "planned" else state


def _under(state: State, effect: Effect, over: Outlook, *, finite: bool) -> State:
    """The state of a contact under a word with an effect, by how that word itself stands."""
    denied, possible = over in DENIED, over in {Outlook.POSSIBLE, Outlook.DUTY}
    if effect == "open" or (possible and effect != "cancelled"):
        return "open"
    if effect == "refused":
        return "open" if denied else "planned" if state == "cancelled" else "refused"
    if effect == "cancelled":
        return "planned" if denied or possible else state if state == "refused" else "cancelled"
    if state in _SETTLED:
        return state
    return _towards(state, effect, over, finite=finite)


def _towards(state: State, effect: Effect, over: Outlook, *, finite: bool) -> State:
    denied = over in DENIED
    if effect in {"proposed", "appealed"}:
        return "open" if denied or (finite and state == "held") else "proposed"
    if effect == "accepted":
        return "refused" if denied else "planned" if state == "proposed" else state
    if effect == "planned":
        if denied:
            return "refused"
        return (
            state if finite and state == "held" else "refused" if state == "negated" else "planned"
        )
    return _OF_OUTLOOK[over] if state in {"open", "held"} else state
