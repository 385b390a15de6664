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

# Prints the deployed services in the order of a release. A line is a wave; the next wave starts when all services of this one
# are stable. The monitoring comes first, and a service comes before the services that call it. The gateway comes last, so that
# it never routes to an endpoint that doesn't exist yet.
waves() {
  jq -r '[.monitoring[], .services[]] | group_by(.wave)[] | map(.name) | join(" ")' "$here/../services.json"
}

services() {
  waves | tr ' ' '\n'
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
  answer=$(aws ecs describe-task-definition --task-definition "$1" --include TAGS --output json) || return
  # The answer has the tags next to the task definition; a registration takes them inside it.
  jq -e '.taskDefinition + (if .tags then {tags} else {} end | map_values(select(length > 0)))' <<<"$answer"
}

# Prints family:7 for arn:aws:ecs:…:task-definition/family:7.
revision() {
  printf '%s\n' "${1##*/}"
}

# Points the service to a task definition, and prints the id of the rollout that this starts. If the service already has that
# task definition, ECS starts no rollout, and the id is that of the current rollout.
start_rollout() {
  local answer
  answer=$(aws ecs update-service --cluster "$1" --service "$2" --task-definition "$3" --output json) || return
  jq -er '.service.deployments[] | select(.status == "PRIMARY") | .id' <<<"$answer"
}

# Waits until the rollout is complete. Fails if the rollout failed, was superseded by another, or took too long. A request that
# ECS doesn't answer is retried.
await_rollout() {
  local cluster=$1 service=$2 id=$3 deadline=$((SECONDS + $4)) last='' state='' description rollout
  while ((SECONDS < deadline)); do
    if description=$(describe_service "$cluster" "$service"); then
      rollout=$(jq -c --arg id "$id" '.deployments[] | select(.id == $id)' <<<"$description")
      if [[ -z $rollout ]]; then
        say "$service: the rollout was superseded by another"
        return 1
      fi
      state=$(jq -r '"\(.rolloutState // "IN_PROGRESS"), \(.runningCount) of \(.desiredCount) tasks run, \(.failedTasks // 0) failed"' <<<"$rollout")
      if [[ $state != "$last" ]]; then
        say "$service: $state"
        last=$state
      fi
      case $(jq -r '"\(.status) \(.rolloutState)"' <<<"$rollout") in
        'PRIMARY COMPLETED')
          return 0
          ;;
        *' FAILED')
          say "$service: $(jq -r '.rolloutStateReason // "no reason given"' <<<"$rollout")"
          return 1
          ;;
      esac
    fi
    # Runs in the background, so that the shell handles a signal at once.
    sleep "${DEPLOY_POLL_SECONDS:-10}" &
    wait $!
  done
  say "$service: not stable in time"
  return 1
}

# Prints the latest ECS events of the service, newest first. They usually say why tasks don't start.
recent_events() {
  describe_service "$1" "$2" | jq -r '.events[:5][].message' | while read -r message; do say "  ECS: $message"; done
}
