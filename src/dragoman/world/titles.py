"""Office titles in English news: what they name and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from dragoman.world.model import Entity, OfficeTitle, Qualifier
from dragoman.world.phrases import EXACT, PhraseTable, is_transparent, key
from dragoman.world.sectors import SECTORS
from dragoman.world.tables import Row, read_table
from dragoman.world.title_rules import TitleRules, plural

COLUMNS = ("title", "role", "sector", "within")
NO_OFFICE = "-"
ANY_STATE = "STATE"
ANY_BODY = "IGO"
_POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
_NAME_LENGTH = 8
_LINK_REACH = 5
_COMPLEMENTS = frozenset({"to", "for", "at", "on"})
_WORD = re.compile(r"[^\s-]+|-")

Found = tuple[int, OfficeTitle | None]
"""Where a title ends, and its office; None where the words name none ("general election")."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Which codes are states' and which are international bodies', for rows that hold for all."""

    states: Mapping[str, str]
    """The names of the states by code."""
    bodies: Collection[str]

    def of(self, row: Row) -> tuple[str, ...]:
        """Return the codes that a row holds for.

        Raises:
            DataError: A code is unknown.
        """
        codes: list[str] = []
        for code in row.several("within"):
            if code == ANY_STATE:
                codes.extend(self.states)
            elif code == ANY_BODY:
                codes.extend(self.bodies)
            elif code in self.states or code in self.bodies:
                codes.append(code)
            else:
                raise row.wrong(f"{code} is neither a state nor a body")
        return tuple(codes)


class Titles:
    """Finds office titles with their qualifiers. Made by :meth:`load`."""

    def __init__(
        self,
        rules: TitleRules,
        titles: PhraseTable[OfficeTitle | None],
        names: PhraseTable[Entity | None],
        *,
        states: Mapping[str, str],
        international: Collection[str],
    ) -> None:
        self._rules = rules
        self._states = states
        self._titles = titles
        self._names = names
        self._international = rules.international.union(international)
        self._modifiers = _modifier_table(rules.modifiers)
        self._suffixes = _modifier_table(rules.suffixes)
        self._heads = _head_table((*rules.head_words, *rules.shared_words))
        self._degrees = frozenset(rules.degrees)

    @classmethod
    def load(
        cls,
        folder: Traversable,
        codes: Codes,
        names: PhraseTable[Entity | None],
        international: Collection[str],
    ) -> Titles:
        """Read the tables of titles.

        Args:
            folder: The folder of the tables.
            codes: The codes of states and international bodies.
            names: The names of states and bodies, which a title may be told by ("CIA director").
            international: Names of the organisations whose head is an ``igo_head``.

        Raises:
            DataError: A table is wrong.
        """
        rules = TitleRules.load(folder)
        titles: PhraseTable[OfficeTitle | None] = PhraseTable()
        listed = set()
        for printed, office in read_titles(folder, rules, codes):
            listed.add(key(printed))
            _add(titles, printed, office)
        for office in rules.composed():
            if key(office.title) not in listed:
                _add(titles, office.title, office)
        return cls(rules, titles, names, states=codes.states, international=international)

    def get(self, text: str) -> OfficeTitle | None:
        """Return the office that ``text`` names, else None.

        A complement may follow: "Ambassador to France", "special envoy for Yemen".
        """
        words = _WORD.findall(text)
        start, found = self._at(words, 0) if words else (0, None)
        if found is None or start:
            return None
        end, office = found
        return office if end == len(words) or words[end].lower() in _COMPLEMENTS else None

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, OfficeTitle]]:
        """Yield (start, end, office) of the titles in ``words``; no two overlap."""
        position = 0
        while position < len(words):
            start, found = self._at(words, position)
            if found is None:
                position += 1
                continue
            position, office = found
            if office is not None:
                yield start, position, office

    def _at(self, words: Sequence[str], position: int) -> tuple[int, Found | None]:
        """Return where the title read at ``position`` starts, and the title if there is one."""
        readings = (
            self._head(words, position),
            self._title(words, position),
            self._around_name(words, position),
        )
        found = max(filter(None, readings), key=lambda reading: reading[0], default=None)
        if found is None and self._may_lead(words, position):
            return self._across_name(words, position)
        return position, found

    def _title(self, words: Sequence[str], start: int) -> Found | None:
        """Read a title that begins at ``start``, with modifiers before and after."""
        plain = self._titles.at(words, start)
        found: Found | None = (plain[1], plain[2][0]) if plain else None
        modifier = self._modifiers.at(words, start)
        if modifier:
            inner = self._title(words, _after_marks(words, modifier[1]))
            if inner and inner[1] and (found is None or inner[0] > found[0]):
                found = inner[0], self._rules.qualified(inner[1], modifier[2][0])
        return self._with_suffix(words, found) if found else None

    def _with_suffix(self, words: Sequence[str], found: Found) -> Found:
        end, office = found
        suffix = self._suffixes.at(words, _after_marks(words, end))
        if suffix is None or office is None:
            return found
        return suffix[1], self._rules.qualified(office, suffix[2][0])

    def _may_lead(self, words: Sequence[str], start: int) -> bool:
        return words[start].lower() in self._degrees or self._modifiers.starts(words[start])

    def _across_name(self, words: Sequence[str], start: int) -> tuple[int, Found | None]:
        """Read "former French president" at "former": the span is "president"."""
        modifier = self._modifiers.at(words, start)
        before = modifier[1] if modifier else start + 1
        name = self._names.at(words, _after_marks(words, before))
        if name is None:
            return start, None
        after = _after_possessive(words, name[1])
        lead = list(words[start:before])
        found = self._title([*lead, *words[after : after + _NAME_LENGTH]], 0)
        if found is None or found[0] <= len(lead):
            return start, None
        return after, (found[0] - len(lead) + after, found[1])

    def _around_name(self, words: Sequence[str], start: int) -> Found | None:
        """Read "chief of Iran's general staff" as the title without the name."""
        if not self._titles.starts(words[start]):
            return None
        link = _position_of("of", words, start + 1, start + _LINK_REACH)
        if link is None:
            return None
        after = link + 1
        if after < len(words) and words[after].lower() == "the":
            after += 1
        name = self._names.at(words, after)
        if name is None:
            return None
        rest = _after_possessive(words, name[1])
        for lead in ([*words[start : link + 1], "the"], words[start : link + 1]):
            found = self._title([*lead, *words[rest : rest + _NAME_LENGTH]], 0)
            if found and found[1] and found[0] > len(lead):
                return found[0] - len(lead) + rest, found[1]
        return None

    def _head(self, words: Sequence[str], start: int) -> Found | None:
        """Read "chief" in "UN chief" and "head of Mossad" by the name beside it."""
        head = self._heads.at(words, start)
        if head is None:
            return self._deputy_head(words, start)
        title, is_plural = head[2][0]
        entity = self._name_before(words, start) or self._name_after(words, head[1])
        if entity is None or self._goes_on(words, head[1]):
            return None
        if entity.kind == "state":
            office = None if is_plural else self._leader(entity, title)
        else:
            office = self._head_of(entity, title)
        return (head[1], replace(office, plural=is_plural)) if office else None

    def _goes_on(self, words: Sequence[str], end: int) -> bool:
        """Tell whether "chief" is but the beginning of "chief economic adviser"."""
        return end < len(words) and words[end].lower() in self._rules.not_before

    def _deputy_head(self, words: Sequence[str], start: int) -> Found | None:
        """Read "deputy director" in "CIA deputy director" and "deputy head of Mossad"."""
        modifier = self._modifiers.at(words, start)
        head = self._heads.at(words, _after_marks(words, modifier[1])) if modifier else None
        if modifier is None or head is None:
            return None
        title, is_plural = head[2][0]
        entity = self._name_before(words, start) or self._name_after(words, head[1])
        office = self._head_of(entity, title) if entity else None
        if office is None:
            return None
        return head[1], replace(self._rules.qualified(office, modifier[2][0]), plural=is_plural)

    def _name_before(self, words: Sequence[str], end: int) -> Entity | None:
        if end and words[end - 1] in _POSSESSIVE:
            end -= 1
        for start in range(max(0, end - _NAME_LENGTH), end):
            name = self._names.at(words, start)
            if name and name[1] == end:
                return name[2][0]
        return None

    def _name_after(self, words: Sequence[str], start: int) -> Entity | None:
        if start >= len(words) or words[start].lower() != "of":
            return None
        start += 1
        if start < len(words) and words[start].lower() == "the":
            start += 1
        name = self._names.at(words, start)
        if name and name[1] < len(words) - 1 and words[name[1]] in _POSSESSIVE:
            name = self._names.at(words, name[1] + 1)
        return name[2][0] if name else None

    def _head_of(self, entity: Entity, title: str) -> OfficeTitle | None:
        sector = entity.sectors[0] if entity.sectors else None
        if title in self._rules.shared_words and not _presides(entity, sector):
            return None
        if entity.kind in {"state", "population"} or (title == "leader" and entity.class_ == "IGO"):
            return None
        return self._rules.make(title, self._role_of_head(entity, title, sector), sector)

    def _leader(self, entity: Entity, title: str) -> OfficeTitle | None:
        """Read "North Korean leader"; the leader of a region is another matter."""
        if title != "leader" or entity.code not in self._rules.leaders:
            return None
        whole = self._states[entity.code] == entity.name
        return self._rules.make(title, "head_of_state", "GOV") if whole else None

    def _role_of_head(self, entity: Entity, title: str, sector: str | None) -> str:
        if entity.class_ == "IGO":
            leads = entity.name in self._international and title != "commander"
            return "igo_head" if leads else "igo_official"
        if entity.kind == "body" and sector == "SPY":
            return "intelligence_chief"
        return "military_chief" if entity.name in self._rules.forces else "official"


def _presides(entity: Entity, sector: str | None) -> bool:
    """Tell whether a body has a president of its own: a court has, a ministry has not."""
    if entity.kind == "body":
        return sector not in {"GOV", "MIL", "SPY", "COP"}
    return entity.kind in {"organization", "armed_group"}


def read_titles(
    folder: Traversable, rules: TitleRules, codes: Codes
) -> Iterator[tuple[str, OfficeTitle | None]]:
    """Yield the titles of ``offices.tsv`` with what they mean, None for no office.

    Raises:
        DataError: A role is unknown, or a title has two rows for one place, or none for elsewhere.
    """
    elsewhere: dict[tuple[str, ...], dict[str, OfficeTitle]] = {}
    general: dict[tuple[str, ...], tuple[str, OfficeTitle | None]] = {}
    rows = list(read_table(folder, "offices.tsv", COLUMNS))
    for row in rows:
        office = _office(row, rules)
        name = key(row["title"])
        if row.optional("within") is None:
            if name in general:
                raise row.wrong(f"lists {row['title']} again")
            general[name] = row["title"], office
        elif office is not None:
            _fill(elsewhere.setdefault(name, {}), codes.of(row), row, office)
    for row in rows:
        if key(row["title"]) not in general:
            raise row.wrong(f"{row['title']} needs a row for elsewhere")
    for name, (printed, office) in general.items():
        places = elsewhere.get(name, {})
        yield printed, replace(office, elsewhere=places) if office and places else office


def _fill(
    places: dict[str, OfficeTitle], codes: tuple[str, ...], row: Row, office: OfficeTitle
) -> None:
    """Note what a title means within codes; a row that names a code beats one for all of a kind."""
    named = row.several("within")
    for code in codes:
        if code in named or code not in places:
            places[code] = office


def _office(row: Row, rules: TitleRules) -> OfficeTitle | None:
    role = row.optional("role")
    if role is None:
        return None
    if role not in rules.levels:
        raise row.wrong(f"{role} is no role of the codebook")
    sector = row.optional("sector")
    if sector is not None and sector not in SECTORS:
        raise row.wrong(f"{sector} is no sector of PLOVER")
    return rules.make(row["title"].removeprefix(EXACT), role, sector)


def _add(titles: PhraseTable[OfficeTitle | None], printed: str, office: OfficeTitle | None) -> None:
    titles.add(printed, office)
    if office is None or printed.startswith(EXACT) or printed == "generals":
        return
    many = {code: replace(other, plural=True) for code, other in office.elsewhere.items()}
    titles.add(plural(printed), replace(office, plural=True, elsewhere=many))


def _modifier_table(words: Mapping[Qualifier, Sequence[str]]) -> PhraseTable[Qualifier]:
    table: PhraseTable[Qualifier] = PhraseTable()
    for qualifier, phrases in words.items():
        for phrase in phrases:
            table.add(phrase, qualifier)
    return table


def _head_table(words: Sequence[str]) -> PhraseTable[tuple[str, bool]]:
    table: PhraseTable[tuple[str, bool]] = PhraseTable()
    for word in words:
        table.add(word, (word, False))
        table.add(plural(word), (word, True))
    return table


def _position_of(word: str, words: Sequence[str], start: int, stop: int) -> int | None:
    places = range(start, min(stop, len(words)))
    return next((place for place in places if words[place].lower() == word), None)


def _after_possessive(words: Sequence[str], position: int) -> int:
    while position < len(words) and words[position] in _POSSESSIVE:
        position += 1
    return position


def _after_marks(words: Sequence[str], position: int) -> int:
    while position < len(words) and is_transparent(words[position]):
        position += 1
    return position
