# Every target sets itself up: nothing but git, make and python3 is needed beforehand.

PORT ?= 8000
export PORT
RUN := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help ready demo test check bench axe messages lock \
        lint lint-rules lint-format lint-types lint-templates lint-words lint-floors lint-migrations lint-deploy

help: ## Say what can be typed
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

ready:
	@python3 bootstrap.py

demo: ready ## Start the platform with its demo data (PORT=8000)
	@$(RUN) -m qqvet.demo

test: ready ## Run the whole suite on SQLite and on PostgreSQL, with Redis and Chromium
	@$(RUN) -m tests.run

check: lint test ## All that a change must pass

lint: lint-rules lint-format lint-types lint-templates lint-words lint-floors lint-migrations lint-deploy ## Read the code
	@echo "lint: nothing to complain about"

lint-rules: ready
	$(RUN) -m ruff check .

lint-format: ready
	$(RUN) -m ruff format --check .

lint-types: ready
	$(RUN) -m mypy .

lint-templates: ready
	$(RUN) -m djlint --lint --quiet templates

lint-words: ready
	$(RUN) -m tests.house.literals templates

lint-floors: ready
	.venv/bin/lint-imports --no-cache

lint-migrations: ready
	DJANGO_SETTINGS_MODULE=tests.settings $(RUN) manage.py makemigrations --check --dry-run

lint-deploy: ready
	env $$(grep -v '^#' deploy/check.env) SECRET_KEY=$$($(RUN) -c "import secrets; print(secrets.token_hex(32))") $(RUN) manage.py check --deploy --fail-level WARNING

bench: ready ## Measure against bare lower bounds (table and JSON)
	$(RUN) -m benchmarks

axe: ready ## Read every page in every language, theme and width with axe
	AXE=full $(RUN) -m pytest tests/browser/test_every_page.py -n 2

messages: ready ## Collect the texts to translate and compile the translations
	DJANGO_SETTINGS_MODULE=tests.settings $(RUN) manage.py makemessages --all --no-obsolete --no-location --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*'
	$(RUN) -m qqvet.messages

LOCK := .venv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header
lock: ready ## Write the hashed lock files anew from pyproject.toml
	$(LOCK) pyproject.toml -o requirements/prod.txt
	$(LOCK) --group dev pyproject.toml -o requirements/dev.txt
