"""Modules joined into one script."""

from pathlib import Path

import pytest

import sayso
from sayso.web.still.modules import joined

STATIC = Path(sayso.__file__).parent / "web" / "static"


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "entry.js"


def test_a_module_stands_once_before_those_that_need_it(tmp_path: Path) -> None:
    entry = written(
        tmp_path,
        entry='import { a } from "./one.js";\nimport { b as other } from "./two.js";\nother(a);\n',
        one='import { b } from "./two.js";\nexport const a = b(1);\n',
        two="function inner(x) {\n  return x;\n}\nexport{inner as b};\n",
    )
    script = joined(entry)
    assert script.count("function inner") == 1
    assert script.index("function inner") < script.index("const a = b(1)") < script.index("other(a)")
    assert "const { b: other } = module0;" in script
    assert "return { b: inner };" in script


@pytest.mark.parametrize("line", ['import all from "./two.js";', 'export * from "./two.js";', "export default 1;"])
def test_what_can_not_be_joined_is_named(tmp_path: Path, line: str) -> None:
    entry = written(tmp_path, entry=line, two="")
    with pytest.raises(ValueError, match=r"entry\.js: imports or exports in a way"):
        joined(entry)


def test_our_scripts_can_stand_in_a_page() -> None:
    script = joined(STATIC / "still.js")
    assert "</script" not in script
    assert "<!--" not in script
    assert not any(line.startswith(("import ", "export ")) for line in script.splitlines())
