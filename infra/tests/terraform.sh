# Prepares Terraform for the tests: a folder for results, the provider, and a local stand-in for AWS. run sources this file.
# shellcheck shell=bash

work=$(mktemp -d)
finish() {
  # The servers. One that has ended isn't listed.
  jobs -pr | xargs -r kill
  if [[ ${KEEP:-} == 1 ]]; then echo "The results are in $work"; else rm -rf "$work"; fi
}
trap finish EXIT

# Uses the provider from a mirror on this machine, or from the registry. find fails if it may not read a folder.
plugin=$(find / -xdev -name 'terraform-provider-aws_v*' -path '*registry.terraform.io*' -print -quit 2>/dev/null || true)
export TF_CLI_CONFIG_FILE=$work/terraformrc TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1
if [[ -n $plugin ]]; then
  cat >"$TF_CLI_CONFIG_FILE" <<RC
provider_installation {
  filesystem_mirror {
    path    = "${plugin%/registry.terraform.io/*}"
    include = ["registry.terraform.io/hashicorp/aws"]
  }
}
RC
elif python3 -c 'import socket; socket.create_connection(("registry.terraform.io", 443), 5)' 2>/dev/null; then
  : >"$TF_CLI_CONFIG_FILE"
else
  skip "there is no local mirror of the provider hashicorp/aws, and the registry is unreachable"
fi

# Terraform collects garbage less often than by default. On a machine that is slow to provide new memory, no collection at all
# takes longer.
export GOGC=400

# Prevents calls to the real AWS, whatever credentials the shell has.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
unset AWS_PROFILE AWS_SESSION_TOKEN AWS_CA_BUNDLE
export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_ACCESS_KEY_ID=testing AWS_SECRET_ACCESS_KEY=testing \
  AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_EC2_METADATA_DISABLED=true

# Repeats each command whose provider didn't start in time.
repeat_slow_starts() {
  mkdir -p "$work/bin"
  TERRAFORM=$(command -v terraform)
  export TERRAFORM
  ln -s "$infra/tests/patient-terraform" "$work/bin/terraform"
  PATH=$work/bin:$PATH
}

quietly() {
  local log
  log=$work/$((++steps)).log
  "$@" >"$log" 2>&1 || { status=$? && cat "$log" >&2 && return "$status"; }
}
steps=0

# Starts the stand-in and waits until it accepts connections.
start_stand_in() {
  MOTO_IAM_LOAD_MANAGED_POLICIES=true MOTO_ECS_SERVICE_RUNNING=1 MOTO_ACM_VALIDATION_WAIT=1 \
    ACTION_LOG=$work/actions python3 "$infra/tests/aws_stand_in.py" -H 127.0.0.1 -p "$port" >"$work/aws.log" 2>&1 &
  local stand_in=$!
  for _ in $(seq 100); do
    if python3 -c "import socket; socket.create_connection(('127.0.0.1', $port), 1)" 2>/dev/null; then return; fi
    kill -0 "$stand_in" || break
    sleep 0.3
  done
  cat "$work/aws.log" && exit 1
}

# Makes the AWS CLI answer without its start, because a script of each secret calls it. The CLI itself is the real one.
start_cli() {
  python3 -c 'import awscli' 2>/dev/null || return 0
  mkdir -p "$work/bin"
  PYTHONPATH=$infra/deploy/tests PYTHONDONTWRITEBYTECODE=1 python3 -c 'import sys, warm_cli
print(warm_cli.CLIENT.format(python=sys.executable, path=sys.argv[1]))' "$work/cli" >"$work/bin/aws"
  chmod +x "$work/bin/aws"
  python3 "$infra/deploy/tests/warm_cli.py" "$work/cli" >"$work/cli.log" 2>&1 &
  timeout 30 bash -c "until grep -q ready '$work/cli.log'; do sleep 0.1; done"
  PATH=$work/bin:$PATH
}
