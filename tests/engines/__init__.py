import pytest

pytest.register_assert_rewrite(
    "tests.engines.contract",
    "tests.engines.contract_writing",
    "tests.engines.contract_facets",
    "tests.engines.contract_aliases",
    "tests.engines.contract_loosening",
)
