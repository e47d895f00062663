"""`sayso knowledge`, and `--knowledge` on the commands that code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app

Run = Callable[..., Result]

MORA = "- {id: per-mora, name: Ana Mora, short: [Mora], country: PER, terms: [{role: mayor, sectors: [GOV], from: 2020}], asof: 2024}\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder of knowledge that is in order."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.yaml").write_text(MORA)
    return folder


def test_check_in_order(run: Run, mine: Path) -> None:
    result = run("knowledge", "check", mine)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 entry read · 0 faults\n")


def test_check_names_file_and_line(run: Run, mine: Path) -> None:
    (mine / "b.yaml").write_text("# mine\n- {id: per-x, name: Eva}\n")
    result = run("knowledge", "check", mine)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{mine / 'b.yaml'}:2: id 'per-x': can't tell what this is")


def test_check_of_no_folder(run: Run, tmp_path: Path) -> None:
    result = run("knowledge", "check", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no such folder of knowledge" in result.stderr


def test_show(run: Run, mine: Path) -> None:
    result = run("knowledge", "show", "Mora", "--on", "2022-01-01", "--knowledge", mine)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "per-mora  Ana Mora · person PER GOV",
        "    by a short form, 'Mora'",
        "    * mayor GOV from 2020 still so in 2024",
        f"    {mine / 'a.yaml'}:1",
    ]


def test_show_a_spelling_and_an_old_office(run: Run) -> None:
    told = run("knowledge", "show", "Bush", "--on", "2005-01-01").stdout
    assert told.index("usa-bush") < told.index("not:") < told.index("usa-ghwbush") < told.index("out of office that day")
    assert "is spelled by rule" in run("knowledge", "show", "Volodymyr Zelenskii").stdout
    assert "doubtful: nothing is known of this office after" in run("knowledge", "show", "Zelensky", "--on", "2060-01-01").stdout


def test_show_nobody(run: Run) -> None:
    result = run("knowledge", "show", "Vladimir Puttin")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "near are Vladimir Putin" in result.stderr


def test_a_bad_day(run: Run) -> None:
    result = run("knowledge", "show", "Putin", "--on", "yesterday")
    assert result.exit_code == 2
    assert "--on" in result.stderr


@pytest.mark.model
def test_coding_with_knowledge(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def events(*options: str) -> list[dict[str, object]]:
        text = "Ana Mora criticised Chile. Mora criticised Brazil."
        result = CliRunner().invoke(app, ["code", "-", "--published", "2024-05-01", "--format", "jsonl", *options], input=text)
        assert result.exit_code == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    plain, told = events(), events("--knowledge", str(mine))
    monkeypatch.setenv("SAYSO_KNOWLEDGE", str(mine))
    assert events() == told
    assert [event["actors"][0]["entity"] for event in told] == ["per-mora", "per-mora"]  # type: ignore[index]
    assert {e["version"]["lexicon"] for e in plain} != {e["version"]["lexicon"] for e in told}  # type: ignore[index]


@pytest.mark.model
def test_knowledge_that_is_wrong_stops_coding(mine: Path) -> None:
    (mine / "a.yaml").write_text(MORA.replace("[Mora]", "[May]") + MORA.replace("[GOV]", "[GOVT]"))
    result = CliRunner().invoke(app, ["code", "-", "--knowledge", str(mine)], input="Ana Mora attacked Chile.")
    assert (result.exit_code, result.stdout.strip()) == (1, "")
    assert f"{mine / 'a.yaml'}:1: 'May' is a common word" in result.stderr
    assert f"{mine / 'a.yaml'}:2: " in result.stderr


def test_verify_looks_identifiers_up(run: Run, mine: Path, tmp_path: Path) -> None:
    run("annotate", "-", "--out", tmp_path / "a.jsonl", stdin="Police arrested Ana.")
    report = json.loads((tmp_path / "a.jsonl").read_text())
    report["events"][0]["actors"][0]["entity"] = "per-mora"
    report["events"][0]["recipients"][0]["entity"] = "per-nobody"
    (tmp_path / "b.jsonl").write_text(json.dumps(report))
    assert run("verify", tmp_path / "b.jsonl").exit_code == 0
    result = run("verify", tmp_path / "b.jsonl", "--knowledge", mine)
    assert result.exit_code == 1
    assert "recipients: nobody goes by the identifier 'per-nobody'" in result.stdout
    assert "per-mora" not in result.stdout


def test_import(run: Run, tmp_path: Path) -> None:
    entities = [
        {"id": "p1", "schema": "Person", "properties": {"name": ["Eva Morales Quispe"], "country": ["pe"], "gender": ["female"]}},
        {"id": "q1", "schema": "Position", "properties": {"name": ["Minister of Health"], "topics": ["gov.national"]}},
        {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["q1"], "startDate": ["2031-01"]}},
    ]
    file, out = tmp_path / "a.json", tmp_path / "mine" / "a.csv"
    file.write_text("".join(json.dumps(entity) + "\n" for entity in entities) + "{bad\n")
    result = run("knowledge", "import", file, "--out", out, "--asof", "2031-06-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Whose data is this, and what do its owners allow?")
    assert f"{file}:4: not valid JSON" in result.stderr
    assert f"{out}: 4 lines · 1 persons · 0 bodies · 1 failed" in result.stderr
    assert run("knowledge", "check", out.parent).exit_code == 0
    assert (
        "* minister of health GOV from 2031-01 still so in 2031-06-01"
        in run(*("knowledge", "show", "Eva Quispe", "--on", "2031-05-05", "--knowledge", out.parent)).stdout
    )


def test_import_of_nothing(run: Run, tmp_path: Path) -> None:
    result = run("knowledge", "import", tmp_path / "none.json", "--out", tmp_path / "x.csv")
    assert result.exit_code == 1
    assert not (tmp_path / "x.csv").exists()
    assert run("knowledge", "import", tmp_path / "none.json", "--out", tmp_path / "x.txt").exit_code == 2
