"""Fixtures that several tests need."""

from pathlib import Path

import pytest

from tests.checkout import Checkout, copy


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """The program without the paper's claims."""
    return copy(tmp_path / "checkout", claims=False)


@pytest.fixture
def full_checkout(tmp_path: Path) -> Checkout:
    """The program with all claims."""
    return copy(tmp_path / "checkout", claims=True)
