"""Finds the command, and turns every wrong input into one line and exit code 2."""

import codecs
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from proofs.cli.stop import Stop

COMMANDS = {
    "check": "check every claim, or those named, and say what does not stand",
    "list": "the claims, their place in the paper and what is declared of them",
    "show": "one claim: what is printed, what is checked, verdict, findings, derivation",
    "why": "the tree of evidence of a claim, down to its assumptions",
    "errata": "every erratum: what is printed, what shows it wrong, its correction",
    "prove": "decide an inequality or identity typed in",
    "verify": "replay a certificate and print the statement that it proves",
    "dynamics": "certified fixed points, stability, cycles and limit for given parameters",
    "new": "write the skeleton of a lemma of your own",
}
"""The commands and what each does; ``proofs/cli/<name>.py`` defines ``command``."""


class Commands(click.Group):
    """Commands whose files are read when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names, in reading order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"proofs.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands in ``--help``, without reading their files."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def installed_version() -> str:
    """The version of the installed distribution."""
    try:
        return version("grpo-companion")
    except PackageNotFoundError:  # run from a folder that nobody installed
        return "0+unknown"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(installed_version(), prog_name="grpo-companion")
def program() -> None:
    """Checks the claims of the paper on GRPO's effective loss, dynamics and success amplification, by exact means.

    \b
    Exit codes: 0 all is as declared; 1 a verdict opposes its
    declaration, or findings contradict each other; 2 the input is
    wrong; 3 a claim declared proved came out undecided.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; what is wrong with the input is one line on standard error."""
    codecs.register_error("escaped", _escaped)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="escaped")
    try:
        if shadowed := _shadowed():
            raise click.ClickException(shadowed)
        code = int(program.main(args=arguments, prog_name="grpo-companion", standalone_mode=False) or 0)
        if sys.stdout:
            sys.stdout.flush()  # here, where a failure is heard
        return code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else program.get_help(click.Context(program)), err=True)
        return 2
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" (see {context.command_path} --help)" if context is not None else ""
        return _refuse(f"{' '.join(error.format_message().split())}{hint}", error.code if isinstance(error, Stop) else 2)
    except (KeyboardInterrupt, click.Abort):
        return _refuse("interrupted", 130)
    except (BrokenPipeError, SystemExit):  # the reader of our output has gone; click and rich end that with 1
        _give_up(sys.stdout)
        sys.stderr.close()
        return 141
    except OSError as error:  # a full disk, most often
        _give_up(sys.stdout)
        return _refuse(f"cannot go on: {error.strerror or error}{f': {error.filename}' if error.filename else ''}", 2)


def _refuse(line: str, code: int) -> int:
    try:
        click.echo(f"grpo-companion: {line}", err=True)
    except OSError:  # nobody can be told
        _give_up(sys.stderr)
    return code


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What the stream cannot encode as JSON escapes it, so that JSON stays JSON."""
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def _give_up(stream: TextIO | None) -> None:
    """Write what the stream still holds; if that fails, let it go nowhere: the interpreter would fail again as it ends."""
    if stream is None:  # it was closed before the program began
        return
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):  # no file stands behind it
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _shadowed() -> str | None:
    """Which of the program's packages another distribution shadows, if one does: their names are not ours alone."""
    home = Path(__file__).resolve().parent.parent.parent
    for name, file in (("proofs", "catalogue.py"), ("symbolic", "verdict.py"), ("numeric_checks", "confirm.py")):
        spec = find_spec(name)
        places = [Path(p).resolve() for p in (spec.submodule_search_locations or ())] if spec else []
        if home / name not in places[:1] or not (home / name / file).is_file():
            where = places[0] if places else (spec.origin if spec else "nowhere")
            return (
                f"the package {name!r} is shadowed by another of that name ({where}): install grpo-companion in an environment of its own"
            )
    return None
