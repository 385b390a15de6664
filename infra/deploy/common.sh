# Functions that the scripts in this folder share. They source this file.
# shellcheck shell=bash

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The AWS CLI retries requests that were throttled or got no answer. No command waits for input.
export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=5 AWS_PAGER=

# Prints to stderr, because other scripts read stdout.
say() {
  printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

# Prints the script's head comment, which is its manual, and exits with 2.
usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

# Prints the deployed services in the order of a release: by their waves, which deployment/service_list.py explains.
services() {
  jq -r '[.monitoring[], .services[]] | sort_by(.wave)[].name' "$here/../services.json"
}

is_service() {
  local all
  all=$(services)
  [[ $'\n'$all$'\n' == *$'\n'"$1"$'\n'* ]]
}

# Prints the services that are Maven modules, in the order of a release.
modules() {
  jq -r '.services | sort_by(.wave)[].name' "$here/../services.json"
}

# The other services have their images in infra/monitoring-images.
is_module() {
  local all
  all=$(modules)
  [[ $'\n'$all$'\n' == *$'\n'"$1"$'\n'* ]]
}

# Prints the image of the container with the service's name, from the task definition on stdin.
image_of() {
  jq -er --arg name "$1" '.containerDefinitions[] | select(.name == $name) | .image'
}

describe_service() {
  local answer
  answer=$(aws ecs describe-services --cluster "$1" --services "$2" --output json) || return
  jq -e '.services[] | select(.status == "ACTIVE")' <<<"$answer"
}

describe_task_definition() {
  local answer
  answer=$(aws ecs describe-task-definition --task-definition "$1" --output json) || return
  jq -e '.taskDefinition' <<<"$answer"
}

# Prints family:7 for arn:aws:ecs:…:task-definition/family:7.
revision() {
  printf '%s\n' "${1##*/}"
}

# Runs a task once, as run-task does: CLUSTER SERVICE FAMILY CONTAINER IMAGE SECONDS. IMAGE may be empty.
run_once() {
  "$here/run-task" --cluster "$1" --timeout "$6" "${@:2:3}" ${5:+"$5"}
}
