# Each target sets up .venv by itself.  Python >= 3.11, make and the package registry are all that is needed.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: map test check bench weights clean

map: $(READY)
	$(BIN)/geoevents map seeds/ -o maps/

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m tests.speed.bench

# The learned weights again: from the corpora and gold articles of $(SHARED), and our own articles that may be read.
SHARED ?= ../shared
LEARNT := attacks control days_and_places dealings
MATERIAL := --corpora $(SHARED)/corpora --gold $(SHARED)/gold/dev --gold tests/quality/articles/open \
	$(LEARNT:%=--gold build/annotated/%) --marked data/training/places.txt --seed 7

weights: $(READY)
	for name in $(LEARNT); do \
		$(BIN)/python -m tests.quality.articles.annotate tests/quality/articles/learnt/$$name build/annotated/$$name || exit 1; \
	done
	$(BIN)/geoevents train recogniser $(MATERIAL) -o geoevents/atlas/recognition
	$(BIN)/geoevents train ranker $(MATERIAL) -o geoevents/atlas/resolution
	$(BIN)/python -m tests.quality.fit_confidence -o geoevents/events/confidence.json

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "geoevents needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,build,browser,train]'
	touch $(READY)
