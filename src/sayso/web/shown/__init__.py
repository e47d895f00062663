"""What views show: events, their texts, places, periods, ties, as models that become pages, JSON and CSV."""
