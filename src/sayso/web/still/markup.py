"""Pages of the desk made still: without forms, and with links to what the file itself holds."""

from collections.abc import Collection, Mapping, Sequence
from html import escape
from html.parser import HTMLParser

Attributes = Sequence[tuple[str, str | None]]
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


def stilled(html: str, places: Mapping[str, str], *, anchors: Collection[str] = ()) -> str:
    """HTML in which links lead to the places that the file has for their addresses, or nowhere; forms are gone.

    Of places that are `anchors`, the first elements that link to their addresses are themselves the places.
    """
    writer = _Writer(places, anchors=anchors)
    writer.feed(html)
    writer.close()
    return "".join(writer.parts)


class _Writer(HTMLParser):
    """Writes what it reads, but for what it leaves out."""

    def __init__(self, places: Mapping[str, str], *, anchors: Collection[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._places, self._anchors = places, anchors
        self._placed: set[str] = set()
        self._out: list[str] = []  # elements that are left out, and those within them

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._out or tag == "form" or "more" in (dict(attrs).get("class") or "").split():
            self._out += [tag] if tag not in VOID else []
            return
        kept = self._linked(attrs) if tag == "a" else attrs
        self.parts.append(f"<{tag}{''.join(_attribute(*one) for one in kept)}>")

    def handle_endtag(self, tag: str) -> None:
        if not self._out:
            self.parts.append(f"</{tag}>")
        elif tag in self._out:
            del self._out[len(self._out) - 1 - self._out[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self._put(data)

    def handle_entityref(self, name: str) -> None:
        self._put(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._put(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self._put(f"<!{decl}>")

    def _put(self, text: str) -> None:
        if not self._out:
            self.parts.append(text)

    def _linked(self, attrs: Attributes) -> Attributes:
        """A link's attributes: with a place in the file, or none at all."""
        href = dict(attrs).get("href") or ""
        others = [one for one in attrs if one[0] not in ("href", "aria-label")]
        if href.startswith("#"):
            return attrs
        if (place := self._places.get(href)) is None:
            return others
        if place in self._anchors and place not in self._placed:
            self._placed.add(place)
            return [*others, ("id", place)]
        return [*others, ("href", f"#{place}")]


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
