"""What all tests share: what a test may need beyond Python, git and make, and a clean slate.

A test that needs more carries ``@pytest.mark.needs("chromium")`` or asks for the ``shared``
fixture. Where the thing is absent the test is skipped, and the last lines of the output count
what was left out and say how to get it. With ``DRAGOMAN_STRICT=1`` every skip is a failure.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["pytester"]

REPOSITORY = Path(__file__).resolve().parents[1]
STRICT = os.environ.get("DRAGOMAN_STRICT", "") not in {"", "0"}
TESTING_VARIABLES = ("DRAGOMAN_SHARED", "DRAGOMAN_STRICT")
MISSING_PREFIX = "needs "
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
AXE = "frontend/node_modules/axe-core/axe.min.js"

settings.register_profile("local", deadline=None)
settings.register_profile("strict", deadline=None, derandomize=True)
settings.load_profile("strict" if STRICT else "local")


@dataclass(frozen=True)
class Need:
    """Something a test may need: how to tell that it is there, and how to get it."""

    present: Callable[[], bool]
    remedy: str


def shared_folder() -> Path:
    """Return where the material for training and evaluation lies, if it is there at all."""
    return Path(os.environ.get("DRAGOMAN_SHARED") or REPOSITORY.parent / "shared")


def chromium() -> str | None:
    """Return the path of a Chromium, or ``None``."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def postgresql() -> Path | None:
    """Return the folder of a PostgreSQL server's programs, the newest one, or ``None``."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).parent if named else None


def _version(initdb: Path) -> float:
    return float(initdb.parts[-3])


def _has_material() -> bool:
    return (shared_folder() / "data").is_dir()


def _installed(module: str) -> Callable[[], bool]:
    return lambda: importlib.util.find_spec(module) is not None


NEEDS = {
    "shared": Need(
        _has_material,
        "set DRAGOMAN_SHARED to the folder with the material for evaluation",
    ),
    "chromium": Need(lambda: chromium() is not None, "install the Debian package chromium"),
    "axe": Need((REPOSITORY / AXE).exists, "install the front end's packages: make front"),
    "postgresql": Need(lambda: postgresql() is not None, "install the Debian package postgresql"),
    "full-disk": Need(lambda: Path("/dev/full").exists(), "use a system that has /dev/full"),
    "torch": Need(_installed("torch"), "install the extra `train`"),
    "onnx": Need(_installed("onnx"), "install the extra `train`"),
    "conllu": Need(_installed("conllu"), "install the extra `train`"),
    "followthemoney": Need(_installed("followthemoney"), "install the extra `followthemoney`"),
}


def require(name: str) -> None:
    """Skip the running test where the need of this name is not met."""
    if not NEEDS[name].present():
        pytest.skip(f"{MISSING_PREFIX}{name}: {NEEDS[name].remedy}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the material for evaluation; tests that ask for it are skipped without."""
    require("shared")
    return shared_folder()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server's own database; one server for all tests."""
    from tests.store.server import running_server

    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven; one for all tests, since Playwright runs once in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store that holds nothing: to copy it is quicker than to make one."""
    from dragoman.store import Store

    path = tmp_path_factory.mktemp("template") / "ledger.sqlite"
    with Store.open(str(path)) as store:
        store.wipe()
    return path


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the caller's own settings out of the tests."""
    for name in [name for name in os.environ if name.startswith("DRAGOMAN_")]:
        if name not in TESTING_VARIABLES:
            monkeypatch.delenv(name)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose needs are not met."""
    for mark in item.iter_markers("needs"):
        for name in mark.args:
            require(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skipped test fail in strict mode."""
    report = yield
    fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let a module that skips itself fail in strict mode."""
    report = yield
    fail_if_skipped(report)
    return report


def fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure in strict mode; a test that is expected to fail stays as it is."""
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{_reason(report)} (a skip is a failure while DRAGOMAN_STRICT is set)"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Count in the last lines what was left out, by what it needs."""
    lines = left_out([_reason(report) for report in terminalreporter.stats.get("skipped", ())])
    if lines:
        terminalreporter.section("left out", yellow=True)
        for line in lines:
            terminalreporter.line(line)


def left_out(reasons: list[str]) -> list[str]:
    """Return one line for each reason, with how many tests it kept from running."""
    counts = Counter(reasons)
    if not counts:
        return []
    total = f"LEFT OUT: {counts.total()} of the tests did not run:"
    return [total, *(f"  {count} × {reason}" for reason, count in counts.most_common())]


def _reason(report: Any) -> str:
    reason: str = report.longrepr[2]
    return reason.removeprefix("Skipped: ")
