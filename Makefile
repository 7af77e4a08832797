# What a person types. Every target installs what it needs first; a second run finds it installed.
python = .venv/bin/python
pytest = .venv/bin/pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder
knows_no_database = tests/compare tests/articles/reading tests/articles/formats
compile = .venv/bin/uv pip compile --quiet --universal --python-version=3.12 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)
as_in_production = DEBUG=0 SECRET_KEY=$$($(python) -c "import secrets; print(secrets.token_urlsafe(50))") \
  SITE_URL=https://desk.example ALLOWED_HOSTS=desk.example DATABASE_URL=sqlite://:memory:
DATABASE_URL ?= postgres://postgres@127.0.0.1/postgres

.PHONY: help demo unit test test-postgres check
.PHONY: audit audit-site learned messages format requirements bench bench-acts bench-archive bench-load bench-site bench-spark anchor-demo screenshot screenshots

help:  ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' Makefile

demo:  ## serve the demonstration at http://127.0.0.1:8000/ (PORT=8001 takes another port)
	@sh scripts/install.sh run
	@$(python) -m scripts.demo

unit:  ## run the quick tests, without a browser, on SQLite, in little over a minute
	@sh scripts/install.sh develop
	@env -u DATABASE_URL -u CACHE_URL PROPERTIES=quick $(pytest) --ignore=tests/browser -m "not slow"

test:  ## run every test, browser journeys too, on SQLite (CHROME=… names a browser)
	@sh scripts/install.sh develop
	@$(python) -m scripts.browser
	@env -u DATABASE_URL -u CACHE_URL $(pytest)

test-postgres:  ## run the tests of all rooms that know a database on PostgreSQL, of the journeys a handful (DATABASE_URL=… names a server)
	@sh scripts/install.sh develop
	@DATABASE_URL=$(DATABASE_URL) $(python) -m scripts.postgres
	@$(python) -m scripts.browser
	@env -u CACHE_URL DATABASE_URL=$(DATABASE_URL) $(pytest) -m "not browser or browser_on_both" $(knows_no_database:%=--ignore=%)

check:  ## lint, types, import layers, names, templates, scripts and styles, migrations, settings, what deploy/ holds
	@sh scripts/install.sh develop
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest --quiet tests/test_house.py tests/test_documents.py
	find templates -name '*.html' -exec .venv/bin/djade --check {} +
	@$(python) -m scripts.biome
	@$(as_in_production) $(python) manage.py makemigrations --check
	@$(as_in_production) $(python) manage.py check --deploy --fail-level WARNING
	@$(as_in_production) $(python) -m scripts.deploy
	@$(python) -m scripts.learned --check
	@$(python) -m scripts.catalogues --check

bench-acts:  ## drive thousands of random acts and requests of random people, on SQLite and on PostgreSQL (some ten minutes each)
	@sh scripts/install.sh develop
	@env -u DATABASE_URL -u CACHE_URL PROPERTIES=many .venv/bin/pytest tests/desk/test_random_acts.py tests/test_hostile_requests.py
	@DATABASE_URL=$(DATABASE_URL) $(python) -m scripts.postgres
	@env -u CACHE_URL DATABASE_URL=$(DATABASE_URL) PROPERTIES=many .venv/bin/pytest tests/desk/test_random_acts.py tests/test_hostile_requests.py

audit:  ## what bandit finds unexplained, what advisories say of the packages, a bill of materials in .build/bom.json
	@sh scripts/install.sh audit
	@$(python) -m scripts.audit

audit-site:  ## what checkers of markup, linked data, feeds and pages find on the public site (some minutes; PARTS="markup")
	@sh scripts/install.sh develop
	@sh scripts/install.sh audit
	@$(python) -m scripts.browser
	@$(python) -m scripts.site_audit $(PARTS)

learned:  ## write every learned file of the comparison engine again, as far as its data is here
	@sh scripts/install.sh develop
	@$(python) -m scripts.learned

messages:  ## write the catalogues of translated words anew from the code (LANGUAGE_CODE=fr begins another language)
	@sh scripts/install.sh develop
	@$(python) -m scripts.catalogues $(LANGUAGE_CODE)

format:  ## lay out code and templates as make check wants them
	@sh scripts/install.sh develop
	.venv/bin/ruff check --fix
	.venv/bin/ruff format
	find templates -name '*.html' -exec .venv/bin/djade {} + || true  # it fails when it changed something

bench:  ## measure the comparison engine beside its peers, and count the invented cases that it gets right
	@sh scripts/install.sh run
	@sh scripts/install.sh bench
	@$(python) -m benchmarks.compare
	@$(python) -m benchmarks.invented_cases

bench-archive:  ## import archives of growing size and look for versions in them (SIZES="1000000" for others)
	@sh scripts/install.sh run
	@$(python) -m benchmarks.archive $(SIZES)

bench-load:  ## 200 editors and 2,000 readers for five minutes, then with parts of the site stopped (LOAD="--seconds 60")
	@sh scripts/install.sh run
	@sh scripts/install.sh bench
	@$(python) -m benchmarks.load $(LOAD)

bench-site:  ## measure readers' pages beside the cheapest view, among many verdicts (SIZES="100000" for others)
	@sh scripts/install.sh run
	@$(python) -m benchmarks.site $(SIZES)

bench-spark:  ## find the versions in an archive by Spark, which has to be installed, and by the database (SIZE=100000)
	@sh scripts/install.sh run
	@$(python) -m benchmarks.spark $(SIZE)

requirements:  ## pin again what pyproject.toml asks for (UPGRADE=1 takes the newest)
	@sh scripts/install.sh develop
	$(compile) pyproject.toml --group dev --output-file requirements/develop.txt
	$(compile) pyproject.toml --constraint requirements/develop.txt --output-file requirements/run.txt
	$(compile) pyproject.toml --extra s3 --constraint requirements/develop.txt --output-file requirements/s3.txt
	$(compile) --group bench --constraint requirements/develop.txt --output-file requirements/bench.txt
	$(compile) --group audit --constraint requirements/develop.txt --output-file requirements/audit.txt

anchor-demo:  ## fill in what fixtures/demo.json derives, after an article or a statement there was changed
	@sh scripts/install.sh run
	@$(python) -m scripts.anchor_demo

screenshot:  ## make the picture of README again
	@sh scripts/install.sh develop
	@$(python) -m scripts.screenshots --readme

screenshots:  ## pictures of every main page into .build/screenshots
	@sh scripts/install.sh develop
	@$(python) -m scripts.screenshots
