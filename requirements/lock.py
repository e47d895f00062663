"""Resolve the dependencies anew: hashed requirement files that name no registry."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
UV = str(Path(sys.executable).with_name("uv"))
FLAGS = [
    "--generate-hashes",
    "--universal",
    "--python-version=3.11",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
    "--quiet",
    "--upgrade",
]


def main() -> None:
    """Write runtime.txt, then dev.txt with the same versions; uv.txt is pinned by hand, in `compiled("uv==...")`."""
    compiled("pyproject.toml", "runtime.txt")
    compiled("pyproject.toml", "dev.txt", "--group=dev", "--constraints=requirements/runtime.txt")


def compiled(source: str, target: str, *more: str) -> None:
    """Compile one file."""
    subprocess.run([UV, "pip", "compile", source, *FLAGS, *more, "-o", str(HERE / target)], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main()
