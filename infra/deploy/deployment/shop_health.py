"""Whether the shop is well: the alarms and the smoke test."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deployment.aws import AWS_ERRORS
from deployment.errors import Interrupted
from deployment.interruption import Interruption
from deployment.log import say

SMOKE_TEST = Path(__file__).resolve().parents[1] / "smoke-test"


class Alarms:
    """The alarms whose names begin with a prefix."""

    def __init__(self, prefix: str, cloudwatch: Any) -> None:
        self._prefix = prefix
        self._cloudwatch = cloudwatch

    def firing(self) -> list[str]:
        pages = self._cloudwatch.get_paginator("describe_alarms").paginate(AlarmNamePrefix=self._prefix)
        return [str(one["AlarmName"]) for page in pages for one in page["MetricAlarms"] if one["StateValue"] == "ALARM"]


@dataclass(frozen=True)
class ShopHealth:
    """Checks the alarms and runs the smoke test, each only if it is given."""

    alarms: Alarms | None
    base_url: str | None
    interruption: Interruption

    def firing_alarms(self) -> str:
        """Returns the names of the firing alarms, an empty text if there are none."""
        return ", ".join(self.alarms.firing()) if self.alarms else ""

    def is_well(self) -> bool:
        try:
            names = self.firing_alarms()
        except AWS_ERRORS as error:
            say(f"CloudWatch doesn't tell whether alarms are firing: {error}")
            return False
        if names:
            say(f"Alarms are firing: {names}")
        return not names and (self.base_url is None or self._passes_smoke_test(self.base_url))

    def _passes_smoke_test(self, url: str) -> bool:
        with subprocess.Popen([SMOKE_TEST, url], stdin=subprocess.DEVNULL, stdout=sys.stderr) as test:
            try:
                while test.poll() is None:
                    self.interruption.pause(0.1)
            except Interrupted:
                test.terminate()
                raise
        return test.returncode == 0
