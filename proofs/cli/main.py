"""The program ``grpo-companion``, whose entry imports next to nothing: from then on Ctrl-C ends it in one line."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; what is wrong with the input is one line on standard error."""
    try:
        from proofs.cli.program import run

        return run(arguments)
    except KeyboardInterrupt:
        print("grpo-companion: interrupted", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
