import pytest


@pytest.fixture
def client(administrator, as_user):
    return as_user(administrator)
