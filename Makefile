# `make run` and `make test` do all the set-up a fresh clone needs.
PYTHON := .venv/bin/python
# A test that hangs is interrupted, so that pytest still says which one it was.
LIMIT := $(if $(shell command -v timeout),timeout --signal=INT --kill-after=30 1140)

.DEFAULT_GOAL := help
.PHONY: help run test test-all lint translations ready

help:
	@echo "make run           open the editor with a sample (off-screen where there is no display)"
	@echo "make test          everything that must be right before a change lands"
	@echo "make test-all      the same and the frozen program"
	@echo "make lint          style, types and spelling only"
	@echo "make translations  bring translations/*.po up to date with the texts in the code"

run:
	@scripts/set-up window
	@$(PYTHON) build_installer.py translations --compile-only
	@scripts/run

test: ready lint
	@$(LIMIT) $(PYTHON) -m pytest -n 2 -m "not frozen"

test-all: ready lint
	@$(PYTHON) -m pytest -n 2

lint: ready
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m codespell_lib
	@$(PYTHON) -m mypy

translations: ready
	@$(PYTHON) build_installer.py translations

ready:
	@scripts/set-up
	@$(PYTHON) build_installer.py translations --compile-only
