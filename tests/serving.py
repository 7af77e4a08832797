"""A paper's site on this machine, for tests of what the server fetches."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """What each path answers: a body, or (status, headers, body), or a function that writes to the connection."""

    def __init__(self, port, scheme="http"):
        self.scheme, self.port = scheme, port
        self.host = f"127.0.0.1:{port}"
        self.answers = {}
        self.asked = []  # (path, headers) of each request

    def url(self, path="/", host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self):
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site = self.server.site
        site.asked.append((self.path, dict(self.headers)))
        answer = site.answers.get(self.path, (404, {}, b""))
        try:
            if callable(answer):
                answer(self.wfile)
            else:
                self.answer(*(answer if isinstance(answer, tuple) else (200, {}, answer)))
        except OSError:
            pass  # who asked has gone, as it should when a page is too long or too slow
        self.close_connection = True

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # a handshake that the other side broke off


@contextmanager
def serving(context=None):
    """Serve a `Site`; with an SSL context, over HTTPS."""
    server = Server(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.site = Site(server.server_port, "https" if context else "http")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
