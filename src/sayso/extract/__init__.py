"""From a report to its events: clean, split, scan, parse, identify, match, judge, explain."""
