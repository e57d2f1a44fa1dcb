"""What the last speaker said, and whether it goes on: *Lee said Kim had left. He added …*: Lee added it."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.coreference.genders import find_genders
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.sentences import sentence_number
from eventgraph.lexicon import words

PRONOUNS = {"he": "m", "she": "f"}


class Speech(NamedTuple):
    """The last act of saying: whose it was, and the positions of the words said."""

    speaker: Reference
    content: frozenset[int]

    def goes_on(self, pronoun: Token, meant: Reference) -> bool:
        """Is it the speaker of the sentence before who says more, not the one spoken of there?"""
        gender = PRONOUNS.get(pronoun.lower_)
        if gender is None or self.speaker.entity.type != "person" or meant.entity == self.speaker.entity:
            return False
        opens = not any(
            token.pos_ in {"VERB", "AUX"} for token in pronoun.doc[pronoun.sent.start : pronoun.i]
        )
        says = pronoun.head.lemma_.lower() in words("reporting.clausal")
        known = find_genders(pronoun.doc).get(self.speaker.entity.id, gender) if opens and says else None
        return known == gender and self._is_before(pronoun, 1) and self._is_spoken_of(meant, pronoun)

    def _is_before(self, token: Token, sentences: int) -> bool:
        back = sentence_number(token) - sentence_number(token.doc[self.speaker.head])
        return 0 < back <= sentences

    def _is_spoken_of(self, person: Reference, pronoun: Token) -> bool:
        """Is the person in the sentence before only within what was said?"""
        before = pronoun.doc[pronoun.sent.start - 1].sent
        found = [token.i for token in before if (one := reference(token)) and one.entity == person.entity]
        return bool(found) and all(i in self.content for i in found)
