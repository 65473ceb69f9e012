# Two commands on a fresh machine: `make demo` and `make test`. Everything goes into .venv and demo/.

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	command -v $$python >/dev/null && $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
DEMO := demo

.DEFAULT_GOAL := help
.PHONY: help install demo test lint format samples lock bench quality clean

help: ## say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: .venv/installed ## make the virtual environment in .venv

# The dependencies are locked, each file by its hash; quiet twice, for pip warns of an extra that an older lxml had.
# Bytecode is compiled here, once, so that every search starts fast, also where the environment keeps Python from
# writing it.
.venv/installed: requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q archiver
	@touch $@

demo: .venv/installed ## add the samples to a demo archive, and search it
	@rm -rf $(DEMO)
	@echo '$$ archive add samples'
	@ARCHIVE_HOME=$(DEMO) $(BIN)/archive add samples
	@echo
	@echo '$$ archive search "Steel Mill"'
	@ARCHIVE_HOME=$(DEMO) $(BIN)/archive search "Steel Mill" --limit 5 --format text
	@echo
	@echo 'Three commands to try next (the first says where the demo archive is):'
	@echo
	@echo '  export ARCHIVE_HOME=$(CURDIR)/$(DEMO) PATH="$(CURDIR)/$(BIN):$$PATH"'
	@echo "  archive search 'furnace OR mill -railway' --after 2025-06 --sort newest"
	@echo '  archive facets people "steel mill"'
	@echo '  archive show $$(archive search "Steel Mill" --limit 1 | cut -d"\"" -f4) --format text'

test: .venv/installed ## run the tests
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal

lint: .venv/installed ## run the linters and the type checker
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	$(BIN)/hadolint Dockerfile

format: .venv/installed ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

samples: .venv/installed ## make the sample pages and their gold files anew
	$(BIN)/python samples/build.py

lock: .venv/installed ## pin the dependencies anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-dev.lock

# PAGES: folders of public benchmark pages; quality/README.md says which formats are known.
quality: .venv/installed ## how well pages are read: the samples, and PAGES="FOLDER…"
	$(BIN)/python -m quality samples/pages $(PAGES) --names --by-language --systems archive,trafilatura,newspaper4k,readability

bench: .venv/installed ## measure; see benchmarks/README.md
	$(BIN)/python benchmarks/run.py

clean: ## remove what the other targets made
	rm -rf .venv $(DEMO) build dist tests/elasticsearch-node/target .pytest_cache .mypy_cache .ruff_cache .hypothesis
