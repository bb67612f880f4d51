# The commands of the project. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TEST_READY := $(VENV)/test-ready
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site publish check serve test test-screenreader clean

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

site: $(READY)  ## build the website into site/
	@$(BIN)/directory build

publish: $(READY)  ## build without the banner of a trial; refuses until the settings are complete
	@$(BIN)/directory build --publish

check: $(READY)  ## check the entries
	@$(BIN)/directory check

serve: $(READY)  ## live preview while you write
	@$(BIN)/python -m mkdocs serve

test: $(TEST_READY)  ## run everything that must hold
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	@$(BIN)/pytest

test-screenreader: site  ## listen to the site with a real screen reader (Debian: Orca; not part of make test)
	@tests/screenreader/run $(BIN) site

clean:  ## remove what was built, and the environment
	rm -rf site build $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

$(READY): pyproject.toml constraints.txt scripts/environment
	@PYTHON=$(PYTHON) scripts/environment $(VENV)
	@touch $@

$(TEST_READY): $(READY) scripts/browser
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@scripts/browser $(BIN)
	@touch $@
