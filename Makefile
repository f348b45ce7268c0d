# Everything a newcomer needs: `make check` decides the claims of the paper, `make test` tests the program that does.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --constraint constraints.txt
WHAT ?=

.PHONY: check test quick lint golden benchmarks figures book book-pdf clean

check: .venv/.runtime
	$(BIN)/grpo-companion check $(WHAT)

# A file of tests at a time on each core.
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile

test: .venv/.dev
	$(PYTEST) $(WHAT)

quick: .venv/.dev
	$(PYTEST) -m "not slow" $(WHAT)

lint: .venv/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Pins again what every claim rests on and who proved it; read the difference before you commit it.
golden: .venv/.dev
	$(BIN)/python -m tests.pin

benchmarks: .venv/.dev
	$(BIN)/python tests/benchmarks/command_line.py
	$(BIN)/python tests/benchmarks/dynamics.py

# The paper's figures, computed again, and the phase diagram, as PNG and SVG.
figures: .venv/.dev
	$(BIN)/python -m proofs.figures figures

# The book, from the report of a run (the ledger makes a second run short).  What failed to build is removed: a build on top of
# it would pass.  So is everything where the contents changed: what Sphinx wrote for a page that is no more would stay.
REPORT := .cache/report.json
CONTENTS := book/statements/_toc.yml
PRINTED := book/statements/_toc-print.yml
PRINT := book/_build/print
BUILD := $(BIN)/jupyter-book build book --toc $(CURDIR)/$(CONTENTS) --quiet -W -n --keep-going

book: .venv/.book book/statements
	@cmp -s $(CONTENTS) book/_build/toc.yml || rm -rf book/_build
	$(BUILD) || { rm -rf book/_build; exit 1; }
	@cp $(CONTENTS) book/_build/toc.yml
	@echo "The book: $(CURDIR)/book/_build/html/index.html"

# The book on paper, without what only a browser can show.
book-pdf: latex .venv/.book book/statements
	$(BIN)/jupyter-book build book --toc $(CURDIR)/$(PRINTED) --path-output $(PRINT) --quiet -W -n --keep-going --builder latex
	@cd $(PRINT)/_build/latex && { latexmk -lualatex -interaction=batchmode -halt-on-error grpo-companion.tex > latexmk.log 2>&1 || { tail -n 20 latexmk.log; exit 1; }; }
	@echo "The book: $(CURDIR)/$(PRINT)/_build/latex/grpo-companion.pdf"

.PHONY: latex
latex:
	@{ command -v lualatex && command -v latexmk && kpsewhich environ.sty && kpsewhich adjustbox.sty && kpsewhich lmroman10-regular.otf; } >/dev/null || \
	  { echo "book-pdf needs LaTeX: apt install latexmk lmodern texlive-luatex texlive-latex-extra fonts-dejavu-core" >&2; exit 2; }

.PHONY: book/statements
book/statements: .venv/.book
	@mkdir -p $(dir $(REPORT))
	$(BIN)/grpo-companion check --json $(REPORT) > .cache/check.txt || test $$? -eq 3 || { tail -n 20 .cache/check.txt; exit 1; }
	$(BIN)/python -m proofs.pages $(REPORT) $@

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

.venv/.book: .venv/.runtime
	$(PIP) --editable '.[book]'
	@touch $@

clean:
	rm -rf .venv .cache build book/_build book/statements dist *.egg-info
