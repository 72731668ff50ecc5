from __future__ import annotations

from importlib.util import find_spec

import pytest

PACKAGES = ("lightgbm", "numba", "duckdb")


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_of_foresight_are_there_so_that_it_is_tested(package: str) -> None:
    if not find_spec(package):
        pytest.skip(f"{package} is missing: the tests of foresight were not run")
