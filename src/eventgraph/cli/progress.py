"""The progress bar on standard error: for people at a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from eventgraph.model import Article


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Callable[[int, int, Article], None]]:
    """Show a bar while the context lasts: articles and words a second, time left.

    Yields what is to be called after each article.
    """
    hidden = quiet or not sys.stderr.isatty()
    with tqdm(desc="building", unit="article", disable=hidden, leave=False, file=sys.stderr) as bar:
        words = 0

        def show(done: int, total: int, article: Article) -> None:
            nonlocal words
            if hidden:
                return
            words += len(article.text.split())
            bar.total = total
            seconds = bar.format_dict["elapsed"] or 1
            bar.set_postfix_str(f"{words / seconds:,.0f} words/s", refresh=False)
            bar.update(done - bar.n)

        yield show
