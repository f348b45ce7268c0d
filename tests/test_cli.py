"""The command line keeps its contract: exit codes, one line for wrong input, reports, progress, interruption."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.checkout import Checkout

GOOD = """
    claim("beyond.square", (), ge(x**2, 0)),
    claim("beyond.square.strict", (gt(x, 1),), gt(x**2, x), uses=("beyond.square",)),
    claim("beyond.slip", (), gt(x**2, 0), declared=Declared.REFUTED, correction="beyond.square", mutants=(),
          erratum=Erratum(Fault.SIGN, Severity.SLIP, "Nothing depends on it.")),
    Claim(label="beyond.caption", kind=Kind.REMARK, title="a caption", source=Source("Figure 9"), declared=None,
          content=Remark("no formula")),
"""


ALGEBRA = "    return _verdict(statement, _algebra(statement))"


def sabotage(checkout: Checkout, first: str) -> None:
    """Let the algebra decider do something else first."""
    checkout.replace("proofs/deciders.py", ALGEBRA, f"{first}\n{ALGEBRA}")


def one_line(result: "subprocess.CompletedProcess[str]") -> str:
    lines = result.stderr.strip().splitlines()
    assert "Traceback" not in result.stderr + result.stdout
    assert len(lines) == 1, result.stderr
    return lines[0]


@pytest.fixture
def good(checkout: Checkout) -> Checkout:
    checkout.write("good", GOOD)
    return checkout


def test_help_and_version_succeed(good: Checkout) -> None:
    assert "errata" in good.run("--help").stdout
    assert good.run("--version").returncode == 0
    for command in ("check", "list", "show", "why", "errata", "new"):
        assert good.run(command, "--help").returncode == 0


def test_check_ends_with_a_table_and_exit_0(good: Checkout) -> None:
    result = good.run("check")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""
    assert "4 claims: 2 proved, 1 refuted, 1 remark; all as declared" in result.stdout
    assert "[3/4]" in result.stdout
    assert "\x1b" not in result.stdout


def test_check_again_takes_everything_from_the_ledger(good: Checkout) -> None:
    good.run("check")
    result = good.run("check")
    assert result.returncode == 0
    assert "[" not in result.stdout
    assert set(good.ledger()) == {"beyond.square", "beyond.square.strict", "beyond.slip"}


def test_the_ledger_is_no_evidence_fresh_and_ci_ignore_it(good: Checkout) -> None:
    good.run("check")
    entry = good.ledger()["beyond.square"]
    told = json.loads(entry.read_text())
    told["findings"] = [
        {"decider": "d", "family": "algebra", "seconds": 0, "where": "", "verdict": "refuted", "point": [], "shows": "forged"}
    ]
    entry.write_text(json.dumps(told))
    assert good.run("check", "beyond.square").returncode == 1
    assert good.run("check", "beyond.square", CI="true").returncode == 0
    assert good.run("check", "beyond.square", "--fresh").returncode == 0


def test_a_kept_report_is_shown_only_while_nothing_changes_and_is_no_evidence(good: Checkout) -> None:
    first = good.run("check")
    kept = good.home / ".cache/kept.json"
    told = json.loads(kept.read_text())
    assert good.run("check").stdout.splitlines()[:-1] == first.stdout.splitlines()[-len(told["report"]["claims"]) - 2 : -1]
    told["report"]["claims"][0]["verdict"] = "undecided"
    kept.write_text(json.dumps(told))
    assert "undecided" in good.run("check").stdout
    assert "undecided" not in good.run("check", "--fresh").stdout
    assert "undecided" not in good.run("check", CI="true").stdout
    kept.write_text(json.dumps(told))
    good.write("more", "claim('beyond.more', (gt(y, 1),), gt(y, 0)),")
    again = good.run("check").stdout
    assert "undecided" not in again
    assert "beyond.more" in again


def test_a_report_is_not_kept_where_a_file_changed_during_the_run(good: Checkout) -> None:
    change = "    with open('proofs/cli/overview.py', 'a', encoding='utf-8') as source:\n        source.write('# changed')"
    sabotage(good, change)  # in a file that no finding depends on, but the report may
    assert good.run("check").returncode == 0
    assert len(good.ledger()) == 3
    assert not (good.home / ".cache/kept.json").exists()


@pytest.mark.parametrize(
    "damage",
    [
        {},
        {"summary": {"unexpected": 0, "seconds": 1.0}, "claims": []},
        {"claims": [{"label": "beyond.square"}]},
        {"claims": [7]},
        {"summary": []},
        {"not_run": [{}]},
    ],
)
def test_a_damaged_report_is_as_good_as_none(damage: dict[str, object], good: Checkout) -> None:
    first = good.run("check")
    kept = good.home / ".cache/kept.json"
    told = json.loads(kept.read_text())
    kept.write_text(json.dumps(told | {"report": told["report"] | damage if damage else {}}))
    again = good.run("check")
    assert again.returncode == 0, again.stderr
    assert "4 claims: 2 proved, 1 refuted, 1 remark; all as declared" in again.stdout
    assert first.stderr == again.stderr == ""


def test_kept_files_of_brackets_without_end_are_as_good_as_none(good: Checkout) -> None:
    good.run("check")
    for file in (".cache/kept.json", ".cache/ledger/beyond.square.json"):
        (good.home / file).write_text("[" * 200_000)
    again = good.run("check")
    assert (again.returncode, again.stderr) == (0, "")
    assert "4 claims: 2 proved, 1 refuted, 1 remark; all as declared" in again.stdout


def test_a_formula_broken_past_its_mutants_is_refuted_not_refused(good: Checkout) -> None:
    module = next(f for f in (good.home / "proofs/beyond").glob("*.py") if "beyond.square" in f.read_text(encoding="utf-8"))
    with module.open("a", encoding="utf-8") as source:
        source.write("\nfrom dataclasses import replace\n")
        source.write("CLAIMS = (replace(CLAIMS[0], content=Statement((gt(y, 2),), lt(y**3, y))), *CLAIMS[1:])\n")
    result = good.run("check")
    assert result.returncode == 1, result.stderr
    assert "declared proved, came out refuted" in result.stdout


def test_check_json_stands_alone_on_standard_output(good: Checkout) -> None:
    result = good.run("check", "--json", "-")
    out = json.loads(result.stdout)
    assert "all as declared" in result.stderr
    assert out["summary"]["claims"] == 4
    assert out["summary"]["unexpected"] == 0
    by_label = {c["label"]: c for c in out["claims"]}
    assert by_label["beyond.caption"]["verdict"] is None
    assert by_label["beyond.caption"]["title"] == "no formula"
    assert by_label["beyond.slip"]["verdict"] == "refuted"
    assert by_label["beyond.slip"]["correction"] == "beyond.square"
    assert any(f["witness"]["point"] == {"x": "0"} for f in by_label["beyond.slip"]["findings"] if f["witness"])
    assert by_label["beyond.square"]["corrects"] == ["beyond.slip"]
    assert by_label["beyond.square.strict"]["uses"] == ["beyond.square"]


def test_reports_are_written_to_files(good: Checkout, tmp_path: Path) -> None:
    result = good.run("check", "--json", str(tmp_path / "r.json"), "--junit", str(tmp_path / "r.xml"))
    assert result.returncode == 0
    assert json.loads((tmp_path / "r.json").read_text())["schema"] == 1
    suite = ElementTree.parse(tmp_path / "r.xml").getroot()
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors"), suite.get("skipped")) == ("4", "0", "0", "1")


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_decided(good: Checkout) -> None:
    result = good.run("check", "--json", "no/such/folder/r.json")
    assert result.returncode == 2
    assert "no/such/folder" in one_line(result)
    assert not good.ledger()


def test_check_of_one_label_takes_in_what_it_uses(good: Checkout) -> None:
    out = json.loads(good.run("check", "beyond.square.strict", "--json", "-").stdout)
    assert [c["label"] for c in out["claims"]] == ["beyond.square", "beyond.square.strict"]


@pytest.mark.parametrize("command", ["show", "why"])
def test_a_group_is_shown_claim_by_claim(command: str, good: Checkout) -> None:
    good.write("pair", "claim('beyond.pair.one', (gt(y, 1),), gt(y, 0)),\nclaim('beyond.pair.two', (gt(y, 2),), gt(y, 1)),")
    result = good.run(command, "beyond.pair")
    assert result.returncode == 0, result.stderr
    assert result.stdout.index("beyond.pair.one") < result.stdout.index("beyond.pair.two")


@pytest.mark.parametrize("command", ["check", "show", "why"])
def test_an_unknown_label_is_refused_with_near_ones(command: str, good: Checkout) -> None:
    result = good.run(command, "beyond.sqare")
    assert result.returncode == 2
    assert "did you mean beyond.square" in one_line(result)


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["check", "--jobs", "0"],
        ["show"],
        ["check", "--nope"],
        *(["check", "--timeout", s] for s in ("-1", "soon", "nan", "inf")),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: list[str], good: Checkout) -> None:
    result = good.run(*arguments)
    assert result.returncode == 2
    one_line(result)


def test_a_false_claim_declared_proved_exits_1_and_is_named(checkout: Checkout) -> None:
    checkout.write("bad", 'claim("beyond.bad", (), gt(x**2, 0)), claim("beyond.fine", (), ge(x**2, 0)),')
    result = checkout.run("check")
    assert result.returncode == 1
    assert "proofs/beyond/bad.py:" in result.stdout
    assert "beyond.bad: declared proved, came out refuted: x = 0" in result.stdout


def test_a_wrong_step_exits_1_and_is_named_with_its_counterexample(checkout: Checkout) -> None:
    chain = 'Chain((), (x + 1)**2, (Step("=", x**2 + 2*x + 1, "expand"), Step("=", x**2 + 2*x, "a slip"), Step("=", x*(x + 2), "factor")))'
    checkout.write("bad", f'claim("beyond.bad", (), FALSE.holds, content={chain}),')
    result = checkout.run("check")
    assert result.returncode == 1
    assert "step 2 fails" in result.stdout


def test_a_true_claim_declared_refuted_exits_1(checkout: Checkout) -> None:
    erratum = 'declared=Declared.REFUTED, correction="beyond.fine", mutants=(), erratum=Erratum(Fault.SIGN, Severity.SLIP, "")'
    checkout.write("bad", f'claim("beyond.true", (), ge(x**2 + 1, 1), {erratum}), claim("beyond.fine", (), ge(x**2, 0)),')
    assert checkout.run("check").returncode == 1


def test_a_claim_only_corroborated_exits_3(checkout: Checkout) -> None:
    checkout.write("soft", 'claim("beyond.soft", (), ge(x**2, 0), families=("sampling",)),')
    result = checkout.run("check")
    assert result.returncode == 3
    assert "1 corroborated; 1 NOT as declared" in result.stdout


def test_an_open_domain_condition_exits_2_and_is_named(checkout: Checkout) -> None:
    checkout.write("open", 'claim("beyond.open", (), eq((x + 1)/x, 1 + 1/x)), claim("beyond.fine", (), ge(x**2, 0)),')
    result = checkout.run("check")
    assert result.returncode == 2
    line = one_line(result)
    assert "'beyond.open': undischarged: denominator in 1/x" in line
    assert "proofs/beyond/open.py:" in line
    assert checkout.run("check", "beyond.fine").returncode == 0


def test_contradictory_hypotheses_prove_nothing(checkout: Checkout) -> None:
    checkout.write("vacuous", 'claim("beyond.vacuous", (gt(x, 1), lt(x, 0)), eq(x, 7)),')
    result = checkout.run("check")
    assert result.returncode == 3
    assert "0 proved" not in result.stdout
    assert "1 undecided" in result.stdout


def test_a_file_that_does_not_import_spoils_no_other_claim(good: Checkout) -> None:
    good.write_raw("broken", "import sympy\n\nCLAIMS = (undefined,)\n")
    assert good.run("check", "beyond.square").returncode == 0
    result = good.run("check", "--json", "out.json")
    assert result.returncode == 2
    assert "proofs/beyond/broken.py:3: does not import: NameError" in one_line(result)
    assert json.loads((good.home / "out.json").read_text())["summary"]["proved"] == 2
    assert good.run("list").returncode == 2


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("def f(:\n", "broken.py:1: does not import: invalid syntax"),
        ("\nX = 1\n", "defines CLAIMS"),
        ("from symbolic.statement import Statement, real\n\nS = Statement((), real('x') > 0.5)\n", "broken.py:3: "),
        ("import no_such_library\n", "broken.py:1: does not import: ModuleNotFoundError"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(source: str, complaint: str, checkout: Checkout) -> None:
    checkout.write_raw("broken", source)
    result = checkout.run("check")
    assert result.returncode == 2
    assert complaint in one_line(result)


def test_duplicate_and_circular_labels_exit_2_and_others_are_checked(good: Checkout) -> None:
    good.write("twice", 'claim("beyond.square", (), ge(x**4, 0)),')
    good.write("circle", 'claim("beyond.a", (), ge(x**2, 0), uses=("beyond.b",)), claim("beyond.b", (), ge(x**2, 0), uses=("beyond.a",)),')
    good.write("other", 'claim("beyond.other", (), ge(x**2, 0)),')
    result = good.run("check")
    assert result.returncode == 2
    assert "is taken by" in result.stderr
    assert "beyond.a → beyond.b → beyond.a" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 2
    assert good.run("check", "beyond.other").returncode == 0
    assert good.run("check", "beyond.a").returncode == 2


def test_without_any_claim_nothing_was_checked_and_that_is_no_success(checkout: Checkout) -> None:
    result = checkout.run("check")
    assert result.returncode == 2
    assert "nothing to check" in one_line(result)


def test_a_claim_that_takes_too_long_is_undecided_and_nothing_else(good: Checkout) -> None:
    sabotage(good, "    while 'x**2 > x' in str(statement.holds):\n        pass")
    result = good.run("check", "--timeout", "4")
    assert result.returncode == 3
    assert "beyond.square.strict: declared proved, came out undecided: time-out after 4 s" in result.stdout
    assert "1 proved, 1 refuted" in result.stdout


def test_a_decider_that_dies_leaves_its_claim_undecided_and_nothing_else(good: Checkout) -> None:
    sabotage(good, "    if 'x**2 > x' in str(statement.holds):\n        import os\n\n        os._exit(7)")
    result = good.run("check")
    assert result.returncode == 3
    assert "its process ended with exit code 7" in result.stdout
    assert "1 proved, 1 refuted" in result.stdout


def test_a_decider_that_raises_is_seen_in_the_report_and_never_success(good: Checkout) -> None:
    sabotage(good, "    raise MemoryError('all of it')")
    out = json.loads(good.run("check", "--json", "-").stdout)
    found = [f for c in out["claims"] for f in c["findings"] if f["family"] == "algebra"]
    assert found
    assert all(f["verdict"] == "undecided" and "crashed: MemoryError: all of it" in f["detail"] for f in found)


def test_a_family_that_cannot_run_here_is_reported_and_counts_neither_way(checkout: Checkout) -> None:
    checkout.replace("proofs/environment.py", '"sampling": ("hypothesis"', '"sampling": ("no_such_library"')
    checkout.write("few", 'claim("beyond.alone", (), ge(x**2, 0), families=("sampling",)), claim("beyond.both", (), ge(x**2, 0)),')
    result = checkout.run("check", "--json", "out.json")
    assert result.returncode == 0
    assert "not run: the family sampling (no_such_library is not installed)" in result.stdout
    out = json.loads((checkout.home / "out.json").read_text())
    assert out["not_run"] == [{"family": "sampling", "reason": "no_such_library is not installed"}]
    assert (out["summary"]["proved"], out["summary"]["not_run"], out["summary"]["unexpected"]) == (1, 1, 0)
    assert {c["label"]: c["as_declared"] for c in out["claims"]} == {"beyond.alone": None, "beyond.both": True}


def test_deciders_that_contradict_each_other_stop_the_run(good: Checkout) -> None:
    sabotage(good, "    return Proved('an unsound argument')")
    result = good.run("check")
    assert result.returncode == 1
    line = one_line(result)
    assert "claim beyond.slip" in line
    assert "an unsound argument" in line


def test_ctrl_c_keeps_what_was_decided(good: Checkout) -> None:
    sabotage(good, "    if 'x**2 > x' in str(statement.holds):\n        time.sleep(60)")
    with good.start("check", "--jobs", "2", "--timeout", "60") as process:
        deadline = time.monotonic() + 60
        while len(good.ledger()) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in out + err
    assert err.strip().splitlines() == ["grpo-companion: interrupted: 3 of 4 claims were decided and are kept; run it again to go on"]
    assert set(good.ledger()) == {"beyond.square", "beyond.slip"}


def test_colour_and_a_bar_only_on_a_terminal(good: Checkout) -> None:
    assert "\x1b" not in good.run("check").stdout
    assert "\x1b[" in good.run("check", FORCE_COLOR="1").stdout
    assert "\x1b[" in _on_a_terminal(good, {"TERM": "xterm-256color"})
    assert "\x1b[3" not in _on_a_terminal(good, {"TERM": "xterm-256color", "NO_COLOR": "1"})


def _on_a_terminal(checkout: Checkout, environment: dict[str, str]) -> str:
    leader, follower = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR", "FORCE_COLOR", "PYTHONPATH")}
    command = [sys.executable, "-m", "proofs.cli.main", "check", "--fresh"]
    with subprocess.Popen(
        command, cwd=checkout.home, env={**clean, **environment}, stdout=follower, stderr=follower, stdin=subprocess.DEVNULL
    ) as process:
        os.close(follower)
        shown = b""
        try:
            while piece := os.read(leader, 4096):
                shown += piece
        except OSError:  # the other end is closed: the program has ended
            process.wait()
    os.close(leader)
    return shown.decode()


def test_list_names_place_and_declaration(good: Checkout) -> None:
    assert "beyond.slip           refuted  a test: beyond.slip" in good.run("list").stdout
    rows = json.loads(good.run("list", "--json").stdout)["claims"]
    assert [r["declared"] for r in rows] == ["proved", "proved", "refuted", None]


def test_a_check_of_all_claims_keeps_their_list_too(good: Checkout) -> None:
    assert good.run("check", CI="").returncode == 0
    kept = json.loads((good.home / ".cache/list.json").read_text(encoding="utf-8"))["claims"]
    assert kept == json.loads(good.run("list", "--json", CI="").stdout)["claims"]


def test_the_list_follows_the_files(good: Checkout) -> None:
    good.run("list")
    good.write("late", 'claim("beyond.late", (), ge(x**2, 0)),')
    assert "beyond.late" in good.run("list").stdout


def test_show_and_why_tell_what_a_claim_rests_on(good: Checkout) -> None:
    shown = good.run("show", "beyond.square.strict")
    assert shown.returncode == 0
    assert "Verdict: proved (as declared)" in shown.stdout
    why = good.run("why", "beyond.square.strict")
    assert why.returncode == 0
    assert "beyond.square  proved" in why.stdout
    assert "Assumptions:" in why.stdout


def test_show_smtlib_prints_a_query(good: Checkout) -> None:
    result = good.run("show", "beyond.square", "--smtlib")
    assert result.returncode == 0
    assert "(check-sat)" in result.stdout


def test_errata_as_text_json_and_latex(good: Checkout) -> None:
    result = good.run("errata", "--json", "-", "--latex", "sheet.tex")
    assert result.returncode == 0
    (row,) = json.loads(result.stdout)["errata"]
    assert row["label"] == "beyond.slip"
    assert row["correction"] == "beyond.square"
    assert row["witness"].startswith("x = 0")
    assert row["dependents"] == ["beyond.square.strict"]
    assert row["corrected"] == "$x^{2} \\geq 0$"
    assert r"\entry{Counterexample} at $x = 0$" in (good.home / "sheet.tex").read_text()
    assert "shown by: x = 0" in good.run("errata").stdout


def test_an_erratum_whose_formula_holds_is_not_accepted(checkout: Checkout) -> None:
    erratum = 'declared=Declared.REFUTED, correction="beyond.fine", mutants=(), erratum=Erratum(Fault.SIGN, Severity.SLIP, "")'
    checkout.write("bad", f'claim("beyond.true", (), ge(x**2 + 1, 1), {erratum}), claim("beyond.fine", (), ge(x**2, 0)),')
    result = checkout.run("errata", "--latex", "sheet.tex")
    assert result.returncode == 1
    assert "beyond.true: declared refuted, came out proved" in result.stderr
    assert "not confirmed" in (checkout.home / "sheet.tex").read_text()


def test_lists_and_errata_keep_to_80_columns_and_to_what_columns_says(checkout: Checkout) -> None:
    name, words = "beyond." + "label-" * 6 + "end", "many words about it " * 9
    erratum = 'declared=Declared.REFUTED, correction="beyond.fine", mutants=(), erratum=Erratum(Fault.SIGN, Severity.SLIP, "")'
    checkout.write("long", f'claim("{name}", (), gt(x**2, 0), title="{words}", {erratum}), claim("beyond.fine", (), ge(x**2, 0)),')
    for command in ("list", "errata"):
        lines = checkout.run(command).stdout.splitlines()
        assert any(name in line for line in lines)
        assert max(map(len, lines)) <= 80
    assert max(map(len, checkout.run("list", COLUMNS="200").stdout.splitlines())) > 150


def test_the_table_has_a_row_a_claim_with_verdict_and_families(good: Checkout) -> None:
    result = good.run("check", "--table", "-")
    assert result.returncode == 0
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in result.stdout.splitlines()]
    assert rows[0] == ["claim", "place", "verdict", "decided by", "superseded by"]
    assert {row[0]: row[2] for row in rows[2:]} == {
        "`beyond.square`": "proved",
        "`beyond.square.strict`": "proved",
        "`beyond.slip`": "refuted",
        "`beyond.caption`": "remark",
    }
    assert "algebra" in rows[2][3]


def test_new_writes_a_claim_that_check_takes_up_at_once(good: Checkout) -> None:
    assert good.run("new", "beyond.my-lemma").returncode == 0
    assert (good.home / "proofs/beyond/my_lemma.py").is_file()
    assert good.run("check", "beyond.my-lemma").returncode == 0
    assert "is taken" in one_line(good.run("new", "beyond.my-lemma"))


@pytest.mark.parametrize("label", ["lemma-9", "beyond.", "beyond.My-Lemma", "beyond.a/b", "beyond.../x", "beyond.a.b", ""])
def test_new_refuses_other_labels(label: str, checkout: Checkout) -> None:
    result = checkout.run("new", label)
    assert result.returncode == 2
    assert "beyond.my-lemma" in one_line(result)


def test_new_refuses_to_write_outside_a_checkout(checkout: Checkout) -> None:
    (checkout.home / "pyproject.toml").unlink()
    result = checkout.run("new", "beyond.my-lemma")
    assert result.returncode == 2
    assert "checkout" in one_line(result)


@pytest.mark.parametrize("package", ["symbolic", "numeric_checks"])
def test_a_package_shadowed_by_another_distribution_is_named(package: str, good: Checkout, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / package).mkdir(parents=True)
    (other / package / "__init__.py").touch()
    result = good.run("check", cwd=tmp_path, PYTHONPATH=f"{other}:{good.home}")
    assert result.returncode == 2
    assert f"the package {package!r} is shadowed" in one_line(result)
