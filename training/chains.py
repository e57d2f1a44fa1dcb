"""Coreference for the encoder: which chain the mention that a word heads belongs to.

The word vectors serve the coreference head too; learning a little of it here makes them worth reading
(word-level antecedents: Dobrovolskii 2021, "Word-Level Coreference Resolution").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.lang.en import English

from training.conllu import Tree
from training.coreference.gap import Question, read_gap
from training.names import head_of
from training.sentence import Document, Sentence, Syntax


def chains_of(tree: Tree, syntax: Syntax) -> tuple[str, ...]:
    """Return for each word the chain of the longest mention it heads, or ""."""
    chains = [""] * len(tree.sentence.forms)
    for mention in sorted(tree.mentions, key=lambda mention: mention.end - mention.start):
        chains[head_of(mention, syntax)] = mention.group
    return tuple(chains)


def read_questions() -> Iterator[Document]:
    """Yield the texts of GAP that train: three mentions each, a pronoun and two names it may mean.

    A question whose pronoun means neither is left out: whom it means is not marked.
    """
    tokenizer = English().tokenizer
    for question in read_gap("train"):
        if any(question.answers):
            words = [(token.idx, token.text) for token in tokenizer(question.text) if not token.is_space]
            sentence = Sentence(
                question.id, tuple(text for _, text in words), chains=asked(question, [at for at, _ in words])
            )
            yield Document(question.id, (sentence,))


def asked(question: Question, starts: list[int]) -> tuple[str, ...]:
    """Return the chains of a question's words, which begin at `starts`; a name's head is its first word."""
    chains = {question.pronoun[0]: "right"}
    for (at, _), right, name in zip(question.names, question.answers, "ab", strict=True):
        chains[at] = "right" if right else name
    return tuple(chains.get(at, "") for at in starts)
