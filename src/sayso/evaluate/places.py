"""Scores on place names: were they found, and were they put where they are?"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.evaluate.figures import Figures, Item, best_overlap, of_reports, overlap, rates, share

NEAR = 161  # kilometres: the hundred miles of the literature
DIAMETER = 12742  # of the earth, in kilometres


def score_places(gold_reports: Iterable[Item], reports: Iterable[Item], codes: Mapping[str, str] | None = None) -> Figures:
    """Names found, and how many of those with coordinates lie within 161 km, a missed one counting as wrong.

    `country` compares two-letter codes with whatever the annotation has. Annotations that give names ("United States") are met by
    `country_by_name`, for which `codes` gives the ISO alpha-3 code of a name.
    """
    coded, tally, errors = of_reports(reports, "places"), Counter[str](), list[float]()
    for report in gold_reports:
        have = coded.get(str(report["id"]), [])
        tally["coded"] += len(have)
        tally["right"] += sum(any(overlap(place, gold) for gold in report["places"]) for place in have)
        for gold in report["places"]:
            hit = best_overlap(have, gold)
            errors += _count_place(gold, hit, tally)
            if codes is not None and gold.get("lat") is not None and gold.get("country"):
                tally["named"] += hit is not None and hit.get("country") == codes.get(gold["country"], gold["country"])
    figures = {
        "gold": tally["gold"],
        "found": rates(tally["right"], tally["coded"], tally["found"], tally["gold"]),
        "within_161km": share(tally["near"], tally["located"]),
        "within_161km_when_located": share(tally["near"], len(errors)),
        "mean_km_when_located": round(sum(errors) / max(1, len(errors))),
        "country": share(tally["country"], tally["with_country"]),
    }
    return figures if codes is None else figures | {"country_by_name": share(tally["named"], tally["with_country"])}


def _count_place(gold: Item, hit: Item | None, tally: Counter[str]) -> list[float]:
    """Count one annotated place; gives the error in kilometres where both have coordinates."""
    tally.update({"gold": 1, "found": int(hit is not None)})
    if gold.get("lat") is None:
        return []
    tally["located"] += 1
    if gold.get("country"):
        tally["with_country"] += 1
        tally["country"] += hit is not None and (hit.get("country_alpha2") or hit.get("country")) == gold["country"]
    if not hit or hit.get("lat") is None:
        return []
    away = kilometres(gold, hit)
    tally["near"] += away <= NEAR
    return [away]


def kilometres(one: Item, other: Item) -> float:
    """The distance of two points on the earth."""
    lat1, lon1, lat2, lon2 = map(math.radians, (one["lat"], one["lon"], other["lat"], other["lon"]))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return DIAMETER * math.asin(math.sqrt(half))
