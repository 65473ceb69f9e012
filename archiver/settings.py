"""Settings: from flags, then the environment, then the TOML file of the archive's folder, then what fits most."""

import os

from archiver.errors import SettingsError
from archiver.records import NamedTuple
from archiver.shipped import mappings_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from typing import Any

FILE_NAME = "archive.toml"
_LARGEST_PAGE = 1 << 30  # bytes: a page is held in memory, several times


class Settings(NamedTuple):
    """What a user may choose.

    `home` is the archive's folder. `time_zone` (an IANA name, empty: the system's) decides only which day `today` is.
    `allow_private` lets pages be fetched from private and local addresses. `max_page_bytes` bounds one page.
    `workers` is the number of processes that normalise, 0: one a core. `models` names the spaCy models that propose names, as
    “language = package” with commas between them, “none” for a package meaning no model. `synonyms` is a file of words that mean the same
    (empty: the one that is shipped in mappings/; “none”: no synonyms), `aliases` one of names that are one, or none, likewise.
    With `respell` a word that no article has is looked for by those near to it.

    `elasticsearch` is the address of a cluster (of several nodes: their addresses, separated by commas), or `elasticsearch_cloud_id` names one: then the index lives there, behind
    the alias `elasticsearch_alias`, else in the archive's folder. `elasticsearch_ca_certs` is a file with the certificates
    of the authorities to trust. `elasticsearch_shards` (0: as mappings/ says) and `elasticsearch_codec` are those of new
    generations. `elasticsearch_patience` is how many seconds writing waits for a cluster that is away. Secrets are never
    settings: they come from the environment (ARCHIVE_ELASTICSEARCH_PASSWORD, ARCHIVE_ELASTICSEARCH_API_KEY) or from the
    files that are named here.
    """

    home: str
    time_zone: str = ""
    allow_private: bool = False
    max_page_bytes: int = 50 * 1024 * 1024
    workers: int = 0
    models: str = ""
    synonyms: str = ""
    aliases: str = ""
    respell: bool = True
    elasticsearch: str = ""
    elasticsearch_cloud_id: str = ""
    elasticsearch_alias: str = "news-archive"
    elasticsearch_user: str = "elastic"
    elasticsearch_password_file: str = ""
    elasticsearch_api_key_file: str = ""
    elasticsearch_ca_certs: str = ""
    elasticsearch_shards: int = 0
    elasticsearch_codec: str = ""
    elasticsearch_patience: int = 600  # a rolling restart takes minutes

    @property
    def models_by_language(self) -> "dict[str, str]":
        """The packages of the models that were chosen, by language."""
        pairs = [pair.partition("=") for pair in self.models.split(",") if pair.strip()]
        return {language.strip().lower(): package.strip() for language, _, package in pairs}

    @property
    def synonyms_path(self) -> str:
        """The file of synonyms, empty for none; a name alone means one in the archive's folder."""
        return self._path(self.synonyms, "synonyms.txt")

    @property
    def aliases_path(self) -> str:
        """The file of aliases, likewise."""
        return self._path(self.aliases, "aliases.txt")

    def _path(self, chosen: str, shipped: str) -> str:
        if chosen == "none":
            return ""
        return os.path.join(self.home, chosen) if chosen else os.path.join(mappings_folder(), shipped)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the cluster's nodes, of which each is asked in turn, and another one where one is away."""
        return tuple(address.strip() for address in self.elasticsearch.split(",")) if self.elasticsearch else ()

    @property
    def uses_elasticsearch(self) -> bool:
        """Whether the archive is indexed in Elasticsearch, not in its own folder."""
        return bool(self.elasticsearch or self.elasticsearch_cloud_id)

    def today(self) -> "dt.date":
        """Today's date in the time zone of the settings."""
        import datetime as dt
        from zoneinfo import ZoneInfo

        return dt.datetime.now(ZoneInfo(self.time_zone) if self.time_zone else None).date()


# The names in the file and, in capitals behind ARCHIVE_, in the environment.
_KINDS = {
    "time_zone": str,
    "allow_private": bool,
    "max_page_bytes": int,
    "workers": int,
    "models": str,
    "synonyms": str,
    "aliases": str,
    "respell": bool,
    "elasticsearch": str,
    "elasticsearch_cloud_id": str,
    "elasticsearch_alias": str,
    "elasticsearch_user": str,
    "elasticsearch_password_file": str,
    "elasticsearch_api_key_file": str,
    "elasticsearch_ca_certs": str,
    "elasticsearch_shards": int,
    "elasticsearch_codec": str,
    "elasticsearch_patience": int,
}
_SECRETS = ("elasticsearch_password", "elasticsearch_api_key")  # in the environment only
_MOST_SHARDS = 1024  # Elasticsearch's own bound
_ALIAS = "abcdefghijklmnopqrstuvwxyz0123456789-_."  # of what Elasticsearch allows in a name, what needs no quoting
_PREFIX = "ARCHIVE_"
_NO_SETTINGS = ("home", "debug", *_SECRETS)  # what else the environment says to this program
_ALIKE = 0.72  # of 1: TIMEZONE and MAX_PAGE_SIZE are meant for settings, NAME and LIMIT aren't
_KIND_NAMES = {str: "a text", bool: "true or false", int: "a whole number"}
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


def load_settings(
    home: str | None = None, environ: "Mapping[str, str]" = os.environ, *, elasticsearch: str | None = None
) -> Settings:
    """The settings for this folder, or for the one that ARCHIVE_HOME names, or for the user's own.

    `elasticsearch`, from a flag, goes before all other settings of that name.

    Raises SettingsError for a value that can't be used, naming where it stands.
    """
    folder = os.path.abspath(home or environ.get("ARCHIVE_HOME") or _default_home(environ))
    values: dict[str, Any] = {}
    path = os.path.join(folder, FILE_NAME)
    if os.path.isfile(path):
        values.update(_read_file(path))
    for name, kind in _KINDS.items():
        variable = f"{_PREFIX}{name.upper()}"
        if variable in environ:
            values[name] = _convert(environ[variable], kind, variable)
    if elasticsearch is not None:
        values["elasticsearch"] = elasticsearch
    _refuse_misspelt(environ)
    settings = Settings(folder)._replace(**values)
    _check(settings)
    return settings


def _refuse_misspelt(environ: "Mapping[str, str]") -> None:
    """SettingsError for a variable that is nearly one of ours; others that begin so may be those of another program."""
    for variable in environ:
        if not variable.startswith(_PREFIX) or variable.startswith("ARCHIVE_TEST_"):
            continue
        name = variable.removeprefix(_PREFIX).lower()
        if name in _KINDS or name in _NO_SETTINGS:
            continue
        from difflib import get_close_matches

        near = get_close_matches(name, (*_KINDS, *_NO_SETTINGS), 1, _ALIKE)
        if near:
            raise SettingsError(f"There is no setting {variable}: is {_PREFIX}{near[0].upper()} meant?")


def _default_home(environ: "Mapping[str, str]") -> str:
    data = environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(data, "news-archive")


def _read_file(path: str) -> dict[str, str | bool | int]:
    import tomllib

    try:
        with open(path, "rb") as file:
            table = tomllib.load(file)
    except (
        OSError,
        ValueError,
        RecursionError,
    ) as error:  # of ValueErrors also: a number of more digits than Python reads
        raise SettingsError(f"{path} can't be read: {error}. Mend it, or remove it to go on without.") from error
    for name, value in table.items():
        if name in _SECRETS:
            raise SettingsError(
                f"{path}: a secret doesn't belong here. Put it into the environment as {_PREFIX}{name.upper()}, or into a "
                f"file of its own that {name}_file names."
            )
        if name not in _KINDS:
            raise SettingsError(f"{path}: there is no setting “{name}”. There are {', '.join(_KINDS)}.")
        if type(value) is not _KINDS[name]:
            # A table [elasticsearch] may hold a password: what is in it isn't repeated.
            given = "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else repr(value)
            raise SettingsError(f"{path}: {name} must be {_KIND_NAMES[_KINDS[name]]}, not {given}.")
    return table


def _convert(text: str, kind: type, where: str) -> str | bool | int:
    if kind is str:
        return text
    if kind is bool:
        if text.lower() in _TRUE + _FALSE:
            return text.lower() in _TRUE
        raise SettingsError(f"{where} must be true or false, not “{text}”.")
    try:
        return int(text)
    except ValueError:
        raise SettingsError(f"{where} must be a whole number, not “{text}”.") from None


def _check_elasticsearch(settings: Settings) -> None:
    for address in settings.addresses:
        scheme, _, rest = address.partition("://")
        host = rest.partition("/")[0]
        if "@" in address:
            raise SettingsError(
                "The address of Elasticsearch holds a password, which others could see: put that into the environment as "
                "ARCHIVE_ELASTICSEARCH_PASSWORD, and the user's name into elasticsearch_user."
            )
        port = host.rpartition("]")[2].partition(":")[2]  # behind an IPv6 address's brackets
        if scheme not in ("http", "https") or not host or not (port or "0").isdecimal() or set("?#") & set(address):
            # What stands there isn't repeated: it may be a password.
            raise SettingsError(
                "elasticsearch must be an address such as https://search.example:9200 (of several nodes, with commas between "
                "them), and what stands there isn't one."
            )
    alias = settings.elasticsearch_alias
    if not alias or set(alias) - set(_ALIAS) or alias[0] in "-_.":
        raise SettingsError(
            f"elasticsearch_alias must be small letters, digits, -, _ and ., and begin with a letter or digit, not “{alias}”."
        )
    if not 0 <= settings.elasticsearch_shards <= _MOST_SHARDS:
        raise SettingsError(
            f"elasticsearch_shards must be 1 to {_MOST_SHARDS}, or 0 for what mappings/ says, "
            f"not {settings.elasticsearch_shards}."
        )
    if settings.elasticsearch_patience < 0:
        raise SettingsError(
            f"elasticsearch_patience must be a number of seconds, 0 or more, not {settings.elasticsearch_patience}."
        )


def _check(settings: Settings) -> None:
    _check_elasticsearch(settings)
    try:
        settings.home.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(settings.home).decode("utf-8", "replace")
        raise SettingsError(
            f"The folder {shown} can't hold an archive: its name isn't UTF-8. Name another with --archive or ARCHIVE_HOME."
        ) from None
    if not 1 <= settings.max_page_bytes <= _LARGEST_PAGE:
        raise SettingsError(
            f"max_page_bytes must be at least 1 and at most {_LARGEST_PAGE}, not {settings.max_page_bytes}."
        )
    for language, package in settings.models_by_language.items():
        if not (language.isascii() and language.isalpha() and package.replace("_", "").replace("-", "").isalnum()):
            raise SettingsError(
                f"models must be languages with the packages of their models, such as “fr = fr_core_news_md, de = none”, "
                f"not “{settings.models}”."
            )
    if settings.workers < 0:
        raise SettingsError(f"workers must be 0 (one a core) or more, not {settings.workers}.")
    if settings.time_zone:
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(settings.time_zone)
        except (KeyError, ValueError, OSError):
            raise SettingsError(
                f"time_zone: “{settings.time_zone}” isn't a time zone; write one like Asia/Karachi."
            ) from None
