# Everything sets itself up: a fresh machine needs python3 (3.11 or newer), its venv module, and make.

PYTHON ?= python3
BIN := .venv/bin
# uv trusts the machine's own certificates, as pip does: also behind a company's proxy
READY := .venv/.ready-$(shell cat requirements/uv.txt requirements/dev.txt pyproject.toml 2>/dev/null | cksum | cut -d' ' -f1)
TESTS ?= tests

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test lint types rooms lexicon tests chromium fuzz fix lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: $(READY) ## make .venv with the pinned dependencies and Sayso in it

demo: $(READY) ## code the demo reports
	$(BIN)/sayso code demo/*.json

serve: $(READY) build/demo.db ## the desk over the demo reports, in the browser
	$(BIN)/sayso serve build/demo.db --open

build/demo.db: $(READY) $(wildcard demo/*.json)
	mkdir -p build
	rm -f $@ $@-wal $@-shm
	$(BIN)/sayso code demo/*.json --db $@ --format jsonl --out build/demo.jsonl

test: lint types rooms lexicon tests ## all checks and all tests

lint: $(READY) ## style and spelling
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/codespell src tests docs *.md

types: $(READY) ## mypy, strict
	$(BIN)/mypy --num-workers auto

rooms: $(READY) ## who may import whom
	$(BIN)/lint-imports --no-cache

lexicon: $(READY) ## shape and coherence of the lexicon
	$(BIN)/sayso lexicon check

tests: $(READY) chromium ## pytest; TESTS=tests/lexicon runs a part
	$(BIN)/pytest -n auto --dist loadgroup $(TESTS)

# Debian's browser, which the desk's tests drive; where it can't be installed they are skipped, and say so
chromium:
	@command -v chromium >/dev/null || { test -e /etc/debian_version && test "$$(id -u)" = 0 \
	  && apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >/dev/null; } \
	  || echo "No chromium here: the desk's browser tests will be skipped. On Debian: apt-get install chromium" >&2

fuzz: $(READY) ## try readers and coder on thousands of damaged and invented inputs
	$(BIN)/pytest -n auto --hypothesis-profile=fuzz tests/ingest/test_fuzz.py tests/extract/test_own_words.py

fix: $(READY) ## repair what ruff can repair
	$(BIN)/ruff check --fix src tests
	$(BIN)/ruff format src tests

lock: $(READY) ## resolve the dependencies anew
	$(BIN)/python requirements/lock.py

clean: ## remove what was made, .venv too
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sayso needs Python 3.11 or newer: make PYTHON=python3.12 setup" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv .venv

$(READY): | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	VIRTUAL_ENV=$(CURDIR)/.venv UV_SYSTEM_CERTS=1 $(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements/dev.txt
	VIRTUAL_ENV=$(CURDIR)/.venv UV_SYSTEM_CERTS=1 $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@rm -f .venv/.ready-*
	@touch $@
