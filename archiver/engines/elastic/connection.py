"""Reaching Elasticsearch: who we are there, and the secrets that say so."""

from __future__ import annotations

import base64
import logging
import os
import ssl
from typing import TYPE_CHECKING, Any

from elasticsearch import Elasticsearch

from archiver.engines.elastic.explain import TIMEOUT
from archiver.engines.elastic.patience import PatientTransport
from archiver.errors import SettingsError

if TYPE_CHECKING:
    from archiver.engines.elastic.patience import Patience
    from archiver.settings import Settings

# The client's own lines about each retry would say the same as ours, over and over.
logging.getLogger("elastic_transport").setLevel(logging.ERROR)


def connect(settings: Settings, patience: Patience) -> Elasticsearch:
    """A client for the cluster that the settings name. Raises SettingsError for settings that can't be used.

    Secrets are read here, from the environment or the files that the settings name, and kept by the client alone.
    """
    options: dict[str, Any] = {"request_timeout": TIMEOUT, "max_retries": 1, "transport_class": PatientTransport}
    if settings.elasticsearch_cloud_id:
        options["cloud_id"] = settings.elasticsearch_cloud_id
    else:
        options["hosts"] = list(settings.addresses)
    if settings.elasticsearch_ca_certs:
        if not os.path.isfile(settings.elasticsearch_ca_certs):
            raise SettingsError(f"elasticsearch_ca_certs: there is no file {settings.elasticsearch_ca_certs}.")
        try:
            ssl.create_default_context(cafile=settings.elasticsearch_ca_certs)
        except (OSError, ValueError):
            raise SettingsError(
                f"elasticsearch_ca_certs: no certificate can be read from {settings.elasticsearch_ca_certs}. It has to be a PEM "
                "file, which begins with -----BEGIN CERTIFICATE-----."
            ) from None
        options["ca_certs"] = settings.elasticsearch_ca_certs
    key = _secret("API_KEY", settings.elasticsearch_api_key_file)
    password = _secret("PASSWORD", settings.elasticsearch_password_file)
    if key:
        options["api_key"] = _api_key(key)
    elif password:
        # Made here, for the client takes ASCII alone.
        both = f"{settings.elasticsearch_user}:{password}".encode("utf-8", "surrogateescape")
        options["basic_auth"] = base64.b64encode(both).decode()
    try:
        client = Elasticsearch(**options)
    except (ValueError, TypeError, OSError) as error:
        raise SettingsError(_unusable(settings, error)) from None  # whose traceback would show the options
    client.transport.patience = patience  # type: ignore[attr-defined]
    return client


def _unusable(settings: Settings, error: Exception) -> str:
    if settings.elasticsearch_cloud_id:
        return (
            f"elasticsearch_cloud_id: “{settings.elasticsearch_cloud_id}” isn't a cloud id. Copy it whole from the "
            "deployment's page, name:letters, or set elasticsearch to the address instead."
        )
    return f"Elasticsearch can't be reached by these settings: {error}. Write the address like https://search.example:9200."


def _api_key(key: str) -> str | tuple[str, str]:
    """The key as the client takes it: encoded as it was shown when it was made, or its id and itself with a colon."""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise SettingsError(
            "The API key of Elasticsearch can't be one: there are characters in it that no key has. Copy the one that was "
            "shown as “encoded” when it was made."
        )
    name, colon, secret = key.partition(":")
    return (name, secret) if colon else key


def _secret(name: str, file: str) -> str:
    """A secret from the environment, else from the file that the settings name; empty where there is none."""
    if value := os.environ.get(f"ARCHIVE_ELASTICSEARCH_{name}", "").strip("\r\n"):
        return value
    if not file:
        return ""
    setting = f"elasticsearch_{name.lower()}_file"
    try:
        with open(file, encoding="utf-8") as opened:
            return opened.read().strip()
    except UnicodeDecodeError:
        raise SettingsError(f"{setting}: {file} isn't text in UTF-8.") from None
    except OSError as error:
        # What is no path may be the secret itself.
        shown = f"{file} can't" if os.sep in file else "what it names can't"
        raise SettingsError(
            f"{setting}: {shown} be read: {error.strerror}. Name the file that holds the secret."
        ) from None


def place(settings: Settings) -> str:
    """Where the cluster is, for messages; never a secret."""
    if settings.elasticsearch_cloud_id:
        return f"the cloud ({settings.elasticsearch_cloud_id.partition(':')[0]})"
    return ", ".join(settings.addresses)
