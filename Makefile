# Every target calls bootstrap.py, which sets up what is missing and then runs. Without make (on Windows, say):
# `python bootstrap.py reports`, and so on.

# The first of these that runs, and the one of the last set-up before all; `make PYTHON=... reports` names another.
PYTHON ?= $(shell for p in .venv/bin/python python3.13 python3.12 python3.11 python3.14 python3 python; do \
            $$p -c "" 2>/dev/null && echo $$p && break; done)
BOOTSTRAP = $(or $(PYTHON),$(error No Python found. Install Python 3.11, 3.12, 3.13 or 3.14)) bootstrap.py
UV ?= uv

.PHONY: help reports test lab setup lock clean
.NOTPARALLEL:

help:
	@echo "make reports                        read seeds/ and write the reports into reports/"
	@echo "make reports ARTICLES=~/articles    the same for your own articles (a folder, a file or a table)"
	@echo "make reports CODEBOOK=~/mine.csv    the same with your own codebook of issues"
	@echo "make test                           run the tests; make test ARGS='-k quotes' runs some"
	@echo "make lab                            open JupyterLab on the first notebook"
	@echo "make setup                          only build .venv, which the others do when it is needed"
	@echo "make clean                          remove .venv, reports/ and caches"
	@echo "make lock                           choose new versions for requirements.lock (needs uv)"

# ARTICLES and CODEBOOK reach the shell as variables, so that a path with blanks or an apostrophe stays whole.
export ARTICLES CODEBOOK
reports:
	@$(BOOTSTRAP) reports $${ARTICLES:+"$$ARTICLES"} $${CODEBOOK:+--codebook "$$CODEBOOK"} $(ARGS)

test lab setup:
	@$(BOOTSTRAP) $@ $(ARGS)

# One lock for every system and Python that pyproject.toml allows, with hashes and without addresses. uv takes no
# notice of pip's settings, so no mirror or local folder of whoever runs it gets in.
lock:
	{ printf '%s\n' '# Exact versions and hashes of everything that pyproject.toml asks for, extras included.' \
	    '# Made by `make lock`; not edited by hand. bootstrap.py installs it with pip --require-hashes.' && \
	  $(UV) pip compile pyproject.toml --universal --all-extras --generate-hashes --only-binary :all: \
	    --python-version 3.11 --no-emit-index-url --no-annotate --no-header --no-config --quiet; \
	} > requirements.lock.new && mv requirements.lock.new requirements.lock

clean:
	rm -rf .venv reports build lib/*.egg-info .pytest_cache .ruff_cache .mypy_cache .hypothesis requirements.lock.new
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find . -name .ipynb_checkpoints -type d -prune -exec rm -rf {} +
