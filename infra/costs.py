#!/usr/bin/env python3
"""Writes docs/costs.md from what Terraform plans: costs.py STAGE.json STAGE_PAUSED.json STAGE_ECONOMY.json PROD.json > docs/costs.md

Each file is the output of `terraform show -json` for a plan or a state. What a plan doesn't contain, such as traffic, is an
assumption that the page lists.
"""

import json
import re
import sys

HOURS = 730  # a month

# US dollars, us-east-1, on demand, Linux.
PRICES = {
    "Fargate, vCPU-hour": 0.04048,
    "Fargate, GB-hour": 0.004445,
    "Fargate on ARM64, vCPU-hour": 0.03238,
    "Fargate on ARM64, GB-hour": 0.00356,
    "ALB, hour": 0.0225,
    "ALB, capacity unit-hour": 0.008,
    "NAT gateway, hour": 0.045,
    "NAT gateway, GB": 0.045,
    "Public IPv4 address, hour": 0.005,
    "RDS db.t3.small, hour": 0.036,
    "RDS db.t3.medium with standby, hour": 0.145,
    "RDS gp3, GB-month": 0.115,
    "RDS gp3 with standby, GB-month": 0.23,
    "Secret, month": 0.40,
    "CloudWatch alarm, metric-month": 0.10,
    "CloudWatch composite alarm, month": 0.50,
    "EFS, GB-month": 0.30,
    "CloudWatch metric, month": 0.30,
    "CloudWatch Logs, GB taken in": 0.50,
    "CloudWatch Logs, GB-month kept": 0.03,
    "Private DNS zone, month": 0.50,
    "Cloud Map instance, month": 0.10,
    "ECR, GB-month": 0.10,
}

ASSUMED = {
    "Discount of Fargate Spot, per cent (AWS says up to 70, and changes it)": 60,
    "GB of Prometheus' metrics": 3,
    "Capacity units of the load balancer, on average": 1,
    "GB through NAT a month": 50,
    "GB of logs a month and task": 0.7,
    "Metrics of Container Insights a service, and for the cluster": 10,
    "GB of images in ECR, shared by the environments": 12,
}

INSTANCES = {
    ("db.t3.small", False): "RDS db.t3.small, hour",
    ("db.t3.medium", True): "RDS db.t3.medium with standby, hour",
}


def resources(document: dict) -> list[dict]:
    def walk(module: dict) -> list[dict]:
        return module.get("resources", []) + [one for child in module.get("child_modules", []) for one in walk(child)]

    root = document.get("values") or document["planned_values"]
    return [one for one in walk(root["root_module"]) if one["mode"] == "managed"]


def of(everything: list[dict], kind: str) -> list[dict]:
    return [one for one in everything if one["type"] == kind]


def moment(cron: str) -> tuple[float, int]:
    """Returns the hour of the day and the number of days per week of a schedule such as cron(30 6 ? * MON-FRI *)."""
    schedule = re.fullmatch(r"cron\((\d+) (\d+) \? \* (\S+) \*\)", cron)
    assert schedule, f"{cron} is not a daily schedule"
    minute, hour, days = schedule.groups()
    week = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
    count = 0
    for part in days.split(","):
        first, _, last = part.partition("-")
        count += (week.index(last or first) - week.index(first)) % 7 + 1
    return int(hour) + int(minute) / 60, count


def monthly_hours(start: str, stop: str) -> float:
    (first, days), (last, _) = moment(start), moment(stop)
    return (last - first) * days / 168 * HOURS


def hours(everything: list[dict]) -> tuple[float, float]:
    """Returns the hours per month in which the services run, and those in which the database runs."""
    actions = {one["index"]: one["values"]["schedule"] for one in of(everything, "aws_appautoscaling_scheduled_action")}
    schedules = {one["index"]: one["values"]["schedule_expression"] for one in of(everything, "aws_scheduler_schedule")}
    return (
        monthly_hours(actions["start"], actions["stop"]) if actions else HOURS,
        monthly_hours(schedules["start"], schedules["stop"]) if schedules else HOURS,
    )


def fargate(everything: list[dict]) -> tuple[str, int, float]:
    """Returns a description of all tasks, their number, and their price an hour."""
    sizes = {one["address"].partition(".aws_ecs_")[0]: one["values"] for one in of(everything, "aws_ecs_task_definition")}
    spot = 1 - ASSUMED["Discount of Fargate Spot, per cent (AWS says up to 70, and changes it)"] / 100
    tasks, spare, cpus, memory, price, arm = 0, 0, 0.0, 0.0, 0.0, ""
    for service in of(everything, "aws_ecs_service"):
        count, size = service["values"]["desired_count"], sizes[service["address"].partition(".aws_ecs_")[0]]
        arm = " on ARM64" if size["runtime_platform"][0]["cpu_architecture"] == "ARM64" else ""
        on_spot = bool(service["values"]["capacity_provider_strategy"])
        cpu, gigabytes = count * int(size["cpu"]) / 1024, count * int(size["memory"]) / 1024
        tasks, cpus, memory, spare = tasks + count, cpus + cpu, memory + gigabytes, spare + count * on_spot
        price += (cpu * PRICES[f"Fargate{arm}, vCPU-hour"] + gigabytes * PRICES[f"Fargate{arm}, GB-hour"]) * (spot if on_spot else 1)
    return f"Fargate{arm}: {tasks} tasks{f', {spare} on Spot' if spare else ''}, {cpus:g} vCPU, {memory:g} GB", tasks, price


def costs(everything: list[dict]) -> dict[str, float]:
    running, database_running = hours(everything)
    machines, tasks, price = fargate(everything)
    (database,) = [one["values"] for one in of(everything, "aws_db_instance")]
    gateways = len(of(everything, "aws_nat_gateway"))
    # The load balancer has an address in each zone, and so in each public subnet.
    addresses = len(of(everything, "aws_eip")) + len(of(everything, "aws_subnet")) // 2
    metrics = sum(
        sum(1 for query in one["values"]["metric_query"] if query["metric"]) or 1
        for one in of(everything, "aws_cloudwatch_metric_alarm")
    )
    logs = tasks * ASSUMED["GB of logs a month and task"] * running / HOURS
    storage = "RDS gp3 with standby, GB-month" if database["multi_az"] else "RDS gp3, GB-month"
    composites = len(of(everything, "aws_cloudwatch_composite_alarm"))
    counted = of(everything, "aws_ecs_cluster")[0]["values"]["setting"][0]["value"] != "disabled"
    insights = counted * ASSUMED["Metrics of Container Insights a service, and for the cluster"] * (len(of(everything, "aws_ecs_service")) + 1)
    return {
        machines: running * price,
        "Load balancer": HOURS
        * (
            PRICES["ALB, hour"]
            + ASSUMED["Capacity units of the load balancer, on average"] * PRICES["ALB, capacity unit-hour"]
        ),
        f"NAT gateways: {gateways}": gateways * HOURS * PRICES["NAT gateway, hour"]
        + ASSUMED["GB through NAT a month"] * PRICES["NAT gateway, GB"],
        f"Public IPv4 addresses: {addresses}": addresses * HOURS * PRICES["Public IPv4 address, hour"],
        f"RDS: {database['instance_class']}{' with standby' if database['multi_az'] else ''}, "
        f"{database['allocated_storage']} GB": database_running
        * PRICES[INSTANCES[database["instance_class"], database["multi_az"]]]
        + database["allocated_storage"] * PRICES[storage],
        "CloudWatch Logs": logs * (PRICES["CloudWatch Logs, GB taken in"] + PRICES["CloudWatch Logs, GB-month kept"]),
        f"CloudWatch alarms: {metrics} metrics, {composites} composite": metrics * PRICES["CloudWatch alarm, metric-month"]
        + composites * PRICES["CloudWatch composite alarm, month"],
        "Prometheus' metrics on EFS": ASSUMED["GB of Prometheus' metrics"] * PRICES["EFS, GB-month"],
        "Container Insights": insights * PRICES["CloudWatch metric, month"] * running / HOURS,
        f"Secrets: {len(of(everything, 'aws_secretsmanager_secret'))}": len(of(everything, "aws_secretsmanager_secret"))
        * PRICES["Secret, month"],
        "Private DNS": PRICES["Private DNS zone, month"]
        + len(of(everything, "aws_service_discovery_service")) * PRICES["Cloud Map instance, month"],
        "Images in ECR": ASSUMED["GB of images in ECR, shared by the environments"] * PRICES["ECR, GB-month"],
    }


def table(header: list[str], rows: list[list[str]]) -> str:
    alignment = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [header, alignment, *rows])


def bill(title: str, lines: dict[str, float]) -> str:
    total = sum(lines.values())
    rows = [[name, f"{value:.2f}"] for name, value in lines.items()] + [["**Total**", f"**{total:.2f}**"]]
    return f"### {title}\n\n{table(['what', 'US $ a month'], rows)}\n"


def main() -> None:
    plans = []
    for path in sys.argv[1:5]:
        with open(path, encoding="utf-8") as file:
            plans.append(resources(json.load(file)))
    stage, paused, economy, prod = (costs(plan) for plan in plans)
    running, _ = hours(plans[1])
    saved = 100 * (1 - sum(paused.values()) / sum(stage.values()))
    full = 10 * HOURS * (0.5 * PRICES["Fargate, vCPU-hour"] + PRICES["Fargate, GB-hour"])
    print(f"""# Costs

`infra/costs.py` generates this page from the resources that Terraform plans. `infra/tests/run` compares the two, so regenerate the
page after a change of a size (`UPDATE=1 infra/tests/run`). All amounts are US dollars for a month of {HOURS} hours, without
taxes, free tiers or discounts.

{bill("Staging, always running", stage)}
{bill(f"Staging in working hours ({running:.0f} hours a month), which saves {saved:.0f} %", paused)}
{bill("Staging with economy, always running", economy)}
{bill("Production, with the minimum of tasks", prod)}
Each additional task in production costs {HOURS * (PRICES["Fargate, vCPU-hour"] + 2 * PRICES["Fargate, GB-hour"]):.2f} a month if it keeps running. Scaling adds tasks
up to three for each service.

## Comparison with the first estimate

The first estimate for staging was 203 to 250 a month. The differences are:

- The estimate for Fargate was 75 to 90. Ten tasks of half a vCPU and 1 GB that always run cost {full:.2f}; 75 to 90 is
  closer to their cost in working hours ({full * running / HOURS:.2f}). Prometheus and Grafana weren't counted and are two more tasks.
- AWS now charges for public IPv4 addresses by the hour; staging needs four.
- There are {len(of(plans[0], "aws_secretsmanager_secret"))} secrets, not one: each service has its own, and two for the database.
- Alarms, Container Insights, which counts the running tasks, and Prometheus' metrics weren't in the estimate.

## Savings on staging

- `economy = true` brings staging, always running, to the first estimate ([what it changes](staging-environment.md#economy)).
- `working_hours` (see [staging](staging-environment.md#pausing)) saves most of Fargate's price. NAT gateways and the load balancer keep
  running. The two can be combined.
- Destroying staging for a quiet week saves everything but the images, and takes half an hour: see the same page.

## Unit prices

These are on-demand prices in us-east-1. AWS changes prices from time to time, so check them before you decide.

{table(["what", "US $"], [[name, f"{price:g}"] for name, price in PRICES.items()])}

## Assumptions

{table(["what", "how much"], [[name, f"{value:g}"] for name, value in ASSUMED.items()])}

The estimate assumes that traffic to the internet stays within AWS's free 100 GB a month, backups stay within the size of the
database, and the dashboard is one of the three free ones.""")


if __name__ == "__main__":
    main()
