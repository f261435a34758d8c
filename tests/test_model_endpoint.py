"""Which model is asked, by arguments and environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import ConfigError
from summarizer.model.endpoint import OPENAI_URL, SHIPPED_MODEL, Endpoint, resolve_endpoint

KEY = "sk-test-4f9a7c1e2b8d"


def test_nothing_configured_means_the_model_that_ships():
    endpoint = resolve_endpoint(environ={})
    assert (endpoint.kind, endpoint.model, endpoint.weights) == ("local", SHIPPED_MODEL, None)


def test_a_gguf_file_is_served_locally_whatever_the_environment_says():
    endpoint = resolve_endpoint("models/Tiny.GGUF", environ={"OPENAI_API_KEY": KEY})
    assert (endpoint.kind, endpoint.model, endpoint.weights) == ("local", "Tiny", Path("models/Tiny.GGUF"))


def test_local_means_the_model_that_ships_whatever_the_environment_says():
    assert resolve_endpoint("local", environ={"OPENAI_API_KEY": KEY}).kind == "local"


def test_a_key_alone_leads_to_openai():
    endpoint = resolve_endpoint("gpt-x", environ={"OPENAI_API_KEY": KEY})
    assert (endpoint.base_url, endpoint.api_key, endpoint.kind) == (OPENAI_URL, KEY, "remote")


def test_an_address_alone_needs_no_key():
    endpoint = resolve_endpoint("m", environ={"OPENAI_BASE_URL": "http://127.0.0.1:8000/v1/"})
    assert endpoint.base_url == "http://127.0.0.1:8000/v1" and endpoint.api_key == "none"


def test_arguments_win_over_the_environment():
    environ = {"OPENAI_API_KEY": "other", "OPENAI_BASE_URL": "https://other.example/v1"}
    endpoint = resolve_endpoint("m", "https://mine.example/v1", KEY, environ)
    assert (endpoint.base_url, endpoint.api_key) == ("https://mine.example/v1", KEY)


def test_an_empty_address_is_not_taken_for_none():
    with pytest.raises(ConfigError, match="empty"):
        resolve_endpoint("m", "", KEY, {})


@pytest.mark.parametrize(
    ("model", "environ", "words"),
    [
        ("gpt-x", {}, "OPENAI_API_KEY"),
        (None, {"OPENAI_API_KEY": KEY}, "--model"),
        (None, {"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, "--model local"),
        ("m", {"OPENAI_BASE_URL": "127.0.0.1:8000"}, "http://"),
        ("m", {"OPENAI_BASE_URL": "http://"}, "no address"),
        ("m", {"OPENAI_BASE_URL": "http://host:port/v1"}, "no address"),
        ("m", {"OPENAI_BASE_URL": "http://[::1/v1"}, "no address"),
        ("m", {"OPENAI_API_KEY": "sk-“quoted”"}, "OPENAI_API_KEY"),
        ("m", {"OPENAI_API_KEY": "sk-a\nb"}, "OPENAI_API_KEY"),
    ],
)
def test_half_a_configuration_is_told_with_what_is_missing(
    model: str | None, environ: dict[str, str], words: str
):
    with pytest.raises(ConfigError, match=words) as caught:
        resolve_endpoint(model, environ=environ)
    assert KEY not in str(caught.value)


def test_neither_key_nor_password_shows():
    endpoint = Endpoint("https://user:secret@host.example/v1?token=abc", "m", KEY, "remote")
    assert endpoint.where == "https://host.example/v1"
    for hidden in (KEY, "secret", "abc"):
        assert hidden not in repr(endpoint)
