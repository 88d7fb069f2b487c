"""The hooks of tests/conftest.py, run on small suites made up here."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFTEST = (Path(__file__).parent / "conftest.py").read_text(encoding="utf-8")
PASSES = "def test_one():\n    assert True\n"
NEEDS = "import pytest\n\n@pytest.mark.needs('chromium')\ndef test_two():\n    assert True\n"
ASKS = "def test_three(shared):\n    assert shared.is_dir()\n"
SKIPS_ITSELF = "import pytest\n\npytest.importorskip('no_such_module')\n"


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """An empty suite with our hooks on a machine that has nothing."""
    pytester.makeconftest(CONFTEST)
    pytester.makeini("[pytest]\nmarkers =\n    needs(*names): what it needs\n")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("DRAGOMAN_SHARED", str(pytester.path / "absent"))
    monkeypatch.delenv("DRAGOMAN_STRICT", raising=False)
    return pytester


def _run(suite: pytest.Pytester) -> pytest.RunResult:
    return suite.runpytest_subprocess("-p", "no:cacheprovider")


@pytest.mark.parametrize("source", [NEEDS, ASKS, SKIPS_ITSELF])
def test_a_test_whose_needs_are_not_met_is_skipped(suite: pytest.Pytester, source: str) -> None:
    suite.makepyfile(test_it=PASSES + "\n" + source if source != SKIPS_ITSELF else source)
    result = _run(suite)
    assert result.parseoutcomes()["skipped"] == 1
    assert "failed" not in result.parseoutcomes()


def test_what_was_left_out_is_counted_in_the_last_lines(suite: pytest.Pytester) -> None:
    suite.makepyfile(test_it=PASSES, test_more=NEEDS, test_shared=ASKS)
    last = _run(suite).outlines[-5:]
    assert "LEFT OUT: 2 of the tests did not run:" in last
    assert "  1 × needs chromium: install the Debian package chromium" in last


def test_nothing_is_said_where_nothing_was_left_out(suite: pytest.Pytester) -> None:
    suite.makepyfile(test_it=PASSES)
    assert "LEFT OUT" not in _run(suite).stdout.str()


@pytest.mark.parametrize("source", [NEEDS, ASKS])
def test_a_skip_is_a_failure_in_strict_mode(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.setenv("DRAGOMAN_STRICT", "1")
    suite.makepyfile(test_it=source)
    result = _run(suite)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "a skip is a failure while DRAGOMAN_STRICT is set" in result.stdout.str()


def test_a_module_that_skips_itself_is_an_error_in_strict_mode(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_STRICT", "1")
    suite.makepyfile(test_it=SKIPS_ITSELF)
    assert _run(suite).ret == pytest.ExitCode.INTERRUPTED


def test_strict_mode_lets_a_whole_suite_pass(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_STRICT", "1")
    suite.makepyfile(test_it=PASSES)
    assert _run(suite).ret == pytest.ExitCode.OK


def test_settings_of_the_caller_do_not_reach_a_test(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_THREADS", "99")
    suite.makepyfile(
        "import os\n\ndef test_it():\n    assert 'DRAGOMAN_THREADS' not in os.environ\n"
    )
    _run(suite).assert_outcomes(passed=1)
