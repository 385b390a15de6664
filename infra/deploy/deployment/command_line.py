"""What the commands share: their arguments, their exit codes and their signals."""

import argparse
import os
from collections.abc import Callable

from deployment.aws import client
from deployment.ecs import Cluster
from deployment.errors import FAILURES, Interrupted
from deployment.interruption import Interruption, Patience
from deployment.log import say


def parser(manual: str | None) -> argparse.ArgumentParser:
    """Returns a parser of the arguments that all commands have. Prints the command's manual with --help."""
    arguments = argparse.ArgumentParser(description=manual, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    arguments.add_argument("--cluster", type=name, required=True)
    arguments.add_argument("--timeout", metavar="SECONDS", type=seconds, default=900)
    return arguments


def name(text: str) -> str:
    """Refuses an empty text, as of a variable that isn't set: without a name, ECS would take the cluster 'default'."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty")
    return text


def seconds(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' isn't a number of seconds")
    return int(text)


def run(command: Callable[[argparse.Namespace, Cluster, Patience], int], arguments: argparse.Namespace) -> int:
    """Runs a command with the cluster of its arguments. Returns its exit code, 1 if it raises an error."""
    interruption = Interruption()
    patience = Patience(interruption, arguments.timeout, float(os.environ.get("DEPLOY_POLL_SECONDS", "10")))

    def work() -> int:
        try:
            return command(arguments, Cluster(arguments.cluster, client("ecs")), patience)
        except Interrupted:
            say("Interrupted: what ECS has begun goes on")
        except FAILURES as error:
            say(str(error))
        return 1

    return interruption.run(work)
