"""How a command ends early with an exit code of its own."""

import click


class Stop(click.ClickException):
    """The run cannot go on: one line says why, ``code`` what to tell the shell."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code
