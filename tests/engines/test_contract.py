"""The contract of every engine, run over all of them."""

from tests.engines.contract import *  # noqa: F403
from tests.engines.contract_aliases import *  # noqa: F403
from tests.engines.contract_facets import *  # noqa: F403
from tests.engines.contract_loosening import *  # noqa: F403
from tests.engines.contract_writing import *  # noqa: F403
