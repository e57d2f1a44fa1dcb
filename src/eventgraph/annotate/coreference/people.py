"""What the article tells of each person beside the name: offices, gender, where the person was mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.references import reference
from eventgraph.annotate.sentences import sentence_number
from eventgraph.annotate.titles import TitlePhrase
from eventgraph.lexicon import gender_of, gender_of_holder, gender_of_noun

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


class People:
    """The cast of one article, filled in the order of the text."""

    def __init__(self, doc: Doc, offices: Iterable[tuple[TitlePhrase, Office]]) -> None:
        self.offices: dict[str, list[Office]] = defaultdict(list)
        self.gender: dict[str, str] = {}
        self.mentions: list[tuple[Token, str]] = []
        for phrase, office in offices:
            found = reference(phrase.person)
            if found:
                self.offices[found.entity.id].append(office)
                self._note_gender(found.entity.id, gender_of_noun(phrase.head.lower_))
        for ent in doc.ents:
            found = reference(ent.root) if ent.label_ == "person" else None
            if found:
                before = doc[ent.start - 1].text if ent.start else ""
                self._note_gender(found.entity.id, gender_of(f"{before} {ent.text}"))
                self._note_gender(found.entity.id, gender_of(found.entity.name))
                self._note_gender(found.entity.id, gender_of_holder(found.entity.name))

    def _note_gender(self, person: str, gender: str | None) -> None:
        if gender:
            self.gender.setdefault(person, gender)

    def meet(self, token: Token, person: str) -> None:
        """Note that `person` is mentioned at `token`."""
        self.mentions.append((token, person))

    def candidates(self, pronoun: Token, gender: str | None, back: int = 3) -> list[str]:
        """Return people the pronoun may mean, best first.

        Subjects before others, near before far (Hobbs 1978 simplified to tree and distance); nobody of
        the other gender, nobody who already is an argument of the pronoun's own verb.
        """
        barred = _arguments_beside(pronoun)
        sentence = sentence_number(pronoun)
        scored: dict[str, float] = {}
        own: set[str] = set()
        for token, person in reversed(self.mentions):
            distance = sentence - sentence_number(token)
            if distance > back:
                break
            if token.i in barred:
                own.add(person)
            if token.i in barred or self.gender.get(person, gender) != gender:
                continue
            score = 2.0 * (token.dep_ in SUBJECTS) - 1.5 * distance + token.i / len(token.doc)
            scored[person] = max(score, scored.get(person, score))
        return sorted((p for p in scored if p not in own), key=lambda p: (-scored[p], p))


def _arguments_beside(pronoun: Token) -> set[int]:
    if pronoun.dep_ in {"nmod:poss", "nsubj", "nsubj:pass"} or pronoun.lower_.endswith("self"):
        return set()
    return {child.i for child in pronoun.head.children if child != pronoun}
