"""What gunicorn serves."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

application = get_wsgi_application()

from factcheck.operation.turns import bound_statements  # noqa: E402 - the settings are read first

connection_created.connect(bound_statements)
try:
    settings.SECRET_KEY  # noqa: B018 - Django refuses to give an empty one
except ImproperlyConfigured as error:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Give the server one, for example with "
        "SECRET_KEY=\"$(python -c 'import secrets; print(secrets.token_urlsafe(50))')\", or set DEBUG=1 to develop."
    ) from error
