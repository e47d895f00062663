"""`sayso code --db`, `query`, `sql`, `correct` and `store`."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.model.jsonl import line
from sayso.run.batch import MOST
from sayso.store import View

Run = Callable[..., Result]


def test_storing_says_what_it_did_and_writes_no_table(run: Run, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    first, second = run("code", reports, "--db", path), run("code", reports, "--db", path)
    assert (first.exit_code, first.stdout) == (0, "")
    assert f"sayso: {path}: 2 reports added, 0 replaced, 0 unchanged; 3 events written\n" in first.stderr
    assert "0 reports added, 0 replaced, 2 unchanged" in second.stderr


def test_a_database_alone_can_be_gone_on_with(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sayso.db"
    monkeypatch.setattr("sayso.run.version.versions", lambda _: {"sayso": "0", "lexicon": "0"})  # of the coder of these tests
    one, *_ = sorted(reports.iterdir())
    run("code", one, "--db", path)
    result = run("code", reports, "--db", path, "--resume")
    assert f"{path}: coded before: 1 reports" in result.stderr
    assert f"{path}: 1 reports added, 0 replaced, 0 unchanged" in result.stderr
    one.write_text(one.read_text() + " Police arrested Eva.")
    assert "0 reports added, 1 replaced, 0 unchanged" in run("code", reports, "--db", path, "--resume").stderr
    monkeypatch.setattr("sayso.run.version.versions", lambda _: {"sayso": "0", "lexicon": "1"})
    assert "coded before" not in run("code", reports, "--db", path, "--resume").stderr


def test_an_option_is_no_database(run: Run, reports: Path) -> None:
    result = run("code", reports, "--db", "--resume")
    assert result.exit_code == 1
    assert "--resume: is an option and no database" in result.stderr


def test_what_is_stored_is_what_is_written(run: Run, reports: Path, tmp_path: Path, db: Path) -> None:
    both = run("code", reports, "--db", tmp_path / "other.db", "--format", "jsonl").stdout
    assert sorted(both.splitlines()) == sorted(run("query", "--db", db, "--format", "jsonl").stdout.splitlines())


def test_two_texts_of_one_id_are_both_kept(run: Run, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Police arrested Ana."}, {"id": "a", "text": "Police arrested Eva."}]
    (tmp_path / "r.jsonl").write_text("".join(map(line, rows)))
    result = run("code", tmp_path / "r.jsonl", "--db", tmp_path / "x.db")
    assert result.exit_code == 0
    assert "its id 'a' was given before; it goes by 'a-" in result.stderr
    with View(str(tmp_path / "x.db")) as view:
        assert view.count() == 2


def test_what_was_coded_before_an_interruption_is_stored(run: Run, reports: Path, tmp_path: Path) -> None:
    for n in range(MOST):  # so many are coded together, and stored together
        (reports / f"y{n}.txt").write_text(f"Nothing happened on day {n}.")
    (reports / "z.txt").write_text("INTERRUPT")
    assert run("code", reports, "--db", tmp_path / "x.db", "--workers", "0").exit_code == 130
    with View(str(tmp_path / "x.db")) as view:
        assert view.count() == 3


def test_a_table_of_events(run: Run, db: Path) -> None:
    result = run("query", "--db", db, "--place", "lima")
    assert result.exit_code == 0
    assert "Police (PER COP) → COERCE/arrest → two reporters" in result.stdout
    assert "1 event in 1 report" in result.stdout
    assert re.search(r"event [0-9a-f-]+, incident \S+, told by 1 independent origin\n", result.stdout)


def test_a_table_that_is_cut_short_says_so(run: Run, db: Path) -> None:
    result = run("query", "--db", db, "--limit", "2")
    assert "2 events in" in result.stdout
    assert "sayso: 2 of 3 events shown" in result.stderr


def test_counts_and_facets(run: Run, db: Path) -> None:
    assert run("query", "--db", db, "--type", "COERCE,ASSAULT", "--since", "2025-12", "--count").stdout == "2\n"
    assert run("query", "--db", db, "--says", "the ministry", "--actor", "PER", "--count").stdout == "1\n"
    assert run("query", "--db", db, "--facets", "type,status").stdout.split() == ["type", "COERCE", "3", "status", "occurred", "3"]


def test_counts_and_facets_are_data_where_that_is_asked_for(run: Run, db: Path, tmp_path: Path) -> None:
    assert run("query", "--db", db, "--count", "--format", "jsonl").stdout == '{"events":3}\n'
    told = run("query", "--db", db, "--facets", "type,publisher,status", "--limit", "1", "--format", "csv").stdout
    assert told.splitlines() == ["facet,value,events", "type,COERCE,3", "publisher,Harbour Post,2", "status,occurred,3"]
    for name in ("f.csv", "f.txt", "f.parquet"):
        assert run("query", "--db", db, "--facets", "status", "--out", tmp_path / name).stdout == ""
    assert (tmp_path / "f.csv").read_text() == "facet,value,events\nstatus,occurred,3\n"
    assert (tmp_path / "f.txt").read_text().split() == ["status", "occurred", "3"]
    assert (tmp_path / "f.parquet").read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize("more", [["--count"], ["--format", "csv"], ["--format", "jsonl"], ["--facets", "type"], []])
def test_an_empty_answer_says_what_nothing_here_has(run: Run, db: Path, more: list[str]) -> None:
    result = run("query", "--db", db, "--type", "SANCTIONS,COERCE", "--actor", "XYZ", *more)
    assert result.exit_code == 0
    assert "sayso: no event here has --actor XYZ\n" in result.stderr
    assert "sayso: no event here has --type SANCTIONS; the commonest are COERCE\n" in result.stderr
    assert "no event" not in run("query", "--db", db, "--type", "COERCE", *more).stderr


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--type", "Coerc"), "no event here has --type Coerc; did you mean COERCE?"),
        (("--place", "Limma"), "no event here has --place Limma; did you mean Lima?"),
        (("--actor", "Rusia"), "no event here has --actor Rusia; did you mean RUS (Russia)?"),
        (("--since", "2026", "--until", "2025-12"), "--since 2026 is later than --until 2025-12"),
    ],
)
def test_an_empty_answer_says_what_may_have_been_meant(run: Run, db: Path, asked: tuple[str, ...], told: str) -> None:
    assert told in run("query", "--db", db, *asked).stderr


@pytest.mark.parametrize("asked", [("--since", "9999"), ("--since", "2031-06", "--until", "2031"), ("--published-since", "9999")])
def test_an_empty_answer_calls_no_day_later_than_one_that_it_is_not(run: Run, db: Path, asked: tuple[str, ...]) -> None:
    result = run("query", "--db", db, *asked)
    assert result.exit_code == 0
    assert "later than" not in result.stderr


def test_a_database_that_is_not_there_is_not_made_by_coding_what_it_holds(run: Run, tmp_path: Path) -> None:
    result = run("code", "--db", tmp_path / "misspelt.db")
    assert result.exit_code == 1
    assert f"`sayso code REPORTS --db {tmp_path / 'misspelt.db'}` makes one" in result.stderr
    assert not (tmp_path / "misspelt.db").exists()


def test_a_folder_is_no_database(run: Run, tmp_path: Path) -> None:
    assert f"{tmp_path}: is a folder; name the file of a database in it" in run("query", "--db", tmp_path).stderr


@pytest.mark.parametrize("asked", [("--status", "maybe"), ("--quad", "9"), ("--state", "lost")])
def test_a_status_that_is_none_is_refused(run: Run, db: Path, asked: tuple[str, str]) -> None:
    result = run("query", "--db", db, *asked)
    assert result.exit_code == 2
    assert f"{asked[0][2:]} is one of" in result.stderr


def test_csv(run: Run, db: Path) -> None:
    rows = list(csv.DictReader(StringIO(run("query", "--db", db, "--format", "csv", "--actor", "PER").stdout)))
    assert [row["mode"] for row in rows] == ["arrest"] * 3
    with View(str(db)) as view:
        assert {row["incident"] for row in rows} == {one["id"] for one in view.incidents()}
    assert {row["origins"] for row in rows} == {"1"}


def test_lines_can_tell_the_incident_too(run: Run, db: Path) -> None:
    plain, told = (run("query", "--db", db, "--format", "jsonl", *more).stdout.splitlines() for more in ((), ("--incidents",)))
    assert [
        {**json.loads(one), "incident": json.loads(other)["incident"], "origins": 1} for one, other in zip(plain, told, strict=True)
    ] == [json.loads(other) for other in told]


def test_parquet(run: Run, db: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    assert run("query", "--db", db, "--format", "parquet", "--out", tmp_path / "x.parquet").exit_code == 0
    frame = pandas.read_parquet(tmp_path / "x.parquet")
    assert list(frame["actor_countries"]) == ["PER"] * 3
    assert list(frame["origins"]) == [1] * 3
    assert sorted(path.name for path in tmp_path.glob("*parquet*")) == ["x.parquet"]
    assert run("query", "--db", db, "--format", "parquet").exit_code == 2


@pytest.mark.parametrize(
    ("options", "told"), [(["--since", "soon"], "since wants a day"), (["--colour", "red"], "No such option"), (["--quad", "x"], "--quad")]
)
def test_wrong_usage(run: Run, db: Path, options: list[str], told: str) -> None:
    result = run("query", "--db", db, *options)
    assert result.exit_code == 2
    assert told in result.stderr


def test_no_database(run: Run, tmp_path: Path) -> None:
    result = run("query", "--db", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "none.db: can't be opened: there is no such file" in result.stderr


def test_sql(run: Run, db: Path) -> None:
    statement = "SELECT type, count(*) AS n FROM events GROUP BY type"
    assert run("sql", statement, "--db", db, "--format", "jsonl").stdout == '{"type":"COERCE","n":3}\n'
    assert run("sql", statement, "--db", db, "--format", "csv").stdout == "type,n\nCOERCE,3\n"
    assert "COERCE" in run("sql", statement, "--db", db).stdout
    refused = run("sql", "DELETE FROM events", "--db", db)
    assert refused.exit_code == 1
    assert "only SELECT is allowed" in refused.stderr


def test_a_correction_from_beginning_to_end(run: Run, db: Path, reports: Path, tmp_path: Path) -> None:
    event = json.loads(run("query", "--db", db, "--place", "lima", "--format", "jsonl").stdout)["id"]
    done = run("correct", event, "--db", db, "--set", "status=denied", "--who", "anna", "--why", "it says so")
    assert done.exit_code == 0
    correction = done.stderr.split()[2]
    assert f"correction {correction} applied" in done.stderr
    assert run("query", "--db", db, "--status", "denied", "--count").stdout == "1\n"
    shown = run("correct", "list", "--db", db).stdout
    assert f'anna  set lima {event} “arrested” status="denied"  [applied]  it says so' in shown
    exchanged = tmp_path / "c.jsonl"
    run("correct", "export", "--db", db, "--out", exchanged)
    other = tmp_path / "other.db"
    run("code", reports, "--db", other)
    assert "1 new of 1 corrections · 1 applied" in run("correct", "import", exchanged, "--db", other).stderr
    assert run("query", "--db", other, "--status", "denied", "--count").stdout == "1\n"
    assert json.loads(run("correct", "learn", "--db", db).stdout)["kind"] == "example"
    assert "verdict" in run("correct", "agreement", "anna", "bob", "--db", db).stdout
    assert run("correct", "undo", correction, "--db", db, "--who", "bob").exit_code == 0
    assert run("query", "--db", db, "--status", "denied", "--count").stdout == "0\n"


def test_the_beginning_of_an_id_will_do(run: Run, db: Path) -> None:
    event = json.loads(run("query", "--db", db, "--place", "lima", "--format", "jsonl").stdout)["id"]
    done = run("correct", event[:8], "--accept", "--db", db)
    correction = re.findall(r"correction (\S+) applied", done.stderr)[0]
    assert f"{event} " in run("correct", "list", "--db", db).stdout
    assert run("correct", "undo", correction[:5], "--db", db).exit_code == 0
    assert run("correct", "list", "--db", db).stdout == ""


def test_adding_an_event(run: Run, db: Path) -> None:
    added = ("correct", "add", "--report", "lima", "--evidence", "It rained.", "--trigger", "rained", "--type", "AID", "--db", db)
    assert run(*added, "--set", "actors=PER@It").exit_code == 0
    assert run("query", "--db", db, "--state", "added", "--count").stdout == "1\n"


def test_corrections_are_checked_as_the_desk_checks_them(run: Run, db: Path) -> None:
    event = json.loads(run("query", "--db", db, "--place", "cusco", "--format", "jsonl").stdout)["id"]
    refused = run("correct", event, "--db", db, "--set", "actors=XYZ@Police")
    assert (refused.exit_code, "there is no country XYZ" in refused.stderr) == (1, True)
    assert run("correct", event, "--db", db, "--set", "place=Lima, PER").exit_code == 0
    place = json.loads(run("query", "--db", db, "--state", "corrected", "--format", "jsonl").stdout)["place"]
    assert (round(place["lat"]), round(place["lon"]), place["precision"]) == (-12, -77, "city")


def test_what_is_coded_already_is_not_added(run: Run, db: Path) -> None:
    words = ("--report", "lima", "--evidence", "Police arrested two reporters in Lima", "--trigger", "arrested", "--type", "COERCE")
    again = run("correct", "add", *words, "--db", db)
    assert again.exit_code == 1
    assert re.search("report lima: COERCE at “arrested” is there already, as event [0-9a-f-]+: correct that one", again.stderr)
    assert run("correct", "add", *words, "--db", db, "--set", "actors=CHL@Police").exit_code == 0
    assert run("correct", "add", *words[:-1], "AID", "--db", db).exit_code == 0
    assert run("correct", "add", *words[:-1], "AID", "--db", db).exit_code == 1
    shown = [json.loads(row) for row in run("query", "--db", db, "--state", "coded,added", "--format", "jsonl").stdout.splitlines()]
    lima = [row for row in shown if row["report"]["id"] == "lima"]
    assert sorted((row["type"], row["actors"][0]["country"] if row["actors"] else None) for row in lima) == [
        ("AID", None),
        ("COERCE", "CHL"),
        ("COERCE", "PER"),
    ]
    assert len({row["id"] for row in lima}) == 3


@pytest.fixture
def one_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that people say is said within one second."""
    moments = (f"2026-01-01T00:00:00.{n:03}+00:00" for n in range(1000))
    monkeypatch.setattr("sayso.store.writer.moment", lambda: next(moments))


@pytest.mark.usefixtures("one_second")
def test_what_is_said_twice_in_a_second_is_kept_once(run: Run, db: Path) -> None:
    event = json.loads(run("query", "--db", db, "--place", "cusco", "--format", "jsonl").stdout)["id"]
    told = [run("correct", event, "--db", db, "--accept", "--who", "anna") for _ in range(2)]
    assert [one.exit_code for one in told] == [0, 0]
    assert " applied;" in told[0].stderr
    assert " is there already;" in told[1].stderr


@pytest.mark.usefixtures("one_second")
def test_what_was_undone_can_be_said_again_within_a_second(run: Run, db: Path) -> None:
    event = json.loads(run("query", "--db", db, "--place", "cusco", "--format", "jsonl").stdout)["id"]
    for _ in range(2):
        told = run("correct", event, "--db", db, "--set", "status=denied").stderr
        correction = re.search("correction ([0-9a-f]+) applied;", told)
        assert correction
        assert run("query", "--db", db, "--status", "denied", "--count").stdout == "1\n"
        assert run("correct", "undo", correction[1], "--db", db).exit_code == 0
        assert run("query", "--db", db, "--status", "denied", "--count").stdout == "0\n"


@pytest.mark.usefixtures("one_second")
def test_the_last_of_several_corrections_within_a_second_holds(run: Run, db: Path) -> None:
    event = json.loads(run("query", "--db", db, "--place", "cusco", "--format", "jsonl").stdout)["id"]
    for status in ("denied", "planned", "denied"):
        assert " applied;" in run("correct", event, "--db", db, "--set", f"status={status}").stderr
    assert run("query", "--db", db, "--status", "denied", "--count").stdout == "1\n"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["x", "--reject"], 1, "there is no event 'x'"),
        (["x"], 2, "give one of --set, --reject and --accept"),
        (["x", "--reject", "--accept"], 2, "give one of --set, --reject and --accept"),
        (["undo", "x"], 1, "there is no correction 'x'"),
        (["import", "none.jsonl"], 1, "none.jsonl"),
    ],
)
def test_corrections_that_can_not_be(run: Run, db: Path, words: list[str], code: int, told: str) -> None:
    result = run("correct", *words, "--db", db)
    assert result.exit_code == code
    assert told in result.stderr


def test_what_is_no_correction_is_told(run: Run, db: Path, tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_text('{"id": "x"}\n')
    result = run("correct", "import", tmp_path / "c.jsonl", "--db", db)
    assert result.exit_code == 1
    assert "c.jsonl:1: is no correction" in result.stderr


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"changes": {"colour": "red"}}, "it changes colour"),
        ({"changes": {"status": "perhaps"}}, "its status, quad or cameo is 'perhaps'"),
        ({"changes": {"time": "tomorrow"}}, "must be a mapping"),
        ({"changes": [1]}, "'list' object has no attribute 'keys'"),
        ({"action": "delete"}, "its action 'delete'"),
        ({"id": 6}, "its id is 6"),
        ({"who": None}, "its who is None"),
        ({"at": "yesterday"}, "Invalid isoformat string"),
        ({"report": {"publisher": None}}, "it lacks 'id'"),
        ({"event": {"id": "x"}}, "it changes status"),
    ],
)
def test_corrections_that_would_leave_no_event_are_not_taken_in(
    run: Run, db: Path, tmp_path: Path, changed: dict[str, object], told: str
) -> None:
    event = json.loads(run("query", "--db", db, "--place", "lima", "--format", "jsonl").stdout)["id"]
    run("correct", event, "--db", db, "--set", "status=denied")
    one = json.loads(run("correct", "export", "--db", db).stdout)
    (tmp_path / "c.jsonl").write_text(line({**one, "id": "x", **changed}) + line({**one, "id": "y"}))
    result = run("correct", "import", tmp_path / "c.jsonl", "--db", db)
    assert result.exit_code == 1
    assert "c.jsonl:1: is no correction: " in result.stderr
    assert told in result.stderr
    assert "1 new of 1 corrections · 1 applied" in result.stderr
    assert run("query", "--db", db, "--format", "jsonl").exit_code == 0


def test_looking_after_a_database(run: Run, db: Path) -> None:
    whole = run("store", "check", "--db", db)
    assert (whole.exit_code, whole.stdout, whole.stderr) == (0, "", f"0 problems in {db}\n")
    lines = run("store", "runs", "--db", db).stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["n", "command"], ["1", "code"]]
    assert max(map(len, lines)) <= 80
    (row,) = map(json.loads, run("store", "runs", "--db", db, "--format", "jsonl").stdout.splitlines())
    assert (row["command"], row["added"]) == ("code", 2)
    assert run("store", "upgrade", "--db", db).exit_code == 0
    db.write_bytes(b"x" * 10_000)
    damaged = run("store", "check", "--db", db)
    assert damaged.exit_code == 1
    assert "is no SQLite database" in damaged.stderr


def stored(run: Run, reports: Path, tmp_path: Path) -> str:
    db = str(tmp_path / "sayso.db")
    (reports / "again.jsonl").write_text(
        json.dumps({"id": "b", "text": "Police arrested Ana in Cusco town.", "published": "2025-12-04", "publisher": "Quay Gazette"}) + "\n"
    )
    result = run("code", reports, "--db", db)
    assert "incidents written" in result.stderr
    return db


def test_coding_finds_incidents_and_origins(run: Run, reports: Path, tmp_path: Path) -> None:
    db = stored(run, reports, tmp_path)
    told = [json.loads(line) for line in run("query", "--min-origins", "2", "--db", db, "--format", "jsonl").stdout.splitlines()]
    assert {event["report"]["id"] for event in told} == {"a", "b"}
    assert run("sql", "SELECT count(*) FROM reports WHERE origin IS NULL", "--db", db, "--format", "csv").stdout.split()[-1] == "0"
    assert "incidents written" not in run("code", reports, "--db", db).stderr
    whole = run("store", "check", "--db", db)
    assert whole.stderr == f"0 problems in {db}\n"


def test_an_incident_is_shown_merged_split_and_undone(run: Run, reports: Path, tmp_path: Path) -> None:
    db = stored(run, reports, tmp_path)

    def incidents() -> dict[str, list[str]]:
        with View(db) as view:
            return {one["id"]: [e["id"] for e in one["events"]] for one in view.incidents()}

    before = incidents()
    large, small = sorted(before, key=lambda id: -len(before[id]))
    assert "Harbour Post, 2025-12-04 ~ Quay Gazette, 2025-12-04 (" in run("incident", "show", large[:8], "--db", db, "--why").stdout
    merged = run("incident", "merge", large, small, "--why", "one sweep", "--who", "anna", "--db", db)
    assert "1 incidents written" in merged.stderr
    ((only, events),) = incidents().items()
    assert sorted(events) == sorted(before[large] + before[small])
    assert "joined by hand" in run("incident", "show", only, "--db", db, "--why").stdout
    decision = json.loads(run("incident", "decisions", "--db", db).stdout)
    assert (decision["who"], set(decision["merge"])) == ("anna", set(events))
    assert run("incident", "undo", decision["id"], "--db", db).exit_code == 0
    assert incidents() == before
    assert run("incident", "decisions", "--db", db).stdout == ""
    assert run("incident", "split", large, "--events", before[large][0][:6], "--db", db).exit_code == 0
    assert sorted(map(len, incidents().values())) == sorted([1, len(before[large]) - 1, len(before[small])])


def told_in_turn(run: Run, tmp_path: Path, rows: list[dict[str, str]]) -> tuple[str, Callable[[], dict[str, int]]]:
    """A database of reports, and what gives its incidents with their numbers of events."""
    (tmp_path / "told.jsonl").write_text("".join(map(line, rows)))
    db = str(tmp_path / "told.db")
    assert run("code", tmp_path / "told.jsonl", "--db", db).exit_code == 0

    def incidents() -> dict[str, int]:
        with View(db) as view:
            return {one["id"]: len(one["events"]) for one in view.incidents()}

    return db, incidents


def test_incidents_told_in_the_same_words_are_merged(run: Run, tmp_path: Path) -> None:
    days = ("2024-02-29", "2024-06-21")
    rows = [{"id": day, "publisher": day, "published": day, "text": "Police arrested Ana in Lima."} for day in days]
    db, incidents = told_in_turn(run, tmp_path, rows)
    assert [*incidents().values()] == [1, 1]
    assert "1 incidents written" in run("incident", "merge", *incidents(), "--db", db).stderr
    assert [*incidents().values()] == [2]
    assert run("store", "gather", "--db", db).exit_code == 0


@pytest.mark.usefixtures("one_second")
def test_incidents_are_merged_again_within_a_second(run: Run, tmp_path: Path) -> None:
    days = ("2024-02-29", "2024-06-21")
    rows = [{"id": day, "published": day, "text": f"Police arrested Ana in Lima. It was {day}."} for day in days]
    db, incidents = told_in_turn(run, tmp_path, rows)
    apart = incidents()
    for _ in range(2):
        assert run("incident", "merge", *apart, "--db", db).exit_code == 0
        assert [*incidents().values()] == [2]
        decision = json.loads(run("incident", "decisions", "--db", db).stdout)["id"]
        assert run("incident", "undo", decision, "--db", db).exit_code == 0
        assert incidents() == apart


def test_a_merge_overrules_the_split_of_many_events(run: Run, tmp_path: Path) -> None:
    rows = [{"id": f"r{n}", "published": "2024-02-29", "text": f"Police arrested Ana in Lima. It was {n}."} for n in range(14)]
    db, incidents = told_in_turn(run, tmp_path, rows)
    ((one, count),) = incidents().items()
    with View(db) as view:
        named = [event["id"] for event in next(iter(view.incidents()))["events"]]
    run("incident", "split", one, "--events", ",".join(named[:7]), "--db", db)
    assert [*incidents().values()] == [7, 7]
    run("incident", "merge", *incidents(), "--db", db)
    assert [*incidents().values()] == [count]


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("merge", "0"), 2, "Missing argument"),
        (("split", "", "--events", "zzz"), 1, "more than one incident whose id begins with ''"),
        (("show", "zzz"), 1, "no incident whose id begins with 'zzz'"),
        (("undo", "zzz"), 1, "there is no decision 'zzz'"),
    ],
)
def test_decisions_that_are_none(run: Run, reports: Path, tmp_path: Path, args: tuple[str, ...], code: int, told: str) -> None:
    db = stored(run, reports, tmp_path)
    result = run("incident", *args, "--db", db)
    assert (result.exit_code, told in result.stderr) == (code, True)


def test_reports_are_stored_first_and_coded_afterwards(run: Run, reports: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "sayso.db")
    read = run("read", reports, "--db", db)
    assert (read.exit_code, read.stdout) == (0, "")
    assert "2 reports added" in read.stderr
    assert "2 reports are stored and not coded" in run("store", "check", "--db", db).stderr
    assert run("query", "--count", "--db", db).stdout == "0\n"
    coded = run("code", "--db", db)
    assert "0 reports added, 2 replaced" in coded.stderr
    assert run("query", "--count", "--db", db).stdout == "3\n"
    assert "2 unchanged" in run("read", reports, "--db", db).stderr
    assert run("query", "--count", "--db", db).stdout == "3\n"
    assert run("code", "--db", db).exit_code == 0
    lines = run("read", reports, "--db", db, "--format", "jsonl").stdout.splitlines()
    assert {json.loads(line)["id"] for line in lines} == {"a", "lima"}


def test_a_text_that_has_changed_is_coded_anew(run: Run, reports: Path, tmp_path: Path) -> None:
    db = str(tmp_path / "sayso.db")
    run("code", reports, "--db", db)
    (reports / "lima.txt").write_text("It rained.")
    assert "1 replaced, 1 unchanged" in run("read", reports, "--db", db).stderr
    assert run("query", "--count", "--db", db).stdout == "2\n"
    assert "0 problems" in run("store", "check", "--db", db).stderr


def test_code_wants_reports_or_a_database(run: Run) -> None:
    result = run("code")
    assert result.exit_code == 2
    assert "name reports, or a database" in result.stderr


def test_a_changed_mind_is_learnt_once(run: Run, db: Path) -> None:
    event = json.loads(run("query", "--db", db, "--format", "jsonl").stdout.splitlines()[0])["id"]
    for verdict in ("--reject", "--accept"):
        assert run("correct", event, verdict, "--db", db).exit_code == 0
    assert [json.loads(one)["kind"] for one in run("correct", "learn", "--db", db).stdout.splitlines()] == ["example"]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["correct", "list"], "nothing is corrected in"),
        (["correct", "agreement", "ana", "ben"], "ana has judged nothing here"),
        (["users", "list"], "nobody has an account in"),
        (["watchlists", "list"], "there are no watchlists"),
    ],
)
def test_empty_lists_say_so(run: Run, db: Path, command: list[str], told: str) -> None:
    result = run(*command, "--db", db)
    assert result.exit_code == 0
    assert told in result.stderr
