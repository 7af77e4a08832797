"""Reading the environment, with a sentence that names the variable where one cannot be read."""

from __future__ import annotations

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


class Environment(environ.Env):  # type: ignore[misc]  # django-environ has no types
    """django-environ's, which says what a value is no good for, but not whose it is."""

    def get_value(self, var: str, *args: Any, **kwargs: Any) -> Any:
        """Raises ImproperlyConfigured for a value that is none of its kind."""
        try:
            return super().get_value(var, *args, **kwargs)
        except ValueError as error:
            raise ImproperlyConfigured(f"The environment variable {var} cannot be read: {error}.") from None
