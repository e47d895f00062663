"""Others' events in our terms."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.ingest.coded import read
from sayso.lexicon.foreign import Foreign, load
from sayso.model import Event
from sayso.settings import Settings

GDELT = {
    "GLOBALEVENTID": "410412347",
    "SQLDATE": "20251204",
    "Actor1Code": "ROMGOV",
    "Actor1Name": "BUCHAREST",
    "Actor1CountryCode": "ROM",
    "Actor1Type1Code": "GOV",
    "Actor1Type2Code": "HLH",
    "Actor2Name": "UNITED NATIONS",
    "Actor2KnownGroupCode": "UNO",
    "Actor2Type1Code": "IGO",
    "EventCode": "042",
    "ActionGeo_Type": "4",
    "ActionGeo_FullName": "Beijing, Beijing, China",
    "ActionGeo_CountryCode": "CH",
    "ActionGeo_Lat": "39.9289",
    "ActionGeo_Long": "116.388",
    "DATEADDED": "20251205120000",
    "SOURCEURL": "https://example.org/1",
}
POLECAT = {
    "Event ID": "20251204-1",
    "Event Date": "2025-12-04",
    "Event Type": "COERCE",
    "Event Mode": "arrest",
    "Contexts": "repression; legal",
    "Actor Name": "Police; None",
    "Actor Country": "KOS; SRB",
    "Actor Sectors": "COP",
    "Recipient Name": "Reporter",
    "Recipient Country": "None",
    "Recipient Sectors": "JRN",
    "City": "Pristina",
    "Country": "Kosovo",
    "Latitude": "42.67",
    "Longitude": "21.17",
    "GeoNames ID": "786714",
    "Source": "Harbour Post",
    "Publication Date": "2025-12-05",
}
Read = Callable[..., tuple[list[Event], list[str], Counter[str]]]


@pytest.fixture(scope="module")
def foreign() -> Foreign:
    """The code tables."""
    return load(cache=Settings().cache)


@pytest.fixture
def reads(foreign: Foreign, tmp_path: Path) -> Read:
    """What is read of rows, what failed, and what was left out."""

    def reads(form: str, *rows: dict[str, str], header: bool = False, more: str = "") -> Any:
        columns = foreign.columns[form]
        filler = "None" if form == "polecat" else ""
        lines = ["\t".join(row.get(name, filler) for name in columns) for row in rows]
        path = tmp_path / "file"
        path.write_text("".join(line + "\n" for line in [*(["\t".join(columns)] if header else []), *lines]) + more)
        failed, left_out = list[InputError](), Counter[str]()
        events = list(read(str(path), form, foreign, on_failure=failed.append, left_out=left_out))
        return events, [str(error).removeprefix(f"{path}:") for error in failed], left_out

    return reads


@pytest.mark.parametrize("header", [False, True])
def test_a_row_of_gdelt(reads: Read, header: bool) -> None:  # noqa: FBT001 - a parameter of the test
    ((event,), failed, _) = reads("gdelt2", GDELT, header=header)
    assert failed == []
    assert (event.id, event.type, event.cameo, event.quad, event.status) == ("gdelt2-410412347", "CONSULT", "042", 1, "occurred")
    (actor,), (recipient,) = event.actors, event.recipients
    assert (actor.name, actor.country, actor.sectors) == ("BUCHAREST", "ROU", ("GOV", "HLH"))
    assert (recipient.entity, recipient.country, recipient.sectors) == ("igo-un", None, ("IGO",))
    assert event.time is not None
    assert (event.time.start, event.report["published"]) == ("2025-12-04", "2025-12-05")
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.lat, event.place.precision) == ("Beijing", "CHN", 39.9289, "city")


def test_a_row_of_polecat(reads: Read) -> None:
    ((event,), _, _) = reads("polecat", POLECAT, header=True)
    assert (event.type, event.mode, event.contexts, event.score) == ("COERCE", "arrest", ("repression", "legal"), -7.0)
    assert [(p.name, p.country, p.sectors) for p in event.actors] == [("Police", "XKX", ("COP",)), ("SRB", "SRB", ())]
    assert [(p.name, p.country, p.sectors) for p in event.recipients] == [("Reporter", None, ("MED",))]
    assert event.place is not None
    assert (event.place.country, event.place.geonames_id) == ("XKX", 786714)


def test_imported_events_say_that_they_rest_on_nothing(reads: Read) -> None:
    ((event,), _, _) = reads("gdelt2", GDELT)
    assert (event.evidence.text, event.evidence.end, event.pattern, event.confidence) == ("", 0, "imported/-/gdelt2", 0.0)
    assert Event.from_dict(event.to_dict()) == event


def test_what_has_no_counterpart_is_counted(reads: Read) -> None:
    events, failed, left_out = reads("gdelt2", {**GDELT, "EventCode": "010"}, {**GDELT, "EventCode": "---"}, GDELT)
    assert (len(events), failed) == (1, [])
    assert left_out == {"no type for CAMEO 01": 1, "no type for CAMEO --": 1}


@pytest.mark.parametrize(
    ("code", "kind"),
    [("0231", "REQUEST"), ("1031", "REQUEST"), ("0811", "CONCEDE"), ("0871", "RETREAT"), ("195", "ASSAULT"), ("057", "SUPPORT")],
)
def test_types_of_codes(reads: Read, code: str, kind: str) -> None:
    ((event,), _, _) = reads("gdelt2", {**GDELT, "EventCode": code})
    assert (event.type, event.cameo) == (kind, code)


def test_a_whole_country_is_no_point(reads: Read) -> None:
    ((event,), _, _) = reads("gdelt2", {**GDELT, "ActionGeo_Type": "1"})
    assert event.place is not None
    assert (event.place.lat, event.place.precision) == (None, "country")


def test_rows_of_another_shape_are_told_and_trailing_tabs_are_not(reads: Read) -> None:
    events, failed, _ = reads("polecat", {**POLECAT, "Version": "1\t\t"}, header=True, more="just a line\n\n")
    assert len(events) == 1
    assert failed == ["3: has 1 columns, not 40: is this the right format?", "4: has 1 columns, not 40: is this the right format?"]


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_a_file_that_is_none(foreign: Foreign, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="can't be read"):
        list(read(str(tmp_path / name), "gdelt2", foreign, on_failure=lambda _: None, left_out=Counter()))
