"""The form that asks for events, and what is asked for, as HTML: they stand on nearly every page; as macros they cost as much as a list."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from sayso.web.asked.ask import LABELS, Asked
from sayso.web.shown.text import seen

SEVERAL = (  # fields that take several values: name, label, what may be written
    ("actor", "Who acts", "RUS, RUS:MIL, a name"),
    ("recipient", "To whom", "UKR, :MIL, a name"),
    ("party", "In either role", "igo-eu, a name"),
    ("says", "On whose say-so", "a name; - is the report"),
    ("place", "Where", "IND, or a place"),
    ("publisher", "Publisher", "its whole name"),
    ("type", "What", "SANCTION"),
    ("mode", "Mode", "visit"),
    ("context", "About", "military"),
)
ONE = (
    ("since", "From", "2025, 2025-01, 2025-01-31", "text"),
    ("until", "Up to", "2025, 2025-01, 2025-01-31", "text"),
    ("published_since", "Published from", "2025-01", "text"),
    ("published_until", "Published up to", "2025-01", "text"),
    ("min_origins", "Independent origins, at least", "2", "number"),
    ("min_confidence", "Confidence, at least", "0.8", "number"),
)
BOXES: Sequence[tuple[str, str, Sequence[tuple[str | int, str]]]] = (
    ("status", "Whether", (("occurred", "occurred"), ("planned", "planned"), ("possible", "possible"), ("denied", "denied"))),
    ("quad", "Quad", ((1, "verbal cooperation"), (2, "material cooperation"), (3, "verbal conflict"), (4, "material conflict"))),
    (
        "state",
        "By hand",
        (("coded", "as coded"), ("accepted", "accepted"), ("corrected", "corrected"), ("added", "added"), ("kept", "kept")),
    ),
)
UNSEEN = ("report", "incident")  # which the form passes on
PLACEHOLDER = "Words of the evidence, &quot;in this order&quot;, begin*"
REMEMBERED = 1024  # fields as they were written
TAKE_AWAY = ' <span aria-hidden="true">✕</span><span class="hidden"> (take away)</span></a></li>'


def search(asked: Asked, action: str, what: str, own: Collection[str] = ()) -> Markup:
    """The form: words, and all other conditions behind a stroke. Of the view's own fields those that are given are passed on."""
    given = "".join(_passed_on(name, value) for name, value in asked.changed.items() if name in own)
    used = " data-used" if len(asked.conditions()) > (1 if asked.text else 0) else ""
    return Markup(
        f'<form class="search" action="{escape(action)}" method="get" role="search" data-lean>\n<div class="line">\n'
        '<label class="hidden" for="q">Words of the evidence</label>\n'
        f'<input id="q" class="q" type="search" name="text" value="{escape(asked.text or "")}" placeholder="{PLACEHOLDER}" data-search>\n'
        f'<button class="first">Search</button>\n</div>\n{given}<details{used}>\n<summary>More conditions</summary>\n'
        f'<div class="conditions">\n{_fields(asked)}</div>\n<button class="first">{escape(what)}</button>\n</details>\n</form>\n'
    )


def hidden(asked: Asked, without: Collection[str] = ()) -> Markup:
    """What is asked for, but for some fields, as a form passes it on."""
    return Markup(
        "".join(
            _passed_on(name, one)
            for name, value in asked.changed.items()
            if name not in without
            for one in (value if isinstance(value, list) else [value])
        )
    )


def choice(asked: Asked) -> Markup:
    """What is asked for, each condition with a link that takes it away."""
    conditions = asked.conditions()
    if not conditions:
        return Markup()
    listed = "".join(
        f'<li><a{" data-present" if name == "snapshot" else ""} href="{escape(without)}" title="take this condition away">'
        f'<span class="code">{escape(LABELS[name])}</span> <bdi>{seen(value)}</bdi>{TAKE_AWAY}'
        for name, value, without in conditions
    )
    every = '<li><a class="all" href="?">all ✕</a></li>' if len(conditions) > 1 else ""
    return Markup(f'<ul class="chosen" aria-label="Conditions">\n{listed}{every}</ul>\n')


def _fields(asked: Asked) -> str:
    """All fields, one below the other."""
    several = (_several(name, label, hint, tuple(getattr(asked, name))) for name, label, hint in SEVERAL)
    one = (_one(name, label, hint, kind, getattr(asked, name)) for name, label, hint, kind in ONE)
    boxes = (_boxes(at, tuple(getattr(asked, name))) for at, (name, *_) in enumerate(BOXES))
    unseen = "".join(_passed_on(name, value) for name in UNSEEN for value in getattr(asked, name))
    return "".join((*several, *one, *boxes, unseen))


@lru_cache(REMEMBERED)
def _several(name: str, label: str, hint: str, values: tuple[str, ...]) -> str:
    given = "".join(f'<input name="{name}" value="{escape(value)}" aria-label="{label}: another">' for value in values)
    return f'<label>{label}{given}<input name="{name}" placeholder="{hint}"></label>\n\n'


@lru_cache(REMEMBERED)
def _one(name: str, label: str, hint: str, kind: str, value: object) -> str:
    given, step = escape("" if value is None else value), ' step="any"' if kind == "number" else ""
    return f'<label>{label}<input name="{name}" type="{kind}" value="{given}" placeholder="{hint}"{step}></label>\n\n'


@lru_cache(REMEMBERED)
def _boxes(at: int, chosen: tuple[str | int, ...]) -> str:
    name, legend, values = BOXES[at]
    listed = "".join(
        f'<label class="box"><input type="checkbox" name="{name}" value="{value}"{" checked" if value in chosen else ""}> {told}</label>'
        for value, told in values
    )
    return f"<fieldset><legend>{legend}</legend>{listed}</fieldset>\n\n"


def _passed_on(name: str, value: Any) -> str:
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
