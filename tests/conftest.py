"""The kill switch: no test reaches the network. Loopback stays open, since the test servers are real ones."""

from __future__ import annotations

import ipaddress
import socket
import uuid

import pytest

LOOPBACK_NAMES = {"localhost", "", None}


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):  # a UNIX socket path
        return True
    host = address[0]
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch):
    """Make any connection or name look-up beyond loopback fail the test that tries it."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self, address):
        if not _is_loopback(address):
            pytest.fail(f"a test tried to reach the network: {address!r}")
        return connect(self, address)

    def guarded_look_up(host, *rest, **options):
        if not _is_loopback((host,)):
            pytest.fail(f"a test tried to look up a host: {host!r}")
        return look_up(host, *rest, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory):
    """Return a folder for the run stores of this session: one folder, since numbering thousands takes a minute."""
    return tmp_path_factory.mktemp("stores")


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch, stores):
    """Keep every test out of the user's run store."""
    monkeypatch.setenv("SUMMARIZER_STORE", str(stores / f"{uuid.uuid4()}.sqlite"))
