"""The instructor's commands: `python -m grader grade|feedback|marks`, which `npm run` calls."""

import argparse
import sys

from . import feedback_command, grade_command, marks_command
from .failure import Failure

commands = {"grade": grade_command, "feedback": feedback_command, "marks": marks_command}


def main() -> int:
    """Runs one command; returns its exit code."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in commands:
        print(f"expected one of {', '.join(commands)}, got '{name}'", file=sys.stderr)
        return 2
    command = commands[name]
    parser = argparse.ArgumentParser(
        prog=f"npm run {name} --",
        description=command.__doc__,
        epilog=command.more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_arguments(parser)
    try:
        return command.run(parser.parse_args(sys.argv[2:]))
    except Failure as failure:
        print(f"\n{failure}\n{failure.remedy}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; the same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
