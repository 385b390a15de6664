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

has_database() {
  jq -e --arg name "$1" '.services[] | select(.name == $name) | has("database")' "$here/../services.json" >/dev/null
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

# Prints the registration of a copy of the task definition on stdin, with another image for the container. A description has
# members that a registration doesn't accept.
with_image() {
  jq --arg name "$1" --arg image "$2" '
    (.containerDefinitions[] | select(.name == $name) | .image) = $image
    | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
          .registeredAt, .registeredBy, .deregisteredAt, .deleteRequestedAt)
    | if .tags then .tags |= map(select(.key != "Rollout")) else . end
    | with_entries(select(.value != null and .value != []))'
}

register() {
  aws ecs register-task-definition --cli-input-json "$1" --query taskDefinition.taskDefinitionArn --output text
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

# Migrates the schema of a service with an image of the service; with an empty image, that of the newest task definition.
migrate_schema() {
  local cluster=$1 service=$2 image=$3 timeout=$4 current family
  current=$(describe_service "$cluster" "$service" | jq -er '.taskDefinition') || {
    say "The cluster $cluster has no active service $service"
    return 1
  }
  family=$(describe_task_definition "$current" | jq -er '.family') || return
  run_once "$cluster" "$service" "$family-migration" "$service-migration" "$image" "$timeout"
}

# Fails unless a task definition has the roles that Terraform made for the task, so that a foreign revision doesn't run.
has_own_roles() {
  jq -e --arg role ":role/${1%-cluster}-$2" '
    (.executionRoleArn // "" | endswith($role + "-execution")) and (.taskRoleArn // "" | endswith($role + "-task"))' >/dev/null
}

# Runs the newest task definition of a family once, in the network of a service, and waits until the task has ended. If an image is
# given, registers a revision with it first. Fails unless the task's container exits with 0.
run_once() {
  local cluster=$1 service=$2 family=$3 container=$4 image=$5 deadline=$((SECONDS + $6)) definition defined network answer task
  definition=$(describe_task_definition "$family") || {
    say "There is no task definition $family. Apply Terraform first"
    return 1
  }
  if ! has_own_roles "$cluster" "$container" <<<"$definition"; then
    say "$family: the newest revision has other roles than Terraform gave it. Find out who registered it"
    return 1
  fi
  defined=$(image_of "$container" <<<"$definition") || {
    say "$family: the newest revision has no container named $container"
    return 1
  }
  if [[ -z $image || $defined == "$image" ]]; then
    definition=$(jq -r '.taskDefinitionArn' <<<"$definition")
  else
    definition=$(register "$(with_image "$container" "$image" <<<"$definition")") || return
  fi
  network=$(describe_service "$cluster" "$service" | jq -ce '.networkConfiguration') || return
  answer=$(aws ecs run-task --cluster "$cluster" --task-definition "$definition" --launch-type FARGATE \
    --network-configuration "$network" --output json) || return
  task=$(jq -r '.tasks[0].taskArn // empty' <<<"$answer")
  if [[ -z $task ]]; then
    say "$(revision "$definition"): ECS started no task: $(jq -r '[.failures[]?.reason] | join(", ")' <<<"$answer")"
    return 1
  fi
  say "$(revision "$definition") runs as task ${task##*/}"
  while ((SECONDS < deadline)); do
    if answer=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --output json) &&
      [[ $(jq -r '.tasks[0].lastStatus' <<<"$answer") == STOPPED ]]; then
      [[ $(jq -r '.tasks[0].containers[0].exitCode' <<<"$answer") != 0 ]] || return 0
      say "$(revision "$definition") failed: $(jq -r '.tasks[0] | "exit code \(.containers[0].exitCode), \(.stoppedReason)"' <<<"$answer")"
      return 1
    fi
    sleep "${DEPLOY_POLL_SECONDS:-10}" &
    wait $!
  done
  say "$(revision "$definition") hasn't ended in time. It goes on, because nobody may interrupt a migration"
  return 1
}

# Prints the latest ECS events of the service, newest first. They usually say why tasks don't start.
recent_events() {
  describe_service "$1" "$2" | jq -r '.events[:5][].message' | while read -r message; do say "  ECS: $message"; done
}
