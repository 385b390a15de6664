"""What became of a service in a deployment."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """A text for the summary, and an exit code: 0 runs its image, 1 runs the previous image, 3 needs a person."""

    NOT_STARTED = ("not started", 1)
    DEPLOYED = ("deployed", 0)
    ALREADY_RUNNING = ("already running", 0)
    UNCHANGED = ("failed, unchanged", 1)
    ROLLED_BACK = ("failed, rolled back", 1)
    INTERRUPTED = ("interrupted, rolling back", 1)
    ROLLBACK_FAILED = ("**failed, and the rollback failed**", 3)
    # Because another service of the release failed, or the whole shop.
    RETURNED = ("rolled back", 1)
    RETURN_FAILED = ("**the rollback failed**", 3)

    def __init__(self, text: str, exit_code: int) -> None:
        self.text = text
        self.exit_code = exit_code


@dataclass(frozen=True)
class Result:
    """An outcome, and the ARN of the task definition that the service has then; None if that isn't known."""

    outcome: Outcome
    runs: str | None
