"""Code and data of others: unchanged since they were built, each under a licence that stands beside it."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

import sayso

STATIC = Path(sayso.__file__).parent / "web" / "static"
VENDOR = STATIC / "vendor"
OURS = {"README.md", "digests.json"}
BUDGET = 150_000  # bytes of code, gzipped, that a first view may take in all
FREE = ("Permission to use, copy, modify, and/or distribute this software", "Permission is hereby granted, free of charge")


def test_vendored_files_are_those_that_were_built() -> None:
    recorded = json.loads((VENDOR / "digests.json").read_text())
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in VENDOR.iterdir() if file.name not in OURS}
    assert found == recorded


@pytest.mark.parametrize("module", sorted(VENDOR.glob("*.js")), ids=lambda file: file.name)
def test_vendored_modules_name_their_licences(module: Path) -> None:
    named = re.findall(r"[\w-]+\.LICENSE", module.read_text("utf-8").splitlines()[0])
    assert named
    assert [name for name in named if not any(words in " ".join((VENDOR / name).read_text().split()) for words in FREE)] == []


def test_the_notice_names_what_is_carried() -> None:
    notice = (Path(__file__).parents[2] / "NOTICE").read_text("utf-8")
    carried = [file.name.removesuffix(".LICENSE") for file in VENDOR.glob("*.LICENSE")]
    assert [name for name in carried if name not in notice] == []


def test_all_code_together_is_within_what_a_first_view_may_take() -> None:
    code = [file for suffix in ("*.js", "*.css") for file in STATIC.rglob(suffix)]
    assert sum(len(gzip.compress(file.read_bytes())) for file in code) < BUDGET


def test_the_map_has_the_countries_by_code() -> None:
    shapes = json.loads((VENDOR / "countries.json").read_text())["objects"]["countries"]["geometries"]
    codes = [shape["id"] for shape in shapes if "id" in shape]
    assert len(set(codes)) > 230
    assert {"DEU", "KOS", "MLT", "SGP", "VAT", "XKX"} - set(codes) == {"KOS"}
    assert [shape for shape in shapes if not shape.get("arcs")] == []
