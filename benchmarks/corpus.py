"""Made-up news: `python benchmarks/corpus.py ARTICLES FOLDER`, a thousand articles a JSONL file.

Sentences are sampled across the articles of Wikinews in EVENTGRAPH_SHARED; names, numbers, days and half of
the long words are exchanged for others of their kind, so that few 5-word shingles are shared. The same number
of articles is the same corpus. What is shared is reported.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

WORD = re.compile(r"\w+|\W+")
SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“])")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October")
SYLLABLES = re.findall("..", "kavelomatisadoribeangoshmiterpazehadurolibacewoya")
WORDS = (60, 120)  # of an article
LONG = 6  # letters of a word that may be exchanged
SHINGLE = 5


class Corpus:
    """Sentences, and words to exchange theirs for."""

    def __init__(self, texts: list[str]) -> None:
        found = (
            s.strip() for text in texts for line in text.splitlines() for s in SENTENCE.split(line.strip())
        )
        self.sentences = sorted({s for s in found if 8 <= len(s.split()) <= 40 and s[-1] in '.!?"”'})
        words = Counter(word for text in texts for word in re.findall(r"\w+", text))
        lower = {word for word in words if word.islower()}
        kept = {*DAYS, *MONTHS, "I"}
        self.names = sorted(
            w for w in words if w.istitle() and w.isalpha() and w.lower() not in lower and w not in kept
        )
        self._is_name = set(self.names)
        self._alike: dict[str, list[str]] = defaultdict(list)
        for word in sorted(lower):
            if word.isalpha() and len(word) >= LONG and words[word] > 2:
                self._alike[word[-3:]].append(word)

    def article(self, number: int) -> dict[str, str]:
        """Return the record of an article, which depends on its number alone."""
        chance = Random(number)
        known: dict[str, str] = {}
        wanted, sentences = chance.randint(*WORDS), list[str]()
        while sum(len(sentence.split()) for sentence in sentences) < wanted:
            sentence = chance.choice(self.sentences)
            sentences.append("".join(self._exchange(word, known, chance) for word in WORD.findall(sentence)))
        day = f"20{chance.randint(10, 24)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        return {
            "id": f"made-{number:06}",
            "published": day,
            "title": sentences[0][:60],
            "text": "\n\n".join(sentences),
            "publisher": f"Paper {number % 50}",
        }

    def _exchange(self, word: str, known: dict[str, str], chance: Random) -> str:
        if word not in known:
            known[word] = self._other(word, chance)
        return known[word]

    def _other(self, word: str, chance: Random) -> str:
        if word.isdigit():
            return word[0] + "".join(str(chance.randrange(10)) for _ in word[1:])
        for kind in (DAYS, MONTHS):
            if word in kind:
                return chance.choice(kind)
        if word in self._is_name:
            invented = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).title()
            return chance.choice((invented, chance.choice(self.names)))
        alike = self._alike.get(word[-3:], []) if word.islower() and len(word) >= LONG else []
        return chance.choice(alike) if alike and chance.random() < 0.5 else word


def load_wikinews() -> list[dict[str, str]]:
    """Return the articles of Wikinews as records. Exits if EVENTGRAPH_SHARED is not set."""
    shared = os.environ.get("EVENTGRAPH_SHARED")
    if not shared:
        sys.exit("EVENTGRAPH_SHARED is not set: no Wikinews here")
    csv.field_size_limit(10**8)
    records = []
    for path in sorted(Path(shared, "corpora", "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file)):
                told = {"id": f"{path.stem}-{number:03}", "published": row["date"], "title": row["title"]}
                records.append({**told, "url": row["url"], "text": row["text"]})
    return records


def load_corpus() -> Corpus:
    """Return the corpus of Wikinews. Exits if EVENTGRAPH_SHARED is not set."""
    return Corpus([record["text"] for record in load_wikinews()])


def shingles(text: str) -> set[tuple[str, ...]]:
    """The 5-word shingles of a text."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def report(records: list[dict[str, str]]) -> Iterator[str]:
    """Yield what is to be known of a corpus: its size, and how much its articles share."""
    found = [shingles(record["text"]) for record in records]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, some in enumerate(found):
        for shingle in some:
            holders[shingle].append(number)
    total = sum(map(len, found))
    shared = sum(len(numbers) for numbers in holders.values() if len(numbers) > 1)
    yield f"{len(records):,} articles, {sum(len(r['text'].split()) for r in records):,} words"
    yield f"{shared / total:.1%} of {total:,} shingles are in a second article, too"
    nearest = sorted(
        _nearest(number, found, holders) for number in range(0, len(found), max(1, len(found) // 500))
    )
    if nearest:
        median, most = nearest[len(nearest) // 2], nearest[-1]
        yield f"shared with the nearest other article: median {median:.1%}, most {most:.1%}"


def _nearest(
    number: int, found: list[set[tuple[str, ...]]], holders: dict[tuple[str, ...], list[int]]
) -> float:
    common = Counter(other for shingle in found[number] for other in holders[shingle] if other != number)
    return max((n / len(found[number] | found[other]) for other, n in common.items()), default=0.0)


def write_corpus(corpus: Corpus, count: int, folder: Path) -> int:
    """Write that many articles, a thousand a file; return the number of words."""
    words = 0
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, count, 1000):
        records = [corpus.article(number) for number in range(start, min(start + 1000, count))]
        words += sum(len(record["text"].split()) for record in records)
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        (folder / f"{start:06}.jsonl").write_text("".join(lines), encoding="utf-8")
    return words


def main(count: int, folder: Path) -> None:
    corpus = load_corpus()
    write_corpus(corpus, count, folder)
    print("\n".join(report([corpus.article(number) for number in range(count)])))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
