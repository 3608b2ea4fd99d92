# Everything a developer does. Whatever is installed goes into .venv; the first command installs it.
.DEFAULT_GOAL := help
.PHONY: help site serve draw reference check test audit fuzz lint format bench bench-search bench-editions bench-changes tools fonts lock clean

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_SIZES ?= 16 250 1000
SEARCH_SIZES ?= 16 360 1000
FUZZ_INPUTS ?= 100000
BENCH_EDITIONS ?= 1 10 50 225

help: ## show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1|\2/p' Makefile | while IFS='|' read -r target what; do printf '  make %-15s %s\n' "$$target" "$$what"; done

site: $(READY) ## build the manual into site/
	$(BIN)/khumue build

serve: $(READY) ## show the manual in a browser while it is being edited
	$(BIN)/khumue serve

check: $(READY) ## report every mistake in procedures/
	$(BIN)/khumue check

draw: $(READY) ## write the flowcharts into flowcharts/, to be committed
	$(BIN)/khumue draw

reference: $(READY) ## write the author's reference from the models and rules
	$(BIN)/python -m scripts.write_reference

# Tests start many commands: these find modules compiled also where Python is told not to keep what it compiles.
test: $(READY) ## run all tests, those in a real browser included
	-@$(BIN)/python -m scripts.install_test_tools
	PYTHONDONTWRITEBYTECODE= PYTHONWARNDEFAULTENCODING=1 $(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

audit: export KHUMUE_AUDIT := 1
audit: test ## run all tests in full: every page, every query, many more examples; check HTML, measure pages (half an hour)
	$(BIN)/python -m scripts.check_html
	$(BIN)/python -m scripts.measure_speed

fuzz: $(READY) ## read 100,000 changed projects: no crash, no hang, no lost text (half an hour on two cores; FUZZ_INPUTS="5000" for fewer)
	$(BIN)/python -m scripts.fuzz $(FUZZ_INPUTS)

lint: $(READY) ## style, types, the order of the layers; styles and scripts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m scripts.lint_front_end

format: $(READY) ## let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: bench-editions bench-changes ## measure builds against plain MkDocs (BENCH_SIZES="16 250 1000"), for many offices, and diff
	$(BIN)/python -m bench $(BENCH_SIZES)

bench-editions: $(READY) ## measure builds of one manual for many offices, write bench/editions-results.*
	$(BIN)/python -m bench.editions $(BENCH_EDITIONS)

bench-changes: $(READY) ## measure khumue diff of 1,000 procedures, write bench/changes-results.*
	$(BIN)/python -m bench.changes

bench-search: $(READY) ## measure the search in its real box beside other engines (SEARCH_SIZES="16 360 1000")
	$(BIN)/python -m bench.search $(SEARCH_SIZES)

tools: $(READY) ## install what tests need of the system: Chromium, Graphviz, jq, unzip
	$(BIN)/python -m scripts.install_test_tools

fonts: $(READY) ## rebuild the fonts and their metrics from the pinned package (needs npm)
	$(BIN)/python -m scripts.build_fonts
	$(BIN)/python -m scripts.build_print_fonts

vendor: $(READY) ## bundle what the desk's page takes from others, out of the pinned packages (needs npm)
	$(BIN)/python -m scripts.build_vendor

lock: $(READY) ## write requirements.txt, and what new manuals install, anew from the ranges in pyproject.toml
	sh scripts/lock.sh $(BIN)

clean: ## remove what was built; .venv stays
	rm -rf site dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): requirements.txt pyproject.toml scripts/create_environment.sh
	sh scripts/create_environment.sh $(VENV)
	touch $@
