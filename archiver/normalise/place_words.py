"""What the gazetteer needs to know beside GeoNames and the files in `data/`: countries' usual names, cities' names that mean else."""

from collections.abc import Mapping
from types import MappingProxyType

from archiver.normalise.words import listed

COUNTRY_NAMES: Mapping[str, str] = MappingProxyType({"PS": "Palestine", "TL": "Timor-Leste", "VA": "Vatican City"})
"""English short names where GeoNames has another than news do."""

NOT_CITIES = frozenset(
    listed(
        "march of most many best bar sale police date union mission orange reading university bath battle nice deal "
        "man normal hope liberty paradise independence bank university park west east north south centre center "
        "central union republic enterprise sun media dawn eagle summit asia america imam young police jordan georgia "
        "minister page opera same split wedding san santa male goes bad bo can are ash san juan may mobile plan price "
        "hero victoria kale"
    )
) | {"west end"}
"""Names of cities that are far more often something else in a text."""
