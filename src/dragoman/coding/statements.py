"""Statements: who said what to whom, for whom, by what medium, in whose words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.coding.attributions import Gathering, Heard
from dragoman.coding.cues import Cues, cues
from dragoman.coding.drafts import Party, StatementDraft
from dragoman.coding.grammar import antecedent
from dragoman.coding.inflection import forms, is_one_of
from dragoman.coding.lexicon import actor_nouns
from dragoman.coding.media import Medium, is_press, medium_of
from dragoman.coding.parties import speaks_for
from dragoman.coding.quotes import kind_of, paragraph_spans, quotations
from dragoman.coding.stretches import head_of
from dragoman.coding.tree import Tree, tree_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.attribution_rules import Finding, Tokens
    from dragoman.coding.cast import Cast
    from dragoman.records import Article, Spans, When

WhenOf = Callable[[int], "When | None"]
"""The time expression of a predicate, by its token index."""

_FIRST_PERSON = frozenset({"i", "we"})
_PERSONAL = frozenset(
    {"government", "body", "force", "fighter", "person", "people", "relation", "collective"}
)
_NOBODY = 0.8
_FLOOR = 0.35
_SENT = frozenset({"letter", "message", "note", "email", "e-mail", "telegram", "cable", "memo"})


def statements(
    doc: Doc, cast: Cast, *, when_of: WhenOf | None = None
) -> tuple[StatementDraft, ...]:
    """All statements of an article in order of text.

    Reads ``doc._.attributions`` and ``doc._.article`` where they are set. First-person pronouns
    inside quotations are bound to their speakers in the cast on the way.

    Args:
        doc: A parsed Doc.
        cast: Its actors.
        when_of: Gives the time expression of a predicate; without it ``when`` stays empty.
    """
    stage = _Stage(doc, cast, cues(), when_of)
    return tuple(stage.drafts())


class _Stage:
    """One run over one article."""

    def __init__(self, doc: Doc, cast: Cast, table: Cues, when_of: WhenOf | None) -> None:
        self.tree: Tree = tree_of(doc)
        self.cast = cast
        self.table = table
        self.when_of = when_of
        self.article = article_of(doc)
        paragraphs = _paragraphs(doc.text, self.article)
        self.quotations = quotations(doc.text, paragraphs)
        gathering = Gathering(self.tree, table, self.quotations, paragraphs)
        found = gathering.gather(_heard(doc))
        self.findings = [
            item
            for item in found
            if not self._is_furniture(item) and not self._is_performed(item, found)
        ]
        self.speakers = self._speakers()

    def drafts(self) -> Iterable[StatementDraft]:
        """The drafts, one for each finding."""
        for finding, speakers in zip(self.findings, self.speakers, strict=True):
            draft = self._draft(finding, speakers)
            if draft.confidence >= _FLOOR:
                yield draft

    def _is_furniture(self, finding: Finding) -> bool:
        spans = [item.span for item in self.article.furniture] if self.article else []
        place = self.tree.starts[(finding.cue or finding.content)[0]]
        return any(span is not None and span[0] <= place < span[1] for span in spans)

    def _is_performed(self, finding: Finding, found: Sequence[Finding]) -> bool:
        """Whether it is but the verb of somebody's own words: "We regret it," she said."""
        verb = finding.cue_head
        if verb is None or not self._is_first_person(finding):
            return False
        past = "Tense=Past" in self.tree.features[verb]
        return not past and any(verb in item.content for item in found if item is not finding)

    # Speakers ---------------------------------------------------------------------------------

    def _speakers(self) -> list[tuple[int, ...]]:
        """Speakers of all findings: those named first, then those who say "I" or "we"."""
        own = [not self._is_first_person(item) for item in self.findings]
        found = [
            self._speakers_of(item) if named else ()
            for item, named in zip(self.findings, own, strict=True)
        ]
        self._bind_first_person(found)
        for number, named in enumerate(own):
            if not named:
                found[number] = self._speakers_of(self.findings[number])
        return found

    def _is_first_person(self, finding: Finding) -> bool:
        words = [self.tree.lower[token] for token in finding.source]
        return len(words) == 1 and words[0] in _FIRST_PERSON

    def _bind_first_person(self, speakers: Sequence[tuple[int, ...]]) -> None:
        """Bind "I" and "we" inside quotations to who says them, inner quotations first."""
        pairs = sorted(
            zip(self.findings, speakers, strict=True), key=lambda pair: len(pair[0].content)
        )
        for finding, found in pairs:
            if len(found) != 1:
                continue
            spans = self.tree.spans(finding.content)
            for quotation in self.quotations:
                for span in quotation.spans:
                    if any(start <= span[0] and span[1] <= end for start, end in spans):
                        self.cast.link_first_person(span, found[0])

    def _speakers_of(self, finding: Finding) -> tuple[int, ...]:
        tokens = finding.source or finding.scope
        if not tokens:
            return ()
        head = head_of(self.tree, tokens[0], tokens[-1] + 1)
        if len(tokens) == 1 and finding.cue_head is not None:
            head = antecedent(self.tree, head, finding.cue_head)
        found = self.cast.denoted(head)
        if not found and head in finding.source:
            found = self._only_person(tokens) or self._unnamed(head, finding.source)
        return found

    def _only_person(self, tokens: Tokens) -> tuple[int, ...]:
        """The one person named in a source, where the tree does not lead to them."""
        if any(self.tree.tags[token] == "VERB" for token in tokens):
            return ()
        inside = self.cast.inside(tokens[0], tokens[-1] + 1)
        persons = [actor for actor in inside if self.cast.draft(actor).kind == "person"]
        return tuple(persons) if len(persons) == 1 else ()

    def _unnamed(self, head: int, source: Tokens) -> tuple[int, ...]:
        """The unnamed actor of a source that a noun for persons or bodies heads."""
        tree = self.tree
        if tree.tags[head] not in {"NOUN", "ADJ", "DET", "NUM", "PRON"}:
            return ()
        noun = next((item for item in tree.children(head, "nmod") if tree.case(item) == "of"), head)
        if not any(self._is_personal(item) for item in {head, noun}):
            return ()
        start, end = tree.phrase(head)
        first = max(start, source[0])
        return (self.cast.unnamed(first, max(first + 1, end)),)

    def _is_personal(self, token: int) -> bool:
        entry = actor_nouns().at(self.tree, token)
        return entry is not None and entry[1].kind in _PERSONAL

    # One draft --------------------------------------------------------------------------------

    def _draft(self, finding: Finding, speakers: tuple[int, ...]) -> StatementDraft:
        tree = self.tree
        content = tree.spans(finding.content)
        medium = self._medium(finding)
        addressee = self._addressee(finding)
        when = self.when_of(finding.cue_head) if self.when_of and finding.cue_head else None
        fields: dict[str, Spans] = {
            "speakers": tree.spans(finding.source or finding.scope),
            "kind": content,
            "medium": medium.span if medium else (),
            "addressee": tree.spans(tree.subtree(addressee)) if addressee is not None else (),
            "when": when.text if when else (),
        }
        return StatementDraft(
            speakers=speakers,
            kind=kind_of(tree.text, content, self.quotations),
            on_behalf_of=self._on_behalf_of(speakers),
            source=tree.spans(finding.source),
            cue=tree.spans(finding.cue),
            content=content,
            medium=medium.text if medium else None,
            addressee=self._actor(addressee),
            when=when,
            cue_head=finding.cue_head,
            sources=finding.source,
            cues=finding.cue,
            contents=finding.content,
            evidence=(self._evidence(finding),),
            field_evidence={name: spans for name, spans in fields.items() if spans},
            confidence=self._confidence(finding, speakers),
        )

    def _on_behalf_of(self, speakers: Iterable[int]) -> tuple[Party, ...]:
        parties = (speaks_for(self.cast, speaker) for speaker in speakers)
        return tuple(dict.fromkeys(party for party in parties if party is not None))

    def _medium(self, finding: Finding) -> Medium | None:
        if finding.cue_head is None:
            return None
        inside = {*finding.content, *finding.source, *finding.cue}
        sentence = range(*self.tree.sentence(finding.cue_head))
        outside = [token for token in sentence if token not in inside]
        return medium_of(self.tree, self.cast, finding.cue_head, outside)

    def _addressee(self, finding: Finding) -> int | None:
        """The head of the phrase for the one spoken to, the press apart."""
        tree, verb = self.tree, finding.cue_head
        if verb is None or tree.tags[verb] != "VERB":
            return None
        places = self.table.addressees(forms(tree, verb))
        inside = set(finding.content)
        near = tree.children(verb, "obj", "iobj") if "object" in places else []
        near += [item for item in tree.children(verb, "obl") if tree.case(item) in places]
        near += self._by_letter(finding)
        for token in near:
            if token not in inside and not is_press(tree, self.cast, token):
                return token
        return None

    def _by_letter(self, finding: Finding) -> list[int]:
        """The one written to: "in a letter to X", "in a message to X"."""
        tree, verb = self.tree, finding.cue_head
        return [
            below
            for item in (tree.children(verb, "obl") if verb is not None else ())
            if is_one_of(tree, item, _SENT)
            for below in tree.children(item, "nmod")
            if tree.case(below) == "to"
        ]

    def _actor(self, token: int | None) -> int | None:
        found = () if token is None else self.cast.at(token)
        return found[0] if found else None

    def _evidence(self, finding: Finding) -> tuple[int, int]:
        tokens = (*finding.source, *finding.cue, *finding.content)
        return self.tree.starts[min(tokens)], self.tree.ends[max(tokens)]

    def _confidence(self, finding: Finding, speakers: tuple[int, ...]) -> float:
        confidence = finding.confidence
        if not speakers:
            confidence *= _NOBODY
        elif finding.source:
            head = head_of(self.tree, finding.source[0], finding.source[-1] + 1)
            sure = max(self.cast.certainty(head, speaker) for speaker in speakers)
            confidence *= sure or 1.0
        return round(confidence, 3)


def article_of(doc: Doc) -> Article | None:
    """The article a Doc was made of, where it is set."""
    return doc._.article if doc.has_extension("article") else None


def _paragraphs(text: str, article: Article | None) -> Spans:
    """The paragraphs of an article, its title first, where that is one of its own."""
    if article is None or not article.paragraphs:
        return paragraph_spans(text)
    title = article.title_span
    apart = title is not None and title[1] <= article.paragraphs[0][0]
    return (title, *article.paragraphs) if title and apart else article.paragraphs


def _heard(doc: Doc) -> list[Heard]:
    """What the attribution head found; nothing on a Doc that it did not read."""
    if not doc.has_extension("attributions"):
        return []
    return [
        Heard(item.source, item.cue, item.content, item.confidence)
        for item in doc._.attributions or ()
    ]
