"""Messages about the progress of a deployment."""

import datetime
import sys


def say(message: str) -> None:
    """Prints a message with the time (UTC) to stderr, because workflows read stdout."""
    now = datetime.datetime.now(datetime.timezone.utc)
    # A single write, because several threads say something.
    sys.stderr.write(f"{now:%H:%M:%S}  {message}\n")
    sys.stderr.flush()
