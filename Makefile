# Everything here works on a fresh clone with only Python 3.11 (or newer) and make; `make` alone lists the targets.
# The network is used to install, never to run. A second call installs nothing unless a lock or pyproject.toml changed.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test mutate conflicts check prove compare spark format lock bench wheel clean

VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
SRC    := $(wildcard verordening tests benchmarks fuzz)
# At most this many test processes, and extra arguments for pytest or a mutation run: make test JOBS=4 ARGS='-k verrekening'
JOBS   ?= 2
ARGS   ?=
# Extra arguments for the resolver: make lock LOCK_ARGS=--upgrade
LOCK_ARGS ?=

# Stamps: the virtual environment itself; the package with what it needs to run; the tools of a developer.
MADE := $(VENV)/.made
CORE := $(VENV)/.core
DEV  := $(VENV)/.dev

# A virtual environment holds absolute paths. If this folder was moved or copied, or its Python is gone, make it anew.
ifneq ($(shell test -x $(BIN)/python && cat $(MADE) 2>/dev/null),$(CURDIR))
.PHONY: $(MADE)
endif

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

demo: $(CORE) ## The main job: may I deviate, in an example case
	@$(BIN)/verordening afwijken examples/te-laat-geregistreerd.yaml

test: $(DEV) ## Run the tests
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

mutate: $(DEV) ## Change the regulations in one place at a time: does a test notice? (ARGS='--alleen model/')
	$(BIN)/verordening beproef tests/law/proeven examples --mutatie --aanvaard tests/law/aanvaard.yaml $(ARGS)

conflicts: $(DEV) ## What may go wrong in our regulations that nobody has judged? (ARGS=rotterdam for another municipality)
	$(BIN)/verordening conflicten $(or $(ARGS),amsterdam) --aanvaard tests/law/conflicten.yaml

check: $(DEV) ## Lint, layout, types and the order of the layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(SRC)
	$(BIN)/lint-imports
	$(BIN)/verordening opmaak --controleer ordinances

prove: $(DEV) ## Hold a second solver beside the first: do they rule out the same? Slow (ARGS=500: random regulations)
	@$(PIP) install --quiet --require-hashes --no-deps --only-binary :all: -r requirements/prove.lock
	$(BIN)/python -m tests.analyse.solving.crosscheck $(ARGS)

compare: $(DEV) ## Hold interpreter and engines side by side on many rows. Slow (ARGS='--rows 100000 amsterdam')
	$(BIN)/python -m tests.population.lowering.trialled
	$(BIN)/python -m tests.population.million $(ARGS)

spark: $(DEV) ## Work out a file on a cluster of which a machine falls out. Slow; needs Java 17 or newer
	@$(PIP) install --quiet --require-hashes --no-deps --only-binary :all: --no-binary pyspark -r requirements/spark.lock
	VERORDENING_SPARK=1 $(BIN)/python -m pytest tests/population/spark $(ARGS)

format: $(DEV) ## Put the Python and the regulations in their layout
	$(BIN)/ruff check --select I --fix
	$(BIN)/ruff format
	$(BIN)/verordening opmaak ordinances

bench: $(DEV) ## Measure speed, as ratios within one run
	$(BIN)/python -m benchmarks
	@$(PIP) install --quiet --require-hashes --no-deps --only-binary :all: -r requirements/bench.lock
	$(BIN)/python -m benchmarks.engines

wheel: $(DEV) ## Build the sdist, and from it the wheel, in dist/
	rm -rf dist
	$(BIN)/python -m build --no-isolation

lock: $(DEV) ## Resolve anew what pyproject.toml asks for, with hashes
	$(call resolve,dev,--extra dev --extra analyse --extra bulk --extra documenten pyproject.toml requirements/build.in)
	$(call resolve,core,--constraint requirements/dev.lock pyproject.toml)
	$(call resolve,documenten,--constraint requirements/dev.lock --extra documenten pyproject.toml)
	$(call resolve,analyse,--constraint requirements/dev.lock --extra analyse pyproject.toml)
	$(call resolve,bulk,--constraint requirements/dev.lock --extra bulk pyproject.toml)
	$(call resolve,spark,--constraint requirements/dev.lock --extra spark pyproject.toml)
	$(call resolve,prove,--constraint requirements/dev.lock requirements/prove.in)
	$(call resolve,bench,--constraint requirements/dev.lock requirements/bench.in)
	$(call resolve,build,--constraint requirements/dev.lock requirements/build.in)

clean: ## Remove the virtual environment, builds and caches
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find verordening tests $(wildcard benchmarks fuzz) -type d -name __pycache__ -prune -exec rm -rf {} +

# --universal: one lock for every platform and every Python from 3.11. The lock names no index: that is the user's to set.
define resolve
$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	--output-file requirements/$(1).lock $(LOCK_ARGS) $(2)
endef

# PYTHON=… goes first when given.
$(MADE):
	@for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14; do \
	  if "$$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "Virtuele omgeving maken in $(VENV) (eenmalig)"; \
	    "$$python" -m venv --clear $(VENV) && printf '%s\n' '$(CURDIR)' > $@; exit; \
	  fi; \
	done; \
	echo 'fout: Python 3.11 of nieuwer (met venv) is niet gevonden. Installeer het, of wijs het aan: make demo PYTHON=/pad/naar/python3.11' >&2; \
	echo 'error: no Python 3.11 or newer (with venv) found. Install it, or point to it: make demo PYTHON=/path/to/python3.11' >&2; \
	echo '       Debian, Ubuntu: apt install python3.11-venv' >&2; \
	exit 1

$(CORE): $(MADE) pyproject.toml requirements/core.lock requirements/build.lock
	@echo 'Installeren uit het slotbestand'
	@$(PIP) install --quiet --require-hashes --no-deps --only-binary :all: \
	  -r requirements/core.lock -r requirements/build.lock
	@$(PIP) install --quiet --no-index --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q verordening
	@touch $@

# Python compiles what of this is used when it is used: a third of the time to install went to what never is.
$(DEV): $(CORE) requirements/dev.lock
	@$(PIP) install --quiet --no-compile --require-hashes --no-deps --only-binary :all: -r requirements/dev.lock
	@touch $@
