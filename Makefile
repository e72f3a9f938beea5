# One command is enough: each target makes the environment in .venv first, if it is missing or out of date.

PYTHON ?= python3
UV_VERSION := 0.13.9

LOCKING := --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m
# Holds the folder it was made in: a moved or copied checkout is installed again.
STAMP := $(VENV)/installed-in

# JupyterLab neither asks a class about news at its first start nor looks for newer versions of itself; whoever
# wants either switches it on in Lab's settings.
LAB_SETTINGS := $(VENV)/share/jupyter/lab/settings
NO_NEWS := {"fetchNews": "false", "checkForUpdates": false}

# What the tools write for themselves stays in .venv: an empty or read-only home folder is enough,
# and nobody's own settings change a result.
export MPLCONFIGDIR := $(CURDIR)/$(VENV)/home/matplotlib
export IPYTHONDIR := $(CURDIR)/$(VENV)/home/ipython
export JUPYTER_CONFIG_DIR := $(CURDIR)/$(VENV)/home/jupyter/config
export JUPYTER_DATA_DIR := $(CURDIR)/$(VENV)/home/jupyter/data
export JUPYTER_RUNTIME_DIR := $(CURDIR)/$(VENV)/home/jupyter/runtime
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help report figures lab lessons test fuzz bench test-browser screenshots lock clean FORCE

help:  ## Show this list
	@echo "Discourse Lens: whose words are these, what do they frame, and how do they sound?"
	@echo
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-19s %s\n", $$1, $$2}'

report: $(STAMP)  ## Read the sample article: findings, figures/, report/ (another text: make report FILE=text.txt)
	$(BIN)/discourse report $(if $(FILE),"$(FILE)")

figures: $(STAMP)  ## Draw the figures in figures/ again
	$(BIN)/discourse figures

lab: $(STAMP)  ## Open JupyterLab on the start page
	$(RUN) jupyterlab notebooks/00-start-here.ipynb

lessons: $(STAMP)  ## Make the six lessons of the course again
	$(BIN)/discourse lesson course

# Notebooks are compared as they are for somebody who has answered nothing yet.
test: export DISCOURSE_ANSWERS := $(CURDIR)/$(VENV)/home/nobodys-answers
test: $(STAMP)  ## Check everything: lint, format, types, tests, notebooks
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) pytest
	$(RUN) pytest --nbval --nbval-current-env notebooks

fuzz: $(STAMP)  ## Look for input that breaks a promise, for ten minutes (longer: make fuzz FUZZ_MINUTES=60)
	$(BIN)/python tests/hostile/fuzz.py

bench: $(STAMP)  ## Time the measures beside NLTK's and others (quick: make bench BENCH=--quick)
	$(RUN) pip install --quiet --require-hashes -r tests/benchmarks/requirements.lock
	$(BIN)/python tests/benchmarks/bench.py $(BENCH)

test-browser: $(STAMP)  ## Check the page and JupyterLab in a real browser (Chromium and npm; says so where they lack)
	PYTHON=$(BIN)/python tests/browser/run

screenshots: $(STAMP)  ## Take the pictures of the page and of a notebook that the README shows
	DISCOURSE_PICTURES=$(CURDIR)/figures/screenshots PYTHON=$(BIN)/python tests/browser/run -k picture

lock:  ## Resolve requirements.lock again (newer versions: make lock UPGRADE=--upgrade)
	$(PYTHON) -m venv build/uv
	build/uv/bin/python -m pip install --quiet uv==$(UV_VERSION)
	build/uv/bin/uv pip compile pyproject.toml --group dev --output-file requirements.lock $(LOCKING) $(UPGRADE)
	build/uv/bin/uv pip compile --group browser --output-file tests/browser/requirements.lock $(LOCKING) $(UPGRADE)
	build/uv/bin/uv pip compile --group bench --output-file tests/benchmarks/requirements.lock $(LOCKING) $(UPGRADE)

clean:  ## Remove what these commands made, the environment too
	rm -rf $(VENV) build dist report .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find analysis tests notebooks \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -exec rm -rf {} +

# Without a working interpreter in .venv the stamp is not believed either.
ifneq ($(shell test -x $(BIN)/python && cat $(STAMP) 2>/dev/null),$(CURDIR))
$(STAMP): FORCE
endif

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null || { \
	    echo "Python 3.11, 3.12, 3.13 or 3.14 is needed and $(PYTHON) is none of them: install one, or name it, as in: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	    echo "$(PYTHON) lacks the venv module: install it (on Debian and Ubuntu: sudo apt install python3-venv)" >&2; exit 2; }
	@echo "Setting up .venv from requirements.lock (once; about a minute or two)"
	@rm -f $@
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) pip install --quiet --require-hashes -r requirements.lock
	@$(RUN) pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -c 'import matplotlib.font_manager'  # lists the fonts now, not during a notebook's first plot
	@mkdir -p $(LAB_SETTINGS)
	@echo '{"@jupyterlab/apputils-extension:notification": $(NO_NEWS)}' > $(LAB_SETTINGS)/overrides.json
	@echo "$(CURDIR)" > $@
