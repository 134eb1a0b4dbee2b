# `make` alone lists the targets. Every target sets up what it needs.

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	>/dev/null 2>&1 && echo "$$python" && break; done)
BIN := .venv/bin
READY := .venv/ready
READY_TO_TRAIN := .venv/ready-to-train
CORPORA ?= ../shared/data
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help setup demo test lint fuzz bench bench-desk data train eval lock
.DELETE_ON_ERROR:

help:
	@echo 'make setup   a virtual environment in .venv/, so that .venv/bin/sayso is the command'
	@echo 'make demo    who said what, in two made-up stories'
	@echo 'make test    lint, then all tests'
	@echo 'make lint    ruff, mypy and the law of imports'
	@echo 'make fuzz    look for what breaks a reader, SECONDS=600 for each kind of file'
	@echo 'make data    unpack the labelled corpora of CORPORA=$(CORPORA) into data/'
	@echo 'make eval    score what ships; fails under the pinned floors (needs data)'
	@echo 'make bench   time and memory of the main job'
	@echo 'make bench-desk  how quickly the desk answers; CLAIMS=100000 of a made-up case, or CASE=FILE'
	@echo 'make train   make the learned parts anew (needs data, installs torch)'
	@echo 'make lock    choose the versions in requirements.lock anew'

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo 'sayso needs Python 3.11 or newer, with venv;' \
		'install one, or name it: make setup PYTHON=/path/to/python' >&2; exit 2; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo 'installing the pinned packages into .venv/'
	@$(PIP) install --quiet --upgrade 'pip>=25'
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@$(BIN)/sayso demo

test: lint
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports

SECONDS ?= 600
fuzz: $(READY)
	$(PIP) install --quiet 'atheris>=2.3'
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

data:
	@mkdir -p data
	@set -e; for archive in $(CORPORA)/*.tar.xz; do \
		test -e "$$archive" || { test -d data/polnear && break; \
			echo 'no corpora in $(CORPORA)' >&2; exit 2; }; \
		name=$$(basename "$$archive" .tar.xz); \
		test -d "data/$$name" && continue; \
		echo "unpacking $$name"; rm -rf data/.part; mkdir data/.part; \
		tar -xJf "$$archive" -C data/.part; mv "data/.part/$$name" data/; rmdir data/.part; \
	done

eval: $(READY) data
	$(BIN)/python -m sayso.eval.gate --data data

bench: $(READY)
	$(BIN)/python -m sayso.train.bench

CLAIMS ?= 100000
bench-desk: $(READY)
	$(BIN)/python -m tests.bench $(CASE) --claims $(CLAIMS) --changing

train: $(READY_TO_TRAIN) data
	$(BIN)/python -m sayso.train
	$(BIN)/python -m sayso.train.judge_run

$(READY_TO_TRAIN): $(READY)
	$(PIP) install --quiet torch==2.13.0 'onnx>=1.17' 'matplotlib>=3.10'
	@touch $@

lock: $(READY)
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --output-file requirements.lock --quiet --upgrade \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--extra dev --extra frame --custom-compile-command 'make lock'
