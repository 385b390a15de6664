"""Reads the resources of staging through the AWS API, independently of Terraform."""

import functools
import json

from conftest import client

CLUSTER = "stage-ecommerce-cluster"
SERVICES = {
    "service-discovery": 8761, "cloud-config": 8888, "api-gateway": 8080, "user-service": 8081,
    "product-service": 8082, "order-service": 8083, "payment-service": 8084, "shipping-service": 8085,
    "favourite-service": 8086, "proxy-client": 8087,
}  # fmt: skip


@functools.cache
def vpc() -> dict:
    (found,) = client("ec2").describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["stage-ecommerce-vpc"]}])["Vpcs"]
    return found


def in_vpc(name: str = "vpc-id") -> list[dict]:
    return [{"Name": name, "Values": [vpc()["VpcId"]]}]


def subnets(gateway: str) -> list[dict]:
    """Returns the subnets with a route to the internet through this kind of gateway: GatewayId or NatGatewayId."""
    tables = client("ec2").describe_route_tables(Filters=in_vpc())["RouteTables"]
    leading = {
        association["SubnetId"]
        for table in tables
        if any(route.get(gateway, "").startswith(("igw-", "nat-")) for route in table["Routes"])
        for association in table["Associations"]
        if "SubnetId" in association
    }
    return [one for one in client("ec2").describe_subnets(Filters=in_vpc())["Subnets"] if one["SubnetId"] in leading]


@functools.cache
def balancer() -> dict:
    (found,) = client("elbv2").describe_load_balancers(Names=["stage-ecommerce-alb"])["LoadBalancers"]
    return found


def listeners() -> dict[int, dict]:
    found = client("elbv2").describe_listeners(LoadBalancerArn=balancer()["LoadBalancerArn"])["Listeners"]
    return {one["Port"]: one for one in found}


def target_group(arn: str) -> dict:
    (found,) = client("elbv2").describe_target_groups(TargetGroupArns=[arn])["TargetGroups"]
    return found


def public_paths() -> dict[str, str]:
    """Returns the target group of each path pattern on port 80."""
    rules = client("elbv2").describe_rules(ListenerArn=listeners()[80]["ListenerArn"])["Rules"]
    return {
        path: target_group(rule["Actions"][0]["TargetGroupArn"])["TargetGroupName"]
        for rule in rules
        for condition in rule["Conditions"]
        for path in condition["PathPatternConfig"]["Values"]
    }


def behind(port: int) -> dict:
    """Returns the target group of a listener's default action."""
    return target_group(listeners()[port]["DefaultActions"][0]["TargetGroupArn"])


@functools.cache
def database() -> dict:
    (found,) = client("rds").describe_db_instances(DBInstanceIdentifier="stage-ecommerce-db")["DBInstances"]
    return found


def group_id(name: str) -> str:
    filters = [*in_vpc(), {"Name": "group-name", "Values": [name]}]
    (found,) = client("ec2").describe_security_groups(Filters=filters)["SecurityGroups"]
    return found["GroupId"]


def rules(name: str, egress: bool = False) -> set[tuple]:
    """Returns the rules of a security group: ports, and the address range or the other group."""
    found = client("ec2").describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group_id(name)]}])
    names = {one["GroupId"]: one["GroupName"] for one in client("ec2").describe_security_groups()["SecurityGroups"]}
    return {
        (
            rule["FromPort"],
            rule["ToPort"],
            rule.get("CidrIpv4") or names[rule["ReferencedGroupInfo"]["GroupId"]],
        )
        for rule in found["SecurityGroupRules"]
        if rule["IsEgress"] == egress
    }


@functools.cache
def service(name: str) -> dict:
    (found,) = client("ecs").describe_services(cluster=CLUSTER, services=[name])["services"]
    return found


@functools.cache
def task(name: str) -> dict:
    return client("ecs").describe_task_definition(taskDefinition=name)["taskDefinition"]


def container(name: str) -> dict:
    (found,) = task(name)["containerDefinitions"]
    return found


def variables(name: str) -> dict[str, str]:
    return {one["name"]: one["value"] for one in container(name)["environment"]}


def secrets(name: str) -> dict[str, str]:
    return {one["name"]: one["valueFrom"] for one in container(name)["secrets"]}


def log_groups(prefix: str) -> set[str]:
    return {
        group["logGroupName"]
        for page in client("logs").get_paginator("describe_log_groups").paginate(logGroupNamePrefix=prefix)
        for group in page["logGroups"]
    }


@functools.cache
def alarm(name: str) -> dict:
    (found,) = client("cloudwatch").describe_alarms(AlarmNames=[name])["MetricAlarms"]
    return found


@functools.cache
def dashboard_metrics() -> set[tuple[str, str]]:
    body = json.loads(client("cloudwatch").get_dashboard(DashboardName="StagingEcommerce")["DashboardBody"])
    return {(metric[0], metric[1]) for widget in body["widgets"] for metric in widget["properties"]["metrics"]}
