import socket

import pytest


@pytest.fixture(autouse=True)
def connections(monkeypatch):
    """The addresses that were connected to; one that is not of this machine ends the test."""
    made = []
    connect = socket.socket.connect

    def watched(self, where):
        made.append(where)
        if where[0] not in ("127.0.0.1", "::1"):
            raise ConnectionRefusedError(111, "nobody outside is asked in tests")
        connect(self, where)

    monkeypatch.setattr(socket.socket, "connect", watched)
    return made


@pytest.fixture
def names(monkeypatch):
    """What names resolve to: `names["paper.example"] = [["1.2.3.4"], …]`, one list for each lookup, the last stays."""
    known = {}
    real = socket.getaddrinfo

    def look_up(host, port, **options):
        if host not in known:
            return real(host, port, flags=socket.AI_NUMERICHOST, **options)
        answers = known[host].pop(0) if len(known[host]) > 1 else known[host][0]
        families = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in answers]
        return [(f, socket.SOCK_STREAM, 6, "", (a, port)) for f, a in zip(families, answers, strict=True)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known
