# Two commands do all set-up by themselves: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint types floors lock clean bench

demo: $(VENV)/run.stamp
	$(BIN)/legation demo --out demo-out

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest

check: lint types floors test

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench

types: $(VENV)/dev.stamp
	$(BIN)/mypy

floors: $(VENV)/dev.stamp
	$(BIN)/lint-imports

bench: $(VENV)/run.stamp
	$(BIN)/python bench/main_job.py --help

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

lock: # needs uv on the path
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra desk --group build pyproject.toml -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra desk --extra dev --group build pyproject.toml -o requirements/dev.txt

clean:
	rm -rf $(VENV) demo-out
