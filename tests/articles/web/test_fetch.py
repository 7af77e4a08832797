import gzip
import shutil
import socket
import ssl
import subprocess
import time

import pytest

from factcheck.articles.web.connection import target_of
from factcheck.articles.web.fetch import fetch
from tests.articles.web.refusing import PAGE, refusal
from tests.serving import serving

PUBLIC = "93.184.215.14"


class TestAPage:
    def test_comes_as_it_was_sent_with_its_headers(self, paper):
        paper.answers["/a"] = 200, {"Content-Type": "text/html; charset=windows-1252", "ETag": '"x"'}, PAGE

        fetched = fetch(paper.url("/a#part"))

        assert (fetched.url, fetched.status, fetched.body) == (paper.url("/a"), 200, PAGE)
        assert (fetched.kind, fetched.charset) == ("text/html", "windows-1252")
        assert ("ETag", '"x"') in fetched.headers

    def test_is_asked_for_once_under_the_desk_s_own_name_and_without_a_cookie(self, paper, settings):
        settings.FETCH_USER_AGENT = "HeraldDesk"
        paper.answers["/a"] = 302, {"Location": "/b", "Set-Cookie": "id=1"}, b""
        paper.answers["/b"] = PAGE

        fetch(paper.url("/a"))

        assert paper.paths() == ["/robots.txt", "/a", "/b"]
        headers = paper.asked[-1][1]
        assert headers["User-Agent"].startswith("HeraldDesk (+")
        assert headers["Host"] == paper.host
        assert not {"Cookie", "Authorization", "Referer"} & headers.keys()

    def test_may_be_compressed_or_come_in_chunks(self, paper):
        halves = gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])
        paper.answers["/gzip"] = 200, {"Content-Encoding": "gzip"}, halves
        chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
        paper.answers["/chunks"] = 200, {"Transfer-Encoding": "chunked", "Content-Length": None}, chunked

        assert fetch(paper.url("/gzip")).body == PAGE
        assert fetch(paper.url("/chunks")).body == PAGE

    def test_may_have_letters_of_any_script_in_its_address(self, paper):
        paper.answers["/%C3%BCber?q=%C3%A9"] = 302, {"Location": "/мост"}, b""
        paper.answers["/%D0%BC%D0%BE%D1%81%D1%82"] = PAGE
        raw = "HTTP/1.1 302 Found\r\nLocation: /мост\r\nContent-Length: 0\r\n\r\n".encode()
        paper.answers["/%C3%BCber?q=%C3%A9"] = lambda out: out.write(raw)

        assert fetch(paper.url("/über?q=é")).url == paper.url("/%D0%BC%D0%BE%D1%81%D1%82")

    def test_proxies_of_the_environment_are_not_used(self, paper, monkeypatch):
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        paper.answers["/a"] = PAGE

        assert fetch(paper.url("/a")).body == PAGE


class TestAPrivateNetwork:
    @pytest.mark.parametrize(
        "host",
        [
            *("127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"),
            *("10.0.0.1", "[fe80::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "100.64.0.1", "224.0.0.1"),
        ],
    )
    def test_is_not_reached_by_any_way_to_write_its_addresses(self, host, connections):
        assert "private network" in refusal(f"http://{host}/")
        assert not connections

    def test_is_not_reached_by_a_name_one_of_whose_addresses_is_there(self, names, connections):
        names["paper.example"] = [[PUBLIC, "10.0.0.1"]]

        assert "private network" in refusal("https://paper.example/")
        assert not connections

    def test_is_not_reached_by_a_redirect(self, paper, connections):
        with serving() as other:
            paper.answers["/a"] = 302, {"Location": other.url("/secret")}, b""

            assert "not fetched from port" in refusal(paper.url("/a"))

            assert not other.asked

    def test_is_not_reached_by_a_redirect_to_a_usual_port(self, paper, connections):
        paper.answers["/a"] = 302, {"Location": "http://127.0.0.1/secret"}, b""

        assert "private network" in refusal(paper.url("/a"))
        assert ("127.0.0.1", 80) not in connections

    def test_is_not_reached_by_the_redirect_of_a_robots_txt(self, paper, connections):
        paper.answers["/robots.txt"] = 301, {"Location": "http://10.0.0.1/"}, b""

        assert "private network" in refusal(paper.url("/a"))
        assert {where[0] for where in connections} == {"127.0.0.1"}

    def test_is_not_reached_by_a_name_that_answers_otherwise_the_second_time(self, names, connections):
        names["paper.example"] = [[PUBLIC], ["127.0.0.1"]]

        refusal("http://paper.example/")
        second = refusal("http://paper.example/")

        assert connections == [(PUBLIC, 80)]
        assert "private network" in second

    def test_the_address_connected_to_is_the_one_that_was_checked(self, paper, names, settings):
        name = f"paper.example:{paper.port}"
        settings.FETCH_ALLOWED_HOSTS = [name]
        names["paper.example"] = [["127.0.0.1"]]
        paper.answers["/a"] = PAGE

        fetched = fetch(f"http://{name}/a")

        assert fetched.url == f"http://{name}/a"
        assert paper.asked[0][1]["Host"] == name

    def test_a_chosen_host_is_chosen_with_its_port_only(self, paper, settings):
        settings.FETCH_ALLOWED_HOSTS = ["127.0.0.1:80"]

        assert f"not fetched from port {paper.port}" in refusal(paper.url("/a"))

    def test_the_next_address_is_tried_when_one_does_not_answer(self, paper, names, settings):
        name = f"paper.example:{paper.port}"
        settings.FETCH_ALLOWED_HOSTS = [name]
        names["paper.example"] = [["::1", "127.0.0.1"]]
        paper.answers["/a"] = PAGE

        assert fetch(f"http://{name}/a").body == PAGE


class TestAnAddress:
    @pytest.mark.parametrize(
        ("url", "reason"),
        [
            ("ftp://paper.example/", "is no web address. Write it with http:// or https://."),
            ("file:///etc/passwd", "is no web address"),
            ("gopher://127.0.0.1:70/", "is no web address"),
            ("http:///path", "is no web address"),
            ("http://[::1", "is no web address"),
            ("http://paper.example:99999/", "is no web address"),
            (f"http://{'a' * 64}.example/", "is no web address"),
            ("http://a b.example/", "is no web address"),
            ("https://me:secret@paper.example/", "holds a user name or a password. Leave them out."),
            ("http://paper.example:25/", "not fetched from port 25"),
            (f"http://paper.example/{'a' * 1000}", "more than 1,000 characters"),
        ],
    )
    def test_that_is_none_of_the_web_is_refused_in_a_sentence(self, url, reason, connections):
        assert reason in refusal(url)
        assert not connections

    def test_of_a_host_that_does_not_exist_is_refused_in_a_sentence(self, monkeypatch):
        def nobody(*args, **options):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", nobody)

        assert refusal("http://nowhere.example/").startswith("There is no host “nowhere.example”")

    def test_is_asked_for_in_plain_ascii(self):
        target = target_of("HTTPS://Zeitung-Köln.example/ä b?q=ü&r=%20#part")

        assert target.url == "https://xn--zeitung-kln-zfb.example/%C3%A4%20b?q=%C3%BC&r=%20"


class TestLimits:
    def test_a_sixth_redirect_is_not_followed(self, paper):
        for n in range(7):
            paper.answers[f"/{n}"] = 302, {"Location": f"/{n + 1}"}, b""

        assert "more than 5 times" in refusal(paper.url("/0"))
        assert paper.paths() == ["/robots.txt", *(f"/{n}" for n in range(6))]

    def test_five_redirects_are_followed(self, paper):
        for n in range(5):
            paper.answers[f"/{n}"] = 307, {"Location": f"/{n + 1}"}, b""
        paper.answers["/5"] = PAGE

        assert fetch(paper.url("/0")).url == paper.url("/5")

    def test_a_long_page_is_not_read_to_its_end(self, paper, monkeypatch):
        monkeypatch.setattr("factcheck.articles.web.fetch.LONGEST", 1000)
        paper.answers["/fits"] = b"x" * 1000
        paper.answers["/long"] = b"x" * 1001

        assert len(fetch(paper.url("/fits")).body) == 1000
        assert "longer than" in refusal(paper.url("/long"))

    def test_a_page_without_an_end_is_not_read_for_ever(self, paper, monkeypatch):
        def endless(out):
            out.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            while True:
                out.write(b"x" * 65536)

        paper.answers["/endless"] = endless

        assert "longer than 10 MB" in refusal(paper.url("/endless"))

    def test_a_small_page_that_would_unpack_to_a_huge_one_is_refused(self, paper):
        bomb = gzip.compress(b"\0" * 200_000_000, compresslevel=9)
        paper.answers["/bomb"] = 200, {"Content-Encoding": "gzip"}, bomb

        assert len(bomb) < 200_000
        assert "longer than 10 MB" in refusal(paper.url("/bomb"))

    @pytest.mark.parametrize(
        "start",
        [b"", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"],
        ids=["before it answers", "in its headers", "in its body"],
    )
    def test_a_server_that_drips_is_left_when_the_time_is_over(self, paper, monkeypatch, start):
        def drip(out):
            out.write(start)
            for _ in range(100):
                out.write(b"x" if start else b"")
                out.flush()
                time.sleep(0.05)

        monkeypatch.setattr("factcheck.articles.web.fetch.SECONDS", 0.4)
        paper.answers["/slow"] = drip
        began = time.monotonic()

        assert "did not answer in full within" in refusal(paper.url("/slow"))
        assert time.monotonic() - began < 2

    def test_a_lookup_that_hangs_is_left_when_the_time_is_over(self, monkeypatch):
        monkeypatch.setattr("factcheck.articles.web.fetch.SECONDS", 0.2)
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: time.sleep(1) or [])

        assert "did not answer in full within" in refusal("http://paper.example/")

    def test_redirects_and_robots_share_the_time(self, paper, monkeypatch):
        def slowly(out):
            time.sleep(0.2)
            out.write(b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")

        monkeypatch.setattr("factcheck.articles.web.fetch.SECONDS", 0.5)
        paper.answers["/again"] = slowly

        assert "did not answer in full within" in refusal(paper.url("/again"))


class TestAnAnswerThatIsNoPage:
    @pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "video/mp4", None])
    def test_of_another_type_is_refused(self, paper, kind):
        paper.answers["/a"] = 200, {"Content-Type": kind}, PAGE

        assert f"sent {kind or 'something it does not name'}, which is no page" in refusal(paper.url("/a"))

    @pytest.mark.parametrize(
        ("status", "told"), [(404, "404 Not Found"), (503, "503 Service Unavailable"), (799, "799")]
    )
    def test_with_an_error_is_refused(self, paper, status, told):
        paper.answers["/a"] = status, {}, PAGE

        assert refusal(paper.url("/a")).startswith(f"127.0.0.1 answered {told}.")

    def test_a_redirect_to_nowhere_is_an_error(self, paper):
        paper.answers["/a"] = 302, {}, b""

        assert "answered 302 Found" in refusal(paper.url("/a"))

    @pytest.mark.parametrize(
        ("headers", "body"),
        [
            ({"Content-Length": "999"}, PAGE),
            ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-10]),
            ({"Content-Encoding": "gzip"}, PAGE),
            ({"Content-Encoding": "br"}, PAGE),
            ({"Transfer-Encoding": "chunked", "Content-Length": None}, b"ff\r\nabc"),
        ],
        ids=[
            "shorter than it said",
            "half of its compression",
            "not compressed",
            "unasked compression",
            "half a chunk",
        ],
    )
    def test_that_broke_off_is_refused(self, paper, headers, body):
        paper.answers["/a"] = 200, headers, body

        assert refusal(paper.url("/a")).startswith("The connection to 127.0.0.1 failed: ")

    def test_in_another_protocol_is_refused(self, paper):
        paper.answers["/a"] = lambda out: out.write(b"220 mail.example ESMTP\r\n")

        assert "The connection to 127.0.0.1 failed" in refusal(paper.url("/a"))


@pytest.fixture
def certificate(tmp_path):
    """A certificate and key for paper.example, signed by itself."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path / "paper.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=paper.example"
    words += f" -addext subjectAltName=DNS:paper.example -keyout {path} -out {tmp_path}/certificate.pem"
    subprocess.run([openssl, *words.split()], check=True, capture_output=True)
    path.write_text(path.read_text() + (tmp_path / "certificate.pem").read_text())
    return path


class TestACertificate:
    @pytest.fixture
    def secure(self, certificate, settings, names):
        """A site over HTTPS that is reached by two names; the names that clients ask for are in `secure.names`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        asked = []
        context.sni_callback = lambda connection, name, context: asked.append(name)
        with serving(context) as site:
            settings.FETCH_ALLOWED_HOSTS = [f"{name}.example:{site.port}" for name in ("paper", "other")]
            names["paper.example"] = names["other.example"] = [["127.0.0.1"]]
            site.answers["/a"] = PAGE
            site.names = asked
            yield site

    def test_is_verified_for_the_name_though_the_address_is_connected_to(self, secure, certificate, monkeypatch):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

        assert fetch(secure.url("/a", host="paper.example")).body == PAGE
        assert set(secure.names) == {"paper.example"}

    def test_of_another_name_is_refused(self, secure, certificate, monkeypatch):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

        told = refusal(secure.url("/a", host="other.example"))

        assert told.startswith("The certificate of other.example cannot be trusted: Hostname mismatch")
        assert not secure.asked

    def test_that_nobody_trusted_signed_is_refused(self, secure):
        assert "cannot be trusted: self-signed certificate." in refusal(secure.url("/a", host="paper.example"))
        assert not secure.asked
