import os
import subprocess

import pytest
from conftest import REPOSITORY

SCRIPT = REPOSITORY / "infra/tests/patient-terraform"

# Fails as often as SLOW says, with the message of Terraform 1.11 in colour and wrapped.
STAND_IN = r"""#!/bin/bash
echo "$*" >>"$RUNS"
if (($(wc -l <"$RUNS") <= SLOW)); then
  printf '\033[31m│\033[0m "registry.terraform.io/hashicorp/aws" to obtain schema: timeout while waiting\n│ for plugin to start..\n' >&2
  exit 1
fi
echo result
echo warning >&2
exit "$CODE"
"""


def run(folder, slow, code):
    stand_in = folder / "terraform"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    runs = folder / "runs"
    environment = os.environ | {"TERRAFORM": str(stand_in), "RUNS": str(runs), "SLOW": str(slow), "CODE": str(code)}
    result = subprocess.run([SCRIPT, "plan", "-no-color"], env=environment, capture_output=True, text=True)
    return result, runs.read_text().splitlines()


@pytest.mark.parametrize("slow", [0, 1, 2])
@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_command_is_repeated_until_the_provider_starts(tmp_path, slow, code):
    result, runs = run(tmp_path, slow, code)

    assert runs == ["plan -no-color"] * (slow + 1)
    assert (result.returncode, result.stdout) == (code, "result\n")
    assert result.stderr.endswith("warning\n")


def test_a_provider_that_never_starts_fails_the_command(tmp_path):
    result, runs = run(tmp_path, 3, 0)

    assert len(runs) == 3
    assert result.returncode == 1
    assert "for plugin to start" in result.stderr
