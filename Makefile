# `make run` and `make test` do everything on a fresh machine; see packaging/bootstrap.

.PHONY: help run test setup lint format translations bench lock clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

run: ## Open the app (with no display: run the demo offscreen)
	@packaging/run

test: setup ## Run every check: lint, format, types, imports, tests
	@packaging/check

setup: ## Make .venv ready
	@packaging/bootstrap

lint: setup ## Run the checks without the tests
	@packaging/check lint words format types imports

format: setup ## Format the code and fix what can be fixed
	@.venv/bin/ruff check --fix --exit-zero .
	@.venv/bin/ruff format .

translations: setup ## Extract the words to translate, and compile the translations
	@.venv/bin/python packaging/words.py update

bench: setup ## Measure speed and memory
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m benchmarks

lock: setup ## Write the installed versions to packaging/constraints.txt
	@{ head -n 1 packaging/constraints.txt; .venv/bin/python -m pip freeze --exclude-editable; } > .venv/lock
	@mv .venv/lock packaging/constraints.txt

clean: ## Remove .venv, builds and caches
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find gradviz tests -name __pycache__ -type d -prune -exec rm -rf {} +
