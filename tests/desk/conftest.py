import pytest


@pytest.fixture
def desk(as_user, editor):
    """A client signed in as an editor; tests of what only others may do have a `desk` of their own."""
    return as_user(editor)
