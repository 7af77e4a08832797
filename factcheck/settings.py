"""The settings of every installation, read from the environment; docs/settings.md lists the variables."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils.csp import CSP

from factcheck.environment import Environment
from factcheck.languages.catalogues import WRITTEN_IN, languages_of
from factcheck.people.mailers import mailer_of

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="for-development-only" if DEBUG else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

SITE_NAME = env.str("SITE_NAME", default="Fact-check desk")
SITE_URL = env.str("SITE_URL", default="http://localhost:8000").rstrip("/")
SITE_EMAIL = env.str("SITE_EMAIL", default="")
SHOWS_CONTESTED_CLAIMS = env.bool("SHOW_CONTESTED_CLAIMS", default=False)
IS_DEMONSTRATION = env.bool("DEMONSTRATION", default=False)

INSTALLED_APPS = [
    "factcheck.stamps",
    "factcheck.ledger",
    "factcheck.search",
    "factcheck.site",
    "factcheck.articles",
    "factcheck.claims",
    "factcheck.verdicts",
    "factcheck.public",
    "factcheck.operation",
    "factcheck.operation.administration_app.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "factcheck.people",  # after the two before it: it keeps their keys out of the administrators' pages
]

MIDDLEWARE = [
    "factcheck.operation.log_lines.number_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "factcheck.people.middleware.store_nothing",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "factcheck.people.middleware.note_session",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "factcheck.people.middleware.require_second_step",
    "factcheck.languages.of_page.LanguageMiddleware",  # before the next, which asks whether an address leads anywhere
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "factcheck.desk.access.LoginRequiredMiddleware",
    "factcheck.operation.costly_pages.bound_costly_pages",
    "django.contrib.messages.middleware.MessageMiddleware",
    "factcheck.desk.verdicts.blind.BlindRatingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
if METRICS_TOKEN:
    MIDDLEWARE.insert(1, "factcheck.operation.metrics.measure_requests")
if DEBUG and IS_DEMONSTRATION:
    MIDDLEWARE.insert(1, "factcheck.public.own_answers.in_our_words")

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "factcheck.public.context.site",
            ],
            "libraries": {
                "retold": "factcheck.languages.retold",
                "surroundings": "factcheck.desk.conflicts.surroundings",
            },
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'factcheck.sqlite3'}")}
if "DATABASE_REPLICA_URL" in env:
    DATABASES["replica"] = {**env.db("DATABASE_REPLICA_URL"), "TEST": {"MIRROR": "default"}}
    DATABASE_ROUTERS = ["factcheck.public.replica.ReplicaRouter"]
for database in DATABASES.values():
    database.setdefault("CONN_MAX_AGE", 60)  # opening SQLite anew costs a third of a page
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
            "timeout": 20,
        }
    else:
        database["CONN_HEALTH_CHECKS"] = True
        options = database.setdefault("OPTIONS", {})
        options.setdefault("options", "-c jit=off")  # compiling a query takes longer than any of ours runs
        # A query that was sent so often is planned once for all values: planning took longer than answering.
        options.setdefault("server_side_binding", True)
        options.setdefault("prepare_threshold", 3)
        options.setdefault("connect_timeout", 5)  # seconds that a page waits for a server that is gone
STATEMENT_SECONDS = env.int("STATEMENT_SECONDS", default=30)
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].rpartition(".")[2] == "RedisCache":
    CACHES["default"]["BACKEND"] = "factcheck.operation.redis_cache.ForgivingRedisCache"
if "CACHE_URL" in env or DEBUG:
    CACHES["pages"] = CACHES["default"]
else:
    CACHES["pages"] = {
        "BACKEND": "factcheck.public.page_files.PageFiles",
        "LOCATION": env.str("PAGES_ROOT", default=str(BASE_DIR / "pages")),
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
KEEPS_PAGES = not DEBUG  # whoever works on the templates sees each change
EMAIL_URL = env.str("EMAIL_URL", default="consolemail:" if DEBUG else "")
SENDS_MAIL = bool(EMAIL_URL)
MAILERS = {"default": mailer_of(EMAIL_URL or "smtp://localhost")}  # never asked where SENDS_MAIL is off
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=SITE_EMAIL or "desk@localhost")
IMPORTS_QUEUE = "imports"  # of their own, since one may take hours
AT_ONCE, BY_WORKERS = "django.tasks.backends.immediate.ImmediateBackend", "django_tasks_db.DatabaseBackend"
TASKS = {
    "default": {
        "BACKEND": env.str("TASKS_BACKEND", default=AT_ONCE if DEBUG else BY_WORKERS),
        "QUEUES": ["default", IMPORTS_QUEUE],
    },
}
FETCH_USER_AGENT = env.str("FETCH_USER_AGENT", default="FactcheckDesk")  # the name that robots.txt may forbid
FETCH_ALLOWED_HOSTS = env.list("FETCH_ALLOWED_HOSTS", default=[])  # host:port of a private network, let through
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))  # import files, never served; pictures
COSTLY_RATE = env.str("COSTLY_RATE", default="120/min")  # requests for each page that costs much
API_RATE = env.str("API_RATE", default="300/min")  # requests of one address
QUOTE_WORDS = env.int("QUOTE_WORDS", default=90)  # that public pages print of one statement, its sentence included
IMPORT_MAX_BYTES = env.int("IMPORT_MAX_BYTES", default=2_000_000_000)  # of an uploaded file
LETTERS_PER_HOUR = env.int("LETTERS_PER_HOUR", default=6)  # from one network address
LETTER_ADDRESS_DAYS = env.int("LETTER_ADDRESS_DAYS", default=90)
PICTURE_MAX_BYTES = env.int("PICTURE_MAX_BYTES", default=20_000_000)

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "factcheck.desk.access.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "public:home"
PASSWORD_RESET_TIMEOUT = 4 * 60 * 60
SESSION_ENGINE = "factcheck.people.sessions"
REQUIRE_TOTP = env.bool("REQUIRE_TOTP", default=False)
OTP_TOTP_ISSUER = SITE_NAME
AXES_HANDLER = "factcheck.people.throttle.PasswordThrottle"
AXES_CLIENT_IP_CALLABLE = "factcheck.people.throttle.network_of"
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # no middleware of axes: the forms themselves say that somebody has to wait
    "security.W021",  # an operator decides on HSTS_PRELOAD, which is hard to take back
]

LOCALE_PATHS = [BASE_DIR / "locale/readers", BASE_DIR / "locale/desk"]
_offered = env.list("LANGUAGES", default=[])
LANGUAGES = [language for language in languages_of(LOCALE_PATHS) if not _offered or language[0] in _offered]
LANGUAGE_CODE = env.str("SITE_LANGUAGE", default=WRITTEN_IN)  # of addresses without a prefix
FORMAT_MODULE_PATH = "factcheck.languages.formats"
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "factcheck.operation.whole_files.WholeFiles"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
if BACKUP_BUCKET := env.str("BACKUP_BUCKET", default=""):
    STORAGES["backups"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": BACKUP_BUCKET,
            "endpoint_url": env.str("BACKUP_ENDPOINT", default="") or None,
            "location": env.str("BACKUP_PREFIX", default=""),
        },
    }

CSRF_FAILURE_VIEW = "factcheck.desk.sign_in.stale_form"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "report-uri": ["/policy-reports"],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
IS_SERVED_OVER_HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_SERVED_OVER_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]  # asked on this machine, where nobody speaks HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SERVED_OVER_HTTPS else None
PROXIES = env.int("PROXIES", default=1 if IS_SERVED_OVER_HTTPS else 0)
SECURE_HSTS_SECONDS = 31_536_000 if IS_SERVED_OVER_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SERVED_OVER_HTTPS
SECURE_HSTS_PRELOAD = IS_SERVED_OVER_HTTPS and env.bool("HSTS_PRELOAD", default=False)

LOG_FORMAT = env.str("LOG_FORMAT", default="text")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "factcheck.operation.log_lines.RequestFilter"}},
    "formatters": {
        "text": {"()": "factcheck.operation.log_lines.PlainLines"},
        "json": {"()": "factcheck.operation.log_lines.JsonLines"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["request"], "formatter": LOG_FORMAT},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers write what readers asked for, and mail tracebacks with what was sent.
        "django": {"handlers": [], "level": "INFO"},
        "factcheck.operation.log_lines": {"level": "WARNING" if DEBUG else "INFO"},  # runserver tells it already
        # They log each page without an article; the refusal of the page says so where it is asked for.
        "trafilatura": {"level": "CRITICAL"},
        "htmldate": {"level": "CRITICAL"},
        "axes": {"level": "WARNING"},  # a wrong password is worth a line, that somebody signed in is not
    },
}
