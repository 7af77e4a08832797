import pytest


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks):
    """Does an act and what waits for its commit: `after_commit(lambda: assign(…))`."""

    def do(act):
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return do
