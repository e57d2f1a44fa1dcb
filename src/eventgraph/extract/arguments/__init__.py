"""What fills a claim, whatever its type: parties, places, dates, sources, homes."""
