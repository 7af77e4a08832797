"""The mail server that one address names, as Django's setting MAILERS wants it. It reads no setting."""

from __future__ import annotations

from typing import Any

from environ import Env

SMTP = "django.core.mail.backends.smtp.EmailBackend"
PATIENCE = 20  # seconds that a page or a worker waits for the server


def mailer_of(url: str) -> dict[str, Any]:
    """An entry of MAILERS from `smtp+tls://user:password@host:587`, or `consolemail:` for mails in the terminal.

    Raises ImproperlyConfigured for a scheme that names no way of sending mail.
    """
    read = Env.email_url_config(url)
    if read["EMAIL_BACKEND"] != SMTP:
        return {"BACKEND": read["EMAIL_BACKEND"]}
    options = {
        "host": read["EMAIL_HOST"],
        "port": read["EMAIL_PORT"],
        "username": read["EMAIL_HOST_USER"] or "",
        "password": read["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": read.get("EMAIL_USE_TLS", False),
        "use_ssl": read.get("EMAIL_USE_SSL", False),
        "timeout": PATIENCE,
    }
    return {"BACKEND": SMTP, "OPTIONS": options}
