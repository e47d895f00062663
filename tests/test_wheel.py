"""The wheel carries all that it needs: built, installed alone in an empty environment, it codes a sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UV = str(Path(sys.executable).with_name("uv"))
SENTENCE = "Police arrested two reporters in Lima on Friday."


def run(*command: str, cwd: Path, **more: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "SAYSO"))}
    environment["UV_SYSTEM_CERTS"] = "1"
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, input=more.get("given"))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.model
def test_the_wheel_alone_codes_a_sentence(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT), cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    python = tmp_path / "empty" / "bin" / "python"
    run(UV, "venv", "--quiet", "--python", sys.executable, str(tmp_path / "empty"), cwd=tmp_path)
    install = (UV, "pip", "install", "--quiet", "--python", str(python))
    run(*install, "--require-hashes", "-r", str(ROOT / "requirements" / "runtime.txt"), cwd=tmp_path)
    run(*install, "--no-deps", str(wheel), cwd=tmp_path)
    sayso = str(python.with_name("sayso"))
    (line,) = run(sayso, "code", "-", "--format", "jsonl", "--published", "2025-06-02", cwd=tmp_path, given=SENTENCE).splitlines()
    event = json.loads(line)
    assert SENTENCE[event["trigger"]["start"] : event["trigger"]["end"]] == "arrested"
