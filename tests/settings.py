"""The product's settings, with what a test run must not depend on fixed."""

from factcheck.settings import *  # noqa: F403
from factcheck.settings import AT_ONCE, CACHES, STORAGES, TASKS

DEBUG = False
KEEPS_PAGES = True
CACHES = {**CACHES, "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}}
SECRET_KEY = "for-tests-only"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True
SENDS_MAIL = True
TASKS = {"default": {**TASKS["default"], "BACKEND": AT_ONCE}}
