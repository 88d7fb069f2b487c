"""The world: one object that answers what a printed form may denote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from importlib.resources.abc import Traversable

from dragoman.errors import DataError
from dragoman.world import groups
from dragoman.world.holders import Holder, Holders
from dragoman.world.model import Entity, OfficeTitle, Organization, State
from dragoman.world.organizations import load_organizations, organization_forms
from dragoman.world.phrases import PhraseTable, key
from dragoman.world.states import Form, load_states, printed, state_forms
from dragoman.world.tables import data_folder, read_table
from dragoman.world.titles import Codes, Titles

AMBIGUOUS_COLUMNS = ("form", "names")


class World:
    """What is known before reading: states, organisations, groups, offices and their holders.

    Made by :meth:`load`; :func:`world` gives the one that ships with the package.
    """

    def __init__(
        self,
        states: Mapping[str, State],
        organizations: Sequence[Organization],
        forms: PhraseTable[Entity | None],
        titles: Titles,
    ) -> None:
        self.states = states
        self.organizations = tuple(organizations)
        self._forms = forms
        self._titles = titles

    @classmethod
    def load(cls, folder: Traversable | None = None) -> World:
        """Read the tables.

        Args:
            folder: A folder of tables in place of the one that ships with the package.

        Raises:
            DataError: A table is wrong; the error names file and line.
        """
        folder = folder or data_folder()
        states = load_states(folder)
        organizations = load_organizations(folder, states)
        forms = _phrase_table(folder, all_forms(folder, states))
        international = [body for body in organizations if body.class_ == "IGO"]
        codes = Codes(
            {state.code: state.name for state in states.values()},
            tuple({body.code: None for body in international}),
        )
        titles = Titles.load(folder, codes, forms, _principal_names(international))
        return cls(states, organizations, forms, titles)

    def state(self, name: str) -> State | None:
        """Return the state of any name or variant, or of an ISO code in capitals, else None."""
        if name in self.states:
            return self.states[name]
        code = self._codes.get(name) or self._names.get(key(name))
        return self.states[code] if code else None

    def states_named(self, name: str) -> tuple[State, ...]:
        """Return every state that a name may be of, the likelier first; "Korea" is of two.

        A code, and the usual name of a state, are of that state alone.
        """
        state, form = self.state(name), name
        if state is not None:
            if name in {state.code, state.alpha2} or key(name) == key(state.name):
                return (state,)
            form = next(each for each in state.variants if key(each) == key(name))
        codes = dict.fromkeys(each.code for each in self.lookup(form))
        found = tuple(self.states[code] for code in codes if code in self.states)
        return found or (() if state is None else (state,))

    def doubt(self, name: str) -> str | None:
        """Say which states a name may be of, where there are several, else None."""
        many = self.states_named(name)
        if len(many) < 2:
            return None
        return f"{name!r} may be {' or '.join(f'{each.name} ({each.code})' for each in many)}."

    def organization(self, name: str) -> Organization | None:
        """Return the organisation of a code or any name, else None."""
        return self._organizations.get(name) or self._organizations.get(" ".join(key(name)))

    def lookup(self, text: str) -> tuple[Entity, ...]:
        """Return everything that the whole of ``text`` may denote, the likelier first."""
        return tuple(entity for entity in self._forms.get(text) if entity)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Entity, ...]]]:
        """Yield (start, end, entities) for the longest known forms in ``words``, end exclusive.

        A longer name that denotes no actor hides what it holds: "Persian Gulf" yields nothing.
        """
        for start, end, meanings in self._forms.find(words):
            entities = tuple(entity for entity in meanings if entity)
            if len(entities) == len(meanings):
                yield start, end, entities

    def office(self, title: str, of: str | None = None) -> OfficeTitle | None:
        """Return the office that the whole of ``title`` names, else None.

        Args:
            title: As printed: "former deputy foreign minister".
            of: The code of the state or body: "Secretary of State" differs between states.
        """
        found = self._titles.get(title)
        return found.within(of) if found else None

    def find_offices(self, words: Sequence[str]) -> Iterator[tuple[int, int, OfficeTitle]]:
        """Yield (start, end, office) for the longest titles in ``words``, end exclusive.

        A qualifier that stands before a nationality counts though it is outside of the span:
        in "former French president" the span is "president", the qualifier "former".
        """
        return self._titles.find(words)

    def memberships(self, code: str) -> tuple[str, ...]:
        """Return the codes of the organisations that a state is a member of."""
        return tuple(
            organization.code for organization in self.organizations if code in organization.members
        )

    def holders(self, name: str, on: date, *, country: str | None = None) -> tuple[Holder, ...]:
        """Return who of that full or family name held an office on a day, the likelier first."""
        return self._holders.holders(name, on, country=country)

    def holders_of(self, country: str, role: str, on: date) -> tuple[Holder, ...]:
        """Return who held a role in a state or body on a day, the likelier first."""
        return self._holders.holders_of(country, role, on)

    def known(self, name: str) -> tuple[Holder, ...]:
        """Return every spell in office of persons of that name."""
        return self._holders.known(name)

    @cached_property
    def _holders(self) -> Holders:
        return Holders.load()

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return {state.alpha2: state.code for state in self.states.values() if state.alpha2}

    @cached_property
    def _names(self) -> Mapping[tuple[str, ...], str]:
        names: dict[tuple[str, ...], str] = {}
        for state in self.states.values():
            names.setdefault(key(state.name), state.code)
        for state in self.states.values():
            for variant in state.variants:
                names.setdefault(key(variant), state.code)
        return names

    @cached_property
    def _organizations(self) -> Mapping[str, Organization]:
        found: dict[str, Organization] = {}
        for organization in self.organizations:
            found.setdefault(organization.code, organization)
        for organization in self.organizations:
            for name in (organization.name, *organization.variants):
                found.setdefault(" ".join(key(name)), organization)
        return found


@cache
def world() -> World:
    """Return what ships with the package; read once.

    Raises:
        DataError: A table is wrong.
    """
    return World.load()


def all_forms(folder: Traversable, states: Mapping[str, State]) -> Iterator[Form]:
    """Yield every printed form of the tables with what it denotes, in the order of the tables."""
    yield from state_forms(folder, states)
    yield from organization_forms(folder)
    yield from groups.body_forms(folder, states)
    yield from groups.armed_group_forms(folder, states)
    yield from groups.population_forms(folder)
    yield from groups.outlet_forms(folder, states)
    yield from groups.other_names(folder)


def _principal_names(organizations: Iterable[Organization]) -> frozenset[str]:
    """Return the names of the organisations themselves, without their bodies."""
    first: dict[str, str] = {}
    for organization in organizations:
        first.setdefault(organization.code, organization.name)
    return frozenset(first.values())


def _phrase_table(folder: Traversable, forms: Iterable[Form]) -> PhraseTable[Entity | None]:
    table: PhraseTable[Entity | None] = PhraseTable()
    ranks = _ranks(folder)
    plain, ranked = [], []
    for form, entity in forms:
        rank = ranks.get((key(form), entity.name)) if entity else None
        if rank is None:
            plain.append((form, entity))
        else:
            ranked.append((rank, form, entity))
    ordered = [(form, entity) for _, form, entity in sorted(ranked, key=lambda entry: entry[0])]
    for form, entity in (*ordered, *plain):
        try:
            table.add(form, entity)
        except ValueError as error:
            raise DataError(
                f"A form of {entity.name if entity else 'no actor'}: {error}."
            ) from error
    return table


def _ranks(folder: Traversable) -> dict[tuple[tuple[str, ...], str], int]:
    """Return how likely each meaning of an ambiguous form is: 0 for the likeliest."""
    ranks = {}
    for row in read_table(folder, "ambiguous.tsv", AMBIGUOUS_COLUMNS):
        for rank, name in enumerate(row.several("names")):
            ranks[key(row["form"]), printed(name)] = rank
    return ranks
