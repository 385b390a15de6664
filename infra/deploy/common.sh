# What the scripts beside this file share. Sourced, not run.
# shellcheck shell=bash

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The CLI repeats what was throttled or got no answer; nothing here asks a person.
export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=5 AWS_PAGER=

# To stderr: stdout is for what the next script reads.
say() {
  printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

# Ends with the script's own head comment, which is its manual.
usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

waves() {
  grep -v '^#' "$here/services"
}

services() {
  waves | tr ' ' '\n'
}

is_service() {
  local all
  all=$(services)
  [[ $'\n'$all$'\n' == *$'\n'"$1"$'\n'* ]]
}

# The others' images are of infra/monitoring-images.
is_module() {
  is_service "$1" && [[ ! -d $here/../monitoring-images/$1 ]]
}

modules() {
  local service
  for service in $(services); do
    if is_module "$service"; then echo "$service"; fi
  done
}

# The image of the container that is called like its service, in the task definition on stdin.
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
  # The tags stand beside it, where a registration has them inside.
  jq -e '.taskDefinition + (if .tags then {tags} else {} end | map_values(select(length > 0)))' <<<"$answer"
}

# family:7 of arn:aws:ecs:…:task-definition/family:7
revision() {
  printf '%s\n' "${1##*/}"
}

# Points the service to a task definition, and prints the id of the rollout that this begins. Where the service points
# there already ECS begins none, and the id is that of the rollout under way or done.
start_rollout() {
  local answer
  answer=$(aws ecs update-service --cluster "$1" --service "$2" --task-definition "$3" --output json) || return
  jq -er '.service.deployments[] | select(.status == "PRIMARY") | .id' <<<"$answer"
}

# Until the rollout is complete; non-zero where it failed, was overtaken by another, or took too long. That ECS doesn't
# answer for a moment ends nothing.
await_rollout() {
  local cluster=$1 service=$2 id=$3 deadline=$((SECONDS + $4)) last='' state='' description rollout
  while ((SECONDS < deadline)); do
    if description=$(describe_service "$cluster" "$service"); then
      rollout=$(jq -c --arg id "$id" '.deployments[] | select(.id == $id)' <<<"$description")
      if [[ -z $rollout ]]; then
        say "$service: the rollout was overtaken by another"
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
    # In the background, so that a signal is heard at once.
    sleep "${DEPLOY_POLL_SECONDS:-10}" &
    wait $!
  done
  say "$service: not stable in time"
  return 1
}

# What ECS says of the service lately, newest first: most often the reason why tasks don't start.
recent_events() {
  describe_service "$1" "$2" | jq -r '.events[:5][].message' | while read -r message; do say "  ECS: $message"; done
}
