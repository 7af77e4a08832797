"""One address names the mail server."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import mailers

from factcheck.people.mailers import mailer_of


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp+tls://ana:se%40cret@mail.example:587", 587, True, False),
        ("smtp+ssl://ana:se%40cret@mail.example:465", 465, False, True),
        ("smtp://ana:se%40cret@mail.example:25", 25, False, False),
    ],
)
def test_an_address_names_server_account_and_encryption(url, port, tls, ssl, settings):
    settings.MAILERS = {"default": mailer_of(url)}

    server = mailers.default

    assert (server.host, server.port, server.username, server.password) == ("mail.example", port, "ana", "se@cret")
    assert (server.use_tls, server.use_ssl) == (tls, ssl)


def test_mails_can_go_to_the_terminal(settings):
    settings.MAILERS = {"default": mailer_of("consolemail:")}

    assert type(mailers.default).__module__ == "django.core.mail.backends.console"


def test_what_names_no_way_of_sending_mail_is_an_error_at_start():
    with pytest.raises(ImproperlyConfigured):
        mailer_of("pigeon://mail.example")
