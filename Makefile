# The commands of the project. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TEST_READY := $(VENV)/test-ready
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site publish check serve test test-screenreader coverage mutants clean

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

coverage: $(TEST_READY)  ## which lines no test runs: build/coverage.txt (without the tests in a browser)
	@rm -rf build/coverage && mkdir -p build/coverage
	@$(BIN)/coverage run -m pytest --without-site
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report > build/coverage.txt; status=$$?; grep TOTAL build/coverage.txt; exit $$status

mutants: $(TEST_READY)  ## which errors no test notices: build/mutants.txt (an hour; ONLY="directory.schedule.age*" tries a few)
	@$(BIN)/python scripts/mutants.py $(ONLY)

clean:  ## remove what was built, and the environment
	rm -rf site build mutants $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

$(READY): pyproject.toml constraints.txt scripts/environment
	@PYTHON=$(PYTHON) scripts/environment $(VENV)
	@touch $@

$(TEST_READY): $(READY) scripts/browser
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[test]"
	@scripts/browser $(BIN)
	@touch $@
