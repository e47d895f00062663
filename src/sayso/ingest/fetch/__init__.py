"""Pages from the web, politely: robots.txt, a pause between requests, retries, a cache; and nothing of the own network."""

from sayso.ingest.fetch.fetcher import Fetcher, Policy, fetcher

__all__ = ["Fetcher", "Policy", "fetcher"]
