# One command runs it:   make demo
# One command tests it:  make test
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
ifeq ($(strip $(PYTHON)),)
PYTHON := python3
endif
PY := .venv/bin/python
YIZHENG := .venv/bin/yizheng
ON_POSTGRES := $(PY) -m tests.machines.postgres --

.PHONY: help setup setup-dev demo run test test-sqlite test-postgres test-browser walk crowd check cover bench docs lock clean

help:  ## say what can be done
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile

setup:  ## install what is needed to run
	@$(PYTHON) tools/install.py

setup-dev:  ## install what is needed to test, too
	@$(PYTHON) tools/install.py dev

demo: setup  ## run a city with its cases on this machine
	@$(YIZHENG) demo

run: setup  ## run what is in the database
	@$(YIZHENG) run

test: setup-dev test-sqlite test-postgres test-browser  ## test on SQLite, on PostgreSQL and in a browser

test-sqlite:
	@echo "== tests on SQLite"
	@env -u DATABASE_URL $(PY) -m pytest -n 2 -m "not browser and not postgres"

test-postgres:
	@echo "== tests on PostgreSQL"
	@$(ON_POSTGRES) $(PY) -m pytest -n 2 -m "not browser"

test-browser:
	@echo "== journeys in a browser"
	@env -u DATABASE_URL $(PY) -m pytest -m browser

walk: setup-dev  ## walk at random through the law, on both databases (RUNS=3000, SEED=… to begin where a failure was told)
	@echo "== walks on SQLite"
	@env -u DATABASE_URL WALK_RUNS=$(or $(RUNS),3000) WALK_SEED=$(SEED) $(PY) -m pytest -q -s -n 0 tests/walk
	@echo "== walks on PostgreSQL"
	@WALK_RUNS=$(or $(RUNS),3000) WALK_SEED=$(SEED) $(ON_POSTGRES) $(PY) -m pytest -q -s -n 0 tests/walk

crowd: setup-dev  ## eight deciders at five hundred cases, one killed in the middle (CASES=500)
	@CROWD_ORGANS=8 CROWD_CASES=$(or $(CASES),500) $(ON_POSTGRES) $(PY) -m pytest -q -s -n 0 tests/journeys/test_killed.py

check: setup-dev  ## lint, types, who imports whom, templates, the house's own rules
	$(PY) -m ruff check
	$(PY) -m mypy
	.venv/bin/lint-imports
	.venv/bin/djlint --lint --quiet src
	$(PY) -m bandit -ii --quiet --recursive --configfile pyproject.toml src
	$(YIZHENG) check

cover: setup-dev  ## which lines and branches the tests reach
	$(PY) -m pytest -n 2 -m "not browser and not postgres" --cov --cov-report=term-missing:skip-covered

bench: setup-dev  ## how fast it is, on SQLite and on PostgreSQL
	@$(PY) -m bench

docs: setup-dev  ## write again the documents that are made from the code
	@$(YIZHENG) docs

lock: setup-dev  ## work out the pinned versions again (add PINS="--upgrade" for newer ones)
	$(PY) -m uv pip compile --quiet $(PINS) --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --custom-compile-command "make lock" --output-file requirements.txt requirements.in
	$(PY) -m uv pip compile --quiet $(PINS) --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --custom-compile-command "make lock" --output-file requirements-dev.txt requirements-dev.in

clean:  ## remove what was installed; keeps the data in var/
	rm -rf .venv node_modules var/stamps var/static-src
