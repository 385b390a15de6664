"""Runs the commands of docs/staging-environment.md in their order against the staging in the local AWS."""

import os
import re
import subprocess
import textwrap

import pytest
from conftest import REPOSITORY, client
from staging import CLUSTER

PAGE = REPOSITORY / "docs/staging-environment.md"

# Replaces commands that need more than the local AWS: Docker, GitHub, the shop and a shell in a container. The AWS CLI is the
# real one, except for commands that version 1 lacks or that would wait for tasks, which never run here.
STAND_INS = r"""
set -euo pipefail
export AWS_PAGER=
terraform() {
  case "$*" in
    "output -raw state_bucket") echo some-bucket ;;
    "output -raw public_url") echo http://shop.invalid ;;
    "-chdir=. output -json github_variables") echo '{"STAGE_AWS_REGION": "us-east-1"}' ;;
    "-chdir=../../aws-backend-bootstrap output -json github_variables") echo '{"TF_STATE_BUCKET": "some-bucket"}' ;;
  esac
}
docker() {
  case $1 in
    login) grep -q . ;;
    build) [[ $* == *"--platform linux/amd64"* ]] ;;
  esac
}
# The commands in a container come after those outside.
nc() { [[ $# == 3 && $1 == -zv && $3 == 5432 ]]; }
DB_ENDPOINT=database:5432
gh() { [[ $* == "variable set STAGE_AWS_REGION --body us-east-1" || $* == "variable set TF_STATE_BUCKET --body some-bucket" ]]; }
curl() { echo UP; }
../../../mvnw() { [[ $TEST_DATABASE == embedded && $1 == -f && -f $2/pom.xml && $3 == verify && $4 == -Dembedded-postgres-binaries.version=* ]]; }
../../deploy/administer-database() { [[ $* == "--cluster stage-ecommerce-cluster" ]]; }
../../deploy/migrate() { [[ $* == "--cluster stage-ecommerce-cluster "*-service ]]; }
aws() {
  case "$1 $2" in
    "logs tail") [[ $(aws logs describe-log-groups --log-group-name-prefix "$3" --query 'logGroups[0].logGroupName' --output text) == "$3" ]] ;;
    "ecs execute-command") [[ $* == *"--interactive"*"--command /bin/bash"* ]] ;;
    "ecs wait") aws ecs describe-services "${@:4}" --query 'length(failures)' --output text | grep -qx 0 ;;
    *) command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@" ;;
  esac
}
"""


def blocks() -> list[str]:
    return [textwrap.dedent(block) for block in re.findall(r"^ *```bash\n(.*?)^ *```", PAGE.read_text(), re.DOTALL | re.MULTILINE)]


def test_each_command_of_the_page_works():
    script = "\n".join([STAND_INS, *blocks()])
    done = subprocess.run(
        ["bash", "-c", script], cwd=REPOSITORY, capture_output=True, text=True, timeout=300, env={**os.environ, "BASH_ENV": ""}
    )
    assert done.returncode == 0, done.stderr[-2000:] + done.stdout[-500:]
    (running,) = client("ecs").describe_services(cluster=CLUSTER, services=["order-service"])["services"]
    assert running["desiredCount"] == 1


@pytest.mark.parametrize(
    "command",
    [
        "aws secretsmanager get-secret-value", "create-service", "put-dashboard", "put-metric-alarm",
        "aws ecs describe-task-definition", "aws ecs describe-services", "aws ecs describe-clusters", "aws ecs list-services",
        "aws ecs execute-command", "nc -zv", "aws ecs update-service", "--force-new-deployment", "aws logs tail",
        "aws logs describe-log-groups", "aws elbv2 describe-target-health", "aws elbv2 describe-listeners",
        "/api/actuator/health", ":8761/eureka/apps", "grep UP",
    ],
)  # fmt: skip
def test_the_page_has_or_explains(command):
    assert command in PAGE.read_text()
