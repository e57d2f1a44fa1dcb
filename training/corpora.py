"""Which corpora train, choose and test the model, and where they lie.

Parts: `train` for learning, `dev` for every choice, `test` for one final figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from training.chains import chains_of, read_questions
from training.conllu import Tree, by_document, read_trees
from training.folder import corpora_folder
from training.knowledge_net import read_facts
from training.names import flat_names, kinds_of, name_tags
from training.news import read_news
from training.sentence import Document, Sentence
from training.tagged import BASIC, POLITICS, WIKIGOLD, read_tagged, read_uner
from training.tags import OUTSIDE, outside_or

PARTS = ("train", "dev", "test")


def gum_part(name: str, splits: str) -> str:
    """Return the official part of a GUM document, by the lists in the corpus's `splits.md`."""
    for part in PARTS[1:]:
        section = re.split(rf"^## {part}$", splits, flags=re.MULTILINE)[1].split("\n## ")[0]
        if re.search(rf"\b{name}\b", section):
            return part
    return "train"


def gum_files(part: str) -> list[Path]:
    """Return the files of GUM's documents of permissive genres, sorted."""
    folder = corpora_folder() / "gum"
    splits = (folder / "splits.md").read_text(encoding="utf-8")
    return sorted(path for path in (folder / "dep").glob("*.conllu") if gum_part(path.stem, splits) == part)


def read_gum(part: str) -> list[Document]:
    """Return GUM's documents of permissive genres with trees, kinds and (partly open) names."""
    trees = [tree for path in gum_files(part) for tree in read_trees(path)]
    places = gum_places(trees)
    return by_document(trees, [gum_sentence(tree, places) for tree in trees])


def gum_places(trees: list[Tree]) -> frozenset[str]:
    """Return every name that is a place somewhere: GUM types a country by its role in the sentence."""
    return frozenset(
        " ".join(tree.sentence.forms[start:end])
        for tree in trees
        if tree.sentence.syntax
        for start, end, type_ in flat_names(tree, tree.sentence.syntax)
        if type_ == "LOC"
    )


def gum_sentence(tree: Tree, places: frozenset[str]) -> Sentence:
    """Return a GUM sentence with all its layers."""
    syntax = tree.sentence.syntax
    assert syntax is not None
    names = name_tags(tree, syntax, places)
    return replace(tree.sentence, names=names, kinds=kinds_of(tree, syntax), chains=chains_of(tree, syntax))


def read_ewt(part: str) -> list[Document]:
    """Return EWT's documents with trees and, where the words agree, the names of UNER."""
    folder = corpora_folder() / "ewt"
    trees = list(read_trees(folder / "ud" / f"en_ewt-ud-{part}.conllu"))
    names = read_uner(folder / "ner" / f"en_ewt-ud-{part}.iob2")
    merged = []
    for tree in trees:
        forms, tags = names.get(tree.sentence.id, ((), ()))
        merged.append(tree.sentence.with_names(tags) if forms == tree.sentence.forms else tree.sentence)
    return by_document(trees, merged)


def read_politics(part: str) -> list[Document]:
    """Return CrossNER's politics sentences: names of all five types."""
    return read_tagged(corpora_folder() / "crossner_politics" / f"{part}.txt", POLITICS, OUTSIDE)


def read_wikigold() -> list[Document]:
    """Return wikigold (it has no parts; all of it trains)."""
    path = corpora_folder() / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    return read_tagged(path, WIKIGOLD, outside_or("EVENT"))


def read_tweets() -> list[Document]:
    """Return the train part of the Broad Twitter corpus."""
    return read_tagged(corpora_folder() / "broad_twitter" / "btc.train", BASIC, outside_or("EVENT", "MISC"))


def read_passages() -> list[Document]:
    """Return KnowledgeNet's passages."""
    return read_facts(corpora_folder() / "knowledge_net" / "knowledgenet_folds1-4.jsonl")


def training_documents() -> dict[str, list[Document]]:
    """Return everything the model learns from, by corpus."""
    return {
        "gum": read_gum("train"),
        "ewt": read_ewt("train"),
        "politics": read_politics("train"),
        "wikigold": read_wikigold(),
        "tweets": read_tweets(),
        "passages": read_passages(),
        "questions": list(read_questions()),
        "news": list(read_news(corpora_folder() / "wikinews")),
    }
