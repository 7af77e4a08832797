"""A mail server on this machine that keeps what it takes, and refuses whom it is told to."""

from __future__ import annotations

import email
import email.policy
import socketserver
from contextlib import contextmanager
from threading import Thread


class Session(socketserver.StreamRequestHandler):
    """One client: as much of SMTP as a client of Python speaks."""

    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            words = line.decode().strip()
            verb = words[:4].upper()
            if verb == "DATA":
                self.take()
            elif verb == "RCPT" and any(address in words for address in self.server.refused):
                self.say("550 nobody of that name")
            else:
                self.say("221 bye" if verb == "QUIT" else "250 well")
            if verb == "QUIT":
                return

    def take(self):
        self.say("354 go on")
        lines = list(iter(self.rfile.readline, b".\r\n"))
        self.server.taken.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
        self.say("250 taken")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server():
    """A server with `port`, `taken` (the mails) and `refused` (addresses that it knows nobody of)."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session) as server:
        server.daemon_threads = True
        server.taken, server.refused = [], set()
        server.port = server.server_address[1]
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()
