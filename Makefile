# Everything a newcomer needs: `make check` decides the claims of the paper, `make test` tests the program that does.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --constraint constraints.txt
WHAT ?=

.PHONY: check test quick lint golden benchmarks clean

check: .venv/.runtime
	$(BIN)/grpo-companion check $(WHAT)

test: .venv/.dev
	$(BIN)/python -m pytest $(WHAT)

quick: .venv/.dev
	$(BIN)/python -m pytest -m "not slow" $(WHAT)

lint: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Pins again what every claim rests on and who proved it; read the difference before you commit it.
golden: .venv/.dev
	$(BIN)/python -m tests.pin

benchmarks: .venv/.dev
	$(BIN)/python tests/benchmarks/command_line.py

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "grpo-companion needs Python 3.11 or later: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing: install it (Debian and Ubuntu: apt install python3-venv), then run make again" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.runtime: .venv/.made pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

.venv/.dev: .venv/.runtime
	$(PIP) --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv .cache build dist *.egg-info
