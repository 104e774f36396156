"""Sends what is due through real SMTP servers on this machine (aiosmtpd): STARTTLS with a log-in, TLS from the beginning,
and clear text; and sees that nothing is sent to a server whose certificate nobody vouches for, that offers no TLS, or
without --send. Usage: smtp.py SAMSVAR"""

import email
import email.policy
import logging
import os
import ssl
import subprocess
import sys
import tempfile

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

PASSWORD = "not a real one"


class Inbox:
    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((envelope.mail_from, envelope.rcpt_tos, envelope.content, session.ssl is not None,
                             session.authenticated))
        return "250 taken"


class Server:
    """One mail server. `secure`: starttls, tls or none."""

    def __init__(self, port, secure, context=None, log_in=False):
        self.inbox = Inbox()

        def check(server, session, envelope, mechanism, data):
            return AuthResult(success=data.login == b"post" and data.password == PASSWORD.encode(), handled=False)

        more = {"authenticator": check, "auth_required": True} if log_in else {}
        if secure == "starttls":
            more |= {"tls_context": context, "require_starttls": True}

        class Listener(Controller):
            def factory(self):
                return SMTP(self.handler, **more)

        self.controller = Listener(self.inbox, hostname="127.0.0.1", port=port,
                                   ssl_context=context if secure == "tls" else None)
        self.controller.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.controller.stop()


def certificate(folder):
    key, pem = f"{folder}/key.pem", f"{folder}/cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", pem, "-days",
                    "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                   check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    return pem, context


def main(program):
    logging.disable(logging.CRITICAL)  # connections that were refused on purpose
    with tempfile.TemporaryDirectory() as folder:
        play(os.path.abspath(program), folder)
    print("letters came through, and only where they should")


def play(program, folder):
    store = f"{folder}/register.db"

    def run(*arguments, status, password=PASSWORD):
        run = subprocess.run([program, *arguments, "--store", store, "--by", "kari"], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True, cwd=folder,
                             env={**os.environ, "SAMSVAR_SMTP_PASSWORD": password})
        if run.returncode != status:
            sys.exit(f"{arguments}\ngave {run.returncode}, not {status}\n{run.stdout}{run.stderr}")
        return run.stdout + run.stderr

    run("register", "supplier", "add", "Blåfjell Æøå AS", status=0)
    run("register", "contract", "add", "Blåfjell Æøå AS", "2026-7", "--title", "Drift\r\nBcc: all@example.org", "--next",
        "2026-12-01", "--owner", "anne@kommune.example", status=0)
    due = ["due", "--date", "2026-11-21", "--lang", "nb", "--from", "register@kommune.example"]
    pem, context = certificate(folder)
    port = 20000 + os.getpid() % 20000

    def require(what, holds):
        if not holds:
            sys.exit(f"not so: {what}")

    with Server(port, "starttls", context, log_in=True) as server:
        address = f"smtp://post@localhost:{port}"
        shown = run(*due, "--smtp", address, "--ca", pem, status=1)
        require("nothing is sent without --send", not server.inbox.letters and "not sent" in shown)
        run(*due, "--smtp", address, "--send", status=2)
        require("nothing goes to a server nobody vouches for", not server.inbox.letters)
        run(*due, "--smtp", address, "--send", "--ca", pem, status=2, password="wrong")
        require("nothing is sent with a wrong password", not server.inbox.letters)
        run(*due, "--smtp", address, "--send", "--ca", pem, status=1)
        require("one letter, in TLS, logged in", len(server.inbox.letters) == 1)
        sender, to, content, secure, known = server.inbox.letters[0]
        require("sender and receiver", (sender, to) == ("register@kommune.example", ["anne@kommune.example"]))
        require("TLS and log-in", secure and known)
        letter = email.message_from_bytes(content, policy=email.policy.default)
        require("no header comes from a supplier's text", letter["Bcc"] is None)
        require("subject: " + letter["Subject"], letter["Subject"] == "Leverandøroppfølging: 1 ting forfaller")
        body, calendar = list(letter.iter_parts())
        require("the text names the supplier", "Blåfjell Æøå AS (2026-7)" in body.get_content())
        require("a calendar is enclosed", calendar.get_filename() == "samsvar.ics" and
                b"DTSTART;VALUE=DATE:20261201" in calendar.get_payload(decode=True))

    with Server(port + 1, "tls", context) as server:
        run(*due, "--smtp", f"smtps://localhost:{port + 1}", "--send", "--ca", pem, status=1)
        require("TLS from the beginning", len(server.inbox.letters) == 1)
        run(*due, "--smtp", f"smtps://127.0.0.1:{port + 1}", "--send", "--ca", pem, status=2)
        require("the name on the certificate counts", len(server.inbox.letters) == 1)

    with Server(port + 2, "none") as server:
        told = run(*due, "--smtp", f"smtp://localhost:{port + 2}", "--send", "--ca", pem, status=2)
        require("a server without TLS is refused: " + told, not server.inbox.letters and "STARTTLS" in told)
        run(*due, "--smtp", f"smtp+plain://localhost:{port + 2}", "--send", status=1)
        require("clear text to this machine, when asked for", len(server.inbox.letters) == 1)


main(sys.argv[1])
