# Everything a developer runs. Each target sets up its own virtual environment from the locked
# requirements first; a fresh clone needs nothing but Python 3.11 or later, git and make.

PYTHON ?= python3
VENV ?= .venv

bin := $(VENV)/bin
pip := $(bin)/python -m pip --disable-pip-version-check
checked := src training evals benchmarks tests tools docs

named := pyproject.toml requirements/build.in
front := src/dragoman/desk/static/manifest.json

.DEFAULT_GOAL := help
.PHONY: help demo desk pictures front test kills lint format evals bench train docs lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.runtime ## read the example articles into a store; show a record and the crisis
	@mkdir -p build/demo && rm -f build/demo/rockall.db*
	@echo "One readout, and what it tells:"
	$(bin)/dragoman read examples/articles/03-readout.html --quiet
	@echo
	@echo "All nine reports in one store, and what they tell together:"
	$(bin)/dragoman add examples/articles/* --db build/demo/rockall.db
	$(bin)/dragoman timeline --db build/demo/rockall.db
	$(bin)/dragoman outreach --db build/demo/rockall.db
	$(bin)/dragoman standings --db build/demo/rockall.db
	$(bin)/dragoman brief --since 2006-10-12 --db build/demo/rockall.db
	@$(bin)/dragoman brief --title "Rockall" --db build/demo/rockall.db --out build/demo/brief.html
	@$(bin)/dragoman read examples/articles/* --quiet --json --html build/demo/records.html \
	  > build/demo/records.jsonl
	@echo
	@echo "Written as well:"
	@echo "  build/demo/rockall.db      the store; ask it more: dragoman timeline --of Ireland --db ..."
	@echo "                             or look at it in a browser: make desk"
	@echo "  build/demo/brief.html      the whole brief, every sentence with its reports"
	@echo "  build/demo/records.html    the articles in a browser, words and facts joined"
	@echo "  build/demo/records.jsonl   the same for programs, one record a line"

desk: $(VENV)/.runtime $(front) ## open the desk on the demo's crisis
	@test -f build/demo/rockall.db || $(MAKE) demo
	@$(bin)/dragoman db upgrade --db build/demo/rockall.db
	$(bin)/dragoman desk --open --db build/demo/rockall.db $(ARGS)

pictures: $(VENV)/.dev $(front) ## take the pictures of the README from the demo; time its pages
	@test -f build/demo/rockall.db || $(MAKE) demo
	$(bin)/python tools/screenshots.py $(ARGS)

front: $(front) ## build the desk's styles and scripts

test: $(VENV)/.dev $(front) ## run all tests; the last lines count what was left out
	$(bin)/python -m pytest $(ARGS)

kills: $(VENV)/.dev ## kill writer, worker and watcher at 100 random moments, on both databases
	DRAGOMAN_KILLS=100 $(bin)/python -m pytest tests/store/test_kills.py tests/batch/test_kills.py \
	  $(ARGS)

lint: $(VENV)/.dev ## check style and types
	$(bin)/ruff format --check $(checked)
	$(bin)/ruff check $(checked)
	$(bin)/mypy

format: $(VENV)/.dev ## lay the code out and mend what can be mended by machine
	$(bin)/ruff format $(checked)
	$(bin)/ruff check --fix $(checked)

evals: $(VENV)/.runtime ## measure the reader and fail where a floor breaks
	$(bin)/python -m evals gate $(ARGS)

bench: $(VENV)/.runtime ## measure speed and memory
	$(bin)/python -m benchmarks read $(ARGS)

train: $(VENV)/.train ## train the language model and write it into the package; hours on two cores
	$(bin)/python -m training train $(ARGS)
	$(bin)/python -m training export $(ARGS)

docs: $(VENV)/.dev ## build the documentation into site/
	$(bin)/mkdocs build --strict --quiet

lock: $(bin)/python ## write requirements/*.txt anew from pyproject.toml
	$(pip) install --quiet "pip-tools>=7.4"
	$(call compile,runtime,$(named))
	$(call compile,dev,--extra dev --extra docs --constraint requirements/runtime.txt $(named))
	$(call compile,front,requirements/front.in)

clean: ## remove what was built, the virtual environment too
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The lock names packages, versions and hashes, and neither an index nor a folder.
define compile
	CUSTOM_COMPILE_COMMAND="make lock" $(bin)/pip-compile --quiet --upgrade --strip-extras \
	  --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --no-emit-options --output-file requirements/$(1).txt $(2)
endef

# Where the machine has no Node 20 or later, the one that PyPI has as a wheel is installed.
$(front): $(shell find frontend -type f -not -path '*/node_modules/*') frontend/node_modules/.installed
	@tools/npm --prefix frontend run --silent build -- --logLevel warn
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json | $(bin)/python
	@tools/npm --prefix frontend ci --no-progress --loglevel=error
	@touch $@

$(bin)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Dragoman needs Python 3.11 or later; name one with make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(bin)/python
	$(pip) install --quiet --require-hashes --requirement requirements/runtime.txt
	$(pip) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(bin)/python
	$(pip) install --quiet --require-hashes --requirement requirements/dev.txt
	$(pip) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

# Not locked: which torch is right depends on the machine.
$(VENV)/.train: $(VENV)/.dev
	$(pip) install --quiet --no-build-isolation --editable '.[train]'
	@touch $@
