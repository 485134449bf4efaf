"""What tests of screens share: a home with some weeks of training, made once."""

from pathlib import Path

import pytest
from support.gym import FRIDAY, Gym, copied, train


@pytest.fixture(scope="session")
def trained_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine sessions of a marathon plan; read only."""
    return train(tmp_path_factory.mktemp("trained") / "home", FRIDAY)


@pytest.fixture
def gym(trained_home: Path, tmp_path: Path) -> Gym:
    """A copy of the trained home, on a lifting day."""
    return Gym(copied(trained_home, tmp_path / "home"))
