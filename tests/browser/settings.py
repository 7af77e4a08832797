"""The settings of the served site: those of an installation, with passwords that are quick to check.

Every journey signs in, and a proper check takes as long as the rest of it.
"""

from factcheck.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
