"""Who and what pronouns, titles and nominals of an article mean."""
