PYTHON ?= python3
SHELL := /bin/bash
UV = UV_CACHE_DIR="$${UV_CACHE_DIR:-.tools/cache}" .tools/uv/bin/uv pip compile --quiet \
	--generate-hashes --no-emit-index-url --no-header --upgrade
.DEFAULT_GOAL := help
.PHONY: run test screenshots bench tune evaluate lock check clean help

run: .setup-run ## Set everything up and serve the assistant at http://127.0.0.1:8000
	@.venv-rasa/bin/python -m bot.train
	@exec ./intake up

test: .setup-test ## Set up what the tests need and run them all
	@exec .venv/bin/python -m tools.run_tests

screenshots: .setup-test ## Take a picture of every state of every page, into var/screenshots/
	@.venv-rasa/bin/python -m bot.train
	@exec .venv/bin/python -m tests.web.screenshots

bench: .setup-test ## Measure against a bare Rasa, and the staff side with 100,000 referrals (15 to 40 minutes)
	@.venv-rasa/bin/python -m bot.train
	@exec .venv/bin/python -m bench

evaluate: .setup-run ## Measure how well it understands; writes var/evaluation.html for people
	@.venv-rasa/bin/python -m bot.train
	@exec .venv/bin/python -m evaluation

tune: .setup-run ## Tune the sentence encoder on data/ (half an hour to an hour; only after many new messages)
	@exec .venv-rasa/bin/python -m bot.nlu.tune_encoder

lock: .setup-run ## Take the newest versions that the *.in files allow into the lock files
	@$(UV) --python-version 3.8 tools/requirements.in -o tools/requirements.lock
	@$(UV) --python-version 3.11 requirements.in -o requirements.lock
	@$(UV) --python-version 3.11 -c requirements.lock requirements-dev.in -o requirements-dev.lock
	@$(UV) --python-version 3.10 --override bot/overrides.txt bot/requirements.in -o bot/requirements.lock

check: .setup-test ## Check style and types only (ruff, mypy)
	@exec .venv/bin/python -m tools.run_tests ruff mypy

clean: ## Remove the environments, models and caches; keeps var/ (what parents told us)
	@rm -rf .tools .venv .venv-rasa .rasa .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find models -type f ! -name .gitkeep -delete

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

.PHONY: .setup-run .setup-test .python
.setup-run .setup-test: .setup-%: .python
	@$(PYTHON) -m tools.setup $*

.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null || { \
		echo "Set-up stopped: $(PYTHON) is not Python 3.8 or newer; install one, or: make PYTHON=python3.12 run" >&2; exit 1; }
