"""The rules for workflows and actions that no linter has: exits with 1 and a line for each that is broken."""

import fnmatch
import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTIONS = sorted((ROOT / ".github/actions").glob("*/action.yml"))
# The commands of infra/deploy that need packages.
COMMANDS = [path.name for path in (ROOT / "infra/deploy").iterdir() if path.is_file() and "\nfrom deployment." in path.read_text()]
INSTALLED = "./.github/actions/deploy-commands"
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
DIGEST = re.compile(r"[\w./:-]+@sha256:[0-9a-f]{64}")
SECRET = re.compile(r"\bsecrets\.(?!GITHUB_TOKEN\b)\w+|\bsecrets: inherit\b|\btoJSON\(secrets\)")
WRAPPER = ROOT / ".mvn/wrapper/maven-wrapper.properties"
problems = []


def load(path):
    document = yaml.safe_load(path.read_text())
    # YAML 1.1 reads the key "on" as true.
    if True in document:
        document["on"] = document.pop(True)
    return document


def problem(path, text):
    problems.append(f"{path.relative_to(ROOT)}: {text}")


def check_pins(path):
    """Tags move; a commit doesn't, and the comment says which release it is."""
    for uses in re.findall(r"^\s*(?:- )?uses: (.+)$", path.read_text(), re.MULTILINE):
        if not uses.startswith("./") and not PINNED.fullmatch(uses):
            problem(path, f"{uses} isn't pinned as name@commit # version")


def check_images(path, job, where):
    """The tag of an image moves; its digest doesn't."""
    for one in [job.get("container"), *job.get("services", {}).values()]:
        image = one.get("image") if isinstance(one, dict) else one
        if image and not DIGEST.fullmatch(image):
            problem(path, f"{where}: the image {image} isn't pinned as name:tag@sha256:digest")


def check_secrets(path, workflow):
    """Whoever may push a branch writes the jobs that run on it. Only an environment's rules keep a secret from them."""
    for name, job in workflow["jobs"].items():
        if (found := SECRET.search(yaml.safe_dump(job, width=1000))) and "environment" not in job:
            problem(path, f"job {name} gets {found[0]} without an environment, so any branch may read it")
    if found := SECRET.search(yaml.safe_dump({key: value for key, value in workflow.items() if key != "jobs"}, width=1000)):
        problem(path, f"all jobs get {found[0]}; give it to the job that needs it, in an environment")


def check_local(path, uses, given, where):
    """What is called in this repository exists, and gets the inputs that it knows and needs."""
    target = ROOT / uses
    if not uses.endswith(".yml"):
        target /= "action.yml"
    if not target.is_file():
        return problem(path, f"{where}: there is no {uses}")
    called = load(target)
    inputs = called["on"]["workflow_call"].get("inputs", {}) if uses.endswith(".yml") else called.get("inputs", {})
    for name in given.keys() - inputs.keys():
        problem(path, f"{where}: {uses} has no input {name}")
    for name, specification in inputs.items():
        if specification.get("required") and name not in given:
            problem(path, f"{where}: {uses} needs the input {name}")
        if not specification.get("description"):
            problem(target, f"the input {name} has no description")


def check_permissions(path, uses, granted, where):
    """GitHub doesn't start a workflow that calls one whose jobs ask for more than the call grants, even if they are skipped."""
    levels = ("none", "read", "write")
    for name, job in load(ROOT / uses)["jobs"].items():
        for scope, level in job.get("permissions", {}).items():
            if levels.index(level) > levels.index(granted.get(scope, "none")):
                problem(path, f"{where}: job {name} of {uses} asks for {scope}: {level}")


def check_script(path, where, script, environment):
    """By shellcheck, as GitHub's bash runs it."""
    if "${{" in script:
        problem(path, f"{where}: an expression inside a script runs whatever is in it; hand it over by env")
    given = "".join(f"export {name}\n{name}=$(cat)\n" for name in environment)
    answer = subprocess.run(
        ["shellcheck", "--shell=bash", "--format=gcc", "-"],
        input=f"set -eo pipefail\n{given}{script}", text=True, capture_output=True)
    for line in answer.stdout.splitlines():
        problem(path, f"{where}: {line}")


def check_credentials(path, job, where):
    """AWS ends the credentials of a job that is still running, and its rollback with them."""
    for step in job["steps"]:
        duration = int(step.get("with", {}).get("duration", 3600))
        if step.get("uses") == "./.github/actions/aws" and job["timeout-minutes"] * 60 > duration:
            problem(path, f"{where} may run longer than its credentials, {duration} s")


def check_steps(path, steps, where, is_action):
    checked_out = is_action
    installed = False
    for number, step in enumerate(steps, 1):
        at = f"{where}, step {number}"
        uses = step.get("uses", "")
        if uses.startswith("actions/checkout@"):
            checked_out = True
            if step.get("with", {}).get("persist-credentials") is not False:
                problem(path, f"{at}: the token stays in the checkout; persist-credentials: false")
        if uses.startswith("./"):
            if not checked_out:
                problem(path, f"{at}: {uses} isn't there before the checkout")
            check_local(path, uses, step.get("with", {}), at)
        installed = installed or uses == INSTALLED
        if "run" in step:
            called = set(re.findall(r"infra/deploy/([\w-]+)", step["run"])) & set(COMMANDS)
            if called and not installed:
                problem(path, f"{at}: {called.pop()} needs {INSTALLED} before")
            if is_action and "shell" not in step:
                problem(path, f"{at}: a composite action has to name its shell")
            check_script(path, at, step["run"], step.get("env", {}))


def check_triggers(path, workflow):
    """Whoever opens a pull request writes what it runs, so it gets no secret and no right to deploy."""
    triggers = workflow["on"]
    if "pull_request_target" in triggers:
        problem(path, "pull_request_target runs with the rights of the base branch")
    if "pull_request" in triggers and re.search(r"\$\{\{[^}]*\bsecrets\.", path.read_text()):
        problem(path, "a pull request must get no secret")
    for name, job in workflow["jobs"].items():
        if "pull_request" in triggers and job.get("permissions", {}).get("attestations") == "write":
            problem(path, f"job {name}: a pull request must attest nothing")


def check_workflow(path):
    workflow = load(path)
    check_triggers(path, workflow)
    check_secrets(path, workflow)
    if workflow.get("permissions") != {"contents": "read"}:
        problem(path, "the permissions aren't contents: read; a job that needs more asks for it")
    if "workflow_call" not in workflow["on"] and "concurrency" not in workflow:
        problem(path, "there is no concurrency group")
    has_scripts = any("run" in step for job in workflow["jobs"].values() for step in job.get("steps", []))
    if has_scripts and workflow.get("defaults", {}).get("run", {}).get("shell") != "bash":
        problem(path, "its scripts run without pipefail; defaults: run: shell: bash")
    for name, job in workflow["jobs"].items():
        where = f"job {name}"
        # The bootstrap makes the roles of all environments. Without the environment there are no settings to plan with.
        if "_PLAN_ROLE_ARN" in str(job) and "_ECS_CLUSTER" not in job.get("if", ""):
            problem(path, f"{where} plans an environment that may not exist yet")
        check_images(path, job, where)
        if "uses" in job:
            check_local(path, job["uses"], job.get("with", {}), where)
            check_permissions(path, job["uses"], job.get("permissions", workflow["permissions"]), where)
            continue
        if "timeout-minutes" not in job:
            problem(path, f"{where} has no timeout")
        else:
            check_credentials(path, job, where)
        check_steps(path, job["steps"], where, is_action=False)


def check_plans():
    """A change of what Terraform reads outside its folders is planned too."""
    path = ROOT / ".github/workflows/infra.yml"
    for folder in ("infra/modules", "infra/aws-environments"):
        for source in (ROOT / folder).rglob("*.tf"):
            for name in re.findall(r'file\("\$\{path\.module\}/([^"]+)"\)', source.read_text()):
                read = str((source.parent / name).resolve().relative_to(ROOT))
                for event in ("pull_request", "push"):
                    if not any(fnmatch.fnmatch(read, pattern) for pattern in load(path)["on"][event]["paths"]):
                        problem(path, f"on: {event}: a change of {read}, which {source.relative_to(ROOT)} reads, is planned by nobody")


def check_dependabot():
    """Each folder with pinned Python packages is watched."""
    path = ROOT / ".github/dependabot.yml"
    watched = [folder for update in load(path)["updates"] if update["package-ecosystem"] == "pip"
               for folder in update.get("directories", [update.get("directory")])]
    files = subprocess.run(["git", "ls-files", "*requirements*.txt"], cwd=ROOT, text=True, capture_output=True, check=True).stdout.splitlines()
    for folder in sorted({f"/{Path(file).parent}" for file in files} - set(watched)):
        problem(path, f"the Python packages of {folder} are watched by nobody")


def check_wrapper():
    """The Maven that builds everything is the one that somebody has looked at."""
    given = dict(line.split("=", 1) for line in WRAPPER.read_text().splitlines() if line and not line.startswith("#"))
    for name in ("distributionSha256Sum", "distributionTarSha256Sum"):
        if not re.fullmatch(r"[0-9a-f]{64}", given.get(name, "")):
            problem(WRAPPER, f"{name} isn't a checksum, so Maven is run as it is downloaded")


check_plans()
check_dependabot()
check_wrapper()
for path in WORKFLOWS + ACTIONS:
    check_pins(path)
for path in WORKFLOWS:
    check_workflow(path)
for path in ACTIONS:
    check_steps(path, load(path)["runs"]["steps"], "the action", is_action=True)

print(*problems, sep="\n", end="\n" if problems else "")
print(f"{len(WORKFLOWS)} workflows and {len(ACTIONS)} actions looked through: {len(problems)} problems")
sys.exit(bool(problems))
