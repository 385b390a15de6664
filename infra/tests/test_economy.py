"""Checks staging with economy, as planned: what it costs, and what it may not give up."""

import runpy

from conftest import REPOSITORY, read, resources
from plans import of, values

costs = runpy.run_path(str(REPOSITORY / "infra/costs.py"))["costs"]
# Without these, nobody reaches the shop or signs in.
STEADY = {"service-discovery", "api-gateway", "user-service"}


def test_economy_costs_at_most_the_first_estimate(stage):
    economy = resources(read("stage-economy.json"))
    assert 150 < sum(costs(economy).values()) <= 220 < sum(costs(stage).values())


def test_economy_keeps_what_the_shop_needs_on_reserved_capacity():
    economy = resources(read("stage-economy.json"))
    spot = {one["name"] for one in values(economy, "aws_ecs_service") if one["capacity_provider_strategy"]}
    steady = {one["name"] for one in values(economy, "aws_ecs_service") if one.get("launch_type") == "FARGATE"}
    assert steady == STEADY and len(spot) == 12 - len(STEADY)
    assert {one["runtime_platform"][0]["cpu_architecture"] for one in values(economy, "aws_ecs_task_definition")} == {"ARM64"}


def test_economy_keeps_the_alarms_and_the_dashboard(stage):
    """Container Insights, which it switches off, counts the tasks."""
    economy = resources(read("stage-economy.json"))

    def alarms(everything):
        return {one["values"]["alarm_name"] for one in of(everything, "aws_cloudwatch_metric_alarm")}

    # The NAT gateway of the second zone is gone too.
    gone = {"stage-ecs-tasks-missing-1", "stage-ecs-tasks-missing-2", "stage-ecs-tasks-missing-3", "stage-nat-no-free-port-us-east-1b"}
    assert alarms(stage) - alarms(economy) == gone and alarms(economy) < alarms(stage)
    (dashboard,) = values(economy, "aws_cloudwatch_dashboard")
    assert "ContainerInsights" not in dashboard["dashboard_body"]


def test_economy_is_off_by_default(stage):
    assert not [one for one in values(stage, "aws_ecs_service") if one["capacity_provider_strategy"]]
    assert len(of(stage, "aws_nat_gateway")) == 2


def test_only_prometheus_reaches_its_metrics_and_runs_alone(stage):
    (task,) = [one for one in values(stage, "aws_ecs_task_definition") if one["family"] == "prometheus"]
    stored = [one["efs_volume_configuration"] for one in task["volume"] if one["efs_volume_configuration"]]
    assert len(stored) == 1 and stored[0][0]["transit_encryption"] == "ENABLED"
    (group,) = [one for one in values(stage, "aws_security_group") if one["name"] == "stage-ecommerce-metrics-clients-sg"]
    users = {one["name"]: one for one in values(stage, "aws_ecs_service") if group["id"] in one["network_configuration"][0]["security_groups"]}
    assert set(users) == {"prometheus"}
    assert (users["prometheus"]["deployment_minimum_healthy_percent"], users["prometheus"]["deployment_maximum_percent"]) == (0, 100)
